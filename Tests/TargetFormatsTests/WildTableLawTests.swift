import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Tables as other governments publish them, in every form that people hold, are read as a person
/// reads them: labels by their ends, two levels, merged cells, sections, several targets under one
/// serial, titles on two lines, no status.
@Suite struct WildTableLawTests {
    /// Seeds in batches, so that they run side by side.
    static let batches: [ClosedRange<UInt64>] = [1...20, 21...40, 41...60, 61...80, 81...100]

    private func read(_ bytes: [UInt8], _ name: String) throws -> (TargetTable, DiagnosticBag) {
        let format = try #require(TargetFormat.named(name))
        var findings = DiagnosticBag()
        let table = try format.reader.read(
            InputFile(name: "made." + name, bytes: bytes),
            options: ReadingOptions(),
            reporting: &findings
        )
        return (table, findings)
    }

    /// What was read of the targets, as the table that was made tells it.
    private func targets(of table: TargetTable) -> [WildTable.Target] {
        var derived = DerivedValues(table)
        let category = table.columns.firstIndex {
            $0.field == nil && WildTable.categories.contains($0.label)
        }
        return (0..<table.count).map { index in
            var target = WildTable.Target()
            target.serial = table.string(index, .serial)
            target.leader = table.string(index, .leader)
            target.objective = table.string(index, .objective)
            target.deadline = table.string(index, .deadline)
            target.progress = table.string(index, .progress)
            target.status = table.string(index, .onSchedule)
            target.units = derived.units(of: index)
            target.section = table.section(of: index)
            target.category = category.map { table.string(index, column: $0) }
            return target
        }
    }

    /// The first target that was read otherwise; nil where all are as they were made.
    private func difference(_ read: [WildTable.Target], _ made: WildTable) -> String? {
        if let pair = zip(read, made.targets).first(where: { $0 != $1 }) {
            return "\(pair.0), not \(pair.1)"
        }
        return read.count == made.targets.count
            ? nil : "\(read.count) targets, not \(made.targets.count)"
    }

    @Test("every format is read as a person reads it", arguments: batches)
    func readAsMeant(seeds: ClosedRange<UInt64>) throws {
        for seed in seeds {
            let made = WildTable.random(seed: seed)
            var forms = [
                ("xlsx", made.xlsx), ("html", made.document.html),
                ("html", made.document.nestedHTML), ("docx", made.document.docx),
                ("ods", made.document.ods),
            ]
            // Only merged cells tell a third level of labels from a row of a target.
            if made.headerRows < 3 { forms.append(("tsv", made.tsv)) }
            // A pipe table has a header of one row, and no cells that reach over others.
            if made.headerRows == 1 { forms.append(("md", made.markdown)) }
            for (name, bytes) in forms {
                let (table, findings) = try read(bytes, name)
                #expect(!findings.hasErrors, "\(name), \(made): \(findings.all)")
                #expect(difference(targets(of: table), made) == nil, "\(name), \(made)")
                #expect(table.document.title == made.title, "\(name), \(made)")
                #expect(table.document.year == 2024, "\(name), \(made)")
                let counts = Summary(of: table).counts
                let isStated = made.targets.contains { !$0.status.isEmpty }
                #expect(counts.hasStatus == isStated, "\(name), \(made)")
            }
        }
    }

    /// What was read of a web page or a workbook reads the same as the official file made from it.
    @Test("an official file made from any reads the same", arguments: batches.prefix(3))
    func writtenAnew(seeds: ClosedRange<UInt64>) throws {
        for seed in seeds {
            let made = WildTable.random(seed: seed)
            guard made.headerRows < 3 else { continue }
            for (name, bytes) in [("html", made.document.html), ("xlsx", made.xlsx)] {
                let (table, _) = try read(bytes, name)
                let (again, _) = try read(writeTSV(table), "tsv")
                #expect(difference(targets(of: again), made) == nil, "\(name), \(made)")
                #expect(again.document.title == made.title, "\(name), \(made)")
            }
        }
    }
}
