/// The words that tell what a figure is good for: promised, reached, planned, or only described.
enum IndicatorWords {
    /// Verbs that a promise or a report begins with; they say nothing about what is counted.
    static let actions: WordList = [
        "实施", "整治提升", "对", "为", "向",
        "新增", "净增", "新建", "新改建", "改扩建", "新改扩建", "新登记", "新发展", "改建", "扩建", "建成", "建设", "完成", "实现",
        "改造提升",
        "改造", "提升改造", "提升", "开工", "培育",
        "引进", "发展", "推进", "推动", "打造", "创建", "开展", "举办", "组织", "培训", "发放", "安置", "帮扶", "救助", "资助",
        "支持",
        "处置", "化解", "整治", "治理", "新开", "开通", "投放", "更新", "购置", "配备", "栽植", "种植", "造林", "修复", "拆除",
        "关停",
        "淘汰", "压减", "减少", "下降", "降低", "削减", "增长", "增加", "提高", "达到", "达", "突破", "超过", "争取", "力争",
        "确保",
        "签约", "落地", "认定", "入库", "申报", "获批", "招引", "选派", "选聘", "招聘", "招录", "建立", "设立", "布设", "安装",
        "铺设",
        "敷设", "疏浚", "清淤", "巩固", "保持", "稳定", "维修", "加固", "修缮", "回收", "收回", "到位", "投资", "新认定", "新引进",
        "新培育", "新开工", "竣工", "交付", "分配", "筹集", "收储", "供应", "转化", "转移", "办理", "查处", "检查", "抽检",
        "排查", "覆盖", "惠及", "服务", "接待", "发行", "撤并", "出让", "盘活", "腾退", "流转", "调解", "受理", "办结", "评选",
        "命名", "表彰", "带动", "吸纳", "扶持", "授权", "注销", "筹措", "促成", "开行", "优化", "优化调整", "接入", "上线", "纳统",
    ]

    /// Verbs that fit any promise, so that another one beside them tells nothing.
    static let generalActions: WordList = [
        "实施", "对", "为", "向", "新增", "净增", "新建", "建成", "建设", "完成", "实现", "开展", "组织", "推进", "推动", "打造",
        "达到", "达", "突破", "超过", "力争", "确保", "到位", "投资", "提升", "改造", "增长", "增加", "提高", "下降", "减少",
        "降低",
    ]

    /// Names that are written in two ways, and the one that they are compared by.
    static let sameNames: [(name: String, short: String)] = [
        ("棚户区改造", "棚改"), ("棚户区", "棚改"), ("城乡居民基本医疗保险", "城乡居民医保"), ("基本医疗保险", "医保"),
        ("医疗保险", "医保"), ("电信网络诈骗", "电诈"), ("安全防护工程", "安防工程"), ("停车泊位", "停车位"), ("居民消费价格", "物价"),
        ("新能源汽车", "新能源车"), ("技术改造", "技改"),
    ]

    /// Kinds of work that a promise may join and a report tell apart: 新建、改造.
    static let works: WordList = [
        "新建", "改建", "扩建", "改扩建", "改造", "提升", "修复", "加固", "维修", "新增", "更新", "新改建", "开通", "新开", "新开通",
        "优化", "调整", "优化调整",
    ]

    /// Words that carry nothing of what is counted.
    static let fillers: WordList = [
        "全市", "全县", "全区", "全省", "全年", "年内", "年度", "年底前", "年底", "月底前", "底前", "累计", "共计", "总计", "合计",
        "总共",
        "市区", "城区", "各类", "其中", "截至", "目前", "已经", "已", "等", "的", "了", "并", "全部", "全面", "持续", "继续",
        "进一步",
        "大力", "积极", "加快", "不断", "统筹", "有序", "投入使用", "投入运营", "运营", "完工", "以上", "以下", "以内", "左右",
        "不少于", "不低于", "至少", "不超过", "控制在", "超额", "目标", "任务", "计划", "上年", "去年", "同期", "同比", "年初",
        "今年", "比年初", "较年初", "比上年同期", "较上年同期", "较去年同期", "比去年同期", "上年同期", "去年同期", "比去年", "上升", "上涨",
        "回落",
        "下滑", "免费", "大关", "分别", "—", "-",
        "实际", "当年", "一批", "方面", "“", "”", "\"", "(", ")", "《", "》", " ", "、", ":", "·", ",", ";",
        "。", ".", "年", "月",
        "较上年", "比上年", "较去年", "约", "共", "总数", "总量", "总规模", "保有量", "增至", "增到", "升至", "升到", "增幅", "增速",
        "涨幅", "降幅", "按可比价格", "按可比价", "按不变价", "按可比口径",
        "按同口径", "可比口径", "同口径", "省下达", "国家下达", "上级下达", "市下达", "下达", "省定", "国家规定",
    ]

