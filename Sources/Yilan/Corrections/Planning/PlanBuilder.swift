internal import SourceText
internal import TableLayout
internal import TargetModel

/// Makes an `ApplyPlan` step by step.
struct PlanBuilder {
    private let table: TargetTable
    private let options: ApplyOptions
    private let official: OfficialTable?
    private var cells: [Proposal] = []
    private var lost: [LostProposal] = []
    private var targets: [ProposedTarget] = []

    private(set) var changes: [ApplyPlan.Change] = []
    /// Where the new text of each change stands in the store of the corrected table; nil where that has other
    /// targets than the official one.
    private(set) var newTexts: [TextRange]? = []
    private(set) var repeatedPlaces: [Int: Correction.TargetPlace] = [:]
    private(set) var conflicts: [ApplyPlan.Conflict] = []
    private(set) var added: [ApplyPlan.WholeTarget] = []
    private(set) var deleted: [ApplyPlan.WholeTarget] = []
    private(set) var corrected: TargetTable
    private(set) var filled: [ApplyPlan.FilledCell] = []
    private(set) var followingCount = 0
    private(set) var leftAlone = LeftAlone()
    private(set) var unedited: [String] = []
    private(set) var agreeing: [String] = []
    private(set) var diagnostics = DiagnosticBag()

    init(official: TargetTable, options: ApplyOptions) {
        table = official
        self.options = options
        corrected = official
        self.official = OfficialTable(official, lineBreaks: options.lineBreaks)
        if self.official == nil {
            diagnostics.report(
                Diagnostic.missingSerialColumn.at(Place(file: official.document.file))
            )
        }
    }

    /// Weighs everything that the files want.
    mutating func weigh(_ given: consuming [CorrectionSource]) {
        guard let official else { return }
        var sources = given
        if let base = options.base, isOther(base, file: base.shownName) { return }
        let base = options.base.map(BaseTable.init)
        var taken: [CorrectionSource] = []
        for source in sources {
            if case .table(let table, _) = source.content, isOther(table, file: source.file) {
                continue
            }
            taken.append(source)
            let beside = CopiedSurroundings(source, of: table, base: options.base)
            if let finding = beside.finding { diagnostics.report(finding) }
        }
        let isAlone = sources.count == 1
        sources = []
        var found = taken.map { source in
            let found = proposals(of: source, official, base, statesAll: !isAlone)
            // Perhaps it has corrections that were made already.
            return found.isEmpty && isAlone
                ? proposals(of: source, official, base, statesAll: true) : found
        }
        unedited = zip(taken, found).filter { $1.isEmpty }.map(\.0.file)
        agreeing = zip(taken, found).filter { $1.isEmpty && !$0.knowsBase(options) }.map(\.0.file)
        if taken.count > 1 { addStated(by: taken, to: &found, official, base) }
        // What was read goes, and each of these when it is taken over: of 10,000 corrections that is 4 MB.
        taken = []
        for index in found.indices {
            let one = found[index]
            found[index] = Proposals()
            collect(one)
        }
        leaveOtherColumnsOut(official)
        resolveCells(official)
        resolveLost(official)
        resolveTargets(official)
        let deletedTargets = resolveDeletions(official)
        // The corrected table's cells have no room between what is left of that.
        FreedMemory.giveBack(after: table.text.source.count)
        correct(official, deletedTargets)
    }

    /// Whether a file holds another table than the official one, which is told.
    private mutating func isOther(_ other: TargetTable, file: String) -> Bool {
        guard !options.takesOtherTables,
            let finding = OtherTable.finding(other, official: table)
        else { return false }
        diagnostics.report(finding.at(Place(file: file)))
        return true
    }

