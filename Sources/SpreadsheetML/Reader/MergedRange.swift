internal import SourceText

/// A rectangle of cells, both corners included.
package struct MergedRange: Sendable, Equatable {
    /// The cell at the top left.
    package var first: CellReference
    /// The cell at the bottom right.
    package var last: CellReference

    /// Reads a range such as `A1:B7`, or of whole columns (`A:B`) or rows (`1:7`), with or without
    /// dollar signs, its corners in any order; nil where the text is none.
    init?(_ text: String) {
        let corners = text.replacingBytes(of: "$", with: "")
            .split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(corners.count) else { return nil }
        let ends = [corners[0], corners[corners.count - 1]]
        var cells = ends.compactMap { Self.cell(String($0)) }
        if cells.count < 2, corners.count == 2 {
            cells = [
                Self.cell("\(ends[0])1"), Self.cell("\(ends[1])\(CellReference.lastRow)"),
            ].compactMap { $0 }
        }
        if cells.count < 2, corners.count == 2 {
            let last = ColumnLetters.of(CellReference.lastColumn - 1)
            cells = [Self.cell("A\(ends[0])"), Self.cell("\(last)\(ends[1])")].compactMap { $0 }
        }
        guard cells.count == 2 else { return nil }
        let rows = cells.map(\.row).sorted()
        let columns = cells.map(\.column).sorted()
        first = CellReference(row: rows[0], column: columns[0])
        last = CellReference(row: rows[1], column: columns[1])
    }

    private static func cell(_ text: String) -> CellReference? {
        let bytes = Array(text.utf8)
        return CellReference(bytes.span)
    }
}

extension MergedRange: CustomStringConvertible {
    /// The usual form, such as `A1:B7`.
    package var description: String { "\(first):\(last)" }
}

/// A cell that takes the text of another one.
package struct CellFill: Sendable, Equatable {
    /// Row, counted from 0 among those that have a text.
    package var row: Int
    /// Cell in the row, counted from 0.
    package var cell: Int
    /// The bytes of the text.
    package var text: Range<Int>

    /// Makes a fill.
    package init(row: Int, cell: Int, text: Range<Int>) {
        self.row = row
        self.cell = cell
        self.text = text
    }
}

extension SheetCells {
    /// Ranges of more than one row that are shown as one cell, by their first column and row.
    ///
    /// - Throws: `damaged-workbook` where two of them overlap in their first columns.
    package func tallMerges() throws(SpreadsheetError) -> [MergedRange] {
        let tall = merges.filter { $0.first.row < $0.last.row }.sorted {
            ($0.first.column, $0.first.row) < ($1.first.column, $1.first.row)
        }
        for (one, other) in zip(tall, tall.dropFirst())
        where one.first.column == other.first.column && one.last.row >= other.first.row {
            throw .damaged(
                sheet,
                "merged cells overlap at \(other.first)",
                zh: "合并区域在 \(other.first) 处重叠"
            )
        }
        return tall
    }
}
