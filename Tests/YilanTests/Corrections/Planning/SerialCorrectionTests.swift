import SourceText
import TargetFormats
import TargetModel
import Testing

@testable import Yilan

/// Serials that are corrected, repeated, unknown or new.
@Suite struct SerialCorrectionTests {
    private func plan(
        _ table: TargetTable,
        _ comparison: TextComparison = .spreadsheet,
        official: OfficialFile? = nil,
        _ change: (inout ApplyOptions) -> Void = { _ in }
    ) throws -> ApplyPlan {
        var options = ApplyOptions()
        change(&options)
        return ApplyPlan(
            official: try official?.table ?? OfficialFile.smallFile().table,
            sources: [CorrectionSource(file: "back", .table(table, comparison))],
            options: options
        )
    }

    private func codes(_ plan: ApplyPlan) -> [String] { plan.diagnostics.all.map(\.code.rawValue) }

    @Test(arguments: [true, false])
    func aChangedSerialIsACorrectionOfTheSerial(asTexts: Bool) throws {
        let official = try OfficialFile.smallFile()
        var table = asTexts ? official.table.keepingTexts() : official.table.keepingDigests()
        table.replace(1, column: 0, with: "12")
        table.replace(1, column: 2, with: "建大桥")
        let plan = try plan(table, asTexts ? .spreadsheet : .literal)
        #expect(plan.changes.map(\.new) == ["12", "建大桥"])
        #expect(plan.changes.map(\.serial) == ["2", "2"])
        let text = String(decoding: try plan.bytes(correcting: official.input), as: UTF8.self)
        #expect(text == OfficialFile.small.replacing("2\t张三\t建桥", with: "12\t张三\t建大桥"))
        // Applied a second time, the table is as it is to be.
        let again = try OfficialFile(text)
        #expect(try self.plan(table, official: again).changesNothing)
    }