    /// What stands before a figure and says how it compares; the longest that fits counts.
    static let comparatorsBefore: [(word: String, comparator: Indicator.Comparator)] = [
        ("不少于", .atLeast), ("不低于", .atLeast), ("不小于", .atLeast), ("至少", .atLeast), ("最少", .atLeast),
        ("达到", .atLeast), ("提高到", .atLeast), ("提高至", .atLeast), ("增加到", .atLeast),
        ("增加至", .atLeast), ("增长到", .atLeast), ("提升到", .atLeast), ("提升至", .atLeast),
        ("扩大到", .atLeast), ("突破", .atLeast), ("达", .atLeast), ("保底", .atLeast),
        ("超过", .moreThan), ("超", .moreThan), ("大于", .moreThan), ("高于", .moreThan),
        ("多于", .moreThan),
        ("不超过", .atMost), ("不高于", .atMost), ("不多于", .atMost), ("不大于", .atMost), ("不得超过", .atMost),
        ("不突破", .atMost), ("不超", .atMost), ("控制在", .atMost), ("压控在", .atMost), ("限制在", .atMost),
        ("降至", .atMost), ("降到", .atMost), ("降低到", .atMost), ("降低至", .atMost), ("下降到", .atMost),
        ("下降至", .atMost),
        ("压减到", .atMost), ("压减至", .atMost), ("压缩到", .atMost), ("压缩至", .atMost), ("缩短到", .atMost),
        ("缩短至", .atMost), ("减少到", .atMost), ("减少至", .atMost), ("减至", .atMost), ("压降至", .atMost),
        ("压降到", .atMost), ("缩小到", .atMost), ("缩小至", .atMost), ("压缩在", .atMost), ("控制到", .atMost),
        ("低于", .lessThan), ("少于", .lessThan), ("小于", .lessThan), ("不足", .lessThan),
        ("不得低于", .atLeast), ("不得少于", .atLeast), ("约", .about), ("大约", .about), ("稳定在", .about),
        ("保持在", .about),
        ("等于", .equal), ("≥", .atLeast), ("≧", .atLeast), (">", .moreThan), ("≤", .atMost),
        ("≦", .atMost), ("<", .lessThan), ("=", .equal),
    ]

    /// What stands behind a figure and says how it compares.
    static let comparatorsBehind: [(word: String, comparator: Indicator.Comparator)] = [
        ("及以上", .atLeast), ("以上", .atLeast), ("或以上", .atLeast), ("以内", .atMost), ("之内", .atMost),
        ("以下", .atMost), ("及以下", .atMost), ("内", .atMost), ("左右", .about), ("上下", .about),
        ("之间", .atLeast),
    ]

    /// Words between a figure and its comparator or what it counts that mean nothing.
    static let hedges: WordList = [
        "力争", "确保", "争取", "努力", "预期", "预计", "将", "为", "在", "要", "基本", "每人每月", "每人每年",
    ]

    /// What describes the thing a target is about, not the target: 总投资24亿元, 全长12公里.
    static let descriptions: WordList = [
        "总投资", "计划总投资", "计划投资", "估算投资", "概算", "投资概算", "占地", "占地面积", "全长", "总长", "线路长", "长度", "长",
        "宽", "库容", "总库容", "年产", "年产能", "日处理", "日产", "日供水", "设计时速", "时速", "总面积", "总建筑面积", "注册资本",
        "装机容量", "总装机", "装机", "服务半径", "半径", "人口", "户籍人口", "面积约", "投资额", "总规模", "高", "深", "净宽", "跨径",
        "总投资约", "占地约", "全长约", "总投资额", "概算总投资", "计划总投资约", "拥有", "现有", "原有", "辖", "下辖",
    ]

