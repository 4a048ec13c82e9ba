/// What the cells of a table said when its file was made.
///
/// A workbook or a JSON document carries it, so that a correction made in the file can be told
/// from a change of the official table since.
public struct Baseline: Sendable, Equatable {
    /// What is known of a cell's original text.
    public enum Original: Sendable, Hashable {
        /// The text itself.
        case text(String)
        /// The first 32 bits of the text's SHA-256.
        case digest(UInt32)
        /// The cell had no place in the file.
        case unknown
    }

    /// Targets × columns of the table that it belongs to, row after row.
    public var cells: [Original]

    /// Makes a baseline.
    public init(cells: [Original]) {
        self.cells = cells
    }
}
