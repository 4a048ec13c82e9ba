internal import ContentDigest
internal import SourceText

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

    private enum Storage: Sendable {
        case packed(PackedOriginals)
        case filed(FiledOriginals)
    }

    private var storage: Storage

    /// Makes a baseline.
    public init(cells: [Original]) {
        self.init(PackedOriginals(cells))
    }

    /// Makes a baseline of cells, row after row.
    package init(_ originals: PackedOriginals) {
        storage = .packed(originals)
    }

    /// Makes a baseline of what stands in a file.
    package init(_ originals: FiledOriginals) {
        storage = .filed(originals)
    }

    /// Targets × columns of the table that it belongs to, row after row.
    public var cells: [Original] {
        get {
            switch storage {
            case .packed(let originals): return (0..<originals.count).map { originals[$0] }
            case .filed(let originals):
                let pieces = Cores.ranges(of: Self.cellsAtOnce, in: originals.count)
                return Cores.map(pieces.count) { piece in pieces[piece].map { originals[$0] } }
                    .flatMap(\.self)
            }
        }
        set { storage = .packed(PackedOriginals(newValue)) }
    }

    /// How many cells one core looks up at a time.
    private static let cellsAtOnce = 1 << 13

    /// How many cells there are.
    package var count: Int {
        switch storage {
        case .packed(let originals): originals.count
        case .filed(let originals): originals.count
        }
    }

    /// The same, with every original looked up: for those who ask for most of them again and again.
    package var lookedUp: Baseline {
        switch storage {
        case .packed: self
        case .filed: Baseline(cells: cells)
        }
    }

    /// What is known of the cell at an index of `cells`; unknown where they don't reach that far.
    package func original(_ index: Int) -> Original {
        guard index < count else { return .unknown }
        switch storage {
        case .packed(let originals): return originals[index]
        case .filed(let originals): return originals[index]
        }
    }

    /// Whether the text of the cell at an index of `cells` is known, and is this one.
    package func isText(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
        switch storage {
        case .packed(let originals):
            guard case .text(let text) = originals[index] else { return false }
            return text.utf8.span.hasSameBytes(as: bytes)
        case .filed(let originals): return originals.isText(index, bytes)
        }
    }

    /// Whether the text of the cell at an index of `cells` is known.
    package func holdsText(_ index: Int) -> Bool {
        switch storage {
        case .packed(let originals): originals.isText(index)
        case .filed(let originals): originals.isWhole(index)
        }
    }

    /// What is known of some of the targets (from 0) of a table with as many columns, in the order
    /// given; nothing of those that are nil.
    package func selecting(_ targets: [Int?], columns: Int) -> Baseline {
        switch storage {
        case .packed:
            Baseline(
                cells: targets.flatMap { target in
                    (0..<columns).map { column in
                        target.map { original($0 * columns + column) } ?? .unknown
                    }
                }
            )
        case .filed(let originals): Baseline(originals.selecting(targets))
        }
    }

    /// Whether both say the same of every cell.
    public static func == (one: Baseline, other: Baseline) -> Bool { one.cells == other.cells }
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
