internal import ContentDigest
package import SourceText

/// What the cells of a table said, as the text of a file keeps it: the original texts and, beside
/// them, digests by which one that was replaced is told.
///
/// Nothing is copied, and an original is held against its digest only when it is asked for: for
/// 700,000 cells, strings and digests took a sixth of the time of reading their document, which
/// hardly ever asks.
package struct FiledOriginals: Sendable {
    private var text: TextStore
    /// How many columns the table has.
    private let width: Int
    /// Targets × columns, row after row.
    private var texts: [TextRange] = []
    /// For each target, the digits of its digests: eight a column, as far as they go.
    private var digests: [TextRange] = []

    /// Stands for a text that isn't known.
    private static let unknown = TextRange(start: .max, length: .max)
    /// How many digits a digest has.
    private static let digits = 8

    /// Makes a list for a table of as many columns, whose texts stand in a source, or are added.
    package init(in source: [UInt8], columns: Int) {
        text = TextStore(source: source)
        width = columns
    }

    /// How many cells there are.
    package var count: Int { texts.count }

    /// Adds a text that stands in the source, at bytes from 0.
    package mutating func append(at range: Range<Int>) {
        texts.append(TextRange(source: range))
    }

    /// Makes room for the cells and digests of as many targets, and for no others.
    package mutating func reserve(targets count: Int) {
        texts.reserveCapacity(count * width)
        digests.reserveCapacity(count)
    }

    /// Adds texts that stand in the source, of whole targets.
    package mutating func append(_ ranges: [TextRange]) { texts += ranges }

    /// Adds a text that stands nowhere as it is.
    package mutating func append(_ bytes: [UInt8]) {
        texts.append(text.add(bytes))
    }

    /// Adds as many cells of which no text is known.
    package mutating func appendUnknown(_ count: Int) {
        texts.append(contentsOf: repeatElement(Self.unknown, count: count))
    }

    /// Takes back the cells behind the first ones.
    package mutating func removeLast(to count: Int) {
        texts.removeLast(texts.count - count)
    }

    /// Adds the digests of the next target, for as many of its columns; false where the digits, at
    /// bytes of the source or nowhere in it, are none.
    ///
    /// Each is 8 hexadecimal digits, or 8 hyphens where nothing is known.
    package mutating func appendDigests(
        at range: Range<Int>?,
        else bytes: [UInt8] = [],
        columns: Int
    ) -> Bool {
        let place = range.map { TextRange(source: $0) } ?? text.add(bytes)
        guard place.count == columns * Self.digits,
            text.withSpan(
                of: place,
                { digits in
                    (0..<columns).allSatisfy { Self.isDigest($0, in: digits) }
                }
            )
        else { return false }
        digests.append(place)
        return true
    }

    private static func isDigest(_ column: Int, in digits: Span<UInt8>) -> Bool {
        let places = (column * Self.digits)..<((column + 1) * Self.digits)
        return places.allSatisfy { value(of: digits[$0]) != nil }
            || places.allSatisfy { digits[$0] == UInt8(ascii: "-") }
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 0x57
        default: nil
        }
    }

    /// The digest that the file has for a cell; nil where it has none.
    private func digest(_ index: Int) -> UInt32? {
        let (target, column) = index.quotientAndRemainder(dividingBy: width)
        guard target < digests.count, (column + 1) * Self.digits <= digests[target].count else {
            return nil
        }
        return text.withSpan(of: digests[target]) { digits in
            var digest: UInt32 = 0
            for place in (column * Self.digits)..<((column + 1) * Self.digits) {
                guard let value = Self.value(of: digits[place]) else { return nil }
                digest = digest << 4 | UInt32(value)
            }
            return digest
        }
    }

    /// Whether the text of a cell is known and wasn't replaced.
    func isWhole(_ index: Int) -> Bool {
        guard texts[index] != Self.unknown else { return false }
        guard let digest = digest(index) else { return true }
        return text.withSpan(of: texts[index]) { SHA256.prefix(of: $0) } == digest
    }

    /// What is known of the cell at an index.
    subscript(index: Int) -> Baseline.Original {
        if isWhole(index) { return .text(text.string(texts[index])) }
        return digest(index).map { .digest($0) } ?? .unknown
    }

    /// Whether the text of the cell at an index is known, and is this one.
    func isText(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
        texts[index] != Self.unknown
            && text.withSpan(of: texts[index]) { $0.hasSameBytes(as: bytes) } && isWhole(index)
    }

    /// What is known of some of the targets (from 0), in the order given; nothing of those that are
    /// nil.
    func selecting(_ targets: [Int?]) -> FiledOriginals {
        var selected = self
        selected.texts.removeAll(keepingCapacity: true)
        selected.digests.removeAll(keepingCapacity: true)
        for target in targets {
            if let target {
                selected.texts += texts[(target * width)..<((target + 1) * width)]
                selected.digests.append(target < digests.count ? digests[target] : .empty)
            } else {
                selected.appendUnknown(width)
                selected.digests.append(.empty)
            }
        }
        return selected
    }
}
