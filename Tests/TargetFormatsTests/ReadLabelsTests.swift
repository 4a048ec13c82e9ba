import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What somebody said of a column needs no second word: it is written with labels that read alike.
@Suite struct ReadLabelsTests {
    @Test func aColumnThatWasSaidToBeAnothersIsReadSo() throws {
        var options = ReadingOptions.keepingLayout
        options.columns = ["总投资(万元)": .objective]
        let (table, _) = try readTSV(
            "序号⇥责任目标内容⇥总投资(万元)⇥责任单位⇥完成情况↵1⇥修路⇥甲投资⇥市局⇥在建↵2⇥建桥⇥乙投资⇥市局⇥通车↵".unsigned(),
            options: options
        )
        let (again, _) = try readCSV(try writeCSV(table))
        #expect(lines(again, [.serial, .objective]) == ["1|甲投资", "2|乙投资"])
    }
}
