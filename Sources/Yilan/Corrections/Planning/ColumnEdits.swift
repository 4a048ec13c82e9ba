internal import TableLayout
internal import TargetModel

/// Takes deleted targets out of a page whose blocks stand side by side under headings of sections,
/// and puts added ones in.
///
/// A block's targets between two headings move up or down by themselves: so they stay under their
/// heading, and the others where they are.
///
///         一、经济发展                      一、经济发展
///         1   4                           1   4
///         2   5      7 is added to 一     2   5
///         3   6      ───────────────▶     3   6
///         二、民生实事                          7
///         1   3                           二、民生实事
struct ColumnEdits {
    /// Makes a row of the targets (from 0, of the new table) of each block, like another.
    typealias MakingRow = ([Int?], Layout.TargetRows) -> Layout.Run

    private let deleted: Set<Int>
    private let newIndex: [Int: Int]
    private let ahead: [Int: [Int]]
    private let behind: [Int: [Int]]

    /// Prepares to delete targets (from 0), and to add some; the parameters are those of `RowEdits`.
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

    /// Whether a page has rows of other things between those of its targets, such as headings.
    static func isNeeded(in runs: [Layout.Run]) -> Bool {
        let areTargets = runs.map { run in
            guard case .targets = run else { return false }
            return true
        }
        guard let first = areTargets.firstIndex(of: true),
            let last = areTargets.lastIndex(of: true)
        else { return false }
        return areTargets[first...last].contains(false)
    }

    /// The page with its rows; `moved` says what becomes of rows in which nothing changes.
    ///
    /// - Complexity: O(n) in the cells.
    func page(
        _ runs: [Layout.Run],
        under blocks: [Layout.Block],
        making made: MakingRow,
        moved: (Layout.Run) -> Layout.Run
    ) -> [Layout.Run] {
        var result: [Layout.Run] = []
        var stretch: [Layout.TargetRows] = []
        func endStretch() {
            result +=
                stretch.contains(where: isChanged)
                ? edited(stretch, blocks, made) : stretch.map { moved(.targets($0)) }
            stretch = []
        }
        for run in runs {
            switch run {
            case .targets(let rows): stretch.append(rows)
            case .literal:
                endStretch()
                result.append(run)
            }
        }
        endStretch()
        return result
    }

    private func isChanged(_ rows: Layout.TargetRows) -> Bool {
        rows.targets.contains { first in
            guard let first else { return false }
            return (first..<(first + rows.count)).contains {
                deleted.contains($0) || ahead[$0] != nil || behind[$0] != nil
            }
        }
    }

    /// The rows between two headings, of each block's targets that are left and added.
    private func edited(
        _ stretch: [Layout.TargetRows],
        _ blocks: [Layout.Block],
        _ made: MakingRow
    ) -> [Layout.Run] {
        let columns = blocks.indices.map { column($0, of: stretch, under: blocks[$0]) }
        let height = columns.map { ($0.lastIndex { $0 != nil } ?? -1) + 1 }.max() ?? 0
        let likes = stretch.flatMap { Array(repeating: $0, count: $0.count) }
        guard let last = likes.last else { return [] }
        return (0..<height).map { row in
            let targets = columns.map { row < $0.count ? $0[row] : nil }
            return made(targets, row < likes.count ? likes[row] : last)
        }
    }

    /// The targets of a block, of the new table, from its first row on; nil where it is blank.
    ///
    /// A blank place below an added target takes up what was moved down.
    private func column(
        _ block: Int,
        of stretch: [Layout.TargetRows],
        under cells: Layout.Block
    ) -> [Int?] {
        var column: [Int?] = []
        var surplus = 0
        for rows in stretch {
            for row in 0..<rows.count {
                guard let target = rows.targets[block].map({ $0 + row }) else {
                    if Self.goesOn(in: row, of: rows, cells) { continue }
                    if surplus > 0 { surplus -= 1 } else { column.append(nil) }
                    continue
                }
                let first = ahead[target] ?? []
                let last = behind[target] ?? []
                let own = deleted.contains(target) ? [] : [newIndex[target]].compactMap(\.self)
                column += (first + own + last).map(Optional.init)
                surplus += first.count + last.count + own.count - 1
            }
        }
        return column
    }

    /// Whether a block's cells of a row only hold what goes on of a text, which is written in one
    /// piece.
    private static func goesOn(
        in row: Int,
        of rows: Layout.TargetRows,
        _ block: Layout.Block
    ) -> Bool {
        rows.forms.contains { form in
            guard form.row == row, case .piece(let piece) = form.content else { return false }
            return piece.part > 0 && block.columns.indices.contains(form.cell - block.cell)
        }
    }
}
