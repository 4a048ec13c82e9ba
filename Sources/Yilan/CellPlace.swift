internal import SourceText
internal import TargetModel

extension Diagnostic {
    /// Returns the finding placed at the cell of a target and a column (both from 0).
    ///
    /// In a workbook that is the sheet's cell. In a text file line, column and excerpt are those of
    /// the cell, or of `bytes` of its text, where the file's text is at hand; else only the line is
    /// known. `file` is the name as the user gave it; nil: the document's.
    func at(
        target: Int,
        column: Int?,
        bytes: Range<Int>? = nil,
        of table: TargetTable,
        named file: String? = nil
    ) -> Diagnostic {
        let origin = table.origins[target]
        let about = about(
            page: origin.page > 0 ? Int(origin.page) : nil,
            block: origin.block > 0 ? Int(origin.block) : nil,
            serial: table.string(target, .serial),
            field: column.map { table.columns[$0].key }
        )
        let cell = column.map { table.range(target, $0) }
        guard let place = table.places?.place(target, column) else {
            let name = file ?? table.document(of: target).file
            return about.at(cell, bytes, inLine: Int(origin.line), of: table.text, named: name)
        }
        if let sheet = place.sheet.name {
            return about.at(sheet: sheet, cell: place.cell, file: place.sheet.file)
        }
        return about.at(
            cell,
            bytes,
            inLine: place.number,
            of: table.text,
            named: place.sheet.file
        )
    }

    private func at(
        _ cell: TextRange?,
        _ bytes: Range<Int>?,
        inLine line: Int,
        of text: TextStore,
        named file: String
    ) -> Diagnostic {
        var placed = self
        if let cell, !cell.isAdded, !cell.isEmpty {
            let source = SourceText(name: file, validated: text.source, encoding: .utf8)
            let whole = cell.bounds
            let part = bytes.map { part in
                let start = whole.lowerBound + part.lowerBound
                return (start..<(start + part.count)).clamped(to: whole)
            }
            let found = at(part ?? whole, of: source)
            // The text of some formats isn't the file's: there, lines would be wrong.
            if found.line == line { placed = found }
        }
        placed.file = file
        if placed.line == nil, line > 0 { placed.line = line }
        return placed
    }
}
