package import TargetModel

/// One block of a page: the cells of a row that belong to one target.
package struct ColumnBlock: Sendable, Equatable {
    /// Index (from 0) of the block's first cell in a row.
    package var cell: Int
    /// The labels of its cells.
    package var labels: [HeaderLabel]
    /// For each cell, what it means in this block; nil for a column that is kept as `extra`.
    package var fields: [Field?]
    /// For each cell, the index (from 0) of the table's column; -1 for a cell without a label.
    package var columns: [Int] = []
    /// Fields that are read from the latest filled one of several cells: indexes within the block.
    package var parts: [Field: [Int]] = [:]

    /// The cells of a row that the block covers.
    package var cells: Range<Int> { cell..<(cell + labels.count) }

    /// The index within the block of the cell that holds a field.
    func offset(of field: Field) -> Int? {
        fields.firstIndex(of: field)
    }
}

/// The rows under one header.
package struct Page: Sendable, Equatable {
    /// The header's rows (from 0): one or two.
    package var header: Range<Int>
    /// The row of `header` that decides how many cells a row may have.
    package var width: Int
    /// The blocks, from left to right.
    package var blocks: [ColumnBlock]
    /// The rows under the header, up to the next header (from 0).
    package var rows: Range<Int>
}
