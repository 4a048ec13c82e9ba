internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Rows that look as though a line break inside a cell had cut them off the row above: they would
/// be targets without a serial, or sums with a status in them.
struct OddRows {
    private struct Row {
        var row: Int
        var cell: Int
        var page: Int
    }

    private var targets: [Row] = []
    private var totals: [Row] = []

    /// Takes note of a row (from 0) whose serial is no plain number.
    mutating func add(_ row: Int, _ block: ColumnBlock, _ page: Int) {
        guard let serial = block.offset(of: .serial) else { return }
        targets.append(Row(row: row, cell: block.cell + serial, page: page))
    }

    /// Takes note of a row (from 0) that is no target.
    mutating func addTotal(_ row: Int, _ block: ColumnBlock, _ page: Int) {
        totals.append(Row(row: row, cell: block.cell, page: page))
    }

    /// Reports those that stand beside a row which is short, where the other serials are numbers.
    ///
    /// - Complexity: O(n) in the rows that were taken note of.
    func report(in recognition: Recognition, to diagnostics: inout DiagnosticBag) {
        let cells = recognition.cells
        // Only in lines of text a line break cuts rows.
        guard cells.place == nil else { return }
        let odd = targets.filter { !Serial.isPlausible(cells.string(row: $0.row, cell: $0.cell)) }
        if recognition.origins.count >= 2 * odd.count {
            for row in odd where isShort(row, in: recognition) { report(row, cells, &diagnostics) }
        }
        for row in totals where hasStatus(row, in: recognition) { report(row, cells, &diagnostics) }
    }

    private func report(_ row: Row, _ cells: GridSource, _ diagnostics: inout DiagnosticBag) {
        diagnostics.report(.error) {
            cells.at(
                Self.cutOff(cells.string(row: row.row, cell: row.cell)),
                row: row.row,
                cell: row.cell
            ).about(page: row.page + 1, block: 1)
        }
    }

    /// Whether the row, or the one above it, has fewer cells than the header.
    private func isShort(_ row: Row, in recognition: Recognition) -> Bool {
        let page = recognition.pages[row.page]
        return [row.row, row.row - 1].contains {
            page.rows.contains($0) && recognition.cells.grid.cells(inRow: $0).count < page.width
        }
    }

    /// Whether a sum has a status where none belongs, below a row that is short.
    private func hasStatus(_ row: Row, in recognition: Recognition) -> Bool {
        let page = recognition.pages[row.page]
        guard page.rows.contains(row.row - 1),
            recognition.cells.grid.cells(inRow: row.row - 1).count < page.width,
            let block = page.blocks.first,
            RowWords.isTotal(recognition.cells.string(row: row.row, cell: row.cell))
        else { return false }
        return block.columns.indices.contains { offset in
            block.fields[offset] != .onSchedule
                && Status.value(
                    of: recognition.cells.string(row: row.row, cell: block.cell + offset)
                ) != nil
        }
    }

    private static func cutOff(_ text: String) -> Diagnostic {
        Diagnostic(
            .error,
            .pastedLineBreak,
            Wording(
                en:
                    "this line begins with “\(text)”, which is no serial, beside a row that is too short:"
                    + " a line break inside a cell seems to have cut the row",
                zh: "这一行以“\(text)”开头，不是序号，而相邻的行又缺少单元格：多半是单元格内的换行把一行断开了"
            ),
            hint: Wording(
                en: "put the pieces together, or quotes around the cell with the line break",
                zh: "请把断开的各行合并，或给含有换行的单元格加上引号"
            )
        )
    }
}