    /// What a capacity follows, with or without what is handled between: 日处理污水5万吨.
    static let capacities: WordList = ["日处理", "年处理", "年产", "日产", "日供", "年供", "可容纳", "日均处理"]

    /// What describes people, unless a verb says what is done for them: 带动脱贫人口8000人.
    static let people: WordList = ["人口"]

    /// Verbs that make even such a figure a promise: 完成总投资180亿元.
    static let commitments: WordList = [
        "完成", "实现", "达到", "新增", "争取", "力争", "确保", "到位", "引进", "新建", "增加", "突破", "落实", "增长", "不低于",
        "不少于", "年度计划投资", "年度投资", "当年计划投资", "本年计划投资",
    ]

    /// What is carried out by its name, with the number in it: 落实33条措施, 抓好3个示范社.
    static let carriedOut: WordList = ["落实", "贯彻", "执行", "抓好", "抓实"]

    /// Verbs between a name and its figure: 配套率保持100%.
    static let holds: WordList = ["保持", "稳定", "稳定保持", "始终保持"]

    /// What is only carried out, however many there are of them: 落实惠企政策50条.
    static let instructions: WordList = ["政策", "措施", "举措", "政策措施", "部署", "意见", "要求", "条款"]

    /// What things are numbered by that belong to it: “十四五”规划102项重大工程.
    static let documents: WordList = ["规划", "规划”", "纲要", "意见", "方案", "意见》", "方案》", "规划》"]

    /// What a capacity before it belongs to: 60万吨乙烯项目.
    static let undertakings: WordList = ["项目", "工程", "生产线", "装置", "机组", "基地", "电站", "产业园"]

    /// Parts of an undertaking, which have a capacity: 一期1.2万吨.
    static let phases: WordList = ["一期", "二期", "三期", "四期"]

    /// That a promise is for the year.
    static let years: WordList = ["年度", "全年", "当年", "年内", "今年", "本年"]

    /// What a report calls the year that it is about, beside an earlier one: 2022年…,今年….
    static let thisYear: WordList = ["今年", "本年"]

    /// That a figure is one of an earlier year, unless the report only compares with it.
    static let earlier: WordList = ["上年", "去年", "往年", "前年", "上一年", "同期"]

    /// That what follows is of this year all the same.
    static let present: WordList = ["今年", "本年", "较", "比", "同比", "增长", "下降"]

    /// That a figure is expected of the whole year.
    static let forecasts = WordList(yearForecasts, ["预计年底", "年底预计"])

    /// The same, of sums that are known only when the year is over.
    static let yearForecasts: WordList = ["预计全年", "全年预计"]

    /// Things that are only planned, and promised as such: 谋划储备项目500个.
    static let reserves: WordList = ["储备", "谋划", "策划", "包装"]

    /// That all have begun, and none needs to be done.
    static let begun: WordList = ["全部开工", "均已开工", "已全部开工", "全部启动", "均已启动"]

    /// That a building stands, and isn't done: 3所高中主体完工.
    static let shells: WordList = [
        "主体完工", "主体全部", "主体均", "主体封顶", "主体竣工", "主体完成", "主体结构", "主体工程", "主体施工", "主体建成", "主体已", "封顶",
    ]

    /// What begins a list of things that are done.
    static let finished: WordList = [
        "已完成", "已建成", "完成", "建成", "已打通", "打通", "已改造", "已修复", "已新建",
    ]

    /// That the figure before is what a target asks for: 50家的目标.
    static let goals: WordList = ["的目标", "的任务", "的要求", "的指标", "目标", "任务", "大关", "关口"]

    /// That days or hours are counted, and are no term: 优良天数250天.
    static let countedTimes: WordList = ["天数", "时长", "时数", "学时", "库存", "存煤", "存量"]

    /// What a figure comes from, not what it goes to: 从50个增加到80个.
    static let origins: WordList = ["从", "由", "比", "较", "原来的", "上年的", "去年的"]

