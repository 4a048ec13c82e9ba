internal import SourceText

/// All texts of a workbook: those that cells share, and those that cells hold.
///
/// Cells point into them. No text begins with the first byte, so that an empty range can stand
/// there. Many shared texts are taken in as cells ask for them, while another core reads on.
struct WorkbookTexts: Sendable {
    /// Valid UTF-8: one text after the other.
    private(set) var bytes: [UInt8] = [0x0A]
    /// Where each shared text that was taken in begins and ends.
    private var starts: [UInt32] = []
    private var ends: [UInt32] = []
    /// The numbers of shared texts that are struck out, or in part.
    private var struck: Set<Int> = []
    /// Where the texts begin, from 0 and rising, that were made of a number, a date or a truth value.
    private(set) var valueStarts: [UInt32] = []
    /// Where the shared texts come from that were not taken in yet; nil where there are none.
    private var rest: SharedTextsAhead?
    private let part: String
    /// The part that should hold the shared texts, and isn't there.
    var missingPart: String?
    /// The most bytes that there may be.
    private let limit: Int

    /// Makes texts of a workbook that shares none; `limit` is how many bytes they may come to.
    init(limit: Int) {
        self.limit = min(limit, SheetCells.mostText)
        part = ""
    }

    /// Reads the part that holds the shared texts, or begins to.
    ///
    /// - Throws: what `XMLReader` throws; `workbook-too-large` where there are too many.
    /// - Complexity: O(n) in the part's bytes.
    init(_ entry: consuming ZIPEntryReader, limit: Int) throws(SpreadsheetError) {
        var entry = entry
        self.limit = min(limit, SheetCells.mostText)
        part = entry.entry.name
        // Most of the part is text; what it claims is believed only so far. Room that isn't filled costs
        // nothing; where it grew instead, a quarter of a gigabyte of a million targets was there twice.
        let most = max(Self.mostClaimed, entry.packedCount * Self.usualRatio)
        bytes = Array(roomFor: min(entry.entry.claimedSize ?? 0, most, self.limit))
        bytes.append(.lineFeed)
        if let packed = try entry.takePacked() {
            rest = try SharedTextsAhead(packed, limit: self.limit)
            return
        }
        var reader = try SharedTextsReader(entry, limit: self.limit)
        while let texts = try reader.next() { try take(texts) }
    }

    /// What a part may claim to expand to, in bytes, whatever it is packed to.
    private static let mostClaimed = 1 << 26
    /// Into so many bytes at most one byte of packed texts usually expands.
    private static let usualRatio = 16

    private func checkSize(_ part: String) throws(SpreadsheetError) {
        guard bytes.count < limit else { throw .tooLarge(part, limit: limit) }
    }

    // MARK: Shared texts

    /// Whether there is a shared text of a number (from 0); takes in those up to it.
    ///
    /// - Throws: what reading them throws.
    mutating func hasShared(_ number: Int) throws(SpreadsheetError) -> Bool {
        if number < ends.count { return true }
        try takeIn(upTo: number)
        return number < ends.count
    }

    /// Takes in all shared texts, so that it is known that all can be read.
    ///
    /// - Throws: what reading them throws.
    mutating func takeInRest() throws(SpreadsheetError) {
        try takeIn(upTo: .max)
    }

    private mutating func takeIn(upTo number: Int) throws(SpreadsheetError) {
        while number >= ends.count, let rest {
            if let texts = try rest.next() { try take(texts) } else { self.rest = nil }
        }
    }

    private mutating func take(_ texts: SharedTexts) throws(SpreadsheetError) {
        let base = UInt32(truncatingIfNeeded: bytes.count)
        for number in texts.struck { struck.insert(ends.count + number) }
        bytes += texts.bytes
        try checkSize(part)
        starts.append(base)
        for end in texts.ends.dropLast() { starts.append(base + end) }
        for end in texts.ends { ends.append(base + end) }
    }

    /// The bytes of a shared text that was taken in: number from 0.
    func shared(_ number: Int) -> Range<Int> {
        Int(starts[number])..<Int(ends[number])
    }

    /// Whether a shared text (number from 0) is struck out, or in part.
    func isStruck(_ number: Int) -> Bool {
        !struck.isEmpty && struck.contains(number)
    }

    // MARK: Texts of cells

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
}
