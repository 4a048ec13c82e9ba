internal import SourceText
internal import TargetModel

/// Where the cells of a table stand in its file.
struct TablePlaces {
    private let table: TargetTable
    private let file: String
    /// Of a file whose text the table points into.
    private let source: (text: SourceText, lines: LineIndex)?

    init(_ table: TargetTable, file: String) {
        self.table = table
        self.file = file
        source =
            table.places == nil
            ? (
                SourceText(name: file, validated: table.text.source, encoding: .utf8),
                LineIndex(table.text.source)
            ) : nil
    }

    /// The place of a cell: target and column from 0.
    func place(_ target: Int, _ column: Int) -> Place {
        guard let places = table.places else {
            let line = Int(table.origins[target].line)
            guard line > 0 else { return Place(file: file) }
            let cell = table.range(target, column)
            if let source, !cell.isAdded, !cell.isEmpty {
                let found = source.text.location(of: cell.bounds.lowerBound, lines: source.lines)
                // The text of some formats isn't the file's: there, lines would be wrong.
                if found.line == line { return Place(file: file, line: line, column: found.column) }
            }
            return Place(file: file, line: line)
        }
        guard let place = places.place(target, column) else { return Place(file: file) }
        guard let sheet = place.sheet.name else {
            return Place(file: file, line: place.number)
        }
        return Place(file: file, sheet: sheet, cell: place.cell)
    }
}
