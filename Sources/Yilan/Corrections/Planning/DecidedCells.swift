internal import SourceText
internal import TargetModel

/// What becomes of the cells that corrections are about: they change, or there is a conflict.
struct DecidedCells {
    private let official: OfficialTable
    private let options: ApplyOptions

    /// Cells that change, in the order of the official table.
    private(set) var changes: [ApplyPlan.Change] = []
    /// Conflicts, in the order of the official table.
    private(set) var conflicts: [ApplyPlan.Conflict] = []
    /// Where targets (from 0) with changes or conflicts stand whose serial others have, too.
    private(set) var repeatedPlaces: [Int: Correction.TargetPlace] = [:]
    /// Cells that say already what they are to say.
    private(set) var leftAlone = LeftAlone()

    /// Decides about proposals, which are in the order of their files.
    ///
    /// - Complexity: O(n log n) in the proposals.
    init(of proposals: [Proposal], official: OfficialTable, options: ApplyOptions) {
        self.official = official
        self.options = options
        let cells = Self.inOrder(proposals)
        changes.reserveCapacity(cells.count)
        var start = 0
        while start < cells.count {
            var end = start + 1
            while end < cells.count, cells[end].target == cells[start].target,
                cells[end].column == cells[start].column
            {
                end += 1
            }
            resolve(cells[start..<end])
            start = end
        }
    }

    /// The proposals in the order of the official table's cells, those for one cell in that of the files.
    private static func inOrder(_ cells: [Proposal]) -> [Proposal] {
        let isInOrder = cells.indices.dropFirst().allSatisfy { index in
            let (one, other) = (index - 1, index)
            return (cells[one].target, cells[one].column)
                <= (cells[other].target, cells[other].column)
        }
        guard !isInOrder else { return cells }
        // Indexes break ties, so that the order of the files is kept.
        let order = cells.indices.sorted { one, other in
            (cells[one].target, cells[one].column, one)
                < (cells[other].target, cells[other].column, other)
        }
        return order.map { cells[$0] }
    }

    /// Decides about the proposals for one cell.
    private mutating func resolve(_ group: ArraySlice<Proposal>) {
        let index = group.startIndex
        // Nearly all stand alone, and apply; what is read of them one by one isn't copied with the rest.
        if group.count == 1, group[index].applies, !group[index].isSaidAlready {
            changes.append(
                change(
                    group[index].target,
                    group[index].column,
                    from: group[index].current,
                    to: group[index].new,
                    [group[index].place]
                )
            )
            return
        }
        guard let first = group.first, let last = group.last else { return }
        if group.allSatisfy(\.isSaidAlready) {
            leftAlone.count(.saidAlready)
            return
        }
        let agree = group.dropFirst().allSatisfy { Self.agree($0, first) }
        let chosen = agree ? group.first { $0.applies } ?? first : last
        let change = change(
            first.target,
            first.column,
            from: first.current,
            to: chosen.new,
            agree ? group.map(\.place) : [last.place]
        )
        if agree, chosen.applies {
            changes.append(change)
            return
        }
        let resolution = resolution
        conflicts.append(
            ApplyPlan.Conflict(
                serial: change.serial,
                target: change.target,
                column: change.column,
                official: change.old,
                officialPlace: change.officialPlace,
                candidates: group.map {
                    .init(
                        base: $0.base,
                        new: $0.new,
                        place: $0.place,
                        needsBase: !$0.isBaseKnown && options.base == nil
                    )
                },
                cause: agree ? .officialChanged : .correctionsDisagree,
                resolution: resolution,
                targetPlace: repeatedPlaces[change.target]
            )
        )
        if resolution == .taken, !chosen.isSaidAlready { changes.append(change) }
    }

    private mutating func change(
        _ target: Int,
        _ column: Int,
        from old: String,
        to new: String,
        _ places: [Place]
    ) -> ApplyPlan.Change {
        if let place = official.index.place(ofRepeated: target) { repeatedPlaces[target] = place }
        return ApplyPlan.Change(
            serial: official.serial(target),
            target: target,
            columnIndex: column,
            column: official.table.columns[column],
            old: old,
            new: new,
            officialPlace: official.place(target),
            places: places
        )
    }

    private var resolution: ApplyPlan.Conflict.Resolution {
        switch options.onConflict {
        case .fail: .open
        case .keep: .kept
        case .take: .taken
        }
    }

    /// Whether two files want the same text, what spreadsheet programs change on their own apart.
    private static func agree(_ one: Proposal, _ other: Proposal) -> Bool {
        let comparison =
            [.spreadsheet, .typed].first { [one.comparison, other.comparison].contains($0) }
            ?? .literal
        return comparison.agree(one.new, other.new)
    }
}
