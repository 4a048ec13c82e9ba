internal import SourceText
internal import TargetModel

extension Diagnostic {
    /// Returns the finding placed at the cell of a target and a column (both from 0).
    ///
    /// In a workbook that is the sheet's cell. In a text file line, column and excerpt are those of
    /// the cell, or of `bytes` of its text, where the file's text is at hand; else only the line is
    /// known. `file` is the name as the user gave it; nil: what the table knows. `lines` are those
    /// of the table's source, where many findings are placed.
    func at(
        target: Int,
        column: Int?,
        bytes: Range<Int>? = nil,
        of table: TargetTable,
        named file: String? = nil,
        lines: LineIndex? = nil
    ) -> Diagnostic {
        let origin = table.origins[target]
        var placed = table.placed(self, target: target, column: column).about(
            page: origin.page > 0 ? Int(origin.page) : nil,
            block: origin.block > 0 ? Int(origin.block) : nil
        )
        if let file { placed.file = file }
        guard placed.sheet == nil else { return placed }
        let line = placed.line ?? Int(origin.line)
        if let cell = column.map({ table.range(target, $0) }), !cell.isAdded, !cell.isEmpty {
            let source = SourceText(
                name: placed.file ?? "",
                validated: table.text.source,
                encoding: .utf8
            )
            let whole = cell.bounds
            let part = bytes.map { part in
                let start = whole.lowerBound + part.lowerBound
                return (start..<(start + part.count)).clamped(to: whole)
            }
            let found = placed.at(part ?? whole, of: source, lines: lines)
            // The text of some formats isn't the file's: there, lines would be wrong.
            if found.line == line { return found }
        }
        placed.line = line > 0 ? line : nil
        return placed
    }
}
