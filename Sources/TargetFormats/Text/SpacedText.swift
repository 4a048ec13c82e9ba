internal import SourceText
internal import TableLayout
internal import TargetModel

/// Text with two blanks or more between cells, as reports and `pdftotext -layout` have it.
///
/// A row fits that has a cell for each label. One with fewer fits where each of its cells begins
/// exactly under the beginning of a label, or of a cell in a row above that has all: then it is known
/// which are blank.
enum SpacedText {
    /// A cell, and how far from the left it begins: Chinese characters are two wide.
    private struct SpacedCell {
        var range: Range<Int>
        var column: Int
    }

    /// The rows; nil where none would be a header.
    static func rows(_ lines: TextLines, _ recognizer: Recognizer) -> TextRows? {
        var rows = TextRows(cells: [])
        var header: (line: Int, starts: Starts)?
        for (line, range) in lines.ranges.enumerated() {
            let fields = fields(of: range, lines.source)
            let cells = fields.map(\.range)
            if lines.isHeader(cells, recognizer) {
                header = (line, Starts(fields))
                rows.cells.append(cells)
                continue
            }
            guard header != nil, !range.isEmpty, !isNote(cells, lines.source) else {
                rows.cells.append([range])
                continue
            }
            guard let placed = header?.starts.place(fields, end: range.upperBound) else {
                rows.misfits.append(
                    lines.misfit(
                        line,
                        has: fields.count,
                        header: header?.starts.count ?? 0,
                        headerLine: header?.line ?? 0
                    )
                )
                rows.cells.append([range.lowerBound..<range.lowerBound])
                continue
            }
            rows.cells.append(placed)
        }
        return header == nil ? nil : rows
    }

    private static func isNote(_ cells: [Range<Int>], _ source: SourceText) -> Bool {
        guard let first = cells.first else { return true }
        let text = source.string(first)
        return RowWords.isNote(text)
            || (cells.count == 1 && (RowWords.isSection(text) || RowWords.isBetweenPages(text)))
    }

    /// Where the cells of each column begin.
    private struct Starts {
        /// How many columns there are.
        let count: Int
        /// By how far from the left, the column (from 0); nil where cells of two begin there.
        private var columns: [Int: Int?] = [:]

        /// Begins with the header's labels.
        init(_ labels: [SpacedCell]) {
            count = labels.count
            add(labels)
        }

        private mutating func add(_ fields: [SpacedCell]) {
            for (column, field) in fields.enumerated() {
                if let known = columns[field.column], known != column {
                    columns[field.column] = .some(nil)
                } else {
                    columns[field.column] = column
                }
            }
        }

        /// The fields as cells of columns; nil where they don't fit.
        mutating func place(_ fields: [SpacedCell], end: Int) -> [Range<Int>]? {
            if fields.count == count {
                add(fields)
                return fields.map(\.range)
            }
            guard fields.count < count else { return nil }
            var cells = [Range<Int>](repeating: end..<end, count: count)
            for field in fields {
                guard case let column?? = columns[field.column] else { return nil }
                cells[column] = field.range
            }
            return cells
        }
    }

    /// The cells of a line, which stand two blanks or a tab apart.
    private static func fields(of line: Range<Int>, _ source: SourceText) -> [SpacedCell] {
        let start = source.lineRange(around: line.lowerBound).lowerBound
        var fields: [SpacedCell] = []
        var (column, blanks) = (0, 2)
        var index = start
        var open: SpacedCell?
        for scalar in source.string(start..<line.upperBound).unicodeScalars {
            let isBlank =
                scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
            let width = scalar == "\t" ? 8 - column % 8 : scalar.value < 0x1100 ? 1 : 2
            if isBlank {
                blanks += scalar == "\t" ? 2 : 1
            } else {
                if blanks >= 2, let field = open {
                    fields.append(field)
                    open = nil
                }
                blanks = 0
                let end = index + UTF8.width(scalar)
                open = SpacedCell(
                    range: (open?.range.lowerBound ?? index)..<end,
                    column: open?.column ?? column
                )
            }
            column += width
            index += UTF8.width(scalar)
        }
        if let open { fields.append(open) }
        return fields
    }
}
