import TargetModel
import Testing

/// What texts of deadlines mean, in a table of 2023 where nothing else is said.
@Suite struct DeadlineTests {
    /// One text and what it means: an ISO date, or the name of the kind.
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var meaning: String

        var testDescription: String { "\(text) → \(meaning)" }
    }

    /// Reads lines of `meaning: text | text | …`.
    static func cases(_ table: String) -> [Case] {
        table.split(separator: "\n").flatMap { line in
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
            return parts[1].split(separator: " | ").map {
                Case(text: String($0), meaning: parts[0])
            }
        }
    }

    func meaning(_ text: String, year: Int?) -> String {
        let deadline = Deadline(text, year: year)
        #expect((deadline.date != nil) == (deadline.kind == .date), "\(text)")
        return deadline.date?.iso ?? deadline.kind.rawValue
    }

    @Test(
        "parts of the year, the table's where none is said",
        arguments: cases(
            """
            2023-12-31: 年底 | 年底前 | 年末 | 年内 | 全年 | 全年度 | 年终 | 年终前 | 年底之前 | 年底以前 | 年底止 | 年度内
            2023-12-31: 年度末 | 本年度 | 今年
            2023-12-31: 今年底 | 今年年底前 | 本年内 | 本年度内 | 当年底 | 当年年底 | 年内完成 | 全年完成 | 年底前完成
            2023-12-31: 年底前全部完成 | 于年底前完成 | 力争年底前完成
            2023-12-31: 12月底 | 12月末 | 12月 | 12月份 | 12月31日 | 12月31日前 | 12月31日之前 | 12月31日止
            2023-12-31: 12月31号 | 下半年 | 四季度 | 第四季度末 | Q4
            2023-06-30: 6月底 | 6月末 | 6月 | 6月份 | 6月份底 | 6月30日 | 6月30日前 | 6月30日前完成 | 6月底前
            2023-06-30: 6月底以前 | 6月底之前 | 上半年 | 上半年末 | 二季度
            2023-06-30: 第二季度 | 第二季度末 | 2季度 | 第2季度 | 二季度末前 | 二季度底 | 二季末 | Q2 | q2 | Q2末
            2023-06-30: 截至6月底 | 截止6月30日 | 6月止 | 6月内 | 6月30 | 6月30前
            2023-03-31: 一季度 | 第一季度 | 1季度 | 第1季度 | 一季度末 | 一季度底前 | Q1 | 3月底 | 3月 | 3月下旬
            2023-03-31: 3月下旬前 | 3月中下旬
            2023-09-30: 三季度 | 三季度末 | 第三季度 | 前三季度 | 前3季度 | 第三季度末前完成 | 9月底 | 9月末前 | Q3
            2023-09-30: 一至三季度 | 1-3季度 | 第一至第三季度
            2023-11-30: 11月底 | 11月 | 11月底前 | 11月30日 | 11月末 | 十一月底 | 十一月三十日 | 11月下旬
            2023-10-20: 10月中旬 | 10月中旬前 | 10月20日 | 10月20日前 | 十月中旬 | 十月二十日 | 10月上中旬 | 10月中旬末
            2023-10-20: 10月廿日
            2023-02-10: 2月上旬 | 2月上旬前 | 2月10日 | 二月上旬之前 | 二月十日
            2023-02-28: 2月底 | 2月 | 2月下旬 | 2月28日 | 二月底
            2023-10-31: 10月底 | 十月底 | 十月 | 10月下旬
            2023-01-31: 1月底 | 元月底 | 元月 | 一月底 | 元月31日
            2023-12-31: 十二月底 | 十二月三十一日前 | 十二月
            """
        )
    )
    func partsOfTheYear(_ item: Case) {
        #expect(meaning(item.text, year: 2023) == item.meaning)
        // Without any year there is no date.
        #expect(meaning(item.text, year: nil) == "unknown")
    }

    @Test(
        "a year in the text counts, whatever the table's year",
        arguments: cases(
            """
            2023-12-31: 2023年12月31日 | 2023年12月31日前 | 2023年底 | 2023年底前 | 2023年年底 | 2023年末
            2023-12-31: 2023年内 | 2023年 | 2023年度 | 2023年全年 | 2023全年
            2023-12-31: 2023年12月 | 2023年12月底前 | 2023年下半年 | 2023年第四季度 | 2023年四季度末 | 2023年Q4
            2023-12-31: 2023Q4 | 2023.12 | 2023.12.31 | 2023-12-31
            2023-12-31: 2023/12 | 2023/12/31 | 2023-12 | 2023.12月 | 2023.12月底 | 2023.12底
            2023-12-31: 2023.12.31前 | 2023底 | 2023 | 二〇二三年底 | 二零二三年十二月
            2023-12-31: 二○二三年 | 二〇二三年十二月三十一日 | 20231231 | 2023-12-31 00:00:00
            2023-12-31: 2023/12/31 0:00 | 2023-12-31T00:00:00 | 2023年12月31日24时前
            2023-12-31: 2023年12月31日(星期日) | 2023年12月31日星期日 | 2023年12月31日17:30前 | 2023年度内
            2023-12-31: 2023年度末 | 截至2023年12月31日 | 于2023年底前完成
            2023-10-31: 2023年10月底前 | 2023年10月 | 2023年10月底 | 2023年10月份 | 2023年10月31日
            2023-10-31: 2023.10 | 2023年十月底 | 2023/10/31
            2024-10-31: 2024.10 | 2024/10 | 2024-10 | 2024年10月 | 2024．10 | 2024.10.
            2024-10-15: 2024.10.15 | 2024-10-15 | 2024/10/15 | 2024年10月15日 | 2024.10.15前
            2024-10-15: 2024-10-15前完成 | 20241015
            2024-02-29: 2024年2月 | 2024年2月底 | 2024年2月29日 | 2024.2 | 2024-02 | 2024.02.29
            2024-02-29: 2024年2月下旬
            2000-02-29: 2000年2月底 | 2000-02
            2100-02-28: 2100年2月底
            2024-06-30: 2024年6月 | 2024年上半年 | 2024年二季度 | 2024年第二季度末前 | 2024年第2季度 | 2024Q2
            2024-06-30: 24年6月底 | 24年6月
            2024-12-31: 2024年 | 24年底 | 24年底前
            2025-12-31: 2023-2025年 | 2023年—2025年 | 2023—2025年 | 2023至2025年 | 2023年至2025年
            2025-12-31: 2023年-2025年 | 2023–2025 | 2023~2025年 | 2023～2025年底
            2025-12-31: 2023-2025 | 2021——2025年 | 十四五末 | “十四五”末 | "十四五"期末 | “十四五”期间
            2025-12-31: 2023-2025年12月
            2025-06-30: 2023年7月-2025年6月 | 2023年7月至2025年6月底 | 2023.7-2025.6
            2025-06-30: 2023.07—2025.06 | 2023/7-2025/6 | 2023年—2025年6月
            2023-06-30: 2023年1-6月 | 2023年1月-6月 | 2023年1月至6月 | 2023.1-6 | 2023.1—6月
            2023-06-30: 2023年1月1日-6月30日 | 2023.1.1-2023.6.30 | 2023年6月1日-30日
            2024-03-31: 2023年10月-次年3月 | 2023年10月至2024年3月 | 2023年11月至翌年3月底
            2030-12-31: “十五五”末 | 2030年
            """
        ),
        [nil, 2019, 2023, 2024]
    )
    func statedYears(_ item: Case, year: Int?) {
        #expect(meaning(item.text, year: year) == item.meaning)
    }

    @Test(
        "spans end with their last day",
        arguments: cases(
            """
            2023-06-30: 1-6月 | 1—6月 | 1至6月 | 1月-6月 | 1月至6月 | 1月到6月底 | 1～6月 | 一至六月
            2023-06-30: 6月1日-30日 | 6月1日至30日 | 4月1日—6月30日 | 从1月到6月 | 自1月至6月
            2023-12-31: 1-12月 | 1月至年底 | 3月-年底前 | 即日起至年底 | 年初至年底 | 3月初至12月底 | 6月至12月31日
            2024-03-31: 10月至次年3月 | 11月-次年3月底 | 明年3月底 | 次年3月 | 来年一季度 | 明年3月31日前
            2024-12-31: 明年 | 明年底 | 次年年底 | 明年内
            """
        )
    )
    func spans(_ item: Case) {
        #expect(meaning(item.text, year: 2023) == item.meaning)
        #expect(meaning(item.text, year: nil) == "unknown")
    }

    @Test(
        "of several stages the last one counts",
        arguments: cases(
            """
            2023-05-31: ①2月上旬前 ②5月底前 | ①2月上旬前②5月底前 | (1)2月上旬前(2)5月底前 | 1.2月上旬前;2.5月底前
            2023-05-31: 一是2月上旬前,二是5月底前 | 2月上旬前、5月底前
            2023-05-31: 2月上旬前,5月底前 | 2月上旬前 5月底前 | 第一阶段2月上旬前;第二阶段5月底前 | 2月、5月 | 2、5月底 | 2月和5月
            2023-12-31: 6月底前完成主体,年底前竣工 | 6月底前完成50%,年底前完成100% | 6月底前开工,12月底前完工
            2023-12-31: 主体工程6月底前完成,附属工程12月底前完成 | 6月完成方案,年底前建成
            2023-12-31: 一期:6月底前;二期:年底前 | 年底(12月31日) | 年底前完成(12月底) | 年底前完成主体、附属工程
            2023-12-31: 年底前完成前期工作 | 年底前完成年度目标任务 | 6月30日,12月31日
            2024-06-30: 年底前完成主体,2024年6月竣工 | 年底前完成主体 2024年6月竣工 | 年底主体完工;明年6月底前投用
            2024-06-30: 2023年开工,2024年6月底前竣工
            2023-12-31: 2023年6月底前开工,年底前竣工 | 6月底前启动;2023年底前完成 | 立行立改,年底前完成 | 年底前完成不少于100户
            2023-12-31: 全年分批,12月底
            """
        )
    )
    func stages(_ item: Case) {
        #expect(meaning(item.text, year: 2023) == item.meaning)
    }

    @Test(
        "a text without an end or one that comes again",
        arguments: cases(
            """
            ongoing: 长期坚持 | 长期任务 | 长期 | 持续推进 | 常态化开展 | 持续 | 全年持续推进 | 全年持续 | 持续开展 | 常态化
            ongoing: 常态化推进 | 长期推进 | 常年坚持 | 常年 | 日常工作
            ongoing: 经常性工作 | 长 期 坚 持 | 长期坚持。 | (长期坚持) | 持续推进,常抓不懈 | 全年坚持 | 全年,持续推进 | 长期、持续
            ongoing: 立行立改,长期坚持 | 2023年全年持续推进 | 长效坚持 | 贯穿全年
            recurring: 每季度 | 每季度末 | 每月 | 每月底前 | 每半年 | 每年 | 每周 | 每季度末前 | 每月5日前 | 每年12月底前
            recurring: 每两个月 | 每 月 | 每季度一次 | 每年度 | 每季度第一个月10日前
            recurring: 逐月 | 按季度 | 按月推进 | 每旬 | 每学期 | 半年一次 | 定期 | 每季末 | 每月(季)底前 | 每3个月
            recurring: 每个季度 | 每月底前完成,每季度末报送 | 每日 | 每周五 | 每双月
            none: \u{3000}
            """
        )
    )
    func withoutADay(_ item: Case) {
        for year in [nil, 2023] { #expect(meaning(item.text, year: year) == item.meaning) }
    }

    @Test(
        "a blank cell",
        arguments: ["", " ", "\u{00A0}", "\u{3000} \t", "\u{200B}", "\u{FEFF}\n"]
    )
    func blank(text: String) {
        #expect(Deadline(text, year: 2023).kind == .none)
        #expect(Deadline(text, year: nil).date == nil)
    }

    @Test(
        "nothing is guessed",
        arguments: cases(
            """
            unknown: — | - | / | 无 | 待定 | 按计划 | 立行立改 | 尽快 | 完成 | 是 | 市交通运输局 | 100% | 3-4
            unknown: 6.30 | 12.31 | 1 | 45291 | 202412 | 1/2
            unknown: 2月30日 | 2月29日 | 2023年2月29日 | 2100年2月29日 | 4月31日 | 13月 | 0月 | 6月0日
            unknown: 13月底 | 2023.13 | 2023-02-30 | 2023.6.31 | 五季度 | Q5 | 20231301 | 0年
            unknown: 10月前 | 2023.10前 | 季度末 | 2024年前 | 2024年之前 | 三季度前 | 上半年以前 | 年前 | 年初
            unknown: 6月初 | 6月中 | 年中 | 月底 | 月底前 | 季度 | 月 | 年 | 本月底 | 下月 | 31日前
            unknown: 三年内 | 3年内 | 三 年内 | 半年内 | 半年 | 几年内 | 6个月内 | 三个月内 | 30天内 | 30日内
            unknown: 10个工作日 | 10年 | 10年内 | 5年 | 近年 | 青年 | 第三年内
            unknown: 去年底 | 上年末 | 前年 | 后年 | 年底后 | 6月底后 | 6月起 | 6月以后 | 6月左右 | 年底前后 | 6月底或7月底
            unknown: 6月底前未完成 | 年底前视情况 | 2023年以来 | 6月开始
            unknown: 春节前 | 国庆节前 | 汛期前 | 供暖前 | 开学前 | 农历12月底 | 腊月底 | 周末 | 入冬前 | 寒假 | 验收后完成
            unknown: 自开工之日起30日内
            unknown: 年底前,长期坚持 | 长期坚持,年底前见效 | 年底前完成并长期坚持 | 持续至6月底 | 每季度末,年底 | 长期坚持,每季度调度
            unknown: 2023年持续推进
            unknown: 12月底,6月底 | 12月底前完成,3月底前验收 | 11月至3月 | 2025-2023年 | 6-1月 | 10日-5日
            unknown: 6月10日-5日 | 年底前(力争11月底)
            unknown: 1 2月底 | 2023年6.30 | 2023年 6.30 | 6月底12 | 2023年3万吨 | 6月底前,供暖前
            unknown: 年底前完成主体,春节前验收 | 投资2024.10亿元 | 2024.10亿元 | 2024个
            unknown: 2023年13月 | 1899年底 | 2101年 | 3年底 | 99年底 | 不定期 | 2023年2月30日,年底 | 年底前完成,择日验收
            """
        )
    )
    func notUnderstood(_ item: Case) {
        #expect(meaning(item.text, year: 2023) == item.meaning)
    }

    @Test(
        "blanks, line breaks, invisible characters and wide forms don't matter",
        arguments: [
            "年 底", "年\u{3000}底", "年\u{200B}底", "\u{FEFF}年底", "年\n底", " 年底 ", "年底。", "年底;", "（年底）",
            "１２月底", "１２月３１日", "12 月 31 日", "12 月底", "12\u{200B}月底", "1\u{200B}2月底", "２０２３年底",
            "2023 年 12 月", "2023年\n12月底", "2023 年底 前", "Ｑ４", "12⽉底", "⼗⼆⽉底", "２０２３．１２",
            "2023.12.31 。",
            "1-12 月", "１－１２月", "2023/12/31 00:00:00",
        ]
    )
    func spelling(text: String) {
        #expect(meaning(text, year: 2023) == "2023-12-31")
    }

    @Test("leap years", arguments: [(2023, 28), (2024, 29), (2000, 29), (1900, 28), (2100, 28)])
    func leapYears(year: Int, day: Int) {
        #expect(Deadline("2月底", year: year).date == CalendarDate(year: year, month: 2, day: day))
        #expect(Deadline("2月29日", year: year).kind == (day == 29 ? .date : .unknown))
    }

    @Test("a year named before counts for what follows, not for 今年 and 明年")
    func yearsCarryOver() {
        #expect(meaning("2024年6月底前开工,12月底前竣工", year: 2023) == "2024-12-31")
        #expect(meaning("2022年开工,今年底竣工", year: 2023) == "2023-12-31")
        #expect(meaning("2023年开工,明年底竣工", year: 2022) == "2023-12-31")
        #expect(meaning("2024年开工,次年底竣工", year: 2022) == "2025-12-31")
        // June 30, 2023, would be before October.
        #expect(meaning("2023年10月底前开工,6月底前竣工", year: 2024) == "unknown")
    }

    @Test("a whole year that nobody knows has no end either where work goes on")
    func wholeYearOfNoTable() {
        #expect(meaning("全年持续推进", year: nil) == "ongoing")
        #expect(meaning("全年,2024年6月底", year: nil) == "unknown")
        #expect(meaning("全年,2024年6月底", year: 2023) == "2024-06-30")
    }

    @Test("a text too long for a deadline isn't looked at")
    func longTexts() {
        let long = String(repeating: "完成,", count: 100_000) + "年底"
        #expect(Deadline(long, year: 2023).kind == .unknown)
    }
}
