/// The words that deadlines are made of.
package enum DeadlineWords {
    /// What dates, and nothing else, may be written with.
    package static let ofDates = Set(
        "0123456789年月日号底末初前上中下旬季度半全第一二三四五六七八九十至到于以之内截止本当在-—~～./、 ".unicodeScalars
    )

    /// What a date has in it that isn't only figures and signs: 6月底.
    package static let signs = Array("年月日底前旬季".unicodeScalars)

    /// Signs between the two ends of a span; 至 and 到 are read, too.
    static let spanDashes: [Unicode.Scalar] = [
        "-", "‐", "‑", "‒", "–", "—", "―", "─", "－", "~", "〜", "∼",
    ]

    /// What ends a stage: 6月底前完成主体,年底前竣工.
    static let stageSeparators: [Unicode.Scalar] = [",", ";", "。", "、", "｡", "､"]

    /// What may stand right before a date.
    static let openers: WordList = [
        "截至到", "截止到", "截至", "截止", "即日起至", "即日起到", "力争到", "力争于", "力争在", "力争", "确保", "争取", "计划于",
        "计划",
        "预计", "拟于", "拟", "原则上", "最迟", "于", "在", "到", "至", "从", "自", "和", "与", "及",
    ]

    /// What may stand right behind a date and leaves it as it is.
    static let closings: WordList = ["以前", "之前", "前", "以内", "之内", "内", "为止", "截止", "止"]

    /// What begins the words that may follow a date in figures: 2024.10完成.
    static let actions: WordList = [
        "完", "竣", "建", "投", "交", "开", "启", "通", "验", "办", "整", "达", "实", "全", "力", "主",
    ]

    /// The last day, or the last days, of what stands before it.
    static let ends: WordList = ["底", "末", "终"]

    /// What names a day of a month.
    static let days: WordList = ["日", "号"]

    /// What a day of the week begins with.
    static let weeks: WordList = ["星期", "礼拜", "周"]

    /// What may stand right behind a year that is written without 年: 2024底.
    static let behindYears: WordList = ["底", "末", "全年", "上半年", "下半年", "Q", "q"]

    /// What a plan is quoted with.
    static let openingQuotes: WordList = ["“", "\""]
    static let closingQuotes: WordList = ["”", "\""]

    /// Five-year plans, and the year that each ends with.
    static let plans = [("十三五", 2020), ("十四五", 2025), ("十五五", 2030), ("十六五", 2035)]

    /// The end of a plan.
    static let planEnds: WordList = ["期末", "末期", "末", "期间", "期内", "时期"]

    /// Words of this year.
    static let thisYear: WordList = ["本年度", "今年", "本年", "当年"]

    /// Words of the year after the table's.
    static let nextYear: WordList = ["明年", "来年"]

    /// Words of the year after the one that was named last.
    static let followingYear: WordList = ["下一年度", "下一年", "次年度", "次年", "翌年"]

    /// Words of what has no end.
    static let ongoing: WordList = [
        "常抓不懈", "长期", "持续", "常态", "常年", "长年", "经常性", "日常", "长效", "永久", "不间断", "贯穿全年", "全年坚持",
        "始终坚持",
        "一以贯之",
        "久久为功", "滚动推进",
    ]

    /// Words of what comes again and again, apart from 每 and a unit of time.
    static let recurring: WordList = [
        "逐季度", "逐季", "逐月", "逐周", "逐年", "按季度", "按半年", "按季", "按月", "按周", "按旬", "各季度", "定期",
        "月月", "季季",
        "半年一次", "一季度一次", "一季一次", "一月一次", "一周一次", "一年一次",
    ]

    /// What may stand between 每 and its unit: 每两个月, 每3个月, 每半年.
    static let recurrenceCounts: [Unicode.Scalar] = [
        "一", "二", "两", "三", "四", "五", "六", "半", "双", "单", "个", "整", "隔", "十", "0", "1", "2", "3",
        "4", "5", "6", "7",
        "8", "9",
    ]

    /// Units of time behind 每.
    static let recurrenceUnits: WordList = ["学期", "学年", "星期", "季", "年", "月", "周", "旬", "日", "天"]

    /// Words in which a character of time or doubt means neither.
    static let harmless: WordList = [
        "前期", "前置", "如期", "按期", "待遇", "不动产", "起步", "后勤", "不少于", "不低于", "不超过", "年度目标", "年度任务",
        "年度计划",
        "年度投资", "年度工作", "年度建设", "年度考核", "全年目标", "全年任务", "全年计划", "当年目标", "当年任务",
    ]

    /// Characters behind which 年内 and the like mean something else: 半年内, 几年内.
    static let vagueNumbers: [Unicode.Scalar] = ["半", "几", "数", "两", "多", "第"]

    /// Days of the week behind 星期 or 周.
    static let weekdays: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "日", "天"]

    /// Characters that, beside a date, say something of time that isn't understood.
    static let temporalScalars: [Unicode.Scalar] = [
        "年", "月", "日", "旬", "季", "前", "后", "起", "每",
    ]

    /// Words of the same kind.
    static let temporalWords: WordList = [
        "天内", "周内", "周末", "小时", "春节", "元旦", "五一", "十一", "国庆", "中秋", "端午", "清明", "元宵", "汛期", "学期",
        "假期", "中期",
        "近期", "远期", "适时", "随时", "实时", "逐步", "以来", "开始", "农历", "阴历",
    ]

    /// What is done by a deadline; beside a year, other words say more than when.
    static let deeds: WordList = [
        "全面", "全部", "基本", "主体", "完成", "竣工", "完工", "建成", "投用", "投入", "使用", "运营", "试运行", "交付", "启动",
        "开工",
        "通车", "验收", "办结", "整改", "到位", "达标", "实施", "实现", "达产", "投产", "结束", "落实", "任务", "目标", "建设",
        "工程", "项目", "并", "度", "(", ")", "。", ".",
    ]

    /// Characters that, beside anything, say that it isn't certain.
    static let doubtfulScalars: [Unicode.Scalar] = [
        "不", "未", "否", "非", "或", "若", "如", "待", "视", "约",
    ]

    /// Words of the same kind.
    static let doubtfulWords: WordList = ["左右", "取消", "暂缓", "大概", "上下", "内外"]
}
