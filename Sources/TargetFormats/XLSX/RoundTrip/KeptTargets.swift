internal import JSONText
internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// What a workbook keeps of the targets that it was made from: where they stood and what their
/// cells said.
struct KeptTargets {
    /// Where each target stands in the official file.
    private(set) var origins: [Origin]
    /// Targets × columns of the table: what the cells said; unknown where that is lost.
    private(set) var originals: [Baseline.Original]
    /// Whether anything is known of each target.
    private(set) var isKnown: [Bool]
    /// How many original texts were changed since, so that only their digests count.
    private(set) var changedTexts = 0
    /// Column (from 0) of the serial.
    let serialColumn: Int?
    /// Column (from 0) of the section; nil where the table has none.
    let sectionColumn: Int?

    private let table: TableRecord
    private let width: Int

    /// Prepares to keep the targets of a table.
    init(of table: TableRecord) {
        self.table = table
        width = table.columns.count
        serialColumn = table.columns.firstIndex { $0.field == .serial }
        sectionColumn = table.columns.firstIndex(where: \.isSection)
        origins = Array(repeating: Origin(), count: table.count)
        originals = Array(repeating: .unknown, count: table.count * table.columns.count)
        isKnown = Array(repeating: false, count: table.count)
    }

    /// Reads the pieces that keep them; what is not as it was written is left unknown.
    ///
    /// - Complexity: O(n) in their bytes.
    mutating func read(pieces: [ArraySlice<UInt8>]) {
        for piece in pieces {
            guard let lines = SealedPiece.open(piece) else { continue }
            var start = 0
            for index in lines.indices where lines[index] == UInt8(ascii: "\n") {
                _ = add(lines.span.extracting(start..<index))
                start = index + 1
            }
        }
    }

    /// How many targets nothing is known of.
    var unknownCount: Int { isKnown.count { !$0 } }

    /// What a cell of a target (both from 0) said.
    func original(_ target: Int, _ column: Int) -> Baseline.Original {
        originals[target * width + column]
    }

    /// The serial that a target (from 0) had; nil where it isn't known.
    func serial(of target: Int) -> String? {
        guard let serialColumn, case .text(let text) = original(target, serialColumn) else {
            return nil
        }
        return text
    }

    /// The sections that are known of targets, as UTF-8.
    ///
    /// - Complexity: O(n) in the targets.
    var sections: Set<[UInt8]> {
        guard let sectionColumn else { return [] }
        return Set(
            isKnown.indices.compactMap { target in
                guard case .text(let text) = original(target, sectionColumn) else { return nil }
                return Array(text.utf8)
            }
        )
    }

    /// What a target (from 0) is called in a sentence, with its section where the table has some: 2（一、经济发展）.
    func name(of target: Int) -> String? {
        guard let serial = serial(of: target), let sectionColumn,
            case .text(let section) = original(target, sectionColumn), !section.isEmpty
        else { return serial(of: target) }
        return TargetTable.serialName(serial, inSection: section)
    }

    /// Whether all that a column of a target said is known, and not only its digest.
    func holdsText(_ target: Int, _ column: Int) -> Bool {
        if case .text = original(target, column) { return true }
        return false
    }

    /// Checks the texts by the digests that the layout has, and takes those, and the serials, for
    /// what isn't known otherwise.
    ///
    /// Workbooks of yilan 0.1.0 keep their texts beside the rows, where a replacement over the
    /// whole sheet reaches them.
    mutating func check(by stored: StoredLayout) {
        guard stored.originals.count == originals.count else { return }
        for index in originals.indices {
            switch (originals[index], stored.originals.original(index)) {
            case (.text(let text), .digest(let digest)):
                guard Baseline.Original(digestOf: text.utf8) != .digest(digest) else { continue }
                originals[index] = .digest(digest)
                changedTexts += 1
            case (.text(let text), .text(let other)):
                guard !text.utf8.elementsEqual(other.utf8) else { continue }
                originals[index] = .text(other)
                changedTexts += 1
            case (.digest, .text), (.unknown, .text), (.unknown, .digest):
                originals[index] = stored.originals.original(index)
                isKnown[index / width] = true
            case (_, .unknown), (.digest, .digest): continue
            }
        }
    }

    /// Whether bytes begin as the JSON of a target does.
    static func isLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        var text = KeptTargetText()
        let span = bytes.span
        return text.skip("{\"n\":", in: span) && text.number(in: span) != nil
            && text.skip(",\"o\":[", in: span)
    }

    /// Takes what one target's JSON says; the first that speaks for a target counts.
    ///
    /// - Returns: The target, from 0; nil where the bytes are no such JSON.
    mutating func add(_ bytes: Span<UInt8>) -> Int? {
        var text = KeptTargetText()
        guard text.skip("{\"n\":", in: bytes), let target = text.number(in: bytes),
            target < table.count, target < Int(Int32.max), text.skip(",\"o\":[", in: bytes),
            let origin = origin(&text, bytes),
            table.documents.indices.contains(Int(origin.document))
        else { return nil }
        var serial: String?
        if text.skip(",\"s\":", in: bytes) {
            serial = text.string(in: bytes)
            guard serial != nil else { return nil }
        }
        let isTexts = text.skip(",\"t\":[", in: bytes)
        guard isTexts || text.skip(",\"d\":[", in: bytes) else { return nil }
        var cells: [Baseline.Original] = []
        cells.reserveCapacity(width)
        for column in table.columns.indices {
            guard column == 0 || text.skip(",", in: bytes) else { return nil }
            if isTexts {
                guard let original = text.string(in: bytes) else { return nil }
                cells.append(.text(original))
            } else {
                guard let digest = text.digest(in: bytes) else { return nil }
                cells.append(.digest(digest))
            }
        }
        guard text.skip("]}", in: bytes), text.isAtEnd(of: bytes) else { return nil }
        if isKnown[target] { return target }
        if let serial, let serialColumn { cells[serialColumn] = .text(serial) }
        origins[target] = origin
        isKnown[target] = true
        for (column, cell) in cells.enumerated() { originals[target * width + column] = cell }
        return target
    }

    private func origin(_ text: inout KeptTargetText, _ bytes: Span<UInt8>) -> Origin? {
        guard let line = text.number(in: bytes), text.skip(",", in: bytes),
            let page = text.number(in: bytes), text.skip(",", in: bytes),
            let block = text.number(in: bytes), text.skip(",", in: bytes),
            let document = text.number(in: bytes), text.skip("]", in: bytes)
        else { return nil }
        return Origin(line: line, page: page, block: block, document: document)
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