    /// Falling.
    static let falls: WordList = [
        "压减", "减少", "下降", "降低", "削减", "压缩", "减排", "缩减", "压降", "下降了", "减少了", "降低了", "压减了", "缩短",
        "回落",
        "同比下降", "降幅", "降幅达", "收窄", "下降率", "降", "降低率", "降低幅度", "下降幅度", "同比减少", "净减少",
    ]

    /// Rising.
    static let rises: WordList = [
        "增长", "提高", "增加", "上升", "提升", "增长了", "提高了", "增加了", "上升了", "提升了", "增幅", "增速", "涨幅", "同比增长",
        "增", "升高", "增速达", "同比增加", "同比提高", "增长率", "增幅达",
    ]

    /// What is done.
    static let done: WordList = [
        "已", "完成", "实现", "建成", "新增", "竣工", "完工", "交付", "投用", "投入使用", "达到", "达", "落地", "到位", "通车",
        "投运",
        "办结", "累计", "新建", "开工", "发放", "处置", "改造", "培训", "安置", "整治", "引进", "签约", "入库",
    ]

    /// What makes a figure real that stands behind a plan: 计划50个,实际完成60个.
    static let real: WordList = ["已", "实际", "实现", "超计划", "超目标", "超额"]

    /// What a figure is more of than there was, so that it is no total.
    static let increments: WordList = [
        "新增", "净增", "新建", "新认定", "新培育", "新引进", "新登记", "新发展", "增加", "新申报", "新注册", "新签约", "新设立",
        "新成立", "新命名", "新获批", "新创建",
    ]

    /// What is left of what was added when losses are taken off.
    static let netGains: WordList = ["净增"]

    /// That a figure says how much there is in all, not how much was added.
    static let levels: WordList = [
        "总数", "总量", "总规模", "保有量", "存量", "达到", "达", "稳定在", "保持在", "累计达", "累计达到",
    ]

    /// Words of which one tells a thing from another: a figure of the other kind is none of it.
    static let kinds: [[ArraySlice<Unicode.Scalar>]] = namesOfKinds.map { names in
        names.map { Array($0.unicodeScalars)[...] }
    }

    private static let namesOfKinds: [[String]] = [
        ["登记失业", "调查失业"], ["城镇", "农村"], ["PM2.5", "PM10"], ["省级", "市级", "国家级", "县级"], ["常住", "户籍"],
        ["小学", "初中", "高中", "学前"], ["出口", "进口"], ["名义", "实际"], ["水质", "流量"],
        ["生活垃圾", "建筑垃圾", "餐厨垃圾"],
    ]

    /// What things are graded by with a number: 220千伏, 三星级 in digits.
    static let grades: WordList = ["千伏", "星级", "级", "英寸", "代"]

    /// The words of `kinds`, found together.
    static let kindWords = WordList(namesOfKinds.flatMap(\.self))

    /// That a figure is for each of several things.
    static let each: WordList = ["均", "都", "分别", "各"]

    /// Words that end so and say something else.
    static let averages: WordList = ["平均", "人均", "户均", "年均", "日均", "月均", "地均", "亩均", "村均", "校均"]

    /// What goes before 千亿元, 百万吨: ranks without a digit.
    static let reaches: WordList = ["突破", "超过", "超", "达到", "达", "跨越", "迈上", "站上", "跨过", "冲刺", "近"]

    /// What has a number without a unit.
    static let ratios: WordList = ["率", "指数", "系数", "强度", "比值", "容积率", "收入比", "性别比", "师生比"]

    /// That a figure is planned or left to do.
    static let planned: WordList = [
        "计划", "拟", "目标", "任务", "预计", "力争", "下一步", "下步", "剩余", "还有", "尚有", "尚余", "应完成", "将于", "将在",
        "将完成",
        "明年", "目标值", "任务数", "指标", "要求", "年初确定", "预期", "余下", "其余", "尚需", "仍需", "还需", "缺口", "有待",
        "待建", "即将",
    ]

    /// What begins how much is left to do.
    static let rests: WordList = ["其余", "剩余", "余下", "另有", "还有", "尚有"]

