import TestSupport
import Testing
import Yilan

/// The law of formats: the same table says the same, whatever kind of file it comes from.
@Suite struct EveryFormatTests {
    private static let names = TargetFormat.writable.map(\.name)

    private func reading(_ name: String, _ bytes: [UInt8]) throws -> (TargetTable, [Diagnostic]) {
        var findings = DiagnosticBag()
        let file = InputFile(name: name, bytes: bytes)
        let table = try TargetTable.reading(file, reporting: &findings)
        return (table, findings.all)
    }

    /// What each target says: its texts by the columns' keys, and what they mean.
    ///
    /// A format may have an order of columns of its own, and leave out one that says nothing.
    private func facts(_ table: TargetTable) -> [[String]] {
        table.targets.map { target in
            let texts = table.columns.indices.map { column in
                (table.columns[column].key, table.string(target.index, column: column))
            }
            return texts.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.sorted()
                + target.units
                + [
                    "\(target.deadline.date?.iso ?? "-")",
                    target.onSchedule.map { $0 ? "yes" : "no" } ?? "-",
                ]
        }
    }

    /// What the checks find, and about which target; where it stands is each format's own.
    private func slips(_ table: TargetTable) -> [String] {
        var findings = DiagnosticBag()
        Checks.run(on: table, reporting: &findings)
        return findings.all.map {
            "\($0.severity.rawValue) \($0.code.rawValue) \($0.serial ?? "-") \($0.field ?? "-")"
        }
    }

    @Test(arguments: names, UInt64(1)...6)
    func theSameTableSaysTheSame(name: String, seed: UInt64) throws {
        let format = try #require(TargetFormat.named(name))
        let (table, _) = try reading("made.tsv", Array(UnitTable(seed: seed).text.utf8))
        let bytes = try table.bytes(as: format)
        #expect(try table.bytes(as: format) == bytes)
        let (again, findings) = try reading("made." + format.usualExtension, bytes)
        #expect(findings.isEmpty, "\(findings)")
        #expect(facts(again) == facts(table))
        #expect(Summary(of: again) == Summary(of: table))
        #expect(slips(again) == slips(table))
        #expect(TableDiff(from: table, to: again).changes.isEmpty)
    }
}
