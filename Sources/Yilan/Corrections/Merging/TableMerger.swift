internal import SourceText
internal import TargetFormats
internal import TargetModel

/// Merges the targets of two tables that come from one.
struct TableMerger {
    private let base: TargetTable?
    /// The table that takes the other's changes, and the other.
    private let host: TargetTable
    private let guest: TargetTable
    private let hostIsTheirs: Bool
    private let baseIndex: SerialIndex?
    private let hostIndex: SerialIndex
    private let guestIndex: SerialIndex

    /// Prepares to merge tables that were read with their layouts.
    init(base: TargetTable?, ours: TargetTable, theirs: TargetTable) {
        self.base = base
        // The side whose layout changed takes the other's changes: then nothing of it is lost. Where
        // both have changed, rows around the targets are merged, but not texts beside targets.
        let beside = [base, ours, theirs].map { $0?.layout?.textsBesideTargets ?? [] }
        hostIsTheirs =
            base != nil
            && (ours.layout == base?.layout || (beside[1] == beside[0] && beside[2] != beside[0]))
        host = hostIsTheirs ? theirs : ours
        guest = hostIsTheirs ? ours : theirs
        baseIndex = base.map(SerialIndex.init)
        hostIndex = SerialIndex(host)
        guestIndex = SerialIndex(guest)
    }

    /// Returns the merged table with its layout, and the cells that both sides changed.
    ///
    /// - Throws: `FormatError` where the tables can't be merged cell by cell.
    func merged(
        markerSize: Int
    ) throws(FormatError) -> (table: TargetTable, conflicts: [CellMerge.Conflict]) {
        guard let hostLayout = host.layout, let guestLayout = guest.layout,
            Set(host.columns.map(\.key)) == Set(guest.columns.map(\.key)),
            base.map({ Set($0.columns.map(\.key)) == Set(host.columns.map(\.key)) }) ?? true
        else { throw FormatError(.data, FrameMerge.layoutsDiffer) }
        try checkTextsBesideTargets()
        let frame = try FrameMerge(
            base: base?.layout,
            ours: hostLayout,
            theirs: guestLayout,
            markerSize: markerSize
        )
        var official = host
        official.layout = frame.layout
        let plan = try plan(on: official)
        var table = plan.corrected
        var conflicts = frame.conflicts.map { turned($0) }
        let index = SerialIndex(table)
        // Where a mark can't be put for certain, a text would be lost: that is left to git.
        func target(_ serial: String, _ known: Int?) throws(FormatError) -> Int {
            if let known, plan.added.isEmpty, plan.deleted.isEmpty { return known }
            let section = known.flatMap { host.section(of: $0) }
            guard case .one(let target) = index.find(serial, inSection: section) else {
                throw FormatError(.data, Diagnostic.unknownSerial(serial))
            }
            return target
        }
        for conflict in plan.conflicts {
            if conflict.cause == .targetUnclear {
                throw FormatError(
                    .data,
                    Diagnostic.ambiguousSerial(
                        conflict.serial,
                        hostIndex.find(conflict.serial).targets.map(host.officialPlace)
                    )
                )
            }
            let written = cellConflict(conflict)
            conflicts.append(written)
            guard let column = table.columns.firstIndex(of: conflict.column) else { continue }
            table.replace(
                try target(conflict.serial, conflict.target),
                column: column,
                with: written.marked(size: markerSize)
            )
        }
        for deletion in deletionConflicts() {
            conflicts.append(deletion.conflict)
            table.replace(
                try target(deletion.conflict.serial, deletion.target),
                column: deletion.column,
                with: deletion.conflict.marked(size: markerSize)
            )
        }
        guard !table.text.isOverfull else { throw FormatError(.data, TextStore.overfull()) }
        return (table, conflicts)
    }

    /// Makes sure that both sides haven't changed what stands in rows of targets and is no target's: the
    /// host's layout is taken.
    private func checkTextsBesideTargets() throws(FormatError) {
        let texts = [base, host, guest].map { $0?.layout?.textsBesideTargets ?? [] }
        guard texts[2] != texts[1], base == nil || texts[2] != texts[0] else { return }
        throw FormatError(.data, FrameMerge.layoutsDiffer)
    }

    // MARK: What the guest changed

    private func plan(on official: TargetTable) throws(FormatError) -> ApplyPlan {
        var options = ApplyOptions()
        options.addsTargets = true
        options.takesOtherTables = true
        options.onConflict = .keep
        options.deletedSerials = deletions.map { target in
            let serial = host.string(target, .serial)
            // Another section may have the serial, too.
            return hostIndex.find(serial).targets.count > 1
                ? "\(serial)@\(host.origins[target].line)" : serial
        }
        var changed = guest
        changed.baseline = baseline
        var sources = [CorrectionSource(file: guest.document.file, .table(changed, .literal))]
        // What the guest changed in a target that the host deleted comes back, to be decided on.
        let returning = returningTargets
        if !returning.isEmpty {
            let document = CorrectionsDocument(corrections: [], added: returning)
            sources.append(CorrectionSource(file: guest.document.file, .document(document)))
        }
        let plan = ApplyPlan(official: official, sources: sources, options: options)
        if let error = plan.diagnostics.all.first(where: { $0.severity == .error }) {
            throw FormatError(.data, error)
        }
        return plan
    }

