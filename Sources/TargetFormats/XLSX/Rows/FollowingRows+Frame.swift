internal import SpreadsheetML
internal import TargetModel

extension FollowingRows {
    /// Writes the header above the rows.
    ///
    /// - Throws: what the library refuses.
    func writeHeader(
        to workbook: inout WorkbookWriter,
        of sheet: WrittenSheet,
        hasFilter: Bool
    ) throws(WorkbookError) {
        let row = rows.lowerBound - 1
        for (index, column) in columns.enumerated() {
            try workbook.write(
                .text(column.column.header),
                at: CellPosition(row: row, column: index),
                of: sheet,
                styles.header
            )
        }
        let height = HeaderRow.height(of: columns.map(\.column), hasFilter: hasFilter)
        try workbook.setRow(row, height: height, of: sheet)
    }

    /// Whether the first row shows a target, for conditions.
    private var hasTarget: String {
        "$\(CellPosition(row: rows.lowerBound, column: 0).reference)<>\"\""
    }

    /// Marks rows that no longer belong here, statuses that are behind, and blank ones.
    ///
    /// Each column's conditions stand together, the weightiest first and each with its lines: of
    /// several for a cell, LibreOffice takes the first that holds, and no other.
    ///
    /// - Throws: what the library refuses.
    func addConditions(
        to workbook: inout WorkbookWriter,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        guard let last = rows.last else { return }
        let first = rows.lowerBound
        let status = columns.firstIndex { $0.column.field == .onSchedule }
        for index in columns.indices {
            let cells = CellRange(rows: first...last, columns: index...index)
            if let gone = goneCondition {
                try workbook.addCondition(gone, WorkbookTheme.gone, to: cells, of: sheet)
            }
            if let status {
                let cell = CellPosition(row: first, column: status).reference
                if index == status || columns[index].column.field == .serial {
                    let behind = plan.statusWords.isBehind("$" + cell)
                    try workbook.addCondition(
                        behind,
                        lined(WorkbookTheme.behind),
                        to: cells,
                        of: sheet
                    )
                }
                if index == status {
                    let blank = StatusTexts.isBlank(cell)
                    let missing = spare > 0 ? "AND(\(hasTarget),\(blank))" : blank
                    let style = lined(WorkbookTheme.missing)
                    try workbook.addCondition(missing, style, to: cells, of: sheet)
                }
            }
            if spare > 0 {
                try workbook.addCondition(hasTarget, WorkbookTheme.ruled, to: cells, of: sheet)
            }
        }
    }

    /// A mark with the lines of a cell that shows something: rows that wait for targets have none.
    private func lined(_ style: ConditionalStyle) -> ConditionalStyle {
        var style = style
        if spare > 0 { style.border = WorkbookTheme.ruled.border }
        return style
    }
}
