internal import TableLayout
internal import TargetModel

/// Takes the rows of deleted targets out of a page of one block, and puts those of added ones in:
/// every other row stays as it is.
struct RowEdits {
    private let deleted: Set<Int>
    private let newIndex: [Int: Int]
    /// The rows of added targets by the target, of the old table, that they stand ahead of, or behind.
    private let ahead: [Int: [Int]]
    private let behind: [Int: [Int]]

    /// Prepares to delete targets (from 0), and to add some.
    ///
    /// `newIndex` says which target of the new table each is that is left, or that stands in for a
    /// deleted one in a row that heads its group. `ahead` and `behind` say which targets of the new table
    /// are added beside one of the old table.
    init(
        of deleted: Set<Int>,
        _ newIndex: [Int: Int],
        ahead: [Int: [Int]],
        behind: [Int: [Int]]
    ) {
        self.deleted = deleted
        self.newIndex = newIndex
        self.ahead = ahead
        self.behind = behind
    }

    /// Whether rows can be taken out of a page, and put in: where no blocks stand side by side.
    static func isPossible(in runs: [Layout.Run]) -> Bool {
        runs.allSatisfy { run in
            guard case .literal(let row) = run else { return true }
            return row.blocks.map { $0.count == 1 } ?? true
        }
    }

    /// The page with its rows; `added` makes the row of an added target (from 0) like another.
    ///
    /// - Complexity: O(n) in the rows.
    func page(
        _ runs: [Layout.Run],
        added: (Int, Layout.TargetRows) -> Layout.TargetRows
    ) -> [Layout.Run] {
        var result: [Layout.Run] = []
        var open: (target: Int, rows: [Layout.TargetRows])?
        for piece in runs.flatMap(pieces) {
            if let pending = open, !Self.goesOn(pending.target, in: piece) {
                result += pending.rows.map { .targets($0) }
                open = nil
            }
            guard case .targets(let rows) = piece else {
                result.append(piece)
                continue
            }
            let first = rows.targets.first.flatMap(\.self)
            for target in first.flatMap({ ahead[$0] }) ?? [] {
                result.append(.targets(added(target, rows)))
            }
            result.append(.targets(moved(rows)))
            if let last = first.map({ $0 + rows.count - 1 }), let targets = behind[last] {
                open = (last, targets.map { added($0, rows) })
            }
        }
        return result + (open?.rows ?? []).map { .targets($0) }
    }

    /// Whether rows only hold what goes on of a target's texts.
    private static func goesOn(_ target: Int, in run: Layout.Run) -> Bool {
        guard case .targets(let rows) = run, rows.targets.allSatisfy({ $0 == nil }) else {
            return false
        }
        return rows.forms.contains { form in
            guard case .piece(let piece) = form.content else { return false }
            return piece.part > 0 && piece.target == target
        }
    }

    /// The rows that are left, cut where one is taken out, and where one is put in.
    private func pieces(of run: Layout.Run) -> [Layout.Run] {
        guard case .targets(let rows) = run else { return [run] }
        var left: [Layout.TargetRows] = []
        var rest: Layout.TargetRows? = rows
        while let current = rest {
            guard let gone = (0..<current.count).first(where: { isGone($0, of: current) }) else {
                left.append(current)
                break
            }
            let cut = current.split(after: gone)
            if let head = cut.head { left.append(head) }
            rest = cut.tail.count > 1 ? cut.tail.split(after: 1).tail : nil
        }
        return left.flatMap(cutForAdded).map { .targets($0) }
    }

    private func cutForAdded(_ rows: Layout.TargetRows) -> [Layout.TargetRows] {
        guard let first = rows.targets.first.flatMap(\.self) else { return [rows] }
        let cuts = Set(ahead.keys.map { $0 - first } + behind.keys.map { $0 - first + 1 })
            .filter { $0 > 0 && $0 < rows.count }.sorted()
        var pieces: [Layout.TargetRows] = []
        var rest = rows
        var done = 0
        for cut in cuts {
            let parts = rest.split(after: cut - done)
            if let head = parts.head { pieces.append(head) }
            rest = parts.tail
            done = cut
        }
        return pieces + [rest]
    }

    /// Whether a row (from 0) is of a deleted target: its own, or one in which its texts go on.
    private func isGone(_ row: Int, of rows: Layout.TargetRows) -> Bool {
        if let first = rows.targets.first.flatMap(\.self) { return deleted.contains(first + row) }
        return rows.forms.contains { form in
            guard form.row == row, case .piece(let piece) = form.content else { return false }
            return piece.part > 0 && deleted.contains(piece.target)
        }
    }

    private func moved(_ rows: Layout.TargetRows) -> Layout.TargetRows {
        var rows = rows
        rows.targets = rows.targets.map { $0.flatMap { newIndex[$0] } }
        rows.forms = rows.forms.map { form in
            var form = form
            switch form.content {
            case .piece(var piece):
                piece.target = newIndex[piece.target] ?? piece.target
                form.content = .piece(piece)
            case .repeats(let text, let target):
                form.content = .repeats(text, target: newIndex[target] ?? target)
            case .value, .literal, .standsFor: break
            }
            return form
        }
        return rows
    }
}
