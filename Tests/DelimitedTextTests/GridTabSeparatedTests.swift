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
                let first = text[grid.range(ofCell: grid.cells(inRow: row).lowerBound, inRow: row)]
                let isNumber = !first.isEmpty && first.allSatisfy { (0x30...0x39).contains($0) }
                #expect(grid.beginsWithNumber(row, in: text) == isNumber)
            }
        }
    }

    /// Rows that are just long enough to be counted in two bytes, or just too long, among others.
    @Test(arguments: [0xFFFE, 0xFFFF, 0x1_0000, 0x2_0000], [0, 1, 2])
    func rowsAreAsLongAsTheyAre(length: Int, place: Int) {
        var rows = [["1", "甲"], ["22", ""], ["333", "丙", "末"]]
        rows[place][1] += String(repeating: "x", count: length - rows[place][0].utf8.count - 1)
        for (delimiter, make) in [
            ("\t", { Grid(tabSeparated: $0) }),
            ("\t", { Grid(tabSeparated: $0, quoting: .whereNeeded, pieceSize: 4) }),
            (
                ",",
                { text in
                    var faults = QuotingFaults()
                    return Grid(text, separatedBy: .comma, faults: &faults)
                }
            ),
        ] as [(String, ([UInt8]) -> Grid)] {
            let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n")
            let bytes = Array(text.utf8)
            let grid = make(bytes)
            #expect(cells(of: grid, bytes) == rows)
            let joined = grid.joining([1..<3])
            let last = [rows[1][0], rows[1][1] + "\n" + rows[2][0]] + rows[2].dropFirst()
            #expect(cells(of: joined, bytes) == [rows[0], last])
        }
    }

    private func cells(of grid: Grid, _ bytes: [UInt8]) -> [[String]] {
        (0..<grid.rowCount).map { row in
            grid.cells(inRow: row).map {
                String(decoding: bytes[grid.range(ofCell: $0, inRow: row)], as: UTF8.self)
            }
        }
    }
}
