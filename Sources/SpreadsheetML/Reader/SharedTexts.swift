internal import Dispatch
internal import Synchronization

/// Some of the texts that the cells of a workbook share, in their order.
struct SharedTexts: Sendable {
    /// Valid UTF-8: one text after the other.
    fileprivate(set) var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    fileprivate(set) var ends: [UInt32] = []
    /// The numbers (from 0, among these) of texts that are struck out, or in part.
    fileprivate(set) var struck: [Int] = []

    /// Few workbooks hold an escape: one pass over all texts finds that out.
    fileprivate mutating func decodeEscapes() {
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

/// Reads the part that holds the shared texts, some texts at a time.
struct SharedTextsReader: ~Copyable {
    private var reader: XMLReader
    private let part: String
    private let limit: Int
    /// How many bytes the texts have that were read before.
    private var bytesBefore = 0

    /// How many bytes of text are read at once: a few pieces of the part.
    private static let pieceSize = 1 << 19

    /// Prepares to read a part that was not read yet; `limit` is how many bytes its texts may have.
    ///
    /// - Throws: what `XMLReader` throws.
    init(_ entry: consuming ZIPEntryReader, limit: Int) throws(SpreadsheetError) {
        part = entry.entry.name
        self.limit = limit
        reader = try XMLReader(entry)
    }

    /// Reads the texts that follow; nil where there are none.
    ///
    /// - Throws: what `XMLReader` throws; `workbook-too-large` where there are too many.
    /// - Complexity: O(n) in the bytes read.
    mutating func next() throws(SpreadsheetError) -> SharedTexts? {
        var texts = SharedTexts()
        texts.bytes.reserveCapacity(Self.pieceSize + Self.pieceSize / 4)
        while texts.bytes.count < Self.pieceSize {
            switch try reader.next() {
            case .start where reader.element == .si && reader.depth == 2:
                let isStruck = try RichText.append(to: &texts.bytes, from: &reader)
                if isStruck { texts.struck.append(texts.ends.count) }
                guard bytesBefore + texts.bytes.count < limit else {
                    throw .tooLarge(part, limit: limit)
                }
                texts.ends.append(UInt32(truncatingIfNeeded: texts.bytes.count))
            case .endOfDocument:
                guard !texts.ends.isEmpty else { return nil }
                texts.decodeEscapes()
                return texts
            case .start, .end, .text: continue
            }
        }
        bytesBefore += texts.bytes.count
        texts.decodeEscapes()
        return texts
    }
}

/// The shared texts of a workbook, read by another core while this one reads the cells that hold
/// them.
final class SharedTextsAhead: Sendable {
    private let queue = DispatchQueue(label: "texts")
    private let reading: Mutex<Reading>

    private struct Reading: ~Copyable {
        var reader: SharedTextsReader
        var read: Result<SharedTexts?, SpreadsheetError> = .success(nil)
    }

    /// Begins to read; `limit` is how many bytes the texts may have.
    ///
    /// - Throws: what `XMLReader` throws.
    init(_ entry: PackedEntry, limit: Int) throws(SpreadsheetError) {
        let reader = try SharedTextsReader(ZIPEntryReader(entry), limit: limit)
        reading = Mutex(Reading(reader: reader))
        begin()
    }

    /// Waits for the texts that follow those before.
    ///
    /// Nil where there are none; then it may not be asked again.
    /// - Throws: what reading them throws.
    func next() throws(SpreadsheetError) -> SharedTexts? {
        queue.sync {}
        let texts = try reading.withLock { $0.read }.get()
        if texts != nil { begin() }
        return texts
    }

    private func begin() {
        queue.async { [self] in
            reading.withLock { reading in
                do throws(SpreadsheetError) {
                    reading.read = .success(try reading.reader.next())
                } catch {
                    reading.read = .failure(error)
                }
            }
        }
    }
}
