import SourceText
import TargetModel
import TestSupport
import Testing

@Suite struct TableSelectionTests {
    @Test func keepsTextsPlacesAndOriginalsInTheOrderGiven() {
        var table = TargetTable.make(
            columns: ["序号", "备注"],
            rows: [["1", "a"], ["2", "b"], ["3", "c"]]
        )
        table.baseline = Baseline(cells: table.rows.joined().map { .text($0 + "!") })
        table.layout = Layout(encoding: .utf8, runs: [])
        table.places = CellPlaces(lines: [7, 8, 9].map { .init(number: $0) })
        table.inputName = "list.json"
        let selected = table.selecting([2, 0])
        #expect(selected.rows == [["3", "c"], ["1", "a"]])
        #expect(selected.origins.map(\.line) == [4, 2])
        #expect(selected.baseline?.cells == [.text("3!"), .text("c!"), .text("1!"), .text("a!")])
        #expect(selected.layout == nil)
        #expect(selected.places?.rows.map(\.number) == [9, 7])
        #expect(selected.inputName == "list.json")
        #expect(table.selecting([]).rows.isEmpty)
    }

    /// Whatever the order, all that is known of a target goes with it, and the way back gives the
    /// table again.
    @Test(arguments: UInt64(1)...40)
    func nothingOfATargetStaysBehind(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = random.number(in: 1...12)
        var table = TargetTable.make(
            columns: ["序号", "备注"],
            rows: (0..<count).map { [String($0), "text \($0)"] }
        )
        // Where the baseline ends early, nothing is known of the rest.
        let known = random.number(in: 0...count * 2)
        table.baseline = Baseline(cells: (0..<known).map { .text("was \($0)") })
        table.places = CellPlaces(lines: (0..<count).map { .init(number: 100 + $0) })
        var order = Array(0..<count)
        for index in order.indices.reversed() {
            order.swapAt(index, random.number(in: 0...index))
        }
        let permuted = table.selecting(order)
        for (target, old) in order.enumerated() {
            #expect(permuted.rows[target] == table.rows[old])
            #expect(permuted.origins[target] == table.origins[old])
            #expect(permuted.places?.rows[target] == table.places?.rows[old])
            for column in table.columns.indices {
                #expect(permuted.original(target, column) == table.original(old, column))
            }
        }
        let back = permuted.selecting(order.indices.sorted { order[$0] < order[$1] })
        #expect(back == table && back.origins == table.origins && back.places == table.places)
    }
}
