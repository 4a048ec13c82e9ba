public import SourceText

/// How an official file lays its targets out: everything of the file that is not a target's text.
///
/// With the targets, it gives the file back byte for byte. It holds no target's text: a cell that
/// reads as its target's text needs no entry.
public struct Layout: Sendable, Equatable {
    /// How the file is encoded.
    public var encoding: TextEncoding
    /// The file from its first to its last row.
    public var runs: [Run]

    /// Makes a layout.
    public init(encoding: TextEncoding, runs: [Run]) {
        self.encoding = encoding
        self.runs = runs
    }

    /// Rows of the file that follow each other.
    public enum Run: Sendable, Equatable {
        /// One row that holds no target: a title, a header, a note, a blank line.
        case literal(Literal)
        /// Rows of targets.
        case targets(TargetRows)
    }

    /// A row kept as it stands.
    public struct Literal: Sendable, Equatable {
        /// The row without its end.
        public var text: String
        /// What ends the row: LF, CRLF, CR, or nothing at the end of the file.
        public var end: String
        /// In a header row: the blocks that the rows below have; nil in other rows.
        public var blocks: [Block]?

        /// Makes a literal row.
        public init(text: String, end: String, blocks: [Block]? = nil) {
            self.text = text
            self.end = end
            self.blocks = blocks
        }
    }

    /// One block of a page: cells of a row that belong to one target.
    public struct Block: Sendable, Equatable {
        /// Index (from 0) of the block's first cell in a row.
        public var cell: Int
        /// For each cell of the block, the index (from 0) of the table's column; nil for a cell
        /// that no column has.
        public var columns: [Int?]

        /// Makes a block.
        public init(cell: Int, columns: [Int?]) {
            self.cell = cell
            self.columns = columns
        }
    }

    /// Rows that hold the next target of each block.
    public struct TargetRows: Sendable, Equatable {
        /// For each block of the page, the index (from 0) of the target in the first row.
        ///
        /// It is nil where the block holds no target in these rows. Each further row holds the
        /// next target.
        public var targets: [Int?]
        /// How many rows.
        public var count: Int
        /// How many cells each row has.
        public var cells: Int
        /// What ends each row.
        public var end: String
        /// Cells that don't simply hold their target's text, in order of row, then cell.
        public var forms: [CellForm]

        /// Makes rows.
        public init(targets: [Int?], count: Int, cells: Int, end: String, forms: [CellForm] = []) {
            self.targets = targets
            self.count = count
            self.cells = cells
            self.end = end
            self.forms = forms
        }
    }

    /// A cell that doesn't simply hold its target's text.
    public struct CellForm: Sendable, Equatable {
        /// Row within the run, from 0.
        public var row: Int
        /// Cell within the row, from 0.
        public var cell: Int
        /// How the cell is written.
        public var style: Style

        /// Makes a form.
        public init(row: Int, cell: Int, style: Style) {
            self.row = row
            self.cell = cell
            self.style = style
        }
    }

    /// How a cell is written.
    public enum Style: Sendable, Equatable {
        /// These characters; no target's text (a section, a total, a blank that pads).
        case literal(String)
        /// The target's text with blanks around it, or quoted as Excel quotes.
        case padded(before: String, after: String, quoted: Bool)
        /// These characters while the target's text is unchanged: they stand for it (同上 for the
        /// leader above; nothing for a merged leader).
        case standsFor(String)
        /// The rest of a text that begins in the row above (`joined` is how much of the text the
        /// rows before hold, in bytes of UTF-8); `before`, `after` and `quoted` as in `padded`.
        case continues(
            target: Int,
            column: Int,
            from: Int,
            to: Int,
            before: String,
            after: String,
            quoted: Bool
        )
    }
}
