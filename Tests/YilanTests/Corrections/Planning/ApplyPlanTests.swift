import SourceText
import TargetFormats
import TargetModel
import Testing

@testable import Yilan

/// One cell is corrected, and nothing else.
@Suite struct ApplyPlanTests {
    /// The ways in which a table keeps what its cells said.
    enum Kept: CaseIterable {
        case texts, digests, nothing
    }

    private func source(_ table: TargetTable, _ kept: Kept, file: String = "back.xlsx")
        -> CorrectionSource
    {
        CorrectionSource(file: file, .table(table, kept == .digests ? .literal : .spreadsheet))
    }

    private func keeping(_ table: TargetTable, _ kept: Kept) -> TargetTable {
        switch kept {
        case .texts: table.keepingTexts()
        case .digests: table.keepingDigests()
        case .nothing: table
        }
    }

    @Test(arguments: Kept.allCases)
    func anUneditedTableChangesNoByte(kept: Kept) throws {
        let official = try OfficialFile.sample()
        let table = keeping(official.table, kept)
        let plan = ApplyPlan(official: official.table, sources: [source(table, kept)])
        #expect(plan.changesNothing)
        #expect(plan.diagnostics.all.isEmpty)
        #expect(try plan.bytes(correcting: official.input) == official.input.bytes)
    }

