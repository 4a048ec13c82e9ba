internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Cells of targets that are merged across columns in a workbook of others: nobody can say which of
/// them the text is of.
struct WideMerges {
    let stack: SheetStack
    let recognition: Recognition

    /// Reports each range over several columns of a target.
    ///
    /// - Complexity: O(n) in the targets, where there is such a range.
    func report(_ sheets: [SheetCells], to diagnostics: inout DiagnosticBag) {
        let wide = sheets.map { sheet in
            sheet.merges.filter { $0.first.column < $0.last.column }
        }
        guard wide.contains(where: { !$0.isEmpty }) else { return }
        var targets: [[Int: [Int]]] = Array(repeating: [:], count: sheets.count)
        for (target, row) in recognition.targetRows.enumerated() {
            let place = stack.rows[Int(row)]
            targets[place.sheet][place.number, default: []].append(target)
        }
        for (sheet, merges) in wide.enumerated() {
            for merge in merges where isOverTargets(merge, targets[sheet]) {
                var finding = MergedTargets.unreadable(merge, isSerial: false)
                finding.severity = .warning
                let name = stack.sheets[sheet]
                diagnostics.report(
                    finding.at(
                        Place(
                            file: stack.cells.source.name,
                            sheet: name,
                            cell: merge.first.description
                        )
                    )
                )
            }
        }
    }

    private func isOverTargets(_ merge: MergedRange, _ targets: [Int: [Int]]) -> Bool {
        let cells = (merge.first.column - 1)..<merge.last.column
        let rows = merge.first.row...merge.last.row
        let found =
            rows.count < targets.count
            ? rows.lazy.compactMap { targets[$0] }.flatMap(\.self)
            : targets.lazy.filter { rows.contains($0.key) }.flatMap(\.value)
        return found.contains { target in
            let origin = recognition.origins[target]
            let block = recognition.pages[Int(origin.page) - 1].blocks[Int(origin.block) - 1]
            return block.cells.count { cell in
                // A column without a label is one with the column beside it.
                cells.contains(cell) && !block.labels[cell - block.cell].isBlank
                    && block.reason(at: cell - block.cell) != .position
            } > 1
        }
    }
}
