package import SourceText

/// A cell of which a table says something else than the file that it was read from.
package struct ReplacedCell: Sendable {
    /// The cell's index (from 0) among those of the table: targets × columns.
    package var index: Int
    /// Where the text stands that the file says.
    package var old: TextRange

    /// Names a cell.
    package init(index: Int, old: TextRange) {
        self.index = index
        self.old = old
    }
}
