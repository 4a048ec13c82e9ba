internal import SourceText
internal import TableLayout
internal import TargetModel

/// Text with one cell a line, as a table looks that was copied as text: the labels one below the
/// other, from the serial's on, then the cells of each target.
///
///     序号 ↵ 目标 ↵ 1 ↵ 甲 ↵ 2 ↵ 乙
///
/// It fits where the lines come in as many as there are labels, and each of these groups begins
/// with the next serial: a blank cell that was lost would move all that follow. Notes may follow.
enum ListedText {
    /// No header has more labels.
    private static let mostLabels = 64

    /// The rows; nil where no lines would be a header.
    static func rows(_ lines: TextLines, _ recognizer: Recognizer) -> TextRows? {
        let filled = lines.ranges.indices.filter { !lines.ranges[$0].isEmpty }
        guard let (first, width) = header(filled, lines, recognizer) else { return nil }
        var rows = TextRows(cells: lines.ranges.map { [$0] })
        join(filled[first..<(first + width)], of: &rows)
        var next = first + width
        var serial: Int?
        while next < filled.count {
            let text = lines.source.string(lines.ranges[filled[next]])
            if RowWords.isNote(text) { break }
            let group = filled[next..<min(next + width, filled.count)]
            let number = Serial.number(of: text)
            let follows = number.map { serial == nil || $0 == (serial ?? 0) + 1 } ?? false
            let holdsNote = group.dropFirst().contains {
                RowWords.isNote(lines.source.string(lines.ranges[$0]))
            }
            guard follows, group.count == width, !holdsNote else {
                rows.misfits.append(misfit(filled[next], width, lines))
                break
            }
            serial = number
            join(group, of: &rows)
            next += width
        }
        return rows
    }

    /// Where the labels begin among the lines that are not blank, and how many they are.
    private static func header(
        _ filled: [Int],
        _ lines: TextLines,
        _ recognizer: Recognizer
    ) -> (first: Int, width: Int)? {
        for (first, line) in filled.enumerated() {
            guard lines.ranges[line].count <= 60 else { continue }
            let label = FieldLabels.normalize(lines.source.string(lines.ranges[line]))
            guard FieldLabels.match(label)?.field == .serial else { continue }
            let behind = filled[(first + 1)...].prefix(mostLabels)
            let width = behind.firstIndex {
                Serial.number(of: lines.source.string(lines.ranges[$0])) != nil
            }
            guard let width, width - first > 1 else { continue }
            let labels = filled[first..<width].map { lines.ranges[$0] }
            if lines.isHeader(labels, recognizer) { return (first, width - first) }
        }
        return nil
    }

    /// Puts the cells of lines into the row of the first of them; the others are blank.
    private static func join(_ group: ArraySlice<Int>, of rows: inout TextRows) {
        guard let first = group.first else { return }
        let cells = group.flatMap { rows.cells[$0] }
        for line in group {
            let start = rows.cells[line][0].lowerBound
            rows.cells[line] = [start..<start]
        }
        rows.cells[first] = cells
    }

    private static func misfit(_ line: Int, _ width: Int, _ lines: TextLines) -> Diagnostic {
        Diagnostic(
            .error,
            .rowDoesNotFit,
            Wording(
                en: "with one cell a line and \(width) labels, the next serial should stand here; "
                    + "a blank cell or a line break in a cell may be the reason",
                zh: "每行一个单元格、共 \(width) 栏，此处应为下一个序号；可能有空白单元格，或单元格内有换行"
            ),
            hint: Wording(
                en: "copy the table again, into a spreadsheet, and save it as XLSX",
                zh: "请重新把表格复制到电子表格中，另存为 XLSX"
            )
        ).at(lines.ranges[line], of: lines.source)
    }
}
