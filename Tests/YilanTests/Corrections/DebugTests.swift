import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

@Suite struct DebugTests {
    @Test func debug() throws {
        for (seed, salt) in [(6, 0xD0), (9, 0x2), (15, 0x2), (23, 0xC), (58, 0xC)]
            as [(UInt64, UInt64)]
        {
            var random = SeededGenerator(seed: seed ^ salt)
            let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
            let edits = RandomEdit.some(salt == 0xC ? 6 : 4, of: official.table, &random)
            let table = official.table.making(edits)
            do {
                _ = try official.applying([.init(file: "x", .table(table, .spreadsheet))])
            } catch let e as FormatError {
                print(
                    "DBG",
                    seed,
                    e.diagnostic?.code ?? "",
                    e.diagnostic?.serial ?? "-",
                    e.diagnostic?.field ?? "-"
                )
                for edit in edits {
                    print(
                        "DBG   ",
                        official.table.string(edit.target, .serial),
                        official.table.columns[edit.column].label,
                        official.table.string(edit.target, column: edit.column).debugDescription,
                        edit.text.debugDescription
                    )
                }
                print(
                    "DBG",
                    String(
                        decoding: try SourceText(decoding: official.input.bytes, named: "").bytes,
                        as: UTF8.self
                    ).debugDescription
                )
            }
        }
    }
}
