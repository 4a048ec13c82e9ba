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
    /// targets: in large workbooks the sheets of leaders hold texts instead, and follow nothing.
    static func follows(_ top: SheetCells) -> Bool {
        let header = (0..<top.rowCount).first { row in
            (0..<top.cellCount(row: row)).count { cell in
                FieldLabels.match(FieldLabels.normalize(top.string(row: row, cell: cell))) != nil
            } >= 3
        }
        guard let header, let last = top.formulaRows.max() else { return false }
        return last > top.rowNumbers[header]
    }

    /// Reports cells without a formula in rows of formulas, under the header of one of the table's
    /// columns.
    ///
    /// The sheets hold the cells without a formula only.
    /// - Complexity: O(n) in those cells.
    func report(in sheets: [SheetCells], to diagnostics: inout DiagnosticBag) {
        for sheet in sheets {
            guard let header = headerRow(of: sheet) else { continue }
            let formulaRows = Set(sheet.formulaRows)
            let columns = (0..<sheet.cellCount(row: header)).filter { cell in
                isColumn(sheet.string(row: header, cell: cell))
            }
            for row in (header + 1)..<max(header + 1, sheet.rowCount)
            where formulaRows.contains(sheet.rowNumbers[row]) {
                for cell in columns where sheet.range(row: row, cell: cell)?.isEmpty == false {
                    diagnostics.report(finding(sheet, row, cell))
                }
            }
        }
    }

    private func isColumn(_ text: String) -> Bool {
        table.headers.contains { $0.utf8.elementsEqual(text.utf8) }
    }

    /// The first row, from 0, that names three of the table's columns.
    private func headerRow(of sheet: SheetCells) -> Int? {
        (0..<min(sheet.rowCount, RoundTripSheet.headerRows)).first { row in
            (0..<sheet.cellCount(row: row)).count { cell in
                isColumn(sheet.string(row: row, cell: cell))
            } >= min(3, table.columns.count)
        }
    }

    private func finding(_ sheet: SheetCells, _ row: Int, _ cell: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .typedOverFormula,
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
}