    /// What the guest's cells said in the common ancestor; nothing, in targets that it added.
    private var baseline: Baseline {
        var cells: [Baseline.Original] = []
        cells.reserveCapacity(guest.count * guest.columns.count)
        for target in 0..<guest.count {
            let old = ancestor(of: target, in: guestIndex)
            for column in guest.columns {
                if let base, let old, let baseColumn = base.column(like: column) {
                    cells.append(.text(base.string(old, column: baseColumn)))
                } else {
                    cells.append(column.field == .serial ? .unknown : .text(""))
                }
            }
        }
        return Baseline(cells: cells)
    }

    /// The target (from 0) of the common ancestor that a target of `table` was.
    private func ancestor(of target: Int, in table: SerialIndex) -> Int? {
        baseIndex?.counterpart(of: target, in: table)
    }

    /// Whether a target says in `table` what it said in the common ancestor.
    private func isUnchanged(
        _ target: Int,
        in table: TargetTable,
        since base: TargetTable,
        as old: Int
    )
        -> Bool
    {
        table.columns.indices.allSatisfy { column in
            guard let baseColumn = base.column(like: table.columns[column]) else { return false }
            return TextComparison.literal.agree(
                table.string(target, column: column),
                base.string(old, column: baseColumn)
            )
        }
    }

    // MARK: Deleted targets

    /// Targets (from 0) of the host that the guest deleted and the host didn't change.
    private var deletions: [Int] {
        guard let base else { return [] }
        return (0..<host.count).filter { target in
            guard guestIndex.counterpart(of: target, in: hostIndex) == nil,
                let old = ancestor(of: target, in: hostIndex)
            else { return false }
            return isUnchanged(target, in: host, since: base, as: old)
        }
    }

    /// Targets of the guest that the host deleted and the guest changed.
    private var returningTargets: [CorrectionsDocument.NewTarget] {
        guard let base else { return [] }
        return (0..<guest.count).compactMap { target in
            guard hostIndex.counterpart(of: target, in: guestIndex) == nil,
                let old = ancestor(of: target, in: guestIndex),
                !isUnchanged(target, in: guest, since: base, as: old)
            else { return nil }
            return .init(
                texts: guest.columns.indices.map {
                    (guest.columns[$0].key, guest.string(target, column: $0))
                }
            )
        }
    }

    /// Cells that the host changed in targets that the guest deleted.
    private func deletionConflicts()
        -> [(conflict: CellMerge.Conflict, target: Int, column: Int)]
    {
        guard let base else { return [] }
        var found: [(CellMerge.Conflict, Int, Int)] = []
        for target in 0..<host.count {
            guard guestIndex.counterpart(of: target, in: hostIndex) == nil,
                let old = ancestor(of: target, in: hostIndex)
            else { continue }
            for (column, hostColumn) in host.columns.enumerated() where hostColumn.field != .serial
            {
                let before =
                    base.column(like: hostColumn).map { base.string(old, column: $0) } ?? ""
                let now = host.string(target, column: column)
                guard !TextComparison.literal.agree(before, now) else { continue }
                let conflict = CellMerge.Conflict(
                    serial: host.string(target, .serial),
                    label: hostColumn.label,
                    key: hostColumn.key,
                    base: before,
                    ours: now,
                    theirs: nil
                )
                found.append((turned(conflict), target, column))
            }
        }
        return found
    }

    // MARK: Conflicts

    private func cellConflict(_ conflict: ApplyPlan.Conflict) -> CellMerge.Conflict {
        let candidate = conflict.candidates.last
        let isNew =
            conflict.target.map { ancestor(of: $0, in: hostIndex) == nil }
            ?? (baseIndex.map { $0.find(conflict.serial) == .none } ?? true)
        return turned(
            CellMerge.Conflict(
                serial: conflict.serial,
                label: conflict.column.label,
                key: conflict.column.key,
                base: isNew ? nil : candidate?.base.knownText,
                ours: conflict.official,
                theirs: candidate?.new
            )
        )
    }

    /// The conflict with our text in front, whichever side took the other's changes.
    private func turned(_ conflict: CellMerge.Conflict) -> CellMerge.Conflict {
        guard hostIsTheirs else { return conflict }
        var turned = conflict
        turned.ours = conflict.theirs
        turned.theirs = conflict.ours
        return turned
    }
}

extension Layout {
    /// The texts in rows of targets that are no target's: a sum or a note in a block that has ended.
    fileprivate var textsBesideTargets: [String] {
        runs.flatMap { run -> [String] in
            guard case .targets(let rows) = run else { return [] }
            return rows.forms.compactMap { form in
                guard case .literal(let text) = form.content else { return nil }
                return text
            }
        }
    }
}
