internal import SourceText
internal import TargetModel

extension Diagnostic {
    /// Returns the finding placed at the cell of a target and a column (both from 0).
    ///
    /// Where the file's text is at hand, line, column and excerpt are those of the cell, or of the
    /// byte at `offset` of its text; else only the line is known. `file` is the name as the user
    /// gave it; nil: the document's.
    func at(
        target: Int,
        column: Int?,
        offset: Int? = nil,
        of table: TargetTable,
        named file: String? = nil
    ) -> Diagnostic {
        let origin = table.origins[target]
        let name = file ?? table.document(of: target).file
        var placed = self
        if let range = column.map({ table.range(target, $0) }), !range.isAdded, !range.isEmpty {
            let source = SourceText(name: name, validated: table.text.source, encoding: .utf8)
            let found = at(Self.bytes(of: range, from: offset), of: source)
            // The text of some formats isn't the file's: there, lines would be wrong.
            if found.line == Int(origin.line) { placed = found }
        }
        placed.file = name
        if placed.line == nil, origin.line > 0 { placed.line = Int(origin.line) }
        return placed.about(
            page: origin.page > 0 ? Int(origin.page) : nil,
            block: origin.block > 0 ? Int(origin.block) : nil,
            serial: table.string(target, .serial),
            field: column.map { table.columns[$0].key }
        )
    }

    private static func bytes(of range: TextRange, from offset: Int?) -> Range<Int> {
        let bounds = range.bounds
        guard let offset else { return bounds }
        let start = min(bounds.lowerBound + offset, bounds.upperBound - 1)
        return start..<(start + 1)
    }
}
