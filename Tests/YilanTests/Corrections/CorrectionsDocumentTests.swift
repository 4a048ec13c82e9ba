import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Corrections as other systems send them.
@Suite struct CorrectionsDocumentTests {
    private func read(_ text: String) throws -> (
        document: CorrectionsDocument, findings: DiagnosticBag
    ) {
        var findings = DiagnosticBag()
        let file = InputFile(name: "list.json", bytes: Array(text.utf8))
        return (try CorrectionsDocument(reading: file, reporting: &findings), findings)
    }

    private func list(_ corrections: String, _ more: String = "") -> String {
        "{\"format\": \"yilan-corrections/1\", \"corrections\": [\n\(corrections)\n]\(more)}"
    }

    @Test func correctionsAreReadWithTheirPlaces() throws {
        let (document, findings) = try read(
            list(
                """
                {"serial": 161, "field": "progress", "old": "甲", "new": "乙\\n丙"},
                  {"field": "备注", "serial": "6-1", "new": ""}, {"serial": 1, "field": "serial", "old": 1, "new": 2}
                """
            )
        )
        #expect(findings.all.isEmpty)
        let place = { Place(file: "list.json", line: $0, column: $1) }
        #expect(
            document.corrections == [
                Correction(
                    serial: "161",
                    field: "progress",
                    old: "甲",
                    new: "乙\n丙",
                    place: place(2, 1)
                ),
                Correction(serial: "6-1", field: "备注", old: nil, new: "", place: place(3, 3)),
                Correction(serial: "1", field: "serial", old: "1", new: "2", place: place(3, 48)),
            ]
        )
    }

    @Test func wholeTargetsAreRead() throws {
        let (document, findings) = try read(
            list(
                "",
                """
                , "added": [{"serial": 5, "deadline": {"text": "年底", "kind": "date"}, "extra": {"备注": "甲"}}],
                "removed": [3, "六", {"serial": 7, "leader": "张三"}]
                """
            )
        )
        #expect(findings.all.isEmpty)
        #expect(
            document.added.map { $0.texts.map { [$0.field, $0.text] } } == [
                [["serial", "5"], ["deadline", "年底"], ["备注", "甲"]]
            ]
        )
        #expect(document.removed.map(\.serial) == ["3", "六", "7"])
    }

    @Test(arguments: [
        (#"{"serial": 1, "field": "progress"}"#, "missing-key"),
        (#"{"serial": 1, "new": "甲"}"#, "missing-key"),
        (#"{"serial": 1, "field": "progress", "new": "甲", "olds": "乙"}"#, "unknown-key"),
        (#"{"serial": 1, "field": "progress", "new": 5}"#, "wrong-type"),
        (#"{"serial": 1, "field": "progress", "new": null}"#, "wrong-type"),
        (#"{"serial": 1, "field": "progress", "new": "甲", "old": 5}"#, "wrong-type"),
        (#"{"serial": true, "field": "progress", "new": "甲"}"#, "wrong-type"),
        (#"{"serial": 1.5, "field": "progress", "new": "甲"}"#, "wrong-type"),
        (#"["serial", 1]"#, "wrong-type"),
        (#"{"serial": 1, "field": "progress", "new": "甲", "place": 6}"#, "wrong-type"),
        (#"{"serial": 1, "field": "progress", "new": "甲", "place": {"line": "6"}}"#, "wrong-type"),
        (#"{"serial": 1, "field": "progress", "new": "甲", "place": {"row": 6}}"#, "unknown-key"),
    ])
    func whatIsWrongIsReportedWithItsPlace(correction: String, code: String) throws {
        let (document, findings) = try read(
            list(correction + #", {"serial": 2, "field": "progress", "new": "好"}"#)
        )
        #expect(findings.all.first?.code.rawValue == code)
        #expect(findings.all.first?.line == 2)
        #expect(findings.hasErrors)
        #expect(document.corrections.last?.serial == "2")
    }

    @Test(arguments: [
        ("", "json-unexpected-end"), ("[]", "wrong-format"),
        ("{\"format\": \"yilan/1\"}", "wrong-format"),
        ("{\"format\": \"yilan-corrections/2\", \"more\": 1}", "unknown-version"),
        ("{\"format\": \"yilan-corrections/1\",}", "json-trailing-comma"),
        ("{\"format\": \"yilan-corrections/1\", \"format\": 1}", "json-duplicate-key"),
    ])
    func otherFilesAreRefused(text: String, code: String) {
        let error = #expect(throws: FormatError.self) { _ = try read(text) }
        #expect(error?.diagnostic?.code.rawValue == code)
    }

    @Test func onlyAListOfCorrectionsIsTakenForOne() throws {
        func isFormat(_ text: String) -> Bool {
            CorrectionsDocument.isFormat(of: InputFile(name: "x", bytes: Array(text.utf8)))
        }
        #expect(isFormat(list("")))
        #expect(isFormat("{\"format\": \"yilan-corrections/2\"}"))
        #expect(isFormat("{\"format\": \"yilan-corrections\\/1\"}"))
        #expect(isFormat("\u{FEFF} " + list("")))
        #expect(isFormat("{\"corrections\": [], \"format\": \"yilan-corrections/1\"}"))
        #expect(!isFormat("{\"format\": \"yilan/1\", \"title\": \"yilan-corrections/1\"}"))
        #expect(!isFormat("yilan-corrections/1"))
    }

    @Test(arguments: [
        (Correction(serial: "1", field: "progress", new: "甲"), "unknown-field"),
        (Correction(serial: "9", field: "objective", new: "甲"), "unknown-serial"),
        (Correction(serial: "1", field: "objective", new: "甲\t乙"), "tab-in-cell"),
    ])
    func whatCannotBeAppliedIsAnError(correction: Correction, code: String) throws {
        let table = try OfficialFile.smallFile().table
        let plan = ApplyPlan(official: table, sources: [listed([correction])])
        #expect(plan.diagnostics.all.map(\.code.rawValue) == [code])
        #expect(!plan.isWritable)
    }

    /// With `--add` its sender may mean a new target.
    @Test(arguments: [false, true])
    func anUnknownSerialMayBeMeantAsANewTarget(addsTargets: Bool) throws {
        var options = ApplyOptions()
        options.addsTargets = addsTargets
        let plan = ApplyPlan(
            official: try OfficialFile.smallFile().table,
            sources: [listed([Correction(serial: "9", field: "objective", new: "甲")])],
            options: options
        )
        let hint = try #require(plan.diagnostics.all.first?.hint)
        for text in [hint.english, hint.chinese] {
            #expect(text.contains("added") == addsTargets)
        }
    }

    // MARK: Serials that occur twice

    /// 1 stands in the left block and in the right one.
    private static let twice = TargetTable.make(
        columns: ["序号", "责任目标"],
        rows: [["1", "修路"], ["1", "建桥"], ["2", "种树"]],
        file: "official.tsv"
    )

    private func planForTwice(_ corrections: String) throws -> ApplyPlan {
        let (document, findings) = try read(list(corrections))
        try #require(findings.all.isEmpty)
        return ApplyPlan(
            official: Self.twice,
            sources: [CorrectionSource(file: "list.json", .document(document))]
        )
    }

    @Test(arguments: [
        (#"{"line": 2}"#, 0), (#"{"line": 3, "page": 1, "block": 1}"#, 1),
        (#"{"line": 3, "page": null}"#, 1),
    ])
    func aPlaceNamesOneOfSeveralTargets(place: String, target: Int) throws {
        let plan = try planForTwice(
            #"{"serial": 1, "field": "objective", "new": "甲", "place": \#(place)}"#
        )
        #expect(plan.changes.map(\.target) == [target])
        #expect(plan.isWritable)
    }

    @Test(arguments: [
        ("", "duplicate-serial"), (#", "place": "official.tsv:2""#, "duplicate-serial"),
        (#", "place": {"page": 1}"#, "duplicate-serial"),
        (#", "place": {"line": 9}"#, "unknown-place"),
    ])
    func whatNamesNoneIsRefusedForThatSerialOnly(place: String, code: String) throws {
        let wrong = #"{"serial": 1, "field": "objective", "new": "甲"\#(place)}"#
        let right = #"{"serial": 2, "field": "objective", "new": "乙"}"#
        #expect(try planForTwice(wrong).diagnostics.all.map(\.code.rawValue) == [code])
        #expect(try planForTwice(right).isWritable)
        // The only target of a serial needs no place.
        let placed = #"{"serial": 2, "field": "objective", "new": "乙", "place": {"line": 99}}"#
        #expect(try planForTwice(placed).changes.map(\.new) == ["乙"])
    }

    /// A table that comes back has both rows; one of them was corrected.
    @Test func rowsOfOneSerialAreToldApart() {
        var edited = Self.twice.withRows([2, 1, 0])
        edited.replace(1, column: 1, with: "建大桥")
        func plan(_ table: TargetTable) -> ApplyPlan {
            ApplyPlan(
                official: Self.twice,
                sources: [CorrectionSource(file: "back", .table(table, .spreadsheet))]
            )
        }
        #expect(plan(edited).changes.map { [$0.target, $0.columnIndex] } == [[1, 1]])
        edited.replace(2, column: 1, with: "修公路")
        #expect(
            plan(edited).diagnostics.all.map(\.code) == [.duplicateSerial, .duplicateSerial]
        )
        // What they said tells them apart, too.
        var kept = Self.twice.keepingTexts().withRows([1, 0])
        kept.replace(0, column: 1, with: "建大桥")
        kept.replace(1, column: 1, with: "修公路")
        #expect(plan(kept).changes.map(\.new) == ["修公路", "建大桥"])
    }

    @Test func anOldTextThatIsNotThereIsAConflict() throws {
        let table = try OfficialFile.smallFile().table
        func plan(_ old: String?, _ new: String) -> ApplyPlan {
            ApplyPlan(
                official: table,
                sources: [listed([Correction(serial: "01", field: "责任目标内容", old: old, new: new)])]
            )
        }
        #expect(plan("修路", "甲").changes.map(\.new) == ["甲"])
        #expect(plan(nil, "甲").changes.map(\.new) == ["甲"])
        #expect(plan("别的", "甲").conflicts.map(\.cause) == [.officialChanged])
        // It says the new text already.
        #expect(plan("别的", "修路").changesNothing)
        #expect(plan("别的", "修路").isWritable)
    }

    @Test func aListOfWhatADiffFoundMakesTheNewTableOfTheOld() throws {
        for seed in UInt64(0)..<20 {
            var random = SplitMix64(seed: seed ^ 0xF)
            let old = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
            var new = old.table.making(RandomEdit.some(6, of: old.table, &random))
            new = new.withRows(Array(0..<new.count).shuffled(using: &random))
            let report = ChangeReport(TableDiff(from: old.table, to: new), old: "old", new: "new")
            var findings = DiagnosticBag()
            let source = try CorrectionSource(
                reading: InputFile(name: "list.json", bytes: report.json(places: seed % 2 == 0)),
                as: .json,
                reporting: &findings
            )
            #expect(findings.all.isEmpty)
            let again = try OfficialFile(old.applying([source]))
            #expect(TableDiff(from: again.table, to: new).isEmpty)
        }
    }
}
