import TargetModel
import TestSupport
import Testing

/// What titles say of issuer and year.
@Suite struct TitleFactsTests {
    /// A title, and what it says.
    struct Case: Sendable, CustomTestStringConvertible {
        var title: String
        var issuer: String?
        var year: Int?

        init(_ title: String, _ issuer: String?, _ year: Int?) {
            self.title = title
            self.issuer = issuer
            self.year = year
        }

        var testDescription: String { title }
    }

    @Test(
        "issuer and year",
        arguments: [
            Case(SampleTable.title, "菏泽市人民政府", 2023),
            Case("2023年度XX市政府工作报告目标任务完成情况", "XX市政府", 2023),
            Case("市政府2024年重点工作完成情况", "市政府", 2024),
            Case("2024年市政府工作报告重点任务进展情况", nil, 2024),
            Case("2024年XX县人民政府工作目标进展情况一览表", "XX县人民政府", 2024),
            Case("2024年XX县人民政府经济社会发展目标完成情况", "XX县人民政府", 2024),
            Case("2024年XX县人民政府工作要点完成情况", "XX县人民政府", 2024),
            Case("菏泽市人民政府二〇二三年责任目标完成情况", "菏泽市人民政府", 2023),
            Case("菏泽市人民政府二○二三年度责任目标", "菏泽市人民政府", 2023),
            Case("XX区2022年度目标任务完成情况一览表", "XX区", 2022),
            Case("XX县人民政府办公室关于印发XX县2023年重点工作任务的通知", "XX县人民政府办公室", 2023),
            Case("成武县人民政府关于2021年民生实事完成情况的通报", "成武县人民政府", 2021),
            Case("关于印发菏泽市人民政府2023年度责任目标的通知", "菏泽市人民政府", 2023),
            Case("菏泽市2023年政府工作报告重点任务", "菏泽市", 2023),
            Case("2023年菏泽市人民政府工作报告任务分解表", "菏泽市人民政府", 2023),
            Case("牡丹区2024年第一季度重点工作进展情况", "牡丹区", 2024),
            Case("菏泽鲁西新区管委会2023年度责任目标", "菏泽鲁西新区管委会", 2023),
            Case("恩施州2023年重点项目台账", "恩施州", 2023),
            Case("市住房和城乡建设局2023年度目标任务", "市住房和城乡建设局", 2023),
            Case("附件2:菏泽市人民政府2023年度责任目标", "菏泽市人民政府", 2023),
            Case("附件2 菏泽市人民政府2023年度责任目标", "菏泽市人民政府", 2023),
            Case("附表一 菏泽市2023年实事", "菏泽市", 2023),
            Case("菏泽市人民政府 2023 年度 责任目标", "菏泽市人民政府", 2023),
            Case("菏泽市人民政府（2023年度）责任目标", "菏泽市人民政府", 2023),
            Case("菏泽市人民政府２０２３年度责任目标", "菏泽市人民政府", 2023),
            Case("菏泽市\u{200B}人民政府2023年\u{200B}度责任目标", "菏泽市人民政府", 2023),
            Case("《菏泽市2023年重点工作》落实情况", "菏泽市", 2023),
            Case("中共菏泽市委 菏泽市人民政府2023年重点工作", "中共菏泽市委 菏泽市人民政府", 2023),
            Case("菏泽市人民政府责任目标完成情况(2023年)", "菏泽市人民政府", 2023),
            Case("菏泽市人民政府责任目标完成情况一览表", "菏泽市人民政府", nil),
            Case("市政府重点工作2023年完成情况", "市政府", 2023),
            Case("菏泽市2023重点工作清单", "菏泽市", 2023),
            Case("菏泽市2023年1-6月重点工作进展情况", "菏泽市", 2023),
            Case("郓城县人民政府办公室2023年工作台账", "郓城县人民政府办公室", 2023),
            Case("市委、市政府2023年重点工作", "市委、市政府", 2023),
            Case("某某街道办事处2023年任务", "某某街道办事处", 2023),
            Case("全州县2023年重点工作", "全州县", 2023),
            Case("本溪市2023年重点工作", "本溪市", 2023),
        ]
    )
    func both(item: Case) {
        let facts = TitleFacts(title: item.title)
        #expect(facts.issuer == item.issuer)
        #expect(facts.year == item.year)
    }

    @Test(
        "of several years, 年度 or the one before the subject",
        arguments: [
            Case("关于2022年度责任目标完成情况和2023年工作安排", nil, 2022),
            Case("菏泽市2022年责任目标2023年第一季度完成情况", "菏泽市", 2022),
            Case("菏泽市2023年重点工作完成情况(截至2024年12月31日)", "菏泽市", 2023),
            Case("菏泽市重点工作完成情况(截至2024年12月31日)", "菏泽市", 2024),
            Case("菏泽市重点工作完成情况(2024年1月15日)", "菏泽市", nil),
            Case("菏泽市2023年重点工作(2024年1月15日)", "菏泽市", 2023),
            Case("菏泽市2021-2025年规划2023年度责任目标", "菏泽市", 2023),
            Case("菏泽市2021—2025年重点任务", "菏泽市", nil),
            Case("菏泽市2021年至2025年重点任务", "菏泽市", nil),
            Case("菏政办发〔2024〕5号 菏泽市2023年重点工作", nil, 2023),
            Case("菏政办发〔2024〕5号", nil, nil),
            Case("2022年和2023年", nil, nil),
            Case("2023年2023年", nil, 2023),
        ]
    )
    func severalYears(item: Case) {
        #expect(TitleFacts(title: item.title).year == item.year)
        if let issuer = item.issuer { #expect(TitleFacts(title: item.title).issuer == issuer) }
    }

    @Test(
        "no issuer is invented",
        arguments: [
            "", " ", "2023年度责任目标完成情况一览表", "责任目标完成情况一览表", "全市2023年重点工作", "我市2023年民生实事",
            "各县区2023年责任目标",
            "政府2023年工作报告", "2023年政府工作报告任务", "老旧小区2023年改造任务", "城市2023年重点项目", "重点项目一览表", "一览表",
            "市2023年任务",
            "关于2023年度责任目标完成情况的通报", "推进新格局2023年任务", "(截至2024年12月31日)", "序号", "填报单位:市财政局",
            "做好全市2023年重点工作",
            "十四五规划2023年任务", "菏泽市人民政府", "城乡2023年重点工作", "企业上市2023年任务",
        ]
    )
    func noIssuer(title: String) {
        #expect(TitleFacts(title: title).issuer == nil)
    }

    @Test(
        "no year is invented",
        arguments: ["责任目标", "第2023号", "12345年", "1023年", "2023项任务", "20231231", "三年行动"]
    )
    func noYear(title: String) {
        #expect(TitleFacts(title: title).year == nil)
    }

    @Test("a whole file given as title is left alone")
    func longTitle() {
        let facts = TitleFacts(title: String(repeating: "菏泽市人民政府2023年度责任目标", count: 10_000))
        #expect(facts == TitleFacts(title: ""))
    }

    @Test(
        "a line that says how far the table reaches, or when it was filled in",
        arguments: [
            ("截至2022年10月31日", 2022), ("（截止2022年10月31日）", 2022), ("填报单位：某局　填报时间：2023年11月20日", 2023),
            ("填表日期:2023.11.20", 2023), ("填报时间：2024年1月8日", nil), ("发布日期：2023年11月20日", nil),
            ("填报时间：    年  月  日", nil),
        ] as [(String, Int?)]
    )
    func lines(line: String, year: Int?) {
        #expect(TitleFacts(title: "重点工作台账", lines: [line]).year == year)
    }
}
