import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

@Suite struct TableSelectionTests {
    @Test func keepsTextsPlacesAndOriginalsInTheOrderGiven() {
        var table = TargetTable.make(
            columns: ["序号", "备注"],
            rows: [["1", "a"], ["2", "b"], ["3", "c"]]
        )
        table.baseline = Baseline(cells: table.rows.joined().map { .text($0 + "!") })
        table.layout = Layout(encoding: .utf8, runs: [])
        let selected = table.selecting([2, 0])
        #expect(selected.rows == [["3", "c"], ["1", "a"]])
        #expect(selected.origins.map(\.line) == [4, 2])
        #expect(selected.baseline?.cells == [.text("3!"), .text("c!"), .text("1!"), .text("a!")])
        #expect(selected.layout == nil)
        #expect(table.selecting([]).rows.isEmpty)
    }
}
