import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What holds for official tables of every form.
@Suite struct OfficialTableLawTests {
    @Test("a table is read as it was meant, every field at its place", arguments: 1...12)
    func readAsMeant(hundred: Int) throws {
        for seed in (hundred * 50 - 49)...(hundred * 50) {
            let official = OfficialTable.random(seed: UInt64(seed))
            let (table, findings) = try readTSV(official.bytes)
            #expect(!findings.hasErrors, "\(official): \(findings.all.first?.code ?? "")")
            let expected = official.table
            #expect(table.document.title?.utf8.elementsEqual((official.title ?? "").utf8) ?? (official.title == nil), "\(official)")
            #expect(table.document.encoding == official.encoding.name, "\(official)")
            #expect(table.columns == expected.columns, "\(official)")
            #expect(table.origins == expected.origins, "\(official)")
            #expect(table == expected, "\(official)")
            #expect(
                findings.all.count { $0.code == "continued-row" } == official.continuedRows,
                "\(official)"
            )
        }
    }

    @Test("a table is written back byte for byte", arguments: 1...6)
    func writtenBack(hundred: Int) throws {
        for seed in (hundred * 50 - 49)...(hundred * 50) {
            let official = OfficialTable.random(seed: UInt64(seed))
            let (table, _) = try readTSV(official.bytes)
            #expect(try writeTSV(table) == official.bytes, "\(official)")
        }
    }
}
