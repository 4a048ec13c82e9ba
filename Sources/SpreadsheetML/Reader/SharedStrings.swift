/// The texts that the cells of a workbook share, in the order of their numbers.
struct SharedStrings {
    /// Valid UTF-8: one text after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [UInt32] = []

    /// Makes an empty list, for a workbook that has none.
    init() {}

    /// Reads the part that holds them.
    ///
    /// - Throws: what `XMLReader` throws; `workbook-too-large` where there is more text than can be
    ///   pointed into.
    /// - Complexity: O(n) in the part's bytes.
    init(_ entry: consuming ZIPEntryReader) throws(SpreadsheetError) {
        let name = entry.entry.name
        // Most of the part is text; what it claims is believed only so far.
        bytes.reserveCapacity(min(entry.entry.claimedSize ?? 0, 1 << 26))
        var reader = try XMLReader(entry)
        while true {
            switch try reader.next() {
            case .start where reader.element == .si && reader.depth == 2:
                try RichText.append(to: &bytes, from: &reader)
                guard bytes.count <= SheetCells.mostText else {
                    throw .tooLarge(name, limit: SheetCells.mostText)
                }
                ends.append(UInt32(truncatingIfNeeded: bytes.count))
            case .endOfDocument:
                decodeEscapes()
                try RichText.check(bytes.span, of: name)
                return
            case .start, .end, .text: continue
            }
        }
    }

    /// How many texts there are.
    var count: Int { ends.count }

    /// The bytes of a text: number from 0, below `count`.
    @inline(__always)
    func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// Few workbooks hold an escape: one pass over all texts finds that out.
    private mutating func decodeEscapes() {
        guard TextEscapes.first(in: bytes.span, from: 0) != nil else { return }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var start = 0
        for number in ends.indices {
            let end = Int(ends[number])
            let decodedStart = decoded.count
            decoded.append(contentsOf: bytes[start..<end])
            TextEscapes.decode(&decoded, from: decodedStart)
            ends[number] = UInt32(truncatingIfNeeded: decoded.count)
            start = end
        }
        bytes = decoded
    }
}