    /// Adds what files say of cells that others want changed, where all their texts count.
    ///
    /// A file with every target, as it was handed out, says nothing of the cells that nobody touched;
    /// one with some of them lists what it wants.
    private func addStated(
        by sources: [CorrectionSource],
        to found: inout [Proposals],
        _ official: OfficialTable,
        _ base: BaseTable?
    ) {
        let wanted = found.map { Set($0.cells.lazy.filter { !$0.isSaidAlready }.map(\.cell)) }
        for (index, source) in sources.enumerated() {
            guard case .table(let table, let comparison) = source.content, table.baseline == nil,
                table.count < self.table.count
            else { continue }
            let others = wanted.indices.lazy.filter { $0 != index }
                .reduce(into: Set<Proposal.Cell>()) { $0.formUnion(wanted[$1]) }
            guard !others.isEmpty else { continue }
            let stated = TableProposals(
                table,
                file: source.file,
                comparison: comparison,
                official: official,
                base: base,
                statesAll: true,
                statedCells: others
            )
            found[index].cells += stated.result.cells.filter { $0.isSaidAlready && !$0.isBaseKnown }
        }
    }

    private func proposals(
        of source: CorrectionSource,
        _ official: OfficialTable,
        _ base: BaseTable?,
        statesAll: Bool
    ) -> Proposals {
        switch source.content {
        case .table(let table, let comparison):
            TableProposals(
                table,
                file: source.file,
                comparison: comparison,
                official: official,
                base: base,
                statesAll: statesAll
            ).result
        case .document(let document):
            DocumentProposals(document, official: official, options: options).result
        }
    }

    private mutating func collect(_ found: Proposals) {
        if let section = table.sectionColumn {
            let ofSections = found.cells.filter { $0.column == section }
            if let first = ofSections.first {
                diagnostics.report(
                    Diagnostic.correctedSection(ofSections.count).at(first.place)
                        .about(serial: official?.serial(first.target), field: Column.section.label)
                )
            }
        }
        if cells.isEmpty { cells = found.cells } else { cells += found.cells }
        lost += found.lost
        targets += found.targets
        leftAlone.add(found.leftAlone)
        diagnostics.report(contentsOf: found.diagnostics)
    }

    /// Keeps the corrections of the columns that the user wants, and says how many others there are.
    private mutating func leaveOtherColumnsOut(_ official: OfficialTable) {
        guard let fields = options.onlyFields else { return }
        var kept = Set<Int>()
        for field in fields {
            guard let column = official.column(named: field) else {
                diagnostics.report(
                    Diagnostic.unknownField(field, table.columns).about(field: field)
                )
                continue
            }
            kept.insert(column)
        }
        let others = cells.filter { !kept.contains($0.column) && !$0.isSaidAlready }
        cells.removeAll { !kept.contains($0.column) }
        lost.removeAll { !kept.contains($0.column) }
        guard let first = others.first else { return }
        leftAlone.count(.otherColumn, others.count)
        diagnostics.report(
            Diagnostic.otherColumns(others.count).at(first.place).about(
                serial: official.serial(first.target),
                field: table.columns[first.column].key
            )
        )
    }

    // MARK: Cells

    private mutating func resolveCells(_ official: OfficialTable) {
        let decided = DecidedCells(of: cells, official: official, options: options)
        cells = []
        changes = decided.changes
        conflicts = decided.conflicts
        repeatedPlaces = decided.repeatedPlaces
        leftAlone.add(decided.leftAlone)
    }

    private mutating func resolveLost(_ official: OfficialTable) {
        for proposal in lost {
            conflicts.append(
                ApplyPlan.Conflict(
                    serial: proposal.serial,
                    target: nil,
                    column: table.columns[proposal.column],
                    official: nil,
                    officialPlace: nil,
                    candidates: [
                        .init(base: proposal.base, new: proposal.new, place: proposal.place)
                    ],
                    cause: isGone(proposal, official) ? .targetGone : .targetUnclear,
                    // There is no cell that could take the text.
                    resolution: options.onConflict == .keep ? .kept : .open
                )
            )
        }
    }

    /// Whether the official table has no target that the proposal could be about: none of its serial
    /// in its section.
    private func isGone(_ proposal: LostProposal, _ official: OfficialTable) -> Bool {
        official.index.find(proposal.serial, inSection: proposal.section) == .none
    }

    // MARK: Whole targets

    private mutating func resolveTargets(_ official: OfficialTable) {
        var new = NewTargets(in: official, areWanted: options.addsTargets)
        for target in targets { new.add(target, reporting: &diagnostics) }
        added = new.targets
    }