    @Test(arguments: [true, false])
    func serialsMayBeSwapped(asTexts: Bool) throws {
        let official = try OfficialFile.smallFile()
        var table = asTexts ? official.table.keepingTexts() : official.table.keepingDigests()
        table.replace(0, column: 0, with: "2")
        table.replace(1, column: 0, with: "1")
        let plan = try plan(table, .literal)
        #expect(codes(plan) == ["changed-serial", "changed-serial"])
        #expect(
            plan.changes.map { [$0.serial, $0.column.key, $0.new] } == [
                ["1", "serial", "2"], ["2", "serial", "1"],
            ]
        )
    }

    @Test func aSerialThatAnotherTargetHasIsAnError() throws {
        var table = try OfficialFile.smallFile().table.keepingTexts()
        table.replace(1, column: 0, with: "4")
        let plan = try plan(table)
        #expect(codes(plan) == ["duplicate-serial", "changed-serial"])
        #expect(!plan.isWritable)
    }

    /// Whichever of the two stands first, the place is that of the one that had the serial.
    @Test(arguments: [(0, 1), (1, 0)])
    func theOtherTargetIsNamed(changed: Int, other: Int) throws {
        let official = try OfficialFile.smallFile().table
        var table = official.keepingTexts()
        table.replace(changed, column: 0, with: official.string(other, .serial))
        let finding = try #require(try plan(table).diagnostics.all.first)
        #expect(finding.message.english.contains(":\(official.origins[other].line)"))
    }

    @Test func aSerialCannotBeTakenAway() throws {
        var table = try OfficialFile.smallFile().table.keepingTexts()
        table.replace(1, column: 0, with: " ")
        #expect(try codes(plan(table)) == ["missing-serial"])
    }

    @Test(arguments: [[0, 1, 1], [1, 0, 1]])
    func twoRowsOfOneTargetAreAnErrorThatNamesBoth(rows: [Int]) throws {
        let table = try OfficialFile.smallFile().table.withRows(rows)
        let plan = try plan(table)
        let finding = try #require(plan.diagnostics.all.first)
        #expect(codes(plan) == ["duplicate-serial"])
        #expect(finding.serial == "2")
        #expect(finding.message.english.contains("back:"))
    }

    @Test func serialsInAnotherNotationAreFound() throws {
        var table = try OfficialFile.smallFile().table
        table.replace(0, column: 0, with: "1.0")
        table.replace(1, column: 0, with: "００２")
        table.replace(1, column: 2, with: "建大桥")
        let plan = try plan(table)
        #expect(codes(plan) == ["unknown-base"])
        #expect(plan.changes.map(\.new) == ["建大桥"])
    }

    @Test func aNewSerialIsAnErrorWithItsPlace() throws {
        let official = try OfficialFile.smallFile()
        var table = official.table
        table.replace(3, column: 0, with: "5")
        table.places = CellPlaces(
            sheets: [.init(name: "全部目标", columns: [1, 2, 3, 4, 5])],
            rows: [2, 3, 4, 9].map { .init(number: $0) }
        )
        let plan = try plan(table)
        let finding = try #require(plan.diagnostics.all.first)
        #expect(codes(plan) == ["new-serial"])
        #expect(finding.sheet == "全部目标")
        #expect(finding.cell == "B9")
        #expect(finding.serial == "5")
    }

    /// Only a file that keeps its serials tells a renumbered target from a new one; in others the
    /// hint says which it may be.
    @Test(arguments: [true, false])
    func aRenumberedTargetIsNamedInTheHint(isEdited: Bool) throws {
        var table = try OfficialFile.smallFile().table
        table.replace(2, column: 0, with: "33")
        if isEdited { table.replace(2, column: 2, with: "种花") }
        let found = try plan(table).diagnostics.all
        #expect(found.map(\.code) == [.newSerial])
        let hint = try #require(found.first?.hint?.english)
        #expect(hint.contains(#"{"serial": "3", "field": "serial", "new": "33"}"#))
        // In a part of the table, a row that says something else is no target's.
        let part = try plan(table.withRows([0, 2])).diagnostics.all
        #expect(part.first?.hint?.english.contains("33") == !isEdited)
    }

    @Test func aRowWithoutASerialIsAnError() throws {
        var table = try OfficialFile.smallFile().table.withRows([0, 1])
        table.replace(1, column: 0, with: "")
        #expect(try codes(plan(table)) == ["missing-serial"])
    }

    @Test func blankRowsAndMissingRowsAreLeftAlone() throws {
        var table = try OfficialFile.smallFile().table.withRows([0, 1])
        for column in 0..<5 { table.replace(1, column: column, with: "") }
        let plan = try plan(table)
        #expect(codes(plan).isEmpty)
        #expect(plan.changesNothing)
    }

    @Test func aTargetThatTheOfficialTableLostIsAConflictOnlyWhereItWasCorrected() throws {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(
            OfficialFile.small.replacing("4\t李四\t\t是\t", with: "\t\t\t\t")
        )
        #expect(official.table.count == 3)
        var table = before.table.keepingTexts()
        #expect(try plan(table, official: official).changesNothing)
        table.replace(3, column: 2, with: "浇水")
        let plan = try plan(table, official: official)
        #expect(plan.conflicts.map(\.cause) == [.targetGone])
        #expect(plan.conflicts.first?.official == nil)
        #expect(plan.conflicts.first?.serial == "4")
        #expect(plan.hasOpenConflicts)
        #expect(try self.plan(table, official: official) { $0.onConflict = .take }.hasOpenConflicts)
        #expect(
            try !self.plan(table, official: official) { $0.onConflict = .keep }.hasOpenConflicts
        )
        // A file that doesn't keep its texts is told by the base table.
        let bare = try before.edited([(3, .objective, "浇水")])
        let based = try self.plan(bare, official: official) { $0.base = before.table }
        #expect(based.conflicts.map(\.cause) == [.targetGone])
    }

    @Test(arguments: [true, false])
    func aCopiedRowWithASerialOfItsOwnIsANewTarget(copyFirst: Bool) throws {
        let official = try OfficialFile.smallFile()
        var table = official.table.keepingTexts().withRows(copyFirst ? [1, 1, 0] : [1, 0, 1])
        let copy = copyFirst ? 0 : 2
        table.replace(copy, column: 0, with: "5")
        table.replace(copy, column: 2, with: "挖渠")
        #expect(try codes(plan(table)) == ["new-serial"])
        let added = try plan(table) { $0.addsTargets = true }
        #expect(codes(added).isEmpty)
        #expect(added.changes.isEmpty)
        #expect(added.added.map(\.texts) == [["5", "张三", "挖渠", "是", ""]])
    }

    @Test func aTableWithoutSerialsIsAnError() throws {
        let table = try OfficialFile.smallFile().table.withColumns([1, 2])
        #expect(try codes(plan(table)) == ["missing-serial-column"])
    }

    @Test func ofSeveralDocumentsOnlyTheOfficialOneCounts() throws {
        let official = try OfficialFile.smallFile()
        var table = official.table.keepingTexts().withRows([0, 1, 2])
        table.documents.append(Document(title: "另一个表"))
        table.origins[2].document = 1
        table.replace(1, column: 2, with: "建大桥")
        table.replace(2, column: 0, with: "88")
        let plan = try plan(table)
        #expect(codes(plan) == ["other-table"])
        #expect(!plan.diagnostics.hasErrors)
        #expect(plan.changes.map(\.new) == ["建大桥"])
    }
}
