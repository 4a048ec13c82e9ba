import Foundation
import SourceText
import SpreadsheetML
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// What a workbook keeps of its targets is the same, however many of them are sealed at once.
@Suite struct KeptTargetWritingTests {
    @Test(arguments: [true, false])
    func partsKeepTheTargetsInOrder(keepsTexts: Bool) throws {
        let table = try SampleTable.table()
        let whole = try Self.json(of: KeptTargetWriting(table, keepsTexts: keepsTexts))
        #expect(whole.split(separator: UInt8(ascii: "\n")).count == table.count)
        for together in 1...3 {
            let writing = KeptTargetWriting(table, keepsTexts: keepsTexts, together: together)
            #expect(writing.parts.count == (table.count + 32 * together - 1) / (32 * together))
            #expect(try Self.json(of: writing) == whole)
            #expect(try Self.json(of: writing, inMemory: 0) == whole)
        }
    }

    /// The JSON of all pieces, one behind the other; beyond so many bytes they come back from a file.
    private static func json(
        of writing: KeptTargetWriting,
        inMemory bytes: Int = 1 << 30
    ) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.path
        let keeping = PieceKeeping(inMemory: bytes, folder: ScratchSpace(at: folder))
        var json: [UInt8] = []
        for part in writing.parts {
            for kept in try writing.pieces(of: part, keeping: keeping) {
                let piece = try kept.whole()
                let cell = BrailleText.encode(piece.span)
                let opened = SealedPiece.open(cell.span)
                json += try #require(opened)
            }
        }
        return json
    }
}
