internal import JSONText
internal import SpreadsheetML
internal import TargetModel

/// What ties the rows of a sheet to their targets.
struct RowAnchors {
    /// For each row, the target, from 0, of the table that the workbook was made from; -1 where the
    /// row has no anchor.
    private(set) var targets: [Int32] = []
    /// For each row, where its target stands in the official file.
    private(set) var origins: [Origin] = []
    /// Rows × columns of the table: what the cells said; unknown where the row has no anchor.
    private(set) var originals: [Baseline.Original] = []
    /// Whether all anchors carry the texts themselves, and not only their digests.
    private(set) var holdTexts = true

    private let table: TableRecord
    private let firstRow: Int
    private let serialColumn: Int?

    /// Reads the anchors of a sheet's rows from `first` (from 0) on; they stand in `cell`.
    ///
    /// - Complexity: O(n) in their bytes.
    init(in sheet: SheetCells, cell: Int, from first: Int, of table: TableRecord) {
        self.table = table
        firstRow = first
        serialColumn = table.columns.firstIndex { $0.field == .serial }
        let count = max(0, sheet.rowCount - first)
        targets.reserveCapacity(count)
        origins.reserveCapacity(count)
        originals.reserveCapacity(count * table.columns.count)
        let bytes = sheet.bytes.span
        for row in first..<(first + count) {
            let isFound = sheet.range(row: row, cell: cell).map { range in
                add(bytes.extracting(range))
            }
            if isFound != true { addNone() }
        }
    }

    /// Where a row (from 0 in its sheet) is among the rows with anchors.
    @inline(__always)
    func index(ofRow row: Int) -> Int { row - firstRow }

    /// Where the target of a row (from 0 in its sheet) stands in the official file.
    func origin(ofRow row: Int) -> Origin { origins[index(ofRow: row)] }

    private mutating func addNone() {
        let rows = targets.count
        originals.removeSubrange((rows * table.columns.count)...)
        originals += repeatElement(.unknown, count: table.columns.count)
        targets.append(-1)
        origins.append(Origin())
    }

    /// Adds the anchor that the bytes are; false, with remains in `originals`, where they are none.
    private mutating func add(_ bytes: Span<UInt8>) -> Bool {
        var text = AnchorText()
        guard text.skip("{\"n\":", in: bytes), let target = text.number(in: bytes),
            target < table.count, target < Int(Int32.max), text.skip(",\"o\":[", in: bytes),
            let origin = origin(&text, bytes),
            table.documents.indices.contains(Int(origin.document))
        else { return false }
        let start = originals.count
        var serial: String?
        if text.skip(",\"s\":", in: bytes) {
            serial = text.string(in: bytes)
            guard serial != nil else { return false }
        }
        let isTexts = text.skip(",\"t\":[", in: bytes)
        guard isTexts || text.skip(",\"d\":[", in: bytes) else { return false }
        for column in table.columns.indices {
            guard column == 0 || text.skip(",", in: bytes) else { return false }
            if isTexts {
                guard let original = text.string(in: bytes) else { return false }
                originals.append(.text(original))
            } else {
                guard let digest = text.digest(in: bytes) else { return false }
                originals.append(.digest(digest))
            }
        }
        guard text.skip("]", in: bytes) else { return false }
        if serial == nil, text.skip(",\"s\":", in: bytes) { serial = text.string(in: bytes) }
        guard text.skip("}", in: bytes), text.isAtEnd(of: bytes) else { return false }
        if let serial, let serialColumn { originals[start + serialColumn] = .text(serial) }
        if !isTexts { holdTexts = false }
        targets.append(Int32(target))
        origins.append(origin)
        return true
    }

    private func origin(_ text: inout AnchorText, _ bytes: Span<UInt8>) -> Origin? {
        guard let line = text.number(in: bytes), text.skip(",", in: bytes),
            let page = text.number(in: bytes), text.skip(",", in: bytes),
            let block = text.number(in: bytes), text.skip(",", in: bytes),
            let document = text.number(in: bytes), text.skip("]", in: bytes)
        else { return nil }
        return Origin(line: line, page: page, block: block, document: document)
    }
}

/// Reads the JSON of one anchor, whose form is fixed: members in one order, without blanks.
private struct AnchorText {
    /// Index of the next byte.
    private var index = 0

    func isAtEnd(of bytes: Span<UInt8>) -> Bool {
        index == bytes.count
    }

    /// Steps over a text, where it comes next.
    mutating func skip(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where unsafe bytes[index + offset] != text.utf8Start[offset] {
            return false
        }
        index += count
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
            let copy = unsafe whole.withUnsafeBufferPointer { unsafe Array($0) }
            return (try? JSONDocument(parsing: copy))?.root?.string
        }
        let inside = whole.extracting(1..<(whole.count - 1))
        return unsafe inside.withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
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
