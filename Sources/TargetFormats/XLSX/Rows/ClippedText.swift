internal import SpreadsheetML

/// Text in a row that programs don't fit to it.
///
/// They fit rows to what is typed, and not to what formulas come to. What has no room there ends
/// visibly, and says where the whole text is.
///
/// Room is counted in halves of a Chinese character, as `LENB` counts. Where a program's language isn't
/// Chinese, `LENB` counts characters; then each is taken for a Chinese one, so that none is cut without
/// a sign.
struct ClippedText {
    /// Halves that the cell shows.
    private let room: Int
    /// Characters that it shows, whatever they are.
    private let characters: Int
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
        room = max(whole / TextMetrics.narrow, Self.size(of: original, line: line, wide: 2))
        let characters = max(1, whole / TextMetrics.wide)
        self.characters = max(characters, Self.size(of: original, line: line, wide: 1))
        let ending = characters >= hint.unicodeScalars.count * 2 ? hint : "\u{2026}"
        self.ending = ending
        kept = max(1, characters - ending.unicodeScalars.count - 1)
    }

    /// What `LENB` comes to for a text, where it counts `wide` for a Chinese character.
    private static func size(of text: ArraySlice<UInt8>, line: Int, wide: Int) -> Int {
        var size = 0
        // Bytes that begin a character.
        for byte in text where byte & 0xC0 != 0x80 {
            size += byte == 0x0A ? line : byte < 0x80 ? 1 : wide
        }
        return size
    }

    /// What tells formulas of other cells apart, beside their words (see `hasWords`).
    var numbers: [Int] { [line, room, characters, kept] }

    /// Whether formulas differ in numbers only.
    func hasWords(of other: ClippedText) -> Bool {
        (room == characters) == (other.room == other.characters)
            && ending.utf8.elementsEqual(other.ending.utf8)
    }

    /// What an expression comes to, or its beginning, as a formula that has slots for the numbers.
    func formula(_ text: String) -> String {
        let (line, room) = (RowFormula.number(0), RowFormula.number(1))
        let (characters, kept) = (RowFormula.number(2), RowFormula.number(3))
        let length = "LENB(SUBSTITUTE(\(text),CHAR(10),REPT(\" \",\(line))))"
        let start = "LEFT(SUBSTITUTE(\(text),CHAR(10),\" \"),\(kept))"
        let most =
            self.room == self.characters ? room : "IF(LENB(\"一\")=2,\(room),\(characters))"
        return "IF(\(length)>\(most),\(start)&\(FormulaText.literal(ending)),\(text)&\"\")"
    }
}
