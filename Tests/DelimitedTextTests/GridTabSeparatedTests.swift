import SourceText
import TestSupport
import Testing

@testable import DelimitedText

/// Tab-separated text that several cores split, in pieces.
@Suite struct GridTabSeparatedTests {
    private static let parts = ["甲", "1", "\t", "\t", "\n", "\r\n", "\r", "\u{1}", "说明：", " "]

    @Test(arguments: 0..<100) func piecesOfAnySizeComeToTheWhole(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        // Where a cell begins with a quote, a line break may stand in it.
        let parts = seed % 2 == 0 ? Self.parts : Self.parts + ["\"", "\"甲\n乙\"", "\t\""]
        let text = Array(generator.text(of: parts, upTo: 60).utf8)
        let whole = Grid(tabSeparated: text, quoting: .whereNeeded, pieceSize: text.count + 1)
        for size in [1, 2, 5, 16] {
            let grid = Grid(tabSeparated: text, quoting: .whereNeeded, pieceSize: size)
            #expect(grid == whole, "seed \(seed), pieces of \(size)")
            #expect(grid.hasLoneReturns == whole.hasLoneReturns)
            #expect(grid.holdsLineBreaks == whole.holdsLineBreaks)
            for row in 0..<grid.rowCount {
                let value = grid.head(ofRow: row, in: text)
                let head = (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
                let bytes = text[grid.range(ofRow: row).lowerBound...].prefix(8)
                #expect(head == bytes + [UInt8](repeating: 0, count: 8 - bytes.count))
            }
        }
    }
}