    /// That a figure is not there yet.
    static let unfinished: WordList = [
        "正在", "在建", "尚未", "未", "暂缓", "报批", "审批中", "手续", "谋划", "储备", "前期", "仅剩", "招标", "设计中", "施工中",
        "停工",
        "推进中", "取消",
    ]

    /// What is counted by what was signed: 签约成交额.
    static let deals: WordList = ["成交额", "成交金额", "成交总额", "交易额", "合同额", "签约额", "贸易额", "订单额"]

    /// What every sum of money is called: 项目26个、资金9.15亿元.
    static let sums: WordList = ["资金", "金额", "总额"]

    /// Words that end like those that join two things: 惠及42万人.
    static let endingAsJoined: WordList = ["惠及", "普及", "涉及", "遍及", "波及", "触及", "参与", "共和"]

    /// What is fulfilled, not counted: 30个重点项目年度投资计划.
    static let plans: WordList = ["投资计划", "年度计划", "建设计划", "目标计划"]

    /// Sums of money whose measure is left out: 投放贷款20亿.
    static let moneys: WordList = [
        "贷款", "投资", "资金", "产值", "收入", "金额", "总额", "交易额", "销售额", "成交额", "营收", "税收", "GDP", "债券",
        "补贴",
        "补助", "保费", "融资", "利润", "存款", "增加值", "生产总值",
    ]

    /// Steps before what was promised is there, unless a result follows.
    static let stages: WordList = [
        "签约", "签订", "排查", "摸底", "摸排", "启动", "纳入", "申报", "受理", "征收", "调查", "拟", "储备", "对接", "洽谈",
        "开工",
        "动工", "规划", "选址", "采购", "授信", "报名", "发现", "招标", "设计", "立项", "后备", "征集", "收集", "申请", "推荐",
        "备案",
        "征地", "培训", "评审", "初审", "论证", "收到", "接到", "意向", "将建成", "将新建", "将建设", "将新增", "将达到", "将实现",
    ]

    /// What comes of such steps: 排查整改126处, 签约落地26个.
    static let outcomes: WordList = [
        "落地", "获批", "整改", "化解", "安装", "发放", "完成", "竣工", "投产", "办结", "建成", "认定", "入库", "通过", "命名",
        "交付",
        "到位", "完工", "投用", "通车", "处置", "治理", "整治", "拆除", "修复", "到岗", "兑现", "投放", "解决", "销号", "新建",
        "成功", "验收", "开放", "获证", "启用", "投入使用",
    ]

    /// What is undertaken or chosen, of which some may be done.
    static let undertaking: WordList = ["实施", "推进", "推动", "确定", "安排", "部署", "梳理"]

    /// What says that something undertaken is done.
    static let finishing: WordList = [
        "建成", "竣工", "完工", "投用", "投入使用", "投产", "交付", "通车", "验收", "通过", "认定", "获批", "获证", "启用", "开放",
        "办结", "销号", "到岗", "完成", "成功", "整改",
    ]

    /// Signing, which is what counts where projects are attracted.
    static let signing: WordList = ["签约", "签订"]

    /// Beginning, which is enough where nothing is to be built.
    static let beginning: WordList = ["开工", "动工", "启动"]

    /// What is attracted by signing.
    static let attracted: WordList = ["项目", "企业", "资金", "投资", "外资", "额"]

    /// Buying, which is enough but where something is to be put up.
    static let buying: WordList = ["采购"]

    /// Putting up.
    static let installing: WordList = ["安装", "建设", "建成", "新建", "布设", "铺设", "敷设", "改造"]

    /// Verbs of what is there in the end: 建成投用学校5所.
    static let results: WordList = ["建成", "投用", "完工", "竣工", "交付", "通车", "治理", "整治"]

    /// Verbs of a change in how much there is.
    static let changes: WordList = [
        "新增", "净增", "新建", "新认定", "新培育", "新引进", "新登记", "新发展", "增加", "培育", "发展", "引进", "招引", "关停",
        "减少",
        "压减", "淘汰", "化解", "处置", "拆除", "清理", "腾退", "新改建", "新改扩建", "扩建", "创建", "新开工",
    ]

