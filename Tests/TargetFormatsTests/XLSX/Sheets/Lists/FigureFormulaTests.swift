import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Formulas that find a figure in a corrected text.
@Suite struct FigureFormulaTests {
    private static func indicators(_ objective: String, _ progress: String) -> [Indicator] {
        TargetTable.make(rows: [["1", "张鹏", objective, "年底", progress, "是", "市民政局"]]).indicators
    }

    @Test func aPlainFigureIsFoundBehindItsContext() throws {
        let progress = "已新增护理型养老床位4433张"
        let found = try #require(Self.indicators("新增护理型养老床位1500张", progress).first)
        let achieved = try #require(found.achieved)
        let formula = try #require(FigureFormula(achieved, in: progress))
            .formula("$M4", otherwise: "—")
        let start = "FIND(\"理型养老床位\",$M4)+6"
        #expect(
            formula
                == "IFERROR(VALUE(MID($M4,\(start),FIND(\"张\",$M4,\(start))-(\(start)))),\"—\")"
        )
    }

    @Test(arguments: ["实现营业收入1.1万元", "新增骨干企业10—15家"])
    func whatIsNotPlainIsLeftAsItIs(text: String) throws {
        let found = try #require(Self.indicators(text, text).first)
        #expect(FigureFormula(found.promised, in: text) == nil)
    }
}
