import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// What is different between two tables.
@Suite struct TableDiffTests {
    private let old = TargetTable.make(
        columns: ["序号", "责任目标", "备注"],
        rows: [["1", "修路", ""], ["2", "建桥", "甲"], ["003", "种树", ""]]
    )

    private func diff(_ rows: [[String]], _ comparison: TextComparison = .literal) -> TableDiff {
        TableDiff(
            from: old,
            to: .make(columns: ["序号", "责任目标", "备注"], rows: rows),
            comparison: comparison
        )
    }

    @Test func orderIsNoDifference() {
        let diff = diff([["3", "种树", ""], ["1", "修路 ", ""], ["2.0", "建桥", "甲"]])
        #expect(diff.isEmpty)
        #expect(diff.diagnostics.all.isEmpty)
    }

    @Test func cellsTargetsAndNothingElse() {
        let diff = diff([["9", "挖渠", ""], ["2", "建大桥", ""], ["1", "修路", ""]])
        #expect(
            diff.changes.map { [$0.column.key, $0.old, $0.new] } == [
                ["objective", "建桥", "建大桥"], ["备注", "甲", ""],
            ]
        )
        #expect(diff.changes.map { [$0.oldTarget, $0.newTarget] } == [[1, 1], [1, 1]])
        #expect(diff.added == [0])
        #expect(diff.removed == [2])
        #expect(!diff.isEmpty)
    }

    @Test func whatSpreadsheetProgramsChangeIsNoDifferenceWhereOneWasAtWork() {
        let rows = [["1", "修\u{200B}路", ""], ["2", "建桥", "甲"], ["3", "种树", ""]]
        #expect(diff(rows, .spreadsheet).isEmpty)
        #expect(diff(rows, .spreadsheet).cosmeticCount == 1)
        #expect(diff(rows).changes.map(\.isCosmetic) == [true])
    }

    @Test func columnsWithTextAreDifferent() {
        let less = TableDiff(
            from: old,
            to: .make(columns: ["序号", "责任目标"], rows: [["1", "修路"], ["2", "建桥"], ["3", "种树"]])
        )
        #expect(less.removedColumns.map(\.label) == ["备注"])
        #expect(!less.isEmpty)
        let rows = [["1", "修路", "", ""], ["2", "建桥", "甲", ""], ["3", "种树", "", ""]]
        let columns = ["序号", "责任目标", "备 注", "批示"]
        #expect(TableDiff(from: old, to: .make(columns: columns, rows: rows)).isEmpty)
        let more = TableDiff(
            from: old,
            to: .make(columns: columns, rows: rows.map { $0.dropLast() + ["阅"] })
        )
        #expect(more.addedColumns.map(\.label) == ["批示"])
    }

    @Test func serialsThatOccurTwiceAreToldWithBothPlaces() throws {
        let diff = diff([["1", "修路", ""], ["1", "修桥", ""]])
        let finding = try #require(diff.diagnostics.all.first)
        #expect(finding.code == .duplicateSerial)
        #expect(finding.line == 3)
        #expect(finding.message.english.contains("made.tsv:2"))
        #expect(!diff.isEmpty)
    }

    /// Rows of one serial are told apart by what they say.
    @Test func aSerialThatOccursTwiceInBothKeepsNothingElseFromBeingCompared() {
        func table(_ rows: [[String]]) -> TargetTable {
            .make(columns: ["序号", "责任目标"], rows: rows)
        }
        let old = table([["1", "修路"], ["1", "建桥"], ["2", "种树"]])
        #expect(TableDiff(from: old, to: old).isEmpty)
        #expect(
            TableDiff(from: old, to: table([["2", "种树"], ["1", "建桥"], ["1", "修路"]])).isEmpty
        )
        let one = TableDiff(from: old, to: table([["1", "建桥"], ["1", "修公路"], ["2", "种花"]]))
        #expect(one.changes.map(\.new) == ["修公路", "种花"])
        #expect(one.diagnostics.all.isEmpty)
        let both = TableDiff(from: old, to: table([["1", "建大桥"], ["1", "修公路"], ["2", "种花"]]))
        #expect(both.changes.map(\.new) == ["种花"])
        #expect(both.diagnostics.all.map(\.code) == [.duplicateSerial, .duplicateSerial])
        #expect(!both.diagnostics.hasErrors)
        #expect(both.removed.isEmpty)
        let fewer = TableDiff(from: old, to: table([["1", "建桥"], ["2", "种树"]]))
        #expect(fewer.removed == [0])
    }

    @Test func aTableWithoutSerialsCannotBeCompared() {
        let other = TargetTable.make(columns: ["责任目标"], rows: [["修路"]])
        #expect(
            TableDiff(from: old, to: other).diagnostics.all.map(\.code) == [.missingSerialColumn]
        )
        #expect(
            TableDiff(from: other, to: old).diagnostics.all.map(\.code) == [.missingSerialColumn]
        )
    }

    /// What `diff` writes can be applied, also where several targets have one serial.
    @Test(arguments: [
        "序号\t责任目标\t完成情况\n1\t甲\t一\n2\t乙\t二\n1\t丙\t三\n",
        "序号\t责任目标\t完成情况\n一、工业\n1\t甲\t一\n2\t乙\t二\n二、农业\n1\t丙\t三\n2\t丁\t四\n",
    ])
    func listsTellTargetsOfOneSerialApart(text: String) throws {
        func table(_ text: String) throws -> (InputFile, TargetTable) {
            let file = InputFile(name: "t.tsv", bytes: Array(text.utf8))
            var findings = DiagnosticBag()
            var options = ReadingOptions()
            options.keepsLayout = true
            return (file, try TSVReader().read(file, options: options, reporting: &findings))
        }
        let (file, old) = try table(text)
        let wanted = text.replacing("三", with: "参")
        let diff = TableDiff(from: old, to: try table(wanted).1)
        #expect(diff.changes.count == 1)
        for places in [false, true] {
            let json = ChangeReport(diff, old: "t.tsv", new: "u.tsv").json(places: places)
            var findings = DiagnosticBag()
            let list = try CorrectionSource(
                reading: InputFile(name: "d.json", bytes: json),
                as: .json,
                reporting: &findings
            )
            #expect(findings.all.isEmpty)
            let plan = ApplyPlan(official: old, sources: [list])
            #expect(String(decoding: try plan.bytes(correcting: file), as: UTF8.self) == wanted)
        }
    }
}