    /// Verbs of what goes.
    static let removals: WordList = [
        "处置", "化解", "关停", "淘汰", "减少", "拆除", "压减", "清退", "注销", "腾退", "退出",
    ]

    /// How much there is altogether.
    static let stocks: WordList = [
        "现有", "原有", "余额", "总数", "总量", "存量", "保有量", "拥有", "共有", "现存", "总规模", "累计拥有",
    ]

    /// What is promised where signing is what counts: 招引项目60个.
    static let attracting: WordList = ["招引", "引进", "新引进", "招商"]

    /// That a figure takes in everything so far.
    static let totals: WordList = ["累计", "全年", "共", "总计", "合计", "全市", "截至", "总共", "共计", "年度"]

    /// That a figure is a part of another, or compared with another time.
    static let parts: WordList = [
        "其中", "包括", "含", "上半年", "一季度", "二季度", "三季度",
        "四季度", "第一季度", "第二季度", "第三季度", "月份", "本月", "当月", "去年", "上年", "单月", "首批", "第一批", "一期", "二期",
    ]

    /// That a figure compares with another time.
    static let comparisons: WordList = ["较年初", "较上年", "较去年", "比上年", "比去年", "同比", "环比", "比年初"]

    /// Places that only a part of the figure belongs to, unless the promise names them.
    static let placeEndings: WordList = ["县", "区", "市", "镇", "乡", "街道"]

    /// Words that end like a place and name none.
    static let noPlaces: WordList = [
        "全市", "全县", "全区", "市区", "城区", "市级", "县级", "区级", "乡镇", "城镇", "园区", "小区", "社区", "县区", "县乡",
        "城市",
        "市场", "灌区", "片区", "景区", "校区", "库区", "山区", "示范区", "开发区", "上市", "超市", "城乡", "县域", "区域", "乡村",
        "乡道",
        "县道", "市民", "乡土", "市属", "市直", "市政", "县城", "区块", "镇区", "镇村",
    ]

    /// Shares of a plan that is fulfilled: 完成率95%, 占年度任务的80%.
    static let fulfilment: WordList = [
        "完成率", "完成率为", "完成率达", "完成率达到", "目标的", "任务的", "计划的", "目标任务的", "年度目标的", "任务数的", "计划数的",
        "任务量的", "总任务的",
        "目标", "任务", "计划",
    ]

    /// Shares that say that all of something is covered: 覆盖率, 服务率.
    static let coverage: WordList = [
        "覆盖率", "覆盖率达", "覆盖率达到", "服务率", "完成率", "救助率", "办结率", "整改率", "达标率", "建成率", "签约率", "安置率",
        "改造率",
        "覆盖面", "覆盖面达", "覆盖率为", "普及率", "通达率", "率", "率达", "率达到", "率为", "比例", "比例达", "比例达到", "占比",
        "比重",
    ]

    /// What follows 全部 or 均已 where all is done.
    static let completions: WordList = [
        "完成", "完工", "建成", "竣工", "交付", "到位", "办结", "达标", "整改", "投用", "开工", "投入使用", "安置", "发放", "通车",
        "落实",
        "兑现", "清零", "投运", "改造", "实现", "启用", "运营", "化解", "消除", "销号", "解决", "覆盖", "拆除", "关停", "治理",
        "侦破",
    ]

    /// What ends the names of things that reports list by name instead of counting them.
    static let nameEndings: [(counted: WordList, endings: [String])] = [
        (["道路", "路", "街", "断头路", "市政路"], ["路", "街", "大道", "巷", "线"]),
        (["桥", "桥梁"], ["桥"]),
        (["公园", "绿地", "游园"], ["公园", "游园", "绿地", "广场"]),
        (["学校", "中小学", "幼儿园"], ["学校", "小学", "中学", "幼儿园", "校区", "一中", "实验"]),
        (["小区", "社区"], ["小区", "社区", "家园", "花园", "苑"]),
        (["医院", "卫生院"], ["医院", "卫生院"]),
        (["项目", "工程"], ["项目", "工程"]),
    ]
}
