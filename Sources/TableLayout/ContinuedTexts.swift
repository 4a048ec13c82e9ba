internal import SourceText
internal import TargetModel

/// What rows below a target add to its texts.
///
/// The pieces are gathered here and joined once, when the next target begins: a target may go on
/// over any number of rows.
struct ContinuedTexts {
    /// The text of one cell as far as it goes.
    private struct Text {
        var bytes: [UInt8]
        var pieces = 0

        /// The text, or the beginning and the end of a long one.
        ///
        /// Each row below is held against them, and there may be any number of rows: held against all
        /// that stands above, 8,000 rows took 39 seconds.
        var ends: String {
            let (most, first) = (6_144, 2_048)
            guard bytes.count > most else { return String(decoding: bytes, as: UTF8.self) }
            let isInside = { (byte: UInt8) in byte & 0xC0 == 0x80 }
            var end = first
            while isInside(bytes[end]) { end -= 1 }
            let start = bytes[(bytes.count - most + first)...].drop(while: isInside)
            return String(decoding: bytes[..<end], as: UTF8.self)
                + String(decoding: start, as: UTF8.self)
        }
    }

    /// By the table's column (from 0).
    private var texts: [Int: Text] = [:]
    /// The blocks of the rows that go on, each once, where they have columns read from parts.
    private var blocks: [ColumnBlock] = []

    /// What one row adds to a text.
    struct Addition {
        /// What joins the piece to the text before.
        var joint: String
        /// How many pieces the text has below the target's own row, with this one.
        var part: Int
    }

    /// Notes the block in which a row goes on.
    mutating func goOn(in block: ColumnBlock) {
        if !block.parts.isEmpty, !blocks.contains(block) { blocks.append(block) }
    }

    /// Whether a piece says just what its column (from 0) says so far; `head` is what stands in the
    /// target's own row.
    func says(_ piece: TextRange, _ column: Int, head: TextRange, in store: TextStore) -> Bool {
        guard let text = texts[column] else { return store.equal(piece, head) }
        return text.bytes.count == piece.count && store.bytes(piece).elementsEqual(text.bytes)
    }

    /// What a column (from 0) says so far, as far as one can tell by it whether it goes on; `head` is
    /// what stands in the target's own row.
    func text(_ column: Int, head: TextRange, in store: TextStore) -> String {
        texts[column]?.ends ?? store.string(head)
    }

    /// Adds a piece to a column: its index (from 0) and what it means; `head` is what stands in the
    /// target's own row, `beginsLine` whether the piece is an item that stands on a line of its own.
    mutating func add(
        _ piece: TextRange,
        _ column: Int,
        of meaning: Column,
        head: TextRange,
        beginsLine: Bool,
        in store: TextStore
    ) -> Addition {
        var text = texts.removeValue(forKey: column) ?? Text(bytes: Array(store.bytes(head)))
        let isCut =
            meaning.namesUnits
            && UnitNames.isCut(text.ends, before: store.string(piece))
        let joint = text.bytes.isEmpty || isCut ? "" : Self.joint(of: meaning, beginsLine)
        text.bytes += joint.utf8
        text.bytes += store.bytes(piece)
        text.pieces += 1
        let part = text.pieces
        texts[column] = text
        return Addition(joint: joint, part: part)
    }

    /// Joins the texts and forgets them.
    ///
    /// `row` holds the target's cells, one for each of `columns`; columns that are read from parts
    /// say what the latest of them says.
    /// - Returns: whether the leader's text went on.
    mutating func join(
        into row: inout [TextRange],
        _ columns: [Column],
        addingTo store: inout TextStore
    ) -> Bool {
        // In order, so that the same file always gives the same bytes.
        for (column, text) in texts.sorted(by: { $0.key < $1.key }) {
            row[column] = store.add(text.bytes)
        }
        for block in blocks { block.fillWholes(&row, columns, addingTo: &store) }
        let namesLeader = texts.keys.contains { columns[$0].field == .leader }
        self = ContinuedTexts()
        return namesLeader
    }

    /// Whether no row went on.
    var isEmpty: Bool { texts.isEmpty && blocks.isEmpty }

    /// What joins a text to its piece of the row above: units and names stand one a line, other
    /// text was cut where the page ended.
    private static func joint(of column: Column, _ beginsLine: Bool) -> String {
        column.field == .leader || column.namesUnits ? " " : beginsLine ? "\n" : ""
    }
}
