import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// What stands around the targets: titles, labels and notes, in comparisons and in corrections.
@Suite struct SurroundingTests {
    private let text = OfficialFile.small

    private func diff(_ new: String, from old: String? = nil) throws -> TableDiff {
        TableDiff(from: try OfficialFile(old ?? text).table, to: try OfficialFile(new).table)
    }

    private func said(_ diff: TableDiff) -> [[String?]] {
        diff.surroundings.map { [$0.kind.rawValue, $0.field, $0.old, $0.new] }
    }

    @Test func titleYearAndIssuerAreDifferent() throws {
        let diff = try diff(text.replacing("某市人民政府2023", with: "某县人民政府2024"))
        #expect(!diff.isEmpty)
        #expect(
            said(diff) == [
                [
                    "title", nil, "某市人民政府2023年度责任目标完成情况一览表",
                    "某县人民政府2024年度责任目标完成情况一览表",
                ],
                ["year", nil, "2023", "2024"], ["issuer", nil, "某市人民政府", "某县人民政府"],
            ]
        )
    }

    @Test func labelsAreDifferentAlsoInOneHeaderOfSeveral() throws {
        let one = try diff(text.replacing("责任目标内容", with: "目标任务", maxReplacements: 2))
        #expect(said(one) == [["label", "objective", "责任目标内容", "目标任务"]])
        #expect(one.surroundings.first?.place.line == 2)
        let first = text.replacing("责任目标内容", with: "目标任务", maxReplacements: 1)
        #expect(said(try diff(first)) == [["label", "objective", "责任目标内容", "目标任务 / 责任目标内容"]])
    }

    @Test func notesAreDifferentRowByRow() throws {
        let changed = try diff(text.replacing("12月底", with: "11月底"))
        #expect(said(changed) == [["text", nil, "注：截至12月底。", "注：截至11月底。"]])
        #expect(changed.surroundings.map(\.source.line) == [5])
        let gone = try diff(text.replacing("注：截至12月底。", with: ""))
        #expect(said(gone) == [["text", nil, "注：截至12月底。", nil]])
        let added = try diff("单位：万元\r\n" + text)
        #expect(said(added) == [["text", nil, nil, "单位：万元"]])
        let beside = text.replacing("4\t李四\t\t是\t", with: "\t\t合计2项\t\t")
        #expect(
            said(try diff(beside.replacing("合计2项", with: "合计3项"), from: beside)) == [
                ["text", nil, "合计2项", "合计3项"]
            ]
        )
    }

    @Test func anEmptyColumnIsDifferentWhereAllIsKnown() throws {
        let table = "序号\t责任目标内容\n1\t修路\n"
        let wider = "序号\t责任目标内容\t备注\n1\t修路\t\n"
        #expect(try diff(wider, from: table).addedColumns.map(\.label) == ["备注"])
        #expect(try diff(table, from: wider).removedColumns.map(\.label) == ["备注"])
    }

    /// Neither another layout nor a format that holds less is a difference.
    @Test(arguments: 0..<20) func whatEqualTablesTellOfThemselvesIsTheSame(seed: Int) throws {
        let file = try OfficialFile(RandomOfficialFile.bytes(seed: UInt64(seed)))
        #expect(TableDiff(from: file.table, to: file.table).surroundings.isEmpty)
        for format in [TargetFormat.csv, .json, .jsonl, .xlsx] {
            let bytes = try file.table.bytes(as: format)
            var options = ReadingOptions()
            options.keepsLayout = true
            var findings = DiagnosticBag()
            let name = "t." + format.usualExtension
            let again = try TargetTable.reading(
                InputFile(name: name, bytes: bytes),
                as: format,
                options: options,
                reporting: &findings
            )
            let comparison = TextComparison(between: .tsv, format)
            for (old, new) in [(file.table, again), (again, file.table)] {
                let diff = TableDiff(from: old, to: new, comparison: comparison)
                #expect(diff.surroundings.isEmpty, "\(format.name): \(diff.surroundings)")
            }
        }
    }

    @Test func everyFormOfTheListTellsThem() throws {
        let diff = try diff(
            text.replacing("12月底", with: "11月底").replacing("备注", with: "说明", maxReplacements: 2)
        )
        let report = ChangeReport(diff, old: "old.tsv", new: "new.tsv")
        #expect(!report.isEmpty)
        let shown = report.text(.init(language: .english, context: nil))
        #expect(shown.contains("text around the targets (old.tsv:5 ← new.tsv:5)\n"))
        #expect(shown.contains("注：截至[-12-]{+11+}月底。"))
        let markdown = report.markdown(.chinese)
        #expect(markdown.contains("## 目标以外的改动"))
        #expect(markdown.contains("截至<del>12</del>月底"))
        let csv = String(decoding: report.csv(), as: UTF8.self)
        #expect(csv.contains(",text,注：截至12月底。,注：截至11月底。,,old.tsv:5,new.tsv:5,around\r\n"))
        #expect(String(decoding: report.json(), as: UTF8.self).contains(#""around": ["#))
    }

    /// A list that tells them corrects none of them, and says so.
    @Test func appliedListsTellWhatTheyDontCorrect() throws {
        let wanted = text.replacing("12月底", with: "11月底").replacing("修路", with: "修公路")
        let json = ChangeReport(try diff(wanted), old: "o", new: "n").json()
        var findings = DiagnosticBag()
        let list = try CorrectionSource(
            reading: InputFile(name: "d.json", bytes: json),
            as: .json,
            reporting: &findings
        )
        #expect(findings.all.map(\.code) == [.surroundingsLeftOut])
        #expect(findings.all.first?.message.english.contains("注：截至11月底。") == true)
        let corrected = try OfficialFile.smallFile().textApplying([list])
        #expect(corrected == text.replacing("修路", with: "修公路"))
    }

    private func findings(ofCopy copy: String, _ options: ApplyOptions = .init()) throws
        -> [Diagnostic]
    {
        let plan = ApplyPlan(
            official: try OfficialFile(text).table,
            sources: [.init(file: "copy.tsv", .table(try OfficialFile(copy).table, .literal))],
            options: options
        )
        return plan.diagnostics.all.filter { $0.code == .surroundingsLeftOut }
    }

    @Test func aCopyTellsWhatItSaysAroundTheTargets() throws {
        let told = try findings(ofCopy: text.replacing("12月底", with: "11月底"))
        #expect(told.map(\.severity) == [.warning])
        #expect(told.map(\.line) == [5])
        #expect(try findings(ofCopy: text).isEmpty)
        // A part of the table says nothing of the rest.
        let part = text.split(separator: "\r\n")[1...2].joined(separator: "\r\n")
        #expect(try findings(ofCopy: part).isEmpty)
    }

    @Test func withABaseOnlyWhatWasChangedIsTold() throws {
        var options = ApplyOptions()
        let old = text.replacing("12月底", with: "11月底")
        options.base = try OfficialFile(old).table
        #expect(try findings(ofCopy: old, options).isEmpty)
        #expect(try findings(ofCopy: text, options).isEmpty)
        #expect(try findings(ofCopy: text.replacing("12月底", with: "10月底"), options).count == 1)
    }
}
