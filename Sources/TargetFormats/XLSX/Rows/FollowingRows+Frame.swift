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
    /// - Throws: what the library refuses.
    func addConditions(
        to workbook: inout WorkbookWriter,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        guard let last = rows.last else { return }
        let first = rows.lowerBound
        let all = CellRange(rows: first...last, columns: 0...(columns.count - 1))
        if spare > 0 {
            try workbook.addCondition(hasTarget, WorkbookTheme.ruled, to: all, of: sheet)
        }
        if let gone = goneCondition {
            try workbook.addCondition(gone, WorkbookTheme.gone, to: all, of: sheet)
        }
        guard let status = columns.firstIndex(where: { $0.column.field == .onSchedule }) else {
            return
        }
        let cell = CellPosition(row: first, column: status).reference
        let behind = plan.statusWords.isBehind("$" + cell)
        for index in [status] + columns.indices.filter({ columns[$0].column.field == .serial }) {
            try workbook.addCondition(
                behind,
                WorkbookTheme.behind,
                to: CellRange(rows: first...last, columns: index...index),
                of: sheet
            )
        }
        let blank = StatusTexts.isBlank(cell)
        try workbook.addCondition(
            spare > 0 ? "AND(\(hasTarget),\(blank))" : blank,
            WorkbookTheme.missing,
            to: CellRange(rows: first...last, columns: status...status),
            of: sheet
        )
    }
}
