internal import SourceText
internal import SpreadsheetML
internal import TableLayout

/// Reports cells of targets whose text is not what it should be.
struct CellProblems {
    let stack: SheetStack
    let recognition: Recognition

    /// Reports the problems of each sheet, as far as they are in a table's columns.
    func report(_ problems: [[CellProblem]], to diagnostics: inout DiagnosticBag) {
        guard problems.contains(where: { !$0.isEmpty }) else { return }
        var rows: [[Int: Int]] = Array(repeating: [:], count: problems.count)
        for row in 0..<stack.rows.count {
            let place = stack.rows[row]
            rows[place.sheet][place.number] = row
        }
        for (sheet, found) in problems.enumerated() {
            for problem in found {
                guard let row = rows[sheet][problem.cell.row] else { continue }
                let cell = problem.cell.column - 1
                let isTable = recognition.pages.contains { page in
                    page.rows.contains(row) && page.blocks.contains { $0.cells.contains(cell) }
                }
                guard isTable else { continue }
                diagnostics.report(stack.at(Self.finding(problem.kind), row: row, cell: cell))
            }
        }
    }

    /// What to tell of a problem.
    static func finding(_ kind: CellProblem.Kind) -> Diagnostic {
        switch kind {
        case .error:
            Diagnostic(
                .error,
                .formulaError,
                Wording(
                    en: "the cell holds a formula that went wrong",
                    zh: "该单元格的公式出错"
                ),
                hint: Wording(
                    en: "mend the formula, or type the text",
                    zh: "请改正公式，或直接填写文字"
                )
            )
        case .picture:
            Diagnostic(
                .error,
                .pictureInCell,
                Wording(
                    en: "the cell holds a picture, and not a text",
                    zh: "该单元格中是图片，不是文字"
                ),
                hint: Wording(
                    en: "type the text into the cell, or delete the picture",
                    zh: "请在该单元格中填写文字，或删去图片"
                )
            )
        case .missingValue:
            Diagnostic(
                .error,
                .missingFormulaValue,
                Wording(
                    en: "the cell holds a formula whose value was not saved",
                    zh: "该单元格是公式，但文件中没有保存它的结果"
                ),
                hint: Wording(
                    en: "open the workbook in a spreadsheet program and save it",
                    zh: "请用表格软件打开该工作簿并保存"
                )
            )
        }
    }
}
