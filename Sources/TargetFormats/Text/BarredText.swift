internal import SourceText
internal import TableLayout

/// Text with bars between cells, without the line under the header that Markdown has; frames drawn
/// with lines are no rows.
///
///     +------+------+
///     | 序号 | 目标 |        序号, 目标
///     +------+------+
///     | 1    | 甲   |        1, 甲
enum BarredText {
    /// Bars: `|`, `｜`, `│`, `┃`.
    private static let bars = ["|", "｜", "│", "┃"].map { Array($0.utf8) }

    /// The rows; nil where none would be a header.
    static func rows(_ lines: TextLines, _ recognizer: Recognizer) -> TextRows? {
        var rows = TextRows(cells: [])
        var header: (line: Int, count: Int, frame: Frame)?
        for (line, range) in lines.ranges.enumerated() {
            let cells =
                isRule(range, lines.source)
                ? [range.lowerBound..<range.lowerBound]
                : cells(of: range, lines.source, in: header?.frame)
            rows.cells.append(cells)
            guard cells.count > 1 else { continue }
            if lines.isHeader(cells, recognizer) {
                let frame = header?.frame ?? Frame(of: range, lines.source)
                header = (line, cells.count, frame)
            } else if let header, cells.count != header.count {
                rows.misfits.append(
                    lines.misfit(
                        line,
                        has: cells.count,
                        header: header.count,
                        headerLine: header.line
                    )
                )
            }
        }
        return header == nil ? nil : rows
    }

    /// Whether the lines of a table begin and end with bars, as its header does: such bars part no
    /// cells, where others do, though one of the cells is blank.
    private struct Frame {
        var opens: Bool
        var closes: Bool

        init(of line: Range<Int>, _ source: SourceText) {
            let text = CellText.trimmed(line, of: source.bytes.span)
            opens = bars.contains { source.bytes[text].starts(with: $0) }
            closes = bars.contains { source.bytes[text].suffix($0.count).elementsEqual($0) }
        }
    }

    /// The cells of a line, at least one; `frame` is the header's, where that stands above.
    private static func cells(
        of line: Range<Int>,
        _ source: SourceText,
        in frame: Frame?
    ) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var (start, index) = (line.lowerBound, line.lowerBound)
        while index < line.upperBound {
            let bar = bars.first { source.bytes[index..<line.upperBound].starts(with: $0) }
            if let bar {
                result.append(CellText.trimmed(start..<index, of: source.bytes.span))
                start = index + bar.count
                index = start
            } else {
                index += 1
            }
        }
        let last = CellText.trimmed(start..<line.upperBound, of: source.bytes.span)
        guard !result.isEmpty else { return [line] }
        if !last.isEmpty || frame?.closes == false { result.append(last) }
        if let first = result.first, first.isEmpty, frame?.opens ?? true,
            first.lowerBound == line.lowerBound
        {
            result.removeFirst()
        }
        return result.isEmpty ? [line] : result
    }

    /// Whether a line is drawn: nothing but dashes, crosses and bars.
    private static func isRule(_ line: Range<Int>, _ source: SourceText) -> Bool {
        let scalars = source.string(line).unicodeScalars
        return !scalars.isEmpty && scalars.contains { "-=─━".unicodeScalars.contains($0) }
            && scalars.allSatisfy {
                "-=+|:_ ".unicodeScalars.contains($0) || (0x2500...0x257F).contains($0.value)
            }
    }
}
