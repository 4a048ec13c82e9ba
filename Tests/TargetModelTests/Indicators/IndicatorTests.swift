import TestSupport
import Testing

@testable import TargetModel

/// What objectives promise in figures, and what reports say of them.
///
/// The sentences are such as governments write
/// them. An expectation is the comparator, the figure promised, the figure reached, and whether the
/// promise is kept; - is what the text doesn't say.
@Suite struct IndicatorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var objective: String
        var progress: String
        var expected: [String]
        var testDescription: String { objective }

        init(_ objective: String, _ progress: String, _ expected: String...) {
            self.objective = objective
            self.progress = progress
            self.expected = expected
        }
    }

    static let all =
        counted + measured + told + mixed + reported + trapped + worked + cities + counties
        + bureaus + undertaken + ofYears

    @Test(arguments: all)
    func findsWhatIsPromisedAndReached(_ sentence: Case) {
        let found = Indicator.indicators(
            objective: sentence.objective,
            progress: sentence.progress
        )
        #expect(found.map(Self.shown) == sentence.expected)
    }

    @Test(arguments: descriptions + names + addressed)
    func leavesOutWhatOnlyDescribes(_ objective: String) {
        let found = Indicator.indicators(objective: objective, progress: "已完成50%")
        #expect(found.map(Self.shown) == [])
    }

    @Test(arguments: all)
    func figuresStandWhereTheirRangesSay(_ sentence: Case) {
        let found = Indicator.indicators(
            objective: sentence.objective,
            progress: sentence.progress
        )
        let objective = Array(sentence.objective.unicodeScalars)
        let progress = Array(sentence.progress.unicodeScalars)
        for indicator in found {
            let promised = objective[indicator.promised.range]
            #expect(promised.elementsEqual(indicator.promised.text.unicodeScalars))
            if let achieved = indicator.achieved {
                #expect(progress[achieved.range].elementsEqual(achieved.text.unicodeScalars))
            }
        }
    }

    /// Of how many were undertaken and how many of them are done, the latter count, whatever the words and
    /// the figures.
    @Test(arguments: 0..<80 as Range<UInt64>)
    func whatIsDoneCountsAndNotWhatWasUndertaken(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        func one(_ words: String...) -> String { words[random.below(words.count)] }
        let verb = one("新建", "改造", "新改建", "创建", "修缮")
        let noun = one("标准化村卫生室", "农贸市场", "乡村文化广场", "公共厕所", "养老服务中心")
        let unit = one("处", "个", "座", "所")
        let wanted = random.number(in: 2...500)
        let undertaken = random.number(in: 2...900)
        let done = random.number(in: 1...undertaken)
        let begun = one("实施", "推进", "确定", "安排", "启动", "申报", "开工", "规划")
        let ended = one(
            "已建成",
            "已竣工",
            "完工",
            "投用",
            "已投入使用",
            "验收通过",
            "通过验收",
            "已完成",
            "目前已交付"
        )
        let found = Indicator.indicators(
            objective: "\(verb)\(noun)\(wanted)\(unit)",
            progress: "\(begun)\(noun)\(undertaken)\(unit),\(ended)\(done)\(unit)"
        )
        let expected = ">= \(wanted)\(unit) → \(done)\(unit) \(done >= wanted)"
        #expect(found.map(Self.shown) == [expected], "\(begun), \(ended)")
    }

    /// What a figure counts is told by its name, where the objective tells it at all.
    @Test(arguments: all)
    func everyPromiseHasAName(_ sentence: Case) {
        let found = Indicator.indicators(
            objective: sentence.objective,
            progress: sentence.progress
        )
        #expect(found.allSatisfy { !$0.name.isEmpty })
    }

    /// The name says what is counted: from the heading before it, without the mark of an item and the date.
    @Test(arguments: [
        ("新增护理型养老床位1500张", ["新增护理型养老床位"]),
        ("1500张护理型养老床位", ["护理型养老床位"]),
        ("招商引资:100亿元以上", ["招商引资"]),
        ("城镇就业:新增5万人", ["城镇就业新增"]),
        ("固定资产投资:增长8%", ["固定资产投资增长"]),
        ("污水处理率,达到85%以上", ["污水处理率"]),
        ("实施绿化提升行动,新建10处", ["实施绿化提升行动,新建"]),
        ("①新建书房10处;(2)改造书屋30家", ["新建书房", "改造书屋"]),
        ("一是新建书房10处;二是改造书屋30家", ["新建书房", "改造书屋"]),
        ("衔接资金支出进度12月底达到100%", ["衔接资金支出进度"]),
        ("10月底前完成改造58公里", ["完成改造"]),
        ("粪污处理设施装备配套率保持100%", ["粪污处理设施装备配套率"]),
        ("优良率≥65%,失业率<4%", ["优良率", "失业率"]),
        // Nothing names what is counted.
        ("不少于10家", [""]),
    ])
    func namesTellWhatIsCounted(objective: String, names: [String]) {
        #expect(Indicator.indicators(objective: objective, progress: "").map(\.name) == names)
    }

    /// Years, serials and levels are no figures, whatever follows them; what goes on with them is read.
    @Test(arguments: [
        ("2023年新建5所(13号)", ["5所"]), ("第3届", []), ("2021年至2035年建成2座", ["2座"]),
        ("2021年—2035年", []), ("5年余", []), ("110kV变电站2座", ["2座"]), ("35kVA", []), ("3级", []),
        ("人均预期寿命79岁", ["79岁"]), ("60岁以上300人", ["300人"]),
        ("“2023年”5处、“6处”7处", ["5处", "7处"]), ("投资1,100万元(“3家”)", ["1,100万元"]),
    ])
    func ordinalsAreNoFigures(text: String, expected: [String]) {
        #expect(Figure.figures(in: text).map(\.text) == expected)
    }

    /// A text takes time with its length, not with its square: minutes for this one, it was.
    @Test func manyFiguresAreReadInOnePass() {
        let figures = Figure.figures(in: String(repeating: "完成3公里,", count: 40_000))
        #expect(figures.count == 40_000)
        #expect(figures.last?.text == "3公里")
    }

    private static func shown(_ indicator: Indicator) -> String {
        let reached = indicator.achieved?.text ?? "-"
        let isMet = indicator.isMet.map(String.init) ?? "-"
        return "\(indicator.comparator.rawValue) \(indicator.promised.text) → \(reached) \(isMet)"
    }
}
