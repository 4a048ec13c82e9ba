/// The part of a source line that a message shows, and the marks under it.
///
///     …成情况⇥是⇥市文旅局⇥…
///             ^~
struct Excerpt: Equatable {
    /// The line, or what of it fits around the marks, as it is shown.
    var line: String
    /// Blanks, then the marks: a caret under the first column, tildes under the others.
    var marks: String

    /// Cuts the line to `columns` (of a terminal) around what is marked.
    ///
    /// `column` counts from 1 in scalars, as `span`; a column beyond the end marks the end.
    /// - Complexity: O(n) in the line.
    init(of text: String, column: Int, span: Int, columns: Int) {
        let pieces = Self.pieces(of: text)
        let first = min(max(column - 1, 0), pieces.count)
        let last = min(first + max(span, 1), pieces.count)
        let total = pieces.last?.end ?? 0
        let start = first < pieces.count ? pieces[first].start : total
        let end = last > first ? pieces[last - 1].end : start + 1
        let shown = Self.window(around: start..<end, of: total, columns: columns)

        var kept = pieces.filter { shown.contains($0.start) && $0.end <= shown.upperBound }
        // A mark that stood on a character before the window would stand on the ellipsis.
        while let piece = kept.first, piece.start == piece.end { kept.removeFirst() }
        line = Self.text(of: kept)
        var offset = kept.first?.start ?? shown.lowerBound
        if shown.lowerBound > 0 {
            line = "…" + line
            offset -= 1
        }
        if shown.upperBound < total { line += "…" }
        let visible = min(end, max(kept.last?.end ?? end, start + 1))
        marks =
            Self.row(of: UInt8(ascii: " "), max(0, start - offset)) + "^"
            + Self.row(of: UInt8(ascii: "~"), max(0, visible - start - 1))
    }

    /// One scalar as it is shown, and the columns of the whole line that it takes.
    private struct Piece {
        /// A tab is as many blanks as the columns that it takes.
        var scalar: Unicode.Scalar
        var start: Int
        var end: Int
    }

    /// Tabs reach to the next multiple of four; what a terminal would obey is made visible.
    private static func pieces(of text: String) -> [Piece] {
        var column = 0
        var pieces: [Piece] = []
        pieces.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let start = column
            guard scalar != "\t" else {
                column += 4 - column % 4
                pieces.append(Piece(scalar: scalar, start: start, end: column))
                continue
            }
            let picture = ShownText.picture(of: scalar)
            column += DisplayWidth.of(picture)
            pieces.append(Piece(scalar: picture, start: start, end: column))
        }
        return pieces
    }

    /// What pieces show, written in one go, as bytes: with a string for each, showing 150 findings took ten
    /// milliseconds, in which the other cores wait, and adding scalars to one was a quarter of what was left.
    private static func text(of pieces: [Piece]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(3 * pieces.count)
        for piece in pieces {
            if piece.scalar == "\t" {
                for _ in piece.start..<piece.end { text.append(UInt8(ascii: " ")) }
            } else if let bytes = UTF8.encode(piece.scalar) {
                text += bytes
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// An ASCII character, `count` times.
    private static func row(of character: UInt8, _ count: Int) -> String {
        String(decoding: [UInt8](repeating: character, count: count), as: UTF8.self)
    }

    /// The columns to show of a line of `total`, with room for an ellipsis at each cut.
    private static func window(around marked: Range<Int>, of total: Int, columns: Int) -> Range<Int>
    {
        // One more where the mark is behind the end.
        let needed = max(total, marked.lowerBound + 1)
        guard needed > columns else { return 0..<needed }
        let room = max(columns - 2, 8)
        let context = min(room / 3, max(0, room - marked.count))
        let latest = max(0, needed - room)
        let start = min(max(0, marked.lowerBound - context), latest)
        // A cut that saves less than the ellipsis takes is none.
        if start <= 1 { return 0..<min(needed, columns - 1) }
        if start == latest { return start..<needed }
        return start..<(start + room)
    }
}
