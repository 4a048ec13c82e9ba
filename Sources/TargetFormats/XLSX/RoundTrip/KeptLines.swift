internal import JSONText
internal import SourceText
internal import TargetModel

/// Lines of JSON, each of which says of one target where it stood and what its cells said.
struct KeptLines {
    /// The targets, from 0, that the lines speak of.
    private(set) var targets: [Int] = []
    /// Where each of them stands in the official file.
    private(set) var origins: [Origin] = []
    /// What their cells said, row after row.
    private(set) var originals = PackedOriginals()

    private let table: TableRecord
    /// Column (from 0) of the serial.
    private let serialColumn: Int?

    /// Has read no line about targets of a table.
    init(of table: TableRecord) {
        self.table = table
        serialColumn = table.serialColumn
    }

    /// Reads the lines of a text, each of which ends with a line feed; those that are none are passed over.
    ///
    /// - Complexity: O(n) in its bytes.
    mutating func read(_ text: Span<UInt8>) {
        var start = 0
        for index in text.indices where text[index] == .lineFeed {
            _ = add(text.extracting(start..<index))
            start = index + 1
        }
    }

    /// Reads one line, without its end; false where the bytes are no such JSON.
    mutating func add(_ line: Span<UInt8>) -> Bool {
        let before = originals.count
        guard let (target, origin) = read(line: line) else {
            originals.removeLast(to: before)
            return false
        }
        targets.append(target)
        origins.append(origin)
        return true
    }

    private mutating func read(line: Span<UInt8>) -> (target: Int, origin: Origin)? {
        var text = KeptTargetText()
        guard text.skip("{\"n\":", in: line), let target = text.number(in: line),
            target < table.count, target < Int(Int32.max), text.skip(",\"o\":[", in: line),
            let origin = origin(&text, line),
            table.documents.indices.contains(Int(origin.document))
        else { return nil }
        var serial: String?
        if text.skip(",\"s\":", in: line) {
            serial = text.string(in: line)
            guard serial != nil else { return nil }
        }
        let isTexts = text.skip(",\"t\":[", in: line)
        guard isTexts || text.skip(",\"d\":[", in: line) else { return nil }
        let first = originals.count
        for column in table.columns.indices {
            guard column == 0 || text.skip(",", in: line) else { return nil }
            if isTexts {
                guard let original = text.string(in: line) else { return nil }
                originals.append(.text(original))
            } else {
                guard let digest = text.digest(in: line) else { return nil }
                originals.append(.digest(digest))
            }
        }
        guard text.skip("]}", in: line), text.isAtEnd(of: line) else { return nil }
        if let serial, let serialColumn { originals[first + serialColumn] = .text(serial) }
        return (target, origin)
    }

    private func origin(_ text: inout KeptTargetText, _ bytes: Span<UInt8>) -> Origin? {
        guard let line = text.number(in: bytes), text.skip(",", in: bytes),
            let page = text.number(in: bytes), text.skip(",", in: bytes),
            let block = text.number(in: bytes), text.skip(",", in: bytes),
            let document = text.number(in: bytes), text.skip("]", in: bytes)
        else { return nil }
        return Origin(line: line, page: page, block: block, document: document)
    }

    /// Whether bytes begin as such a line does.
    static func mayBegin(with bytes: ArraySlice<UInt8>) -> Bool {
        var text = KeptTargetText()
        let span = bytes.span
        return text.skip("{\"n\":", in: span) && text.number(in: span) != nil
            && text.skip(",\"o\":[", in: span)
    }
}

/// Reads the JSON of one target, whose form is fixed: members in one order, without blanks.
///
/// To parse it as any JSON takes 3 % more instructions of reading a workbook.
private struct KeptTargetText {
    /// Index of the next byte.
    private var index = 0

    func isAtEnd(of bytes: Span<UInt8>) -> Bool {
        index == bytes.count
    }

    /// Steps over a text, where it comes next.
    mutating func skip(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
        guard bytes.holds(text, at: index) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    /// A number of at most 18 digits.
    mutating func number(in bytes: Span<UInt8>) -> Int? {
        let start = index
        var number = 0
        while index < bytes.count, index < start + 18, bytes[index] &- 0x30 <= 9 {
            number = number * 10 + Int(bytes[index] &- 0x30)
            index += 1
        }
        return index > start ? number : nil
    }

    /// What a string says.
    mutating func string(in bytes: Span<UInt8>) -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
        let start = index
        var isPlain = true
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            let isEscape = bytes[index] == UInt8(ascii: "\\")
            if isEscape || bytes[index] < 0x20 { isPlain = false }
            index += isEscape ? 2 : 1
        }
        guard index < bytes.count else { return nil }
        index += 1
        let whole = bytes.extracting(start..<index)
        guard isPlain else {
            return (try? JSONDocument(parsing: whole.array))?.root?.string
        }
        return whole.extracting(1..<(whole.count - 1)).string
    }

    /// The digest that a string of 8 hexadecimal digits is.
    mutating func digest(in bytes: Span<UInt8>) -> UInt32? {
        guard index + 10 <= bytes.count, bytes[index] == UInt8(ascii: "\""),
            bytes[index + 9] == UInt8(ascii: "\"")
        else { return nil }
        var digest: UInt32 = 0
        for place in (index + 1)...(index + 8) {
            switch bytes[place] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digest = digest << 4 | UInt32(bytes[place] - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                digest = digest << 4 | UInt32(bytes[place] - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        index += 10
        return digest
    }
}
