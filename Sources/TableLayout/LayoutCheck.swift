internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Checks that a layout fits its table, before anything is written: a layout read from a file may
/// have been tampered with.
package struct LayoutCheck {
    private let layout: Layout
    private let table: TargetTable

    init(_ layout: Layout, _ table: TargetTable) {
        self.layout = layout
        self.table = table
    }

    /// - Throws: `LayoutError` where an index leads out of the table, a row is longer than can be or
    ///   is several, or a target has no place or two.
    func run() throws(LayoutError) {
        var seen = [Bool](repeating: false, count: table.count)
        for step in layout.steps {
            switch step.run {
            case .literal(let row):
                try require(Self.isLineEnd(row.end), "end")
                // Line breaks may stand in quoted cells only; with one more cell, none at the end
                // is taken for the row's own.
                let grid = Grid(tabSeparated: Array(row.text.utf8) + [0x09])
                try require(grid.rowCount <= 1, "text")
                if row.blocks != nil { try check(step.blocks) }
            case .targets(let rows):
                try require(!step.blocks.isEmpty, "header")
                try check(rows, step.blocks, &seen)
            }
        }
        try require(seen.allSatisfy { $0 }, "targets")
    }

    /// Whether a text may end a row: LF, CRLF, CR or nothing.
    package static func isLineEnd(_ text: String) -> Bool {
        ["", "\n", "\r", "\r\n"].contains { $0.utf8.elementsEqual(text.utf8) }
    }

    private func check(_ blocks: [Layout.Block]) throws(LayoutError) {
        var end = 0
        for block in blocks {
            try require(block.cell >= end && block.cell <= Self.longestRow, "blocks")
            end = block.cell + block.columns.count
            try require(end <= Self.longestRow, "blocks")
            for case let column? in block.columns { try require(isColumn(column), "columns") }
            for latest in block.latest {
                try require(
                    isColumn(latest.column) && !latest.parts.isEmpty
                        && latest.parts.allSatisfy(isColumn)
                        && (latest.names.isEmpty || latest.names.count == latest.parts.count),
                    "latest"
                )
            }
        }
    }

    private func check(
        _ rows: Layout.TargetRows,
        _ blocks: [Layout.Block],
        _ seen: inout [Bool]
    ) throws(LayoutError) {
        try require(rows.targets.count == blocks.count, "targets")
        try require(rows.count >= 1 && rows.count <= table.count + rows.forms.count, "rows")
        try require(rows.cells >= 1 && rows.cells <= Self.longestRow, "cells")
        try require(Self.isLineEnd(rows.end), "end")
        for case let first? in rows.targets {
            try require(first >= 0 && first <= table.count - rows.count, "targets")
            for target in first..<(first + rows.count) {
                try require(!seen[target], "targets")
                seen[target] = true
            }
        }
        // A short row lacks cells that its blocks have.
        let width = max(rows.cells, blocks.last.map { $0.cell + $0.columns.count } ?? 0)
        var previous = (row: 0, cell: -1)
        for form in rows.forms {
            try require(form.row < rows.count && form.cell >= 0 && form.cell < width, "forms")
            try require((form.row, form.cell) > previous, "forms")
            previous = (form.row, form.cell)
            if case .repeats(_, let target) = form.content {
                try require(target >= 0 && target < table.count, "repeats")
            }
            if case .piece(let piece) = form.content {
                try require(
                    piece.target >= 0 && piece.target < table.count && isColumn(piece.column)
                        && piece.part >= 0 && piece.length >= 0,
                    "pieces"
                )
            }
        }
    }

    /// As many cells as a row of a spreadsheet has.
    private static let longestRow = 16_384

    private func isColumn(_ column: Int) -> Bool {
        column >= 0 && column < table.columns.count
    }

    private func require(_ condition: Bool, _ part: String) throws(LayoutError) {
        guard condition else { throw mismatch(part) }
    }

    private func mismatch(_ part: String) -> LayoutError {
        LayoutError(
            diagnostic: table.placed(
                Diagnostic(
                    .error,
                    .layoutMismatch,
                    Wording(
                        en: "the layout doesn't fit the targets (\(part))",
                        zh: "版式信息与目标不相符（\(part)）"
                    ),
                    hint: Wording(
                        en:
                            "take `layout` as yilan wrote it, or leave it out to have the table laid out anew",
                        zh: "请保留 yilan 写出的 layout 原样，或者去掉它以便重新排版"
                    )
                )
            )
        )
    }
}
