internal import SourceText
internal import TargetModel

/// Pieces of output that depend on one text only: made once for each distinct text.
struct FragmentCache {
    private var texts = DistinctTexts()
    private var bytes: [UInt8] = []
    /// Exclusive end of each fragment, by the number of its text.
    private var ends: [Int] = []

    /// The number of a cell's text; where it is new, its fragment must be added before the next.
    mutating func number(of range: TextRange, in text: TextStore) -> Int {
        texts.number(of: range, in: text)
    }

    /// Whether the fragment of a text is still to be added.
    func lacks(_ number: Int) -> Bool { number >= ends.count }

    /// Adds the fragment of the text that was numbered last.
    mutating func add(_ fragment: OutputBuffer) {
        bytes += fragment.bytes
        ends.append(bytes.count)
    }

    /// Appends the fragment of a text, which may have been numbered by another cache of the same texts.
    func append(_ number: Int, to buffer: inout OutputBuffer) {
        let start = number == 0 ? 0 : ends[number - 1]
        buffer.append(bytes.span.extracting(start..<ends[number]))
    }
}
