internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// Finds what somebody typed into a sheet whose cells follow the targets, such as a leader's: it is
/// not read, and would be lost without a word.
struct TypedOverFormulas {
    /// The file's name as the user gave it.
    let file: String
    let table: TableRecord

    /// Whether a sheet, of which the first rows were read, has rows of formulas under a header of
    /// targets or of counts: in large workbooks the sheets hold texts instead, and follow nothing.
    static func follows(_ top: SheetCells) -> Bool {
        let header = (0..<top.rowCount).first { row in
            countsColumns(of: top, row: row) != nil
                || (0..<top.cellCount(row: row)).count { cell in
                    FieldLabels.match(FieldLabels.normalize(top.string(row: row, cell: cell)))
                        != nil
                } >= 3
        }
        guard let header, let last = top.formulaRows.max() else { return false }
        return last > top.rowNumbers[header]
    }

    /// Reports cells without a formula in rows of formulas, under the header of one of the table's
    /// columns or of counts, and a title of the summary that isn't the table's.
    ///
    /// The sheets hold the cells without a formula only.
    /// - Complexity: O(n) in those cells.
    func report(in sheets: [SheetCells], to diagnostics: inout DiagnosticBag) {
        for sheet in sheets {
            var columns: [Int] = []
            var isSummary = false
            let formulaRows = Set(sheet.formulaRows)
            for row in 0..<sheet.rowCount {
                if let own = Self.countsColumns(of: sheet, row: row) {
                    columns = own
                    isSummary = true
                } else if columns.isEmpty, row < RoundTripSheet.headerRows {
                    columns = self.columns(of: sheet, row: row)
                } else if formulaRows.contains(sheet.rowNumbers[row]) {
                    for cell in columns where isTyped(sheet, row, cell) {
                        diagnostics.report(finding(sheet, row, cell))
                    }
                }
                if !isSummary, formulaRows.contains(sheet.rowNumbers[row]) {
                    for cell in figures(of: sheet, row: row) where isTyped(sheet, row, cell) {
                        diagnostics.report(finding(sheet, row, cell))
                    }
                }
            }
            if isSummary, !hasTitle(sheet) { diagnostics.report(finding(sheet, 0, 0)) }
        }
    }

    private func isTyped(_ sheet: SheetCells, _ row: Int, _ cell: Int) -> Bool {
        guard let range = sheet.range(row: row, cell: cell) else { return false }
        // A dash stands where there is no rate.
        return !range.isEmpty && !sheet.bytes[range].elementsEqual("—".utf8)
    }

    /// Whether the summary begins with the table's title, in whatever language it was made.
    private func hasTitle(_ sheet: SheetCells) -> Bool {
        guard sheet.rowCount > 0 else { return true }
        let title = sheet.string(row: 0, cell: 0)
        return Language.allCases.contains { language in
            let words = WorkbookWords(language: language)
            return words.summaryTitle(of: table.documents).utf8.elementsEqual(title.utf8)
        }
    }

    /// The cells, from 0, of a row that names three of the table's columns; else none.
    private func columns(of sheet: SheetCells, row: Int) -> [Int] {
        let found = (0..<sheet.cellCount(row: row)).filter { cell in
            let text = sheet.string(row: row, cell: cell)
            return (table.headers + [table.dateHeader].compactMap(\.self)).contains {
                $0.utf8.elementsEqual(text.utf8)
            }
        }
        return found.count >= min(3, table.columns.count) ? found : []
    }

    /// The cells, from 0, of the figures under a row that is a header of counts; nil where it is
    /// none.
    private static func countsColumns(of sheet: SheetCells, row: Int) -> [Int]? {
        let found = figureLabels(of: sheet, row: row)
        return found.count >= 3 ? found : nil
    }

    /// The cells, from 0, of a row of a leader's sheet beside the label of a figure.
    private func figures(of sheet: SheetCells, row: Int) -> [Int] {
        Self.figureLabels(of: sheet, row: row).map { $0 + 1 }
    }

    /// The cells, from 0, of a row that say what a figure counts, in whatever language.
    private static func figureLabels(of sheet: SheetCells, row: Int) -> [Int] {
        (0..<sheet.cellCount(row: row)).filter { cell in
            let text = sheet.string(row: row, cell: cell)
            return !text.isEmpty && labels.contains { $0.utf8.elementsEqual(text.utf8) }
        }
    }

    private static let labels = Language.allCases.map { WorkbookWords(language: $0) }
        .flatMap { [$0.count, $0.yes, $0.no, $0.unstated, $0.rate] }

    private func finding(_ sheet: SheetCells, _ row: Int, _ cell: Int) -> Diagnostic {
        Self.typed(
            Wording(
                en: "what was typed here is not read: this sheet only follows the list of targets",
                zh: "此处手工填写的内容未读取：本工作表只随目标清单变化"
            ),
            hint: Wording(
                en: "make the correction in the sheet with all targets",
                zh: "请在列出全部目标的工作表中更正"
            )
        ).at(
            sheet: sheet.sheet,
            cell: sheet.reference(row: row, cell: cell).description,
            file: file
        )
    }

    /// What is said of dates that were typed into the column that only shows them.
    static func date(_ count: Int) -> Diagnostic {
        typed(
            Wording(
                en: "what was typed here is not read: this column only shows the dates that the"
                    + " deadlines come to"
                    + (count > 1 ? " (\(count) cells, this one first)" : ""),
                zh: "此处手工填写的日期未读取：本栏只显示由完成时限的文字得出的日期"
                    + (count > 1 ? "（共 \(count) 格，这里是第一格）" : "")
            ),
            hint: Wording(
                en: "correct the text of the deadline beside it",
                zh: "请更正旁边“完成时限”的文字"
            )
        )
    }

    private static func typed(_ message: Wording, hint: Wording) -> Diagnostic {
        Diagnostic(.warning, .typedOverFormula, message, hint: hint)
    }
}
