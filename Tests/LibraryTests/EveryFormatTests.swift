import TestSupport
import Testing
import Yilan

/// The law of formats: the same table says the same, whatever kind of file it comes from.
@Suite struct EveryFormatTests {
    private static let names = TargetFormat.writable.map(\.name)

    private func reading(
        _ name: String,
        _ bytes: [UInt8],
        year: Int? = nil
    ) throws -> (TargetTable, [Diagnostic]) {
        var findings = DiagnosticBag()
        var options = ReadingOptions()
        options.year = year
        let file = InputFile(name: name, bytes: bytes)
        let table = try TargetTable.reading(file, options: options, reporting: &findings)
        return (table, findings.all)
    }

    /// What each target says: its texts by the columns' keys, and what they mean.
    ///
    /// A format may have an order of columns of its own, and leave out one that says nothing.
    private func facts(_ table: TargetTable) -> [[String]] {
        table.targets.map { target in
            let texts = table.columns.indices.map { column in
                let text = table.string(target.index, column: column)
                let isSerial = table.columns[column].field == .serial
                return (table.columns[column].key, isSerial ? number(text) : text)
            }
            return texts.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.sorted()
                + target.units + target.leaders
                + [
                    "\(target.deadline.date?.iso ?? "-")",
                    target.onSchedule.map { $0 ? "yes" : "no" } ?? "-",
                ]
        }
    }

    /// A serial as it counts: JSON Lines has 5 for 005 and for ５.
    private func number(_ serial: String) -> String {
        Serial.number(of: serial).map { "\($0)" } ?? serial
    }

    /// What the checks find, and about which target, in no order: columns come in each format's own.
    private func slips(_ table: TargetTable) -> [String] {
        var findings = DiagnosticBag()
        Checks.run(on: table, reporting: &findings)
        return findings.all.map { finding in
            let serial = finding.serial.map(number) ?? "-"
            return "\(finding.severity.rawValue) \(finding.code.rawValue) \(serial) "
                + (finding.field ?? "-")
        }.sorted()
    }

    /// Writes a table, reads it again, and compares everything that it says.
    private func expectSame(_ table: TargetTable, through name: String) throws -> TargetTable {
        let format = try #require(TargetFormat.named(name))
        let bytes = try table.bytes(as: format)
        #expect(try table.bytes(as: format) == bytes)
        // CSV has no title, so whoever reads it has to know the year.
        let (again, findings) = try reading(
            "made." + format.usualExtension,
            bytes,
            year: table.document.year
        )
        #expect(!findings.contains { $0.severity > .note }, "\(findings)")
        #expect(facts(again) == facts(table))
        #expect(Summary(of: again) == Summary(of: table))
        #expect(slips(again) == slips(table))
        #expect(TableDiff(from: table, to: again).changes.isEmpty)
        return again
    }

    /// Units in one to three columns, whatever they are called and in whatever order.
    @Test(arguments: names, UInt64(1)...6)
    func theSameTableNamesTheSameUnits(name: String, seed: UInt64) throws {
        let made = UnitTable(seed: seed)
        let (table, _) = try reading("made.tsv", Array(made.text.utf8))
        let again = try expectSame(table, through: name)
        #expect(again.targets.map(\.units) == made.units)
        let counts = Summary(of: again).units.map { ($0.name, $0.counts.total) }
        let named = made.units.joined().map { ($0, 1) }
        #expect(
            Dictionary(counts) { one, _ in one } == Dictionary(named, uniquingKeysWith: +)
        )
    }

    /// Tables as cities publish them: pages, blocks, merged leaders, notes and awkward texts.
    @Test(arguments: names, UInt64(1)...5)
    func anOfficialTableSaysTheSame(name: String, seed: UInt64) throws {
        let official = OfficialTable.random(seed: seed)
        let (table, _) = try reading("official.tsv", official.bytes)
        #expect(table.count == official.targets.count, "\(official)")
        _ = try expectSame(table, through: name)
    }
}
