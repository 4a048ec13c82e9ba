import SourceText
import TargetModel
import TestSupport
import Testing

@Suite struct LayoutWalkTests {
    private static func header(_ cell: Int) -> Layout.Run {
        .literal(.init(text: "序号", end: "\n", blocks: [.init(cell: cell, columns: [0])]))
    }

    private static func targets(_ first: Int, count: Int) -> Layout.Run {
        .targets(.init(targets: [first], count: count, cells: 1, end: "\n"))
    }

    @Test func rowsHaveTheBlocksOfTheHeaderAbove() {
        let note = Layout.Run.literal(.init(text: "注", end: "\n"))
        let layout = Layout(
            encoding: .utf8,
            runs: [
                note, Self.header(1), Self.targets(0, count: 3), note, Self.targets(3, count: 1),
                Self.header(2), Self.targets(4, count: 2),
            ]
        )
        let steps = Array(layout.steps)
        #expect(steps.map(\.index) == Array(0..<7))
        #expect(steps.map(\.run) == layout.runs)
        #expect(steps.map { $0.blocks.first?.cell } == [nil, 1, 1, 1, 1, 2, 2])
        #expect(steps.map(\.rowsAbove) == [0, 1, 2, 5, 6, 7, 8])
    }

    @Test func nothingIsWalkedInNothing() {
        #expect(Array(Layout(encoding: .utf8, runs: []).steps).isEmpty)
    }
}
