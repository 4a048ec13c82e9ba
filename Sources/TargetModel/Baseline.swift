internal import ContentDigest

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

    /// What is known of the cell at an index of `cells`; unknown where they don't reach that far.
    package func original(_ index: Int) -> Original {
        index < cells.count ? cells[index] : .unknown
    }
}

extension Baseline.Original {
    /// Makes the digest of a text.
    public init(digestOf text: some Collection<UInt8>) {
        self = .digest(SHA256.prefix(of: text))
    }

    /// Whether a text is the original; nil where nothing is known of it.
    public func says(_ text: some Collection<UInt8>) -> Bool? {
        switch self {
        case .text(let original): original.utf8.elementsEqual(text)
        case .digest(let original): original == SHA256.prefix(of: text)
        case .unknown: nil
        }
    }
}

extension TargetTable {
    /// Whether a cell (target and column from 0) says what it said when the file was made; nil
    /// where the file doesn't tell.
    package func isOriginal(_ target: Int, _ column: Int) -> Bool? {
        original(target, column).says(text.bytes(range(target, column)))
    }

    /// What is known of what a cell (target and column from 0) said when the file was made.
    package func original(_ target: Int, _ column: Int) -> Baseline.Original {
        keptOriginal(target, column) ?? .unknown
    }

    /// What a cell (target and column from 0) said; nil where the table has no baseline.
    package func keptOriginal(_ target: Int, _ column: Int) -> Baseline.Original? {
        baseline?.original(target * columns.count + column)
    }
}

extension SHA256 {
    /// The first 32 bits of the digest of a text, which nearly always lies in one piece.
    fileprivate static func prefix(of text: some Collection<UInt8>) -> UInt32 {
        let found = text.withContiguousStorageIfAvailable { unsafe prefix(of: $0.span) }
        return found ?? prefix(of: Array(text).span)
    }
}
