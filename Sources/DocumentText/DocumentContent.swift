/// What a document shows: lines of text and tables, in the order in which they are read.
///
/// Texts are ranges of one store of bytes. The text of a cell is one range, too, with line feeds
/// between its lines, whatever stands in it: paragraphs, or a table of its own. So a table can be
/// taken for a table, or for a frame that only holds others, without anything read twice.
///
///     <h2>一览表</h2><table><tr><td>甲<br>乙<td>丙</table>
///
///     bytes    一览表 ↵ 甲 ↵ 乙 ↵ 丙 ↵
///     pieces   line 一览表, start of table 0, line 甲, line 乙, line 丙, end of table 0
///     cells    甲↵乙 in row 0, column 0; 丙 in row 0, column 1
package struct DocumentContent: Sendable {
    /// Valid UTF-8: all texts.
    package internal(set) var bytes: [UInt8] = []
    /// Lines, and where tables begin and end.
    package internal(set) var pieces: [Piece] = []
    /// The tables, in the order in which they begin.
    package internal(set) var tables: [DocumentTable] = []

    /// A step of reading.
    package enum Piece: Sendable, Equatable {
        /// A line with a text: its bytes, and whether it heads what follows.
        case line(Range<Int>, isHeading: Bool)
        /// A table begins: its index.
        case start(Int)
        /// A table ends: its index.
        case end(Int)
    }

    /// Puts the rows of a table below those of another one, of which it is the rest.
    ///
    /// Both are indexes from 0. What is left of it has no cells.
    package mutating func join(_ rest: Int, to table: Int) {
        let offset = UInt32(tables[table].rowCount)
        tables[table].cells += tables[rest].cells.map { cell in
            var moved = cell
            moved.row += offset
            return moved
        }
        tables[table].rowCount += tables[rest].rowCount
        tables[rest].cells = []
        tables[rest].rowCount = 0
        if let start = pieces.firstIndex(of: .start(rest)),
            let end = pieces.firstIndex(of: .end(rest)), start < end
        {
            pieces.removeSubrange(start...end)
        }
    }

    /// The text of a range of `bytes`.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

/// A table of a document.
package struct DocumentTable: Sendable, Equatable {
    /// The index of the table that it stands in a cell of; nil where it stands in none.
    package internal(set) var parent: Int?
    /// The name that the document gives it; nil where it has none.
    package internal(set) var name: String?
    /// Lines outside its cells, such as its caption.
    package internal(set) var lines: [Range<Int>] = []
    /// Its cells that have a text or are merged, row after row, in a row from left to right.
    package internal(set) var cells: [Cell] = []
    /// How many rows it has, up to the last one with a cell of these.
    package internal(set) var rowCount = 0

    /// One cell, where it stands once the cells above and before it have taken their room.
    package struct Cell: Sendable, Equatable {
        /// Row, from 0.
        package internal(set) var row: UInt32
        /// Column, from 0.
        package internal(set) var column: UInt32
        /// How many rows it covers, within the table.
        package internal(set) var rowSpan: UInt32
        /// How many columns it covers.
        package internal(set) var columnSpan: UInt32
        var textStart: UInt32
        var textEnd: UInt32

        /// The bytes of its text.
        package var text: Range<Int> { Int(textStart)..<Int(textEnd) }

        /// Whether it has no text and no more room than its own, so that nothing is to be told of it.
        var isPlainBlank: Bool { textStart == textEnd && rowSpan == 1 && columnSpan == 1 }
    }
}

/// Why a document is not read: it asks for more than any honest one does.
package enum DocumentLimit: Error, Sendable, Equatable {
    /// Tables stand in tables more than this deep.
    case tooDeep(Int)
    /// A table has more columns than this.
    case tooWide(Int)
    /// A table has more rows than this.
    case tooLong(Int)
    /// Cells are repeated more often than this.
    case tooOften(Int)
    /// The texts have more bytes than this.
    case tooLarge(Int)
}
