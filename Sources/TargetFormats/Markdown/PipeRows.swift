internal import DelimitedText
internal import SourceText
internal import TableLayout

/// The lines of a Markdown text as rows of cells: one row a line, so that rows and lines stay in
/// step.
///
///     # 一览表                    | # 一览表
///     | 序号 | 责任目标 |          | 序号 | 责任目标
///     | ---: | --- |              | (blank: it only says how columns are aligned)
///     | 1 | 甲\|乙<br>丙 |        | 1 | 甲|乙↵丙
///
/// A line is split at every `|` without a backslash before it; the pipes at its ends may be left
/// out. Cells are ranges of the source; texts with escapes are put behind it.
struct PipeRows {
    /// The cells, whose findings are placed in the text as it was.
    let cells: GridSource
    /// Whether there is a line that says how columns are aligned: without one there is no table.
    let hasAlignment: Bool

    /// Splits a text.
    ///
    /// - Complexity: O(n) in its bytes.
    init(_ source: SourceText) {
        var bytes = source.bytes
        var ranges = TextRanges()
        var rows: [UInt32] = [0]
        // The cells (from 0) that say another text than stands there, and where that stands.
        var spelled: [(cell: Int, place: TextRange)] = []
        var hasAlignment = false
        var start = 0
        while start < source.bytes.count {
            let line = source.lineRange(around: start)
            var raw = Self.cells(of: line, in: source.bytes)
            if raw.count > 1 || source.bytes[line].contains(PipeText.pipe),
                raw.allSatisfy({ Self.isAlignment(source.bytes[$0]) })
            {
                hasAlignment = true
                raw = [line.lowerBound..<line.lowerBound]
            }
            for range in raw {
                if let text = PipeText.plain(source.bytes[range]) {
                    spelled.append((ranges.count, TextRange(source: range)))
                    ranges.append(TextRange(source: bytes.count..<(bytes.count + text.count)))
                    bytes += text
                } else {
                    ranges.append(TextRange(source: range))
                }
            }
            rows.append(UInt32(truncatingIfNeeded: ranges.count))
            start = Self.startOfLine(after: line.upperBound, in: source.bytes)
        }
        self.hasAlignment = hasAlignment
        let grid = Grid(cells: ranges, rowStarts: rows, byteCount: bytes.count)
        let (firstCells, spelledCells) = (rows, spelled)
        cells = GridSource(
            source: SourceText(name: source.name, validated: bytes, encoding: source.encoding),
            grid: grid
        ) { row, cell in
            guard row + 1 < firstCells.count else { return .text(0..<0, of: source) }
            // A cell that a short row lacks is where the row ends.
            let index = min(Int(firstCells[row]) + cell, Int(firstCells[row + 1]) - 1)
            let next = spelledCells.partitionPoint { $0.cell >= index }
            let isSpelled = next < spelledCells.count && spelledCells[next].cell == index
            let place =
                isSpelled ? spelledCells[next].place.bounds : grid.range(ofCell: index, inRow: row)
            return .text(place, of: source)
        }
    }

    /// The cells of a line, without the blanks around them; at least one.
    private static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        var start = line.lowerBound
        var result: [Range<Int>] = []
        var index = start
        while index < line.upperBound {
            if bytes[index] == .backslash {
                index += 2
                continue
            }
            if bytes[index] == PipeText.pipe {
                result.append(CellText.trimmed(start..<index, of: bytes.span))
                start = index + 1
            }
            index += 1
        }
        let last = CellText.trimmed(start..<line.upperBound, of: bytes.span)
        guard !result.isEmpty else { return [last] }
        if !last.isEmpty { result.append(last) }
        let opens = bytes[line].first { $0 != .space && $0 != .tab } == PipeText.pipe
        if opens, result.count > 1 { result.removeFirst() }
        return result
    }

    /// Whether a cell is one of the line under a header: `---`, `:--`, `--:`, `:-:`.
    private static func isAlignment(_ cell: ArraySlice<UInt8>) -> Bool {
        let colon = UInt8(ascii: ":")
        var dashes = cell
        if dashes.first == colon { dashes.removeFirst() }
        if dashes.last == colon { dashes.removeLast() }
        return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    private static func startOfLine(after end: Int, in bytes: [UInt8]) -> Int {
        guard end < bytes.count else { return bytes.count }
        let isCRLF =
            bytes[end] == .carriageReturn && end + 1 < bytes.count && bytes[end + 1] == .lineFeed
        return end + (isCRLF ? 2 : 1)
    }
}