    /// The targets (from 0) to delete.
    private mutating func resolveDeletions(_ official: OfficialTable) -> Set<Int> {
        var found = Set<Int>()
        let named = DeletedTargets(of: official)
        for name in options.deletedSerials {
            do {
                found.insert(try named.target(named: name))
            } catch {
                diagnostics.report(error.diagnostic)
            }
        }
        for change in changes where found.contains(change.target) {
            diagnostics.report(
                Diagnostic.deletedAndCorrected(change.serial)
                    .at(change.places.first ?? Place())
            )
        }
        if found.count == official.table.count, !found.isEmpty, added.isEmpty {
            diagnostics.report(Diagnostic.nothingLeft.at(Place(file: table.document.file)))
        }
        deleted = found.sorted().map { target in
            ApplyPlan.WholeTarget(
                serial: official.serial(target),
                texts: table.columns.indices.map { official.text(target, $0) },
                place: official.place(target)
            )
        }
        return found
    }

    // MARK: The corrected table

    private mutating func correct(_ official: OfficialTable, _ deletedTargets: Set<Int>) {
        // With what is replaced, which is kept there when the file is corrected.
        let sizes = changes.indices.map { changes[$0].new.utf8.count + changes[$0].old.utf8.count }
        corrected.text.reserve(sizes.reduce(0, +))
        newTexts?.reserveCapacity(changes.count)
        for index in changes.indices {
            let start = corrected.text.added.count
            corrected.replace(
                changes[index].target,
                column: changes[index].columnIndex,
                with: changes[index].new
            )
            let count = changes[index].new.utf8.count
            newTexts?.append(count == 0 ? .empty : TextRange(added: start..<(start + count)))
        }
        if corrected.text.isOverfull { newTexts = nil }
        UndoneChanges(in: corrected).report(of: changes, to: &diagnostics)
        GroupTexts(of: table)?.spread(changes, in: &corrected, reporting: &diagnostics)
        if !added.isEmpty || !deletedTargets.isEmpty {
            newTexts = nil
            corrected = Relayout(of: corrected, deleting: deletedTargets, adding: added)
                .table(reporting: &diagnostics)
        }
        if corrected.text.isOverfull { diagnostics.report(TextStore.overfull()) }
        CorrectedSerials(official: official, table: table, corrected: corrected)
            .report(changes, added, to: &diagnostics)
        UnnamedLeaders(in: corrected).report(of: changes, added, to: &diagnostics)
        if !diagnostics.hasErrors { lookAtCarriedCells(official) }
        Alarms(official: table, changes: changes, added: added).report(to: &diagnostics)
        if !added.isEmpty || !deleted.isEmpty
            || changes.contains(where: { $0.column.field == .onSchedule })
        {
            TotalsCheck(table).report(after: corrected, to: &diagnostics)
        }
    }

    /// Tells the cells that stay blank although their text changes, as the one above does, and those
    /// that get a text although it doesn't change, as the one above does.
    private mutating func lookAtCarriedCells(_ official: OfficialTable) {
        guard added.isEmpty, options.deletedSerials.isEmpty, !changes.isEmpty,
            let layout = corrected.layout,
            let carried = try? CarriedCells(layout, of: corrected),
            !carried.filled.isEmpty || !carried.kept.isEmpty
        else { return }
        let changed = Set(
            changes.map { CarriedCells.Cell(target: $0.target, column: $0.columnIndex) }
        )
        followingCount = changed.intersection(carried.kept).count
        filled = carried.filled.subtracting(changed).sorted {
            ($0.target, $0.column) < ($1.target, $1.column)
        }.map { cell in
            ApplyPlan.FilledCell(
                serial: official.serial(cell.target),
                column: table.columns[cell.column],
                text: corrected.string(cell.target, column: cell.column),
                place: official.place(cell.target)
            )
        }
        for cell in filled {
            diagnostics.report(
                Diagnostic.filledCell(cell.text).at(cell.place)
                    .about(serial: cell.serial, field: cell.column.key)
            )
        }
    }
}