    @Test(arguments: Kept.allCases)
    func aCorrectedCellIsTheOnlyChange(kept: Kept) throws {
        let official = try OfficialFile.smallFile()
        var table = keeping(official.table, kept)
        table.replace(2, column: 3, with: "是")
        // Sorted, filtered, and with columns moved.
        table = table.withRows([3, 2]).withColumns([4, 3, 0])
        let plan = ApplyPlan(official: official.table, sources: [source(table, kept)])
        #expect(
            plan.changes.map { [$0.serial, $0.column.key, $0.old, $0.new] }
                == [["3", "onSchedule", "否", "是"]]
        )
        #expect(plan.changes.first?.officialPlace.description == "official.tsv:3")
        let expected = OfficialFile.small.replacing("种树\t否", with: "种树\t是")
        #expect(try plan.bytes(correcting: official.input) == Array(expected.utf8))
    }

    /// Two offices send back the whole table, each with its own correction: both count, base or not.
    @Test(arguments: Kept.allCases)
    func wholeTablesFromSeveralOfficesAreMerged(kept: Kept) throws {
        let official = try OfficialFile.smallFile()
        let sources = [(2, "是"), (0, "否")].map { target, status in
            var table = keeping(official.table, kept)
            table.replace(target, column: 3, with: status)
            return source(table, kept, file: "office\(target).csv")
        }
        let plan = ApplyPlan(official: official.table, sources: sources)
        #expect(plan.conflicts.isEmpty)
        #expect(plan.changes.map { [$0.serial, $0.new] } == [["1", "否"], ["3", "是"]])
    }

    /// A part of the rows without a base lists what it wants, also where that is what the table says.
    @Test(arguments: [[1, 2], [2, 1]])
    func partsWithoutABaseContradictEachOther(order: [Int]) throws {
        let official = try OfficialFile.smallFile()
        let wanted = [official.table.string(2, column: 3), "是"]
        let sources = zip(order, wanted).map { number, status in
            var table = official.table
            table.replace(2, column: 3, with: status)
            let part = table.withRows([2])
            return source(part, .nothing, file: "part\(number).csv")
        }
        let plan = ApplyPlan(official: official.table, sources: sources)
        #expect(plan.conflicts.map(\.serial) == ["3"])
        #expect(plan.changes.isEmpty)
    }

    @Test(arguments: [Kept.texts, .digests])
    func aChangeOfTheOfficialTableSinceIsNoCorrection(kept: Kept) throws {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修公路"))
        var table = keeping(before.table, kept)
        table.replace(1, column: 2, with: "建大桥")
        let text = try official.textApplying([source(table, kept)])
        #expect(
            text == OfficialFile.small.replacing("修路", with: "修公路").replacing("建桥", with: "建大桥")
        )
    }

    @Test(arguments: [Kept.texts, .digests])
    func aCellThatBothChangedIsAConflict(kept: Kept) throws {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修公路"))
        var table = keeping(before.table, kept)
        table.replace(0, column: 2, with: "修铁路")
        table.replace(1, column: 2, with: "建大桥")
        func plan(_ rule: ApplyOptions.ConflictRule) -> ApplyPlan {
            var options = ApplyOptions()
            options.onConflict = rule
            return ApplyPlan(
                official: official.table,
                sources: [source(table, kept)],
                options: options
            )
        }
        let open = plan(.fail)
        #expect(!open.isWritable)
        #expect(open.changes.map(\.new) == ["建大桥"])
        let conflict = try #require(open.conflicts.first)
        #expect(open.conflicts.count == 1)
        #expect(conflict.cause == .officialChanged)
        #expect(conflict.official == "修公路")
        #expect(conflict.candidates.map(\.new) == ["修铁路"])
        #expect(
            conflict.candidates.map(\.base) == [
                kept == .texts ? .text("修路") : .init(digestOf: "修路".utf8)
            ]
        )
        #expect(conflict.resolution == .open)

        let kept = plan(.keep)
        #expect(kept.isWritable)
        #expect(kept.changes.map(\.new) == ["建大桥"])
        #expect(kept.conflicts.map(\.resolution) == [.kept])
        let taken = plan(.take)
        #expect(taken.isWritable)
        #expect(taken.changes.map(\.new) == ["修铁路", "建大桥"])
        #expect(taken.conflicts.map(\.resolution) == [.taken])
    }

    @Test func aTextThatTheOfficialTableHasAlreadyIsNoConflict() throws {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修公路"))
        var table = before.table.keepingTexts()
        table.replace(0, column: 2, with: "修公路")
        let plan = ApplyPlan(official: official.table, sources: [source(table, .texts)])
        #expect(plan.changesNothing)
        #expect(plan.conflicts.isEmpty)
    }

    @Test func aBaseTableTellsACorrectionFromAChangeOfTheOfficialTable() throws {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修公路"))
        var table = before.table
        table.replace(1, column: 2, with: "建大桥")
        var options = ApplyOptions()
        options.base = before.table
        let plan = ApplyPlan(
            official: official.table,
            sources: [source(table, .nothing, file: "back.csv")],
            options: options
        )
        #expect(plan.conflicts.isEmpty)
        #expect(plan.changes.map(\.new) == ["建大桥"])
        // Without it, every cell that differs is a correction.
        let without = ApplyPlan(official: official.table, sources: [source(table, .nothing)])
        #expect(without.changes.map(\.new) == ["修路", "建大桥"])
    }

    @Test func aBaseTableSaysWhatADigestOnlyProves() throws {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修公路"))
        var table = before.table.keepingDigests()
        table.replace(0, column: 2, with: "修铁路")
        var options = ApplyOptions()
        options.base = before.table
        let plan = ApplyPlan(
            official: official.table,
            sources: [source(table, .digests)],
            options: options
        )
        #expect(plan.conflicts.first?.candidates.map(\.base) == [.text("修路")])
    }

    /// Whoever gives a base expects it to count.
    @Test(arguments: Kept.allCases)
    func aBaseThatDoesNotCountIsTold(kept: Kept) throws {
        let official = try OfficialFile.smallFile()
        var options = ApplyOptions()
        let table = source(keeping(official.table, kept), kept)
        let list = listed([Correction(serial: "1", field: "objective", new: "修公路")])
        func codes(_ source: CorrectionSource) -> [String] {
            ApplyPlan(official: official.table, sources: [source], options: options)
                .diagnostics.all.map(\.code.rawValue)
        }
        #expect(codes(table).isEmpty && codes(list).isEmpty)
        options.base = official.table
        // A base says what a digest only proves.
        #expect(codes(table) == (kept == .texts ? ["base-unused"] : []))
        #expect(codes(list) == ["base-unused"])
        options.base = try official.edited([(0, .objective, "修铁路")])
        var edited = keeping(official.table, kept)
        edited.replace(0, column: 2, with: "修公路")
        #expect(codes(source(edited, kept)) == (kept == .nothing ? [] : ["base-unused"]))
    }

    @Test func severalFilesAreMerged() throws {
        let official = try OfficialFile.smallFile()
        let one = try official.edited([(0, .objective, "修公路"), (1, .objective, "建大桥")])
        let other = try official.edited([(1, .objective, "建大桥"), (2, .onSchedule, "是")])
        let plan = ApplyPlan(
            official: official.table,
            sources: [
                source(one.keepingNothingBut(official), .texts, file: "一.xlsx"),
                source(other.keepingNothingBut(official), .texts, file: "二.xlsx"),
            ]
        )
        #expect(plan.conflicts.isEmpty)
        #expect(plan.changes.map(\.new) == ["修公路", "建大桥", "是"])
        #expect(
            plan.changes.map { $0.places.map(\.file) } == [
                ["一.xlsx"], ["一.xlsx", "二.xlsx"], ["二.xlsx"],
            ]
        )
    }

    @Test func filesThatDisagreeAreAConflictThatNamesBoth() throws {
        let official = try OfficialFile.smallFile()
        let sources = [("修公路", "一.xlsx"), ("修铁路", "二.xlsx")].map { text, file in
            let corrected = listed(
                [
                    Correction(
                        serial: "1",
                        field: "objective",
                        old: "修路",
                        new: text,
                        place: .init(file: file)
                    )
                ],
                file: file
            )
            return corrected
        }
        let plan = ApplyPlan(official: official.table, sources: sources)
        let conflict = try #require(plan.conflicts.first)
        #expect(conflict.cause == .correctionsDisagree)
        #expect(conflict.candidates.map(\.place.file) == ["一.xlsx", "二.xlsx"])
        #expect(plan.changes.isEmpty)
        var options = ApplyOptions()
        options.onConflict = .take
        #expect(
            try official.textApplying(sources, options)
                == OfficialFile.small.replacing("修路", with: "修铁路")
        )
        options.onConflict = .keep
        #expect(try official.textApplying(sources, options) == OfficialFile.small)
    }
}

extension TargetTable {
    /// The table with what `official` says kept as what its cells said.
    fileprivate func keepingNothingBut(_ official: OfficialFile) -> TargetTable {
        var kept = self
        kept.baseline = official.table.keepingTexts().baseline
        return kept
    }
}

extension String {
    /// The text with the only occurrence of `old` replaced.
    func replacing(_ old: String, with new: String) -> String {
        let parts = split(separator: old, omittingEmptySubsequences: false)
        precondition(parts.count == 2, "\(old) occurs \(parts.count - 1) times")
        return parts.joined(separator: new)
    }
}
