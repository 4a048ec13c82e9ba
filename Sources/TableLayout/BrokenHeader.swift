internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Finds a header that line breaks inside its labels cut in several lines when it was pasted, as out
/// of a Word table.
///
///     序号⇥责任        | the last cell of each line goes on in the first of the next; together they
///     领导⇥目标任务⇥是否按 | have as many cells as the rows below, which none has alone, and name more
///     计划完成⇥责任单位   | fields than any alone
struct BrokenHeader {
    private let cells: GridSource
    private let reader: HeaderReader

    /// A header stands among the first rows of a file.
    private static let rowsLookedAt = 60
    /// More lines no header is cut in.
    private static let mostLines = 12

    init(_ cells: GridSource, _ overrides: [String: Field?]) {
        self.cells = cells
        reader = HeaderReader(cells: cells, overrides: overrides)
    }

    /// The rows (from 0) that make up the header, two or more; nil where none is cut.
    ///
    /// - Complexity: O(1): no more than the first rows are looked at.
    func rows() -> Range<Int>? {
        // Cells that stand anywhere in the source are a workbook's: each has its own.
        guard !cells.grid.areScattered, cells.place == nil else { return nil }
        for first in 0..<min(cells.grid.rowCount, Self.rowsLookedAt) where !isNumbered(first) {
            if let rows = rows(from: first) { return rows }
        }
        return nil
    }

    private func rows(from first: Int) -> Range<Int>? {
        var (width, widest) = (0, 0)
        for row in first..<min(cells.grid.rowCount - 1, first + Self.mostLines) {
            let cellCount = cells.grid.cells(inRow: row).count
            guard !isTarget(row), !cells.isBlank(row: row) else { return nil }
            widest = max(widest, cellCount)
            width += row == first ? cellCount : cellCount - 1
            guard row > first, width >= 3, widest < width,
                cells.grid.cells(inRow: row + 1).count == width, isTarget(row + 1)
            else { continue }
            let labels = labels(of: first..<(row + 1))
            let known = labels.filter { $0.match != nil }
            let most = (first...row).map { Self.fields(reader.labels(ofRow: $0)) }.max() ?? 0
            if labels[0].match != nil, known.count * 2 > width, Self.fields(labels) > most,
                reader.isHeader(labels)
            {
                return first..<(row + 1)
            }
        }
        return nil
    }

    /// Whether a row begins with a serial.
    private func isTarget(_ row: Int) -> Bool {
        isNumbered(row)
            || cells.grid.cells(inRow: row).count > 1
                && Serial.isPlausible(cells.string(row: row, cell: 0))
    }

    /// Whether a row begins with a serial that is a plain number.
    private func isNumbered(_ row: Int) -> Bool {
        cells.grid.cells(inRow: row).count > 1 && cells.beginsWithDigits(row)
    }

    private static func fields(_ labels: [HeaderLabel]) -> Int {
        Set(labels.compactMap { $0.match?.field }).count
    }

    private func labels(of rows: Range<Int>) -> [HeaderLabel] {
        var texts: [String] = []
        for row in rows {
            let labels = cells.grid.cells(inRow: row).indices.map { index in
                cells.string(row: row, cell: index - cells.grid.cells(inRow: row).lowerBound)
            }
            if let last = texts.popLast(), let next = labels.first {
                texts.append(last + next)
                texts += labels.dropFirst()
            } else {
                texts += labels
            }
        }
        return texts.map { $0.isEmpty ? .blank : HeaderLabel($0, overrides: reader.overrides) }
    }
}
