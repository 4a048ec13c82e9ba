/// What the cells of a table said, five bytes a cell where only digests are known.
///
/// As an array of `Baseline.Original`, those of a million targets took 160 MB.
package struct PackedOriginals: Sendable {
    private enum Kind: UInt8 {
        case unknown
        case digest
        case text
    }

    private var kinds: [Kind]
    /// For each cell its digest, or the index (from 0) of its text.
    private var words: [UInt32]
    private var texts: [String] = []

    /// Makes as many cells of which nothing is known.
    package init(unknown count: Int = 0) {
        kinds = Array(repeating: .unknown, count: count)
        words = Array(repeating: 0, count: count)
    }

    /// Takes over what is known of cells.
    package init(_ cells: some Collection<Baseline.Original>) {
        self.init()
        kinds.reserveCapacity(cells.count)
        words.reserveCapacity(cells.count)
        for cell in cells { append(cell) }
    }

    /// How many cells there are.
    package var count: Int { kinds.count }

    /// Adds a cell behind the others.
    package mutating func append(_ original: Baseline.Original) {
        kinds.append(.unknown)
        words.append(0)
        self[kinds.count - 1] = original
    }

    /// Takes back the cells behind the first ones; their texts are kept.
    package mutating func removeLast(to count: Int) {
        kinds.removeLast(kinds.count - count)
        words.removeLast(words.count - count)
    }

    /// Puts a row of cells of others, from one index on (from 0), in the place of as many of these.
    package mutating func replace(
        _ range: Range<Int>,
        by others: PackedOriginals,
        from start: Int
    ) {
        for (offset, index) in range.enumerated() {
            kinds[index] = others.kinds[start + offset]
            words[index] = others.words[start + offset]
            if kinds[index] == .text { setText(index, others.texts[Int(words[index])]) }
        }
    }

    private mutating func setText(_ index: Int, _ text: String) {
        kinds[index] = .text
        words[index] = UInt32(texts.count)
        texts.append(text)
    }

    /// What is known of the cell at an index, from 0.
    package subscript(index: Int) -> Baseline.Original {
        get {
            switch kinds[index] {
            case .unknown: .unknown
            case .digest: .digest(words[index])
            case .text: .text(texts[Int(words[index])])
            }
        }
        set {
            switch newValue {
            case .unknown: kinds[index] = .unknown
            case .digest(let digest):
                kinds[index] = .digest
                words[index] = digest
            case .text(let text): setText(index, text)
            }
        }
    }

    /// Whether the text of the cell at an index is known.
    package func isText(_ index: Int) -> Bool { kinds[index] == .text }
}
