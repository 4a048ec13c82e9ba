/// The words around those that speak for or against a status, which say what they are about.
extension ProgressWords {
    // MARK: Around what says that a target was not reached

    /// What follows such words where nothing is amiss: 尚未发现问题, 未完成部分.
    static let harmlessBefore: [(words: [String], harmless: [String])] = [
        (["尚未", "未能", "还没有"], ["发现", "发生", "出现", "收到", "接到", "成年"]),
        (["未完成", "未建成", "未实施", "没有完成", "没有建成"], ["部分", "的", "率"]),
    ]

    /// What in the clause of such words tells that it is over, or never was: 停工项目复工, 无滞后.
    static let endedBeside: [(words: [String], ends: [String])] = [
        (["停工", "搁置", "停建", "缓建", "停滞"], ["复工", "盘活", "化解", "启动", "整改", "整顿"]),
        (["滞后", "推进缓慢", "进展缓慢"], ["不", "无", "避免", "克服", "解决"]),
    ]

    /// What a figure follows that is too small.
    static let onlySoMuch = ["仅完成", "只完成"]

    /// Shares in words: 三成, 一半, 三分之一.
    static let sharesInWords = ["成", "一半", "分之"]

    /// What is said of undertakings that are given up, and of much else.
    static let abandonments = ["取消", "终止", "推迟", "延期", "改为", "暂缓", "中止", "叫停"]

    /// What is given up where it is called off: 大会取消.
    static let events = ["大会", "赛事", "比赛"]

    /// What is given up, before the word for it: 项目终止.
    static let undertakings = ["项目", "工程", "活动"]

    /// What is given up, behind the word for it: 暂缓实施.
    static let carryingOut = ["实施", "建设", "举办", "开展"]

    /// That it is so because the plan says so.
    static let asPlanned = ["按计划", "根据计划", "计划于"]

    // MARK: What a word is about

    /// What stands before words about others: 将尚未履行判决的被执行人….
    static let beforeObjects = ["将", "把", "、", "为", "向"]

    /// That something is done already.
    static let already = ["已", "全部", "均"]

    /// That something isn't, or not all of it.
    static let notAll = ["未", "尚", "其余", "其他"]

    /// What may stand before 已 in a clause that goes on about the same thing: 9月底, 目前, 现.
    static let ofTimes = "0123456789年月日底末初中上下旬今目前现经后于在至"

    /// What only papers were done for, behind words that say that all is done: 已全部批复.
    static let formalities = ["批复", "受理", "报送", "上报", "印发", "签订", "前期"]

    /// What follows words that say that all is done where it is a share of it: 完成年度任务的85%.
    static let beginShares = ["的", "量的", "数的"]

    /// What stands before words that say that all is done where it is only to be: 年底前可全部完成.
    static let intended = ["可", "将", "能够", "预计", "力争", "确保", "计划", "拟", "争取", "底前", "要求"]

    /// What an objective says of what there is to be none of: 杜绝新增.
    static let prevented = ["不", "无", "零", "严禁", "防止", "遏制", "未"]

    /// What is done for companies that an objective names.
    static let helping = ["支持", "推动", "促进", "协助", "帮助", "培育", "助力", "加快", "引导", "扶持"]

    /// What the names of companies end with.
    static let firmEndings = ["股份有限公司", "有限责任公司", "有限公司", "集团"]

    // MARK: Around figures and terms

    /// What stands between a word and the share that it is of.
    static let beforeShares = "达到为至了约仅"

    /// What stands between a word and the term that it is for.
    static let beforeTerms = "将于在到至要需最快 "

    /// The year after the table's.
    static let nextYear = ["明年", "次年", "下年", "下一年", "来年", "翌年"]

    /// Words of `.expected` that need something that is due behind their term.
    static let forecasts = ["预计", "预期"]

    /// What stands between a word and how much is missing.
    static let beforeRemainders = "为达约近有 "

    /// Words of `.remainder` that tell how much there is still, not how much is missing.
    static let leftOver = ["仍有", "还有"]

    /// That an objective leaves nothing over.
    static let withoutRest = ["消除", "清零", "全部", "全面", "所有", "杜绝"]

    /// Of what something is missing.
    static let assignments = ["任务", "目标", "计划", "指标"]

    /// That what was missing no longer is.
    static let filledUp = ["补", "填", "消除", "解决", "化解", "原"]

    /// What stands before a whole whose part follows: 共10个,已完成2个.
    static let beforeWholes = ["共", "计划", "任务", "应完成"]

    /// What stands between a whole and what is said of its part.
    static let betweenParts = ",，个项目实际"

    /// What stands before `doneOfParts`.
    static let beforeDone = ["目前", "仅", "已", "有"]

    /// What is said of a part.
    static let doneOfParts = ["完成", "建成", "完工", "竣工", "开工", "交付", "投用"]

    // MARK: Reports and plans

    /// What reports begin with, and objectives don't.
    static let reportStarts = [
        "已完成", "已建成", "已全部", "已开工", "已实现", "已新增", "已新建", "已发放", "已印发",
    ]

    /// What reports end with, and objectives don't.
    static let reportEnds = ["全部完工", "通过验收", "全部建成", "均已完成", "全部完成"]

    /// What objectives begin with.
    static let planStarts = [
        "实施", "完成", "推进", "建设", "新建", "开工", "加快", "启动", "持续", "全市", "深入", "大力", "积极", "加强", "优化",
    ]

    /// What reports have in them, and objectives don't.
    static let reported = ["已", "全部", "完工", "建成", "通过"]

    /// What nothing but an intention begins with.
    static let intentions = ["推动", "推进", "加快", "加强", "统筹推进", "实施"]

    /// What is told of an earlier year as history: 2022年开工.
    static let history = ["开工", "启动", "立项", "未完成", "结转", "以来", "批复", "获批"]

    /// What a report says of the year that it is about.
    static let thisYear = ["今年", "本年"]

    /// What a year is told by that something was done in.
    static let doneIn = ["已于", "已在"]

    /// What a report begins with behind a year in which something was done.
    static let doneThen = ["完成", "建成", "实现", "新增"]

    /// What a report says it is up to.
    static let upTo = ["截至", "截止", "截止到"]

    // MARK: Ends

    /// What ends a clause.
    static let endsOfClauses = [",", "，", ";", "；", "。", "!", "！", "?", "？", "\n"]

    /// What ends a sentence, as far as its words are about the same thing.
    static let endsOfSentences = ["。", ";", "；", "\n"]
}
