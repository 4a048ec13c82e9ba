/// A table for a terminal: columns aligned by the width that characters have there.
struct TerminalTable {
    /// Where the text of a column stands.
    enum Alignment {
        /// Words.
        case left
        /// Numbers.
        case right
    }

    /// One label per column.
    var header: [String]
    /// Rows of as many cells as the header has.
    var rows: [[String]]
    /// One per column.
    var alignments: [Alignment]
    /// Rows that sum up the others, under a line.
    var totals: [[String]] = []

    /// The narrowest that a column may become for the table to fit.
    private static let narrowest = 8
    private static let gap = 2

    /// Returns the table's lines, each ended.
    ///
    /// Where the table is wider than `columns`, its widest columns are wrapped; where that doesn't
    /// do, each row becomes a list of label and text. Nothing is cut. Nil is no limit.
    /// - Complexity: O(n) in the cells' text.
    func text(columns: Int?) -> String {
        let shown = TerminalTable(
            header: header.map(ShownText.harmless),
            rows: rows.map { $0.map(ShownText.harmless) },
            alignments: alignments,
            totals: totals.map { $0.map(ShownText.harmless) }
        )
        guard let widths = shown.widths(in: columns) else {
            return shown.list(columns: columns ?? 80)
        }
        return shown.grid(widths)
    }

    /// The width of each column; nil where the table can't be made to fit.
    private func widths(in limit: Int?) -> [Int]? {
        var widths = header.indices.map { column in
            ([header] + rows + totals).map { DisplayWidth.of($0[column]) }.max() ?? 0
        }
        guard let limit else { return widths }
        let floor = widths.indices.map { column in
            alignments[column] == .right ? widths[column] : min(widths[column], Self.narrowest)
        }
        var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - limit
        while excess > 0 {
            // The widest column gives, down to the next widest, so that none is starved.
            let candidates = widths.indices.filter { widths[$0] > floor[$0] }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
            let next = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let step = max(1, min(excess, widths[widest] - max(next, floor[widest])))
            widths[widest] -= min(step, widths[widest] - floor[widest])
            excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - limit
        }
        return widths
    }

    private func grid(_ widths: [Int]) -> String {
        let rule = widths.map { String(repeating: "─", count: $0) }
            .joined(separator: String(repeating: "─", count: Self.gap))
        var text = lines(of: header, widths) + rule + "\n"
        for row in rows { text += lines(of: row, widths) }
        if !totals.isEmpty { text += rule + "\n" }
        for row in totals { text += lines(of: row, widths) }
        return text
    }

    /// One row: as many lines as its longest wrapped cell.
    private func lines(of row: [String], _ widths: [Int]) -> String {
        let cells = zip(row, widths).map { LineWrapping.lines(of: $0, columns: $1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = cells.indices.map { column in
                let text = line < cells[column].count ? cells[column][line] : ""
                return padded(text, to: widths[column], alignments[column])
            }
            return ShownText.withoutBlanksAtEnd(
                parts.joined(separator: String(repeating: " ", count: Self.gap))
            )
                + "\n"
        }
        .joined()
    }

    private func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
        let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        return alignment == .left ? text + blanks : blanks + text
    }

    /// Each row as a paragraph: a label and its text on a line, the text wrapped under itself.
    private func list(columns: Int) -> String {
        let widest = header.map(DisplayWidth.of).max() ?? 0
        let label = min(widest, max(4, columns / 3))
        return (rows + totals).map { row in
            zip(header, row).map { name, text in
                let names = LineWrapping.lines(of: name, columns: label)
                let room = max(4, columns - label - Self.gap)
                let texts = LineWrapping.lines(of: text, columns: room)
                return (0..<max(names.count, texts.count)).map { line in
                    let left = padded(line < names.count ? names[line] : "", to: label, .left)
                    let right = line < texts.count ? texts[line] : ""
                    return ShownText.withoutBlanksAtEnd(
                        left + String(repeating: " ", count: Self.gap) + right
                    ) + "\n"
                }
                .joined()
            }
            .joined()
        }
        .joined(separator: "\n")
    }
}
