internal import SourceText
internal import TargetModel

/// Where the cells of a table stand in the file that it was read from, to the character where the
/// table points into the file's own text.
struct TablePlaces {
    private let table: TargetTable
    /// The file's name as the user gave it; nil: what the table knows.
    private let file: String?
    /// The texts of the files that the table was read from, with their lines; none of sheets.
    private let sources: [Source]

    /// The text of a file.
    private struct Source {
        var text: SourceText
        var lines: LineIndex
        /// Where it stands in the table's source, in bytes from 0.
        var bytes: Range<Int>
    }

    /// Prepares to place cells; `file` is the file's name as the user gave it, where that is known
    /// better than by the table.
    init(_ table: TargetTable, file: String? = nil) {
        self.table = table
        self.file = file
        let all = table.text.source
        guard let sheets = table.places?.sheets else {
            sources = Self.source(all, 0..<all.count, file ?? table.shownName)
            return
        }
        // Of several files made one table, each has its part of the source.
        sources = sheets.filter { $0.name == nil }.flatMap { sheet in
            Self.source(
                all,
                sheet.source ?? 0..<all.count,
                file ?? sheet.file ?? table.shownName
            )
        }
    }

    private static func source(_ all: [UInt8], _ range: Range<Int>, _ name: String) -> [Source] {
        guard !range.isEmpty else { return [] }
        let bytes = range.count == all.count ? all : Array(all[range])
        return [
            Source(
                text: SourceText(name: name, validated: bytes, encoding: .utf8),
                lines: LineIndex(bytes),
                bytes: range
            )
        ]
    }

    /// The place of a cell: target and column from 0.
    func place(_ target: Int, _ column: Int) -> Place {
        let place = table.place(of: target, column: column, file: file)
        guard let (source, range) = range(target, column) else { return place }
        let found = source.text.location(of: range.lowerBound, lines: source.lines)
        return isLine(found.line, of: place, target)
            ? Place(file: place.file, line: found.line, column: found.column) : place
    }

    /// Returns a finding placed at the cell of a target and a column (both from 0), or at `bytes` of
    /// its text, with the excerpt of its line.
    func placing(
        _ finding: Diagnostic,
        _ target: Int,
        _ column: Int?,
        bytes: Range<Int>? = nil
    ) -> Diagnostic {
        let origin = table.origins[target]
        let placed = finding.at(table.place(of: target, column: column, file: file)).about(
            page: origin.page > 0 ? Int(origin.page) : nil,
            block: origin.block > 0 ? Int(origin.block) : nil,
            serial: table.string(target, .serial),
            field: column.map { table.columns[$0].key }
        )
        guard let column, let (source, range) = range(target, column, bytes) else {
            return placed
        }
        let found = placed.at(range, of: source.text, lines: source.lines)
        return isLine(found.line, of: placed.place, target) ? found : placed
    }

    /// The bytes (from 0) of a file's text that a cell, or `part` of it, was read from.
    private func range(
        _ target: Int,
        _ column: Int,
        _ part: Range<Int>? = nil
    ) -> (source: Source, bytes: Range<Int>)? {
        let cell = table.range(target, column)
        // A cell that a short row lacks has no place of its own.
        guard !cell.isAdded, cell != .empty,
            let source = sources.first(where: { $0.bytes.contains(cell.bounds.lowerBound) })
        else { return nil }
        let start = cell.bounds.lowerBound - source.bytes.lowerBound
        let whole = start..<start + cell.bounds.count
        guard let part else { return (source, whole) }
        let from = start + part.lowerBound
        return (source, (from..<(from + part.count)).clamped(to: whole))
    }

    /// Whether a line of the text is the target's: the text of some formats isn't the file's, and
    /// lines in it would be wrong.
    private func isLine(_ line: Int?, of place: Place, _ target: Int) -> Bool {
        guard let line, let first = place.line else { return false }
        return line == first
            || line > first && table.places?.place(target, nil)?.sheet.spansLines == true
    }
}
