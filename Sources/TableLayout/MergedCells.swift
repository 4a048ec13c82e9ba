internal import SourceText

/// The cells of a grid that are merged down over several rows, as spreadsheets, web pages and Word
/// documents have them: each reaches as far as its range, and no farther.
package struct MergedCells: Sendable {
    /// By the cell (from 0) in its row: the rows (from 0) of each range, from top to bottom.
    private var ranges: [Int: [Range<Int>]] = [:]

    /// Prepares to look into ranges: rows and cell in the row, both from 0; of one cell, from top to
    /// bottom, and none over another.
    package init(_ ranges: [(rows: Range<Int>, cell: Int)] = []) {
        for range in ranges where range.rows.count > 1 {
            self.ranges[range.cell, default: []].append(range.rows)
        }
    }

    /// Whether no cells are merged.
    package var isEmpty: Bool { ranges.isEmpty }

    /// The row (from 0) whose text stands for a cell that is merged into the one above; nil for all
    /// others, that row's own among them.
    ///
    /// - Complexity: O(log n) in the ranges of the cell's column.
    func top(ofRow row: Int, cell: Int) -> Int? {
        guard let column = ranges[cell] else { return nil }
        let index = column.partitionPoint { $0.upperBound > row }
        guard index < column.count, column[index].lowerBound < row else { return nil }
        return column[index].lowerBound
    }

    /// Whether a range begins at a cell (from 0) of some of these rows.
    ///
    /// - Complexity: O(log n) in the ranges of the cell's column.
    func areFound(at cell: Int, in rows: Range<Int>) -> Bool {
        guard let column = ranges[cell] else { return false }
        let index = column.partitionPoint { $0.lowerBound >= rows.lowerBound }
        return index < column.count && column[index].lowerBound < rows.upperBound
    }
}
