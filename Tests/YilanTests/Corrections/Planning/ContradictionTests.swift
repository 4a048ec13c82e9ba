import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Several files of corrections that say different things of one cell.
@Suite struct ContradictionTests {
    private func correction(_ new: String, _ old: String? = nil) -> Correction {
        Correction(serial: "1", field: "objective", old: old, new: new)
    }

    private func plan(
        _ sources: [CorrectionSource],
        _ rule: ApplyOptions.ConflictRule = .fail,
        base: TargetTable? = nil
    ) throws -> ApplyPlan {
        var options = ApplyOptions()
        options.onConflict = rule
        options.base = base
        return ApplyPlan(
            official: try OfficialFile.smallFile().table,
            sources: sources,
            options: options
        )
    }

    /// One list repeats what the table says; the other one changes it.
    @Test(arguments: [false, true])
    func aListStatesWhatTheTableSaysToo(isReversed: Bool) throws {
        var sources = [
            listed([correction("修铁路")], file: "a.json"), listed([correction("修路")], file: "b.json"),
        ]
        if isReversed { sources.reverse() }
        let open = try plan(sources)
        #expect(open.conflicts.map(\.cause) == [.correctionsDisagree])
        #expect(open.conflicts.first?.candidates.count == 2)
        #expect(open.changesNothing)
        #expect(!open.isWritable)
        #expect(try plan(sources, .keep).changesNothing)
        // The last one counts.
        #expect(try plan(sources, .take).changes.map(\.new) == (isReversed ? ["修铁路"] : []))
    }

    @Test func aListMayContradictItself() throws {
        let plan = try plan([listed([correction("修铁路"), correction("修路")])])
        #expect(plan.conflicts.map(\.cause) == [.correctionsDisagree])
    }

    @Test func aListThatRepeatsTheTableAloneIsNoConflict() throws {
        let plan = try plan([listed([correction("修路")]), listed([correction("修路", "别的")])])
        #expect(plan.conflicts.isEmpty && plan.changesNothing)
        #expect(plan.leftAlone[.saidAlready] == 1)
        #expect(plan.unedited.isEmpty)
    }

    /// A table states only what differs from what it started from; where that isn't known, a part of
    /// the targets states all of its texts, and a whole table those that differ from the official one.
    @Test func aTableStatesWhatWasChangedInIt() throws {
        let official = try OfficialFile.smallFile()
        let before = try OfficialFile(OfficialFile.small.replacing("修路", with: "铺路")).table
        var edited = before.keepingTexts()
        edited.replace(0, column: 2, with: "修路")
        let stating = CorrectionSource(file: "a.xlsx", .table(edited, .spreadsheet))
        let silent = CorrectionSource(
            file: "b.xlsx",
            .table(official.table.keepingTexts(), .spreadsheet)
        )
        let list = listed([correction("修铁路")])
        #expect(try plan([list, silent]).changes.map(\.new) == ["修铁路"])
        #expect(try plan([list, stating]).conflicts.map(\.cause) == [.correctionsDisagree])
        #expect(try plan([stating, list]).conflicts.map(\.cause) == [.correctionsDisagree])
        var bare = edited
        bare.baseline = nil
        let csv = CorrectionSource(file: "a.csv", .table(bare, .spreadsheet))
        #expect(try plan([csv, list]).changes.map(\.new) == ["修铁路"])
        let part = CorrectionSource(file: "p.csv", .table(bare.withRows([0]), .spreadsheet))
        #expect(try plan([part, list]).conflicts.map(\.cause) == [.correctionsDisagree])
        #expect(try plan([list, part]).conflicts.map(\.cause) == [.correctionsDisagree])
        #expect(try plan([csv]).conflicts.isEmpty)
        let other = listed([correction("修路")])
        #expect(try plan([csv, other]).changesNothing)
    }

    @Test func whatIsUneditedIsToldFromWhatIsSaidAlready() throws {
        let official = try OfficialFile.smallFile().table
        let silent = CorrectionSource(file: "b", .table(official.keepingTexts(), .spreadsheet))
        #expect(try plan([silent]).unedited == ["b"])
        for kept in [official.keepingTexts(), official.keepingDigests()] {
            var old = kept
            old.baseline?.cells[2] = .text("铺路")
            let said = CorrectionSource(file: "a", .table(old, .spreadsheet))
            let plan = try plan([said])
            #expect(plan.unedited.isEmpty && plan.changesNothing)
            #expect(plan.leftAlone[.saidAlready] == 1)
        }
    }

    /// Whoever comes first: the same conflicts, the same changes, and the candidates of both.
    @Test(arguments: UInt64(0)..<40)
    func theOrderOfFilesDoesNotMatter(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let sources = (0..<3).map { number in
            let edits = RandomEdit.some(5, of: official.table, &random)
            guard Bool.random(using: &random) else {
                return CorrectionSource(
                    file: "\(number).xlsx",
                    .table(official.table.making(edits).keeping(official.table), .spreadsheet)
                )
            }
            return listed(
                edits.map { edit in
                    let keepsText = Bool.random(using: &random)
                    let old = official.table.string(edit.target, column: edit.column)
                    return Correction(
                        serial: official.table.string(edit.target, .serial),
                        field: official.table.columns[edit.column].key,
                        new: keepsText ? old : edit.text
                    )
                },
                file: "\(number).json"
            )
        }
        func outcome(_ sources: [CorrectionSource]) -> [[String]] {
            let plan = ApplyPlan(official: official.table, sources: sources)
            return plan.changes.map { [$0.serial, $0.column.key, $0.new] }
                + plan.conflicts.map { conflict in
                    [conflict.serial, conflict.column.key, conflict.cause.rawValue]
                        + conflict.candidates.map { $0.new + $0.place.description }.sorted()
                }
        }
        let first = outcome(sources)
        for _ in 0..<3 { #expect(outcome(sources.shuffled(using: &random)) == first) }
        let open = ApplyPlan(official: official.table, sources: sources)
        // What is in conflict is not among the changes.
        let inConflict = Set(open.conflicts.map { [$0.serial, $0.column.key] })
        #expect(!open.changes.contains { inConflict.contains([$0.serial, $0.column.key]) })
        // Without the files that disagree, each correction goes through alone.
        for source in sources {
            #expect(ApplyPlan(official: official.table, sources: [source]).conflicts.isEmpty)
        }
    }
}

extension TargetTable {
    /// The table with what another one's cells say kept as what its own said.
    fileprivate func keeping(_ original: TargetTable) -> TargetTable {
        var kept = self
        kept.baseline = original.keepingTexts().baseline
        return kept
    }
}
