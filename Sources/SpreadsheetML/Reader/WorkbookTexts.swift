/// All texts of a workbook: those that cells share, and behind them those that cells hold.
///
/// Cells point into them. No text begins with the first byte, so that an empty range can stand
/// there.
struct WorkbookTexts: Sendable {
    /// Valid UTF-8: one text after the other.
    private(set) var bytes: [UInt8] = [0x0A]
    /// Where each shared text ends.
    private var ends: [UInt32] = []
    /// The numbers of shared texts that are struck out, or in part.
    private var struck: Set<Int> = []
    /// Where the texts begin, from 0 and rising, that were made of a number, a date or a truth value.
    private(set) var valueStarts: [UInt32] = []
    /// The most bytes that there may be.
    private let limit: Int

    /// Makes texts of a workbook that shares none; `limit` is how many bytes they may come to.
    init(limit: Int) {
        self.limit = min(limit, SheetCells.mostText)
    }

    /// Reads the part that holds the shared texts.
    ///
    /// - Throws: what `XMLReader` throws; `workbook-too-large` where there are too many.
    /// - Complexity: O(n) in the part's bytes.
    init(_ entry: consuming ZIPEntryReader, limit: Int) throws(SpreadsheetError) {
        self.init(limit: limit)
        let part = entry.entry.name
        // Most of the part is text; what it claims is believed only so far.
        bytes.reserveCapacity(min(entry.entry.claimedSize ?? 0, 1 << 26))
        var reader = try XMLReader(entry)
        while true {
            switch try reader.next() {
            case .start where reader.element == .si && reader.depth == 2:
                let isStruck = try RichText.append(to: &bytes, from: &reader)
                if isStruck { struck.insert(ends.count) }
                try checkSize(part)
                ends.append(UInt32(truncatingIfNeeded: bytes.count))
            case .endOfDocument:
                decodeEscapes()
                return
            case .start, .end, .text: continue
            }
        }
    }

    private func checkSize(_ part: String) throws(SpreadsheetError) {
        guard bytes.count < limit else { throw .tooLarge(part, limit: limit) }
    }

    /// How many shared texts there are.
    var sharedCount: Int { ends.count }

    /// The bytes of a shared text: number from 0, below `sharedCount`.
    @inline(__always)
    func shared(_ number: Int) -> Range<Int> {
        (number == 0 ? 1 : Int(ends[number - 1]))..<Int(ends[number])
    }

    /// Whether a shared text (number from 0) is struck out, or in part.
    @inline(__always)
    func isStruck(_ number: Int) -> Bool {
        !struck.isEmpty && struck.contains(number)
    }

    /// Adds a text of one cell in `part` and returns where it is.
    ///
    /// - Throws: `workbook-too-large` where there are too many.
    mutating func add(_ text: [UInt8], of part: String) throws(SpreadsheetError) -> Range<Int> {
        let start = bytes.count
        bytes += text
        try checkSize(part)
        return start..<bytes.count
    }

    /// Adds what a program shows of a value, and returns where it is.
    ///
    /// - Throws: `workbook-too-large` where there are too many.
    mutating func add(
        shownValue text: [UInt8],
        of part: String
    ) throws(SpreadsheetError) -> Range<Int> {
        let range = try add(text, of: part)
        let blanks = text.prefix { $0 == 0x20 }.count
        if !range.isEmpty {
            valueStarts.append(UInt32(truncatingIfNeeded: range.lowerBound + blanks))
        }
        return range
    }

    /// Few workbooks hold an escape: one pass over all texts finds that out.
    private mutating func decodeEscapes() {
        guard TextEscapes.first(in: bytes.span, from: 0) != nil else { return }
        var decoded: [UInt8] = [bytes[0]]
        decoded.reserveCapacity(bytes.count)
        var start = 1
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
