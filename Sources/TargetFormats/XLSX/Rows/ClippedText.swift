internal import SpreadsheetML

/// Text in a row that programs don't fit to it.
///
/// They fit rows to what is typed, and not to what formulas come to. What has no room there ends
/// visibly, and says where the whole text is.
///
/// Room is counted in halves of a Chinese character, as `LENB` counts; where a program's language
/// isn't Chinese, `LENB` counts characters, and is less careful.
struct ClippedText {
    /// Halves that the cell shows.
    private let room: Int
    /// Halves of a line, which a line break fills.
    private let line: Int
    /// Characters that are kept of a longer text.
    private let kept: Int
    /// What stands behind them.
    private let ending: String

    /// Works out the room of a cell, `width` in characters and `height` and type in points, which
    /// shows `original` (UTF-8) whole.
    init(width: Double, height: Double, size: Double, original: ArraySlice<UInt8>, hint: String) {
        let available = max(ColumnWidths.available(width: width, size: size), TextMetrics.wide)
        let lines = ColumnWidths.lines(inHeight: height, size: size)
        // Signs that begin no line take their neighbour along.
        let whole = lines * available - (lines - 1) * TextMetrics.wide
        line = available / TextMetrics.narrow
        room = max(whole / TextMetrics.narrow, Self.halves(of: original, line: line))
        let characters = max(1, whole / TextMetrics.wide)
        let ending = characters >= hint.unicodeScalars.count * 2 ? hint : "\u{2026}"
        self.ending = ending
        kept = max(1, characters - ending.unicodeScalars.count - 1)
    }

    private static func halves(of text: ArraySlice<UInt8>, line: Int) -> Int {
        var halves = 0
        // Bytes that begin a character.
        for byte in text where byte & 0xC0 != 0x80 {
            halves += byte == 0x0A ? line : byte < 0x80 ? 1 : 2
        }
        return halves
    }

    /// What an expression comes to, or its beginning.
    func formula(_ text: String) -> String {
        let length = "LENB(SUBSTITUTE(\(text),CHAR(10),REPT(\" \",\(line))))"
        let start = "LEFT(SUBSTITUTE(\(text),CHAR(10),\" \"),\(kept))"
        return "IF(\(length)>\(room),\(start)&\(FormulaText.literal(ending)),\(text)&\"\")"
    }
}
