internal import SourceText
internal import TableLayout
internal import TargetModel

/// Text with two blanks or more between cells, as reports and `pdftotext -layout` have it.
///
/// A row fits that has a cell for each label. One with fewer fits where each of its cells begins
/// exactly under the beginning of a label: then it is known which are blank.
enum SpacedText {
    /// A cell, and how far from the left it begins: Chinese characters are two wide.
    private struct SpacedCell {
        var range: Range<Int>
        var column: Int
    }

    /// The rows; nil where none would be a header.
    static func rows(_ lines: TextLines, _ recognizer: Recognizer) -> TextRows? {
        var rows = TextRows(cells: [])
        var header: (line: Int, fields: [SpacedCell])?
        for (line, range) in lines.ranges.enumerated() {
            let fields = fields(of: range, lines.source)
            let cells = fields.map(\.range)
            if lines.isHeader(cells, recognizer) {
                header = (line, fields)
                rows.cells.append(cells)
                continue
            }
            guard let header, !range.isEmpty, !isNote(cells, lines.source) else {
                rows.cells.append([range])
                continue
            }
            guard let placed = place(fields, under: header.fields, end: range.upperBound) else {
                rows.misfits.append(
                    lines.misfit(
                        line,
                        has: fields.count,
                        header: header.fields.count,
                        headerLine: header.line
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

    /// The fields as cells under labels; nil where they don't fit.
    private static func place(
        _ fields: [SpacedCell],
        under labels: [SpacedCell],
        end: Int
    ) -> [Range<Int>]? {
        if fields.count == labels.count { return fields.map(\.range) }
        guard fields.count < labels.count else { return nil }
        var cells = [Range<Int>](repeating: end..<end, count: labels.count)
        for field in fields {
            guard let label = labels.firstIndex(where: { $0.column == field.column }) else {
                return nil
            }
            cells[label] = field.range
        }
        return cells
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
