internal import SourceText
internal import TargetModel

/// What the rows of a layout are written to.
protocol LayoutOutput {
    /// Takes one byte.
    mutating func append(_ byte: UInt8)
    /// Takes bytes.
    mutating func append(_ bytes: [UInt8])
    /// Takes the UTF-8 of a text.
    mutating func append(_ text: String)
    /// Takes a range of bytes (from 0) of the source of the table's text.
    mutating func copy(_ range: Range<Int>, of source: [UInt8])
}

extension OutputBuffer: LayoutOutput {
    mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
        append(source.span.extracting(range))
    }
}

/// What has to be replaced in a source, so that it is what was written.
///
/// What was written so far is the source up to a place, with its edits, and what is still to be put there.
struct EditedSource: LayoutOutput {
    private let source: [UInt8]
    private var made = ByteEdits()
    /// How far the source was gone through: what is before is kept or replaced.
    private var place = 0
    /// What was written behind that and doesn't stand there.
    private var pending: [UInt8] = []
    /// Whether what was copied stands in the source in the order in which it was written.
    private var isInOrder = true

    /// Prepares to tell a source from what is written.
    init(_ source: [UInt8]) {
        self.source = source
    }

    mutating func append(_ byte: UInt8) {
        if pending.isEmpty, place < source.count, source[place] == byte {
            place += 1
        } else {
            pending.append(byte)
        }
    }

    mutating func append(_ bytes: [UInt8]) {
        if pending.isEmpty, source[place...].starts(with: bytes) {
            place += bytes.count
        } else {
            pending += bytes
        }
    }

    mutating func append(_ text: String) { append(Array(text.utf8)) }

    mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
        // An empty cell may have no place.
        guard !range.isEmpty else { return }
        guard range.lowerBound >= place else {
            isInOrder = false
            return
        }
        replace(upTo: range.lowerBound)
        place = range.upperBound
    }

    /// What has to be replaced; nil where something was copied that stands before what was copied before.
    consuming func edits() -> ByteEdits? {
        replace(upTo: source.count)
        return isInOrder ? made : nil
    }

    private mutating func replace(upTo end: Int) {
        guard place < end || !pending.isEmpty else { return }
        made.replace(place..<end, with: pending)
        pending.removeAll(keepingCapacity: true)
        place = end
    }
}

/// Rows that are copied from a source, those in one go that stand there as they are written.
struct CopiedRows {
    private let source: [UInt8]
    private let end: [UInt8]
    /// What is still to be copied; its line end is, too.
    private var pending: Range<Int>?

    /// Prepares to copy rows of `source` that are written with `end` behind them.
    init(of source: [UInt8], endingIn end: [UInt8]) {
        self.source = source
        self.end = end
    }

    /// Appends the row at `row`, sooner or later.
    mutating func append(_ row: Range<Int>, to output: inout some LayoutOutput) {
        if let pending, row.lowerBound == pending.upperBound + end.count,
            source[pending.upperBound..<row.lowerBound].elementsEqual(end)
        {
            self.pending = pending.lowerBound..<row.upperBound
        } else {
            finish(&output)
            pending = row
        }
    }

    /// Copies what was to be copied, with the line end behind it.
    mutating func finish(_ output: inout some LayoutOutput) {
        guard let pending else { return }
        output.copy(pending, of: source)
        output.append(end)
        self.pending = nil
    }
}

/// The bytes of one cell: a text of the table, or others.
enum CellBytes {
    case text(TextRange)
    case other([UInt8])

    var isEmpty: Bool {
        switch self {
        case .text(let range): range.isEmpty
        case .other(let bytes): bytes.isEmpty
        }
    }

    func append(to output: inout some LayoutOutput, _ store: TextStore) {
        switch self {
        case .text(let range) where range.isAdded: output.append(Array(store.bytes(range)))
        case .text(let range): output.copy(range.bounds, of: store.source)
        case .other(let bytes): output.append(bytes)
        }
    }
}
