/// The characters and words right beside a figure that make it something else than it looks like.
///
/// Texts stand for the set of their characters.
extension IndicatorWords {
    /// What stands before a figure and says how it compares, by its number in `comparatorsBefore`.
    static let before = WordList(comparatorsBefore.map(\.word))

    /// What stands behind a figure and says how it compares, by its number in `comparatorsBehind`.
    static let behind = WordList(comparatorsBehind.map(\.word))

    // MARK: Promises and reports without a figure

    /// What doubles something, and how often; longer ones first.
    static let doublings: [(word: ArraySlice<Unicode.Scalar>, factor: Int)] = [
        (scalars("翻两番"), 4), (scalars("翻二番"), 4), (scalars("翻一番"), 2), (scalars("翻番"), 2),
    ]

    /// That something has doubled.
    static let doubled = ["翻番", "翻一番", "翻了一番"].map(scalars)

    /// That everything is covered.
    static let coversAll = scalars("全覆盖")

    /// What promises all of something; longer ones first.
    static let wholes =
        [coversAll]
        + ["全部完成", "全部建成", "全面完成", "全部完工", "全部整改到位", "全部整改", "全部办结", "全部达标"].map(scalars)

    /// What stands before the `completions` where all is done.
    static let all = ["全部", "均已", "已全面", "全面"].map(scalars)

    /// A word as it is looked for.
    private static func scalars(_ word: String) -> ArraySlice<Unicode.Scalar> {
        Array(word.unicodeScalars)[...]
    }

    // MARK: What is addressed, and not promised

    /// Verbs of what is done about things, however many there are of them: 加强对126家企业的服务.
    static let addressing: WordList = [
        "完善", "加强", "强化", "发挥", "深化", "巩固", "依托", "围绕", "健全", "规范", "抓好", "做好", "用好", "面向", "推广",
        "统筹",
        "立足", "针对", "借助", "坚持", "聚焦", "补齐", "落细", "保护", "改善", "壮大", "做大", "做强", "跟踪", "建好用好", "提高",
        "对标", "打好", "维护",
    ]

    /// What stands before a verb and only stresses it: 持续跟踪.
    static let stresses: WordList = [
        "持续", "继续", "进一步", "大力", "积极", "不断", "着力", "切实", "严格", "全面", "深入", "充分",
    ]

    /// Verbs that further what others do; what that is tells whether it is counted: 推动10家企业上市.
    static let furthering: WordList = ["推动", "支持", "提升", "加快", "推进", "鼓励", "引导", "促进"]

    /// What goes on without an end.
    static let furthered: WordList = [
        "加快", "进度", "步伐", "提质", "扩容", "发展", "创建", "能力", "水平", "功能", "品质", "效能", "做大", "做强", "作用",
        "成果",
    ]

    /// What something is counted by, behind the slash of a measure: 4批次/千人.
    static let perMeasures: WordList = [
        "千", "万", "百", "人", "户", "亩", "公里", "平方", "天", "日", "年", "月", "次", "家", "村", "每",
    ]

    // MARK: Before a figure

    /// What stands between what is counted and a number without a measure.
    static let beforeBareNumbers = "达到为共计约 :"

    /// What makes 约 behind it no “about” but a part of a word: 签约, 节约.
    static let beforeAgreement = "签节预履立合条公契制誓违续邀"

    /// What promises begin with and isn't counted.
    static let resolves: WordList = ["力争", "确保", "争取"]

    /// What terms before 前 are written with, beside digits: 6月底前.
    static let ofTerms = "年月日底末初上中下旬季度到至于在一二三四本当"

    /// What behind 每 says how a figure is counted, not that there are many: 每年, 每万人.
    static let countedPer = "年月万千百"

    /// What a word before a minus ends with that makes it a fall: 增长-1.2%.
    static let beforeFalls = "长幅速降为达到率加"

    /// What makes 前 the end of another word than 前10名: 目前, 此前.
    static let endBefore = "目之此日以年月"

    /// What stands between a rate and its value: 死亡率不超过0.02.
    static let beforeRatios = "达到为至了约近超不过高低于控制在提升降增减缩小 "

    /// What `earlier` times begin with: 上年, 同期.
    static let beginEarlier = "上去往前同"

    /// What compares with an earlier time: 较上年同期.
    static let comparing = "较比同于与超"

    /// What joins what follows to what stands before it.
    static let joints: WordList = ["以及", "和", "及", "与", "、"]

    // MARK: Behind a figure

    /// What makes 基 behind a number no measure but the beginning of a word: 5基地.
    static let behindBase = "地站本金础层准因"

    /// What stands behind a numeral that counts something before it: 城市道路二十条,.
    static let behindCounts = ",;。、以左"

    /// What makes a figure the attribute of a noun: 10亿元以上企业.
    static let attributes: WordList = ["以上", "以下", "的", "及以上"]

    /// What goes on with a list behind such an attribute.
    static let behindListed = "、和及并且"

    /// What behind a name's ending makes it a part of another name: 高平路口.
    static let behindNames = "口段西东南北"
}
