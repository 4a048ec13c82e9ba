package import SourceText

/// How an official file lays its targets out: everything of the file that is not a target's text.
///
/// With the targets, it gives the file back byte for byte. It holds no target's text: a cell that
/// reads as its target's text needs no entry.
package struct Layout: Sendable, Equatable {
    /// How the file is encoded.
    package var encoding: TextEncoding
    /// The file from its first to its last row.
    package var runs: [Run]

    /// Makes a layout.
    package init(encoding: TextEncoding, runs: [Run]) {
        self.encoding = encoding
        self.runs = runs
    }

    /// The columns of all pages that are read from several cells, each once.
    package var latestColumns: [Latest] {
        var found: [Latest] = []
        for case .literal(let row) in runs {
            for latest in (row.blocks ?? []).flatMap(\.latest) where !found.contains(latest) {
                found.append(latest)
            }
        }
        return found
    }

    /// Rows of the file that follow each other.
    package enum Run: Sendable, Equatable {
        /// One row that holds no target: a title, a header, a note, a blank line.
        case literal(Literal)
        /// Rows of targets.
        case targets(TargetRows)
    }

    /// A row kept as it stands.
    package struct Literal: Sendable, Equatable {
        /// The row without its end.
        package var text: String
        /// What ends the row: LF, CRLF, CR, or nothing at the end of the file.
        package var end: String
        /// In a header row: the blocks that the rows below have; nil in other rows.
        package var blocks: [Block]?

        /// Makes a literal row.
        package init(text: String, end: String, blocks: [Block]? = nil) {
            self.text = text
            self.end = end
            self.blocks = blocks
        }
    }

    /// One block of a page: cells of a row that belong to one target.
    package struct Block: Sendable, Equatable {
        /// Index (from 0) of the block's first cell in a row.
        package var cell: Int
        /// For each cell of the block, the index (from 0) of the table's column; nil for a cell
        /// that no column has.
        package var columns: [Int?]
        /// Columns of the table that are read from the latest filled one of several cells.
        package var latest: [Latest]

        /// Makes a block.
        package init(cell: Int, columns: [Int?], latest: [Latest] = []) {
            self.cell = cell
            self.columns = columns
            self.latest = latest
        }
    }

    /// A column of the table that has no cell of its own: it says what the latest filled one of
    /// several cells says, as 进展情况 over 一季度…四季度, or which of several statuses is ticked.
    package struct Latest: Sendable, Equatable {
        /// Index (from 0) of the table's column.
        package var column: Int
        /// Indexes (from 0) of the table's columns that it is read from; the last one is the latest.
        package var parts: [Int]
        /// For each part, what the whole says where that part is ticked: 已完成, 未完成; empty where parts
        /// hold texts of their own.
        package var names: [String]

        /// Makes one.
        package init(column: Int, parts: [Int], names: [String] = []) {
            self.column = column
            self.parts = parts
            self.names = names
        }

        /// Which of several parts, the latest last, says what the whole says: the latest that is
        /// filled; nil where none is.
        package static func filled(of parts: [Int], isBlank: (Int) -> Bool) -> Int? {
            parts.last { !isBlank($0) }
        }
    }

    /// Rows that hold the next target of each block.
    package struct TargetRows: Sendable, Equatable {
        /// For each block of the page, the index (from 0) of the target in the first row.
        ///
        /// It is nil where the block holds no target in these rows. Each further row holds the
        /// next target.
        package var targets: [Int?]
        /// How many rows.
        package var count: Int
        /// How many cells each row has.
        package var cells: Int
        /// What ends each row.
        package var end: String
        /// Cells that don't simply hold their target's text, in order of row, then cell.
        package var forms: [CellForm]

        /// Makes rows.
        package init(targets: [Int?], count: Int, cells: Int, end: String, forms: [CellForm] = []) {
            self.targets = targets
            self.count = count
            self.cells = cells
            self.end = end
            self.forms = forms
        }
    }

    /// A cell that doesn't simply hold its target's text.
    package struct CellForm: Sendable, Equatable {
        /// Row within the run, from 0.
        package var row: Int
        /// Cell within the row, from 0.
        package var cell: Int
        /// What the cell holds.
        package var content: Content
        /// Blanks before the content.
        package var before: String
        /// Blanks after the content.
        package var after: String
        /// Whether the cell is quoted as Excel quotes: `"` around it, each `"` in it doubled.
        package var quoted: Bool

        /// Makes a form.
        package init(
            row: Int,
            cell: Int,
            content: Content,
            before: String = "",
            after: String = "",
            quoted: Bool = false
        ) {
            self.row = row
            self.cell = cell
            self.content = content
            self.before = before
            self.after = after
            self.quoted = quoted
        }
    }

    /// What a cell holds.
    package enum Content: Sendable, Equatable {
        /// The text of the target that stands here.
        case value
        /// These characters, which are no target's: a section, a total.
        case literal(String)
        /// These characters as long as they read as the target's text: 同上 or nothing for a
        /// merged leader, `005` for the serial 5.
        case standsFor(String)
        /// These characters as long as they are what a target says whose row is another (index from
        /// 0): the leader's name after a page break in the middle of a target, or what a row says
        /// that heads its group.
        case repeats(String, target: Int)
        /// A piece of a text that goes on over several rows.
        case piece(Piece)
    }

    /// A piece of a text that goes on over several rows, as after a page break.
    package struct Piece: Sendable, Equatable {
        /// Index (from 0) of the target whose text it is.
        package var target: Int
        /// Index (from 0) of the table's column.
        package var column: Int
        /// Which piece it is, from 0.
        package var part: Int
        /// The piece's text; nil for the first, which is what the others leave, but where line breaks were
        /// pasted into it, or it says 同上 and the like.
        package var text: String?
        /// How many bytes of UTF-8 the piece has: says where to cut an edited text.
        package var length: Int
        /// What joins it to the piece before: nothing, or a blank between two units.
        package var joint: String

        /// Makes a piece.
        package init(
            target: Int,
            column: Int,
            part: Int,
            text: String?,
            length: Int,
            joint: String
        ) {
            self.target = target
            self.column = column
            self.part = part
            self.text = text
            self.length = length
            self.joint = joint
        }
    }
}
