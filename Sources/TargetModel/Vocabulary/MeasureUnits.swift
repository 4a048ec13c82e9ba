/// The units of figures, and which of them measure the same.
package enum MeasureUnits {
    /// What a unit measures; figures compare within one dimension only.
    package enum Dimension: Sendable, Hashable {
        /// Counted with a measure word: 个, 处, 家. Different words may count the same things.
        case count
        /// Counted people, households, and how often: 人 and 人次 are not the same.
        case people, visits, households
        /// A share: %, 成, a bare fraction.
        case share
        /// 个百分点.
        case points
        /// A multiple: 倍.
        case multiple
        /// Money, each currency for itself.
        case yuan, dollar
        /// Physical measures.
        case length, area, volume, mass, power, energy, duration, workdays, temperature, density
        /// A number without a unit.
        case none
    }

    /// A unit as it is written.
    package struct Unit: Sendable {
        /// The unit as it is written, without 万 and 亿.
        package var text: String
        /// What it measures.
        package var dimension: Dimension
        /// How many of the dimension's first unit it is.
        package var factor: ExactNumber
        /// Whether it never is what a target promises: 年, 届, 级.
        package var isOrdinal = false
    }

    /// What a bare fraction such as 三分之二 has for a unit.
    package static let bareShare = Unit(text: "", dimension: .share, factor: ExactNumber(1))

    /// The longest unit that begins at `index` (from 0) of a text, by its number in `all`.
    static func unit(in text: [Unicode.Scalar], at index: Int) -> WordList.Hit? {
        index < text.count ? words.word(at: index, in: text[...]) : nil
    }

    /// Whether a text is what figures are counted in, and nothing else: 万元, 公里, %, 平方米/人.
    package static func isMeasure(_ text: String) -> Bool {
        let scalars = Array(TextFolding.squeezed(text)).filter {
            !"/／、".unicodeScalars.contains($0)
        }
        var index = 0
        while index < scalars.count {
            if "万亿千百".unicodeScalars.contains(scalars[index]) {
                index += 1
            } else if let unit = unit(in: scalars, at: index), unit.count > 0 {
                index += unit.count
            } else {
                return false
            }
        }
        return !scalars.isEmpty
    }

    /// A percentage's unit.
    static let percent = words.word(at: 0, in: ["%"]).map { all[$0.number] } ?? bareShare

    /// The texts of `all`, found together.
    private static let words = WordList(all.map(\.text))

    /// All units.
    package static let all: [Unit] = {
        let counted = Self.counted.map { Unit(text: $0, dimension: .count, factor: ExactNumber(1)) }
        let ordinal = Self.ordinal.map {
            Unit(text: $0, dimension: .none, factor: ExactNumber(1), isOrdinal: true)
        }
        let measured = Self.measured.flatMap { dimension, words in
            words.map { word, numerator, denominator in
                Unit(
                    text: word,
                    dimension: dimension,
                    factor: ExactNumber(numerator, over: denominator) ?? ExactNumber(1)
                )
            }
        }
        return counted + ordinal + measured
    }()

    /// Measure words that count things.
    private static let counted = [
        "个", "处", "家", "张", "条", "套", "项", "座", "所", "台", "辆", "只", "头", "株", "棵", "件", "场", "篇",
        "份", "支", "间", "幢", "栋", "根", "对", "组", "颗", "眼", "口", "艘", "架", "列", "盏", "部", "例", "宗",
        "笔",
        "幅", "户次", "村", "镇", "县", "区块", "万只", "羽", "尾", "块", "片", "种", "门", "枚", "本", "册", "首", "扇",
        "段",
        "标段", "泊位", "床", "路", "班", "班次", "架次", "列次", "标箱", "TEU", "标准箱", "辆次", "台次", "场次", "件次",
        "次",
        "起", "台套", "台(套)", "桩", "单", "道", "孔", "树", "基", "站", "批次", "PCT", "节", "面", "把", "袋", "瓶",
        "艘次", "家次", "车次", "趟", "趟次", "届次", "课时", "餐", "单元", "尊", "顶", "匹", "峰", "箱", "桶",
    ]

    /// What orders, dates or describes rather than promises.
    private static let ordinal = [
        "年", "年度", "月", "月份", "日", "号", "期", "届", "级", "大类", "大", "类", "代", "层", "岁", "周年", "周",
        "周岁", "季度",
        "点钟", "时", "线", "号线", "国道", "省道", "个月", "批", "版", "版本", "星级", "星", "后", "等", "强", "年级",
        "方面",
        "个方面", "分钟车程", "公里内", "公里范围", "分之", "千伏", "伏", "kV", "KV", "千伏级",
    ]

    /// Units of measure: how each converts to the first of its dimension.
    private static let measured: [(Dimension, [(String, Int128, Int128)])] = [
        (.people, [("人", 1, 1), ("名", 1, 1), ("位", 1, 1)]),
        (.visits, [("人次", 1, 1), ("人(次)", 1, 1)]),
        (.households, [("户", 1, 1)]),
        (.share, [("%", 1, 100), ("％", 1, 100), ("‰", 1, 1000), ("成", 1, 10)]),
        (.points, [("个百分点", 1, 1), ("百分点", 1, 1)]),
        (.multiple, [("倍", 1, 1)]),
        (.yuan, [("元", 1, 1), ("元人民币", 1, 1), ("块钱", 1, 1)]),
        (.dollar, [("美元", 1, 1)]),
        (
            .length,
            [
                ("米", 1, 1), ("公里", 1000, 1), ("千米", 1000, 1), ("里", 500, 1), ("延米", 1, 1),
                ("km", 1000, 1), ("KM", 1000, 1), ("m", 1, 1), ("华里", 500, 1), ("厘米", 1, 100),
                ("车道公里", 1000, 1), ("皮长公里", 1000, 1), ("芯公里", 1000, 1),
            ]
        ),
        (
            .area,
            [
                ("平方米", 1, 1), ("平米", 1, 1), ("㎡", 1, 1), ("m²", 1, 1), ("平方公里", 1_000_000, 1),
                ("平方千米", 1_000_000, 1), ("公顷", 10_000, 1), ("亩", 10_000, 15), ("平方", 1, 1),
            ]
        ),
        (
            .volume,
            [
                ("立方米", 1, 1), ("方", 1, 1), ("m³", 1, 1), ("立方", 1, 1), ("升", 1, 1000),
                ("立方米/日", 1, 1), ("立方米/天", 1, 1), ("方/日", 1, 1), ("立方米/年", 1, 1),
            ]
        ),
        (
            .mass,
            [
                ("吨", 1, 1), ("公斤", 1, 1000), ("千克", 1, 1000), ("斤", 1, 2000), ("吨标准煤", 1, 1),
                ("吨标煤", 1, 1), ("吨/日", 1, 1), ("吨/天", 1, 1), ("吨/年", 1, 1), ("t", 1, 1),
                ("kg", 1, 1000), ("克", 1, 1_000_000),
            ]
        ),
        (
            .power,
            [
                ("千瓦", 1, 1), ("兆瓦", 1000, 1), ("吉瓦", 1_000_000, 1), ("瓦", 1, 1000), ("kW", 1, 1),
                ("MW", 1000, 1), ("GW", 1_000_000, 1), ("千伏安", 1, 1), ("兆伏安", 1000, 1),
                ("MWp", 1000, 1),
            ]
        ),
        (
            .energy,
            [
                ("千瓦时", 1, 1), ("度", 1, 1), ("度电", 1, 1), ("兆瓦时", 1000, 1), ("kWh", 1, 1),
                ("MWh", 1000, 1),
            ]
        ),
        (.duration, [("小时", 60, 1), ("分钟", 1, 1), ("天", 1440, 1), ("个小时", 60, 1)]),
        (.workdays, [("个工作日", 1, 1), ("工作日", 1, 1)]),
        (.temperature, [("摄氏度", 1, 1), ("℃", 1, 1)]),
        (
            .density,
            [
                ("微克/立方米", 1, 1), ("μg/m³", 1, 1), ("微克每立方米", 1, 1), ("毫克/升", 1, 1),
                ("毫克/立方米", 1000, 1),
            ]
        ),
    ]
}
