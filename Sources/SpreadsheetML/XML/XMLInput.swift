/// The bytes of a part in UTF-8, whether it is written in that or in UTF-16.
struct XMLInput: ~Copyable {
    private var entry: ZIPEntryReader
    private var encoding = Encoding.unknown
    /// What was read and is still to be given: in UTF-8.
    private var pending: [UInt8] = []
    private var given = 0
    /// The first half of a character that the bytes read so far end in.
    private var rest: [UInt8] = []

    private enum Encoding {
        case unknown, utf8, utf16(isBigEndian: Bool)
    }

    /// Makes an input of an entry that nothing was read of.
    init(_ entry: consuming ZIPEntryReader) {
        self.entry = entry
    }

    /// Has a large part expanded by another core; nothing may have been read of it.
    ///
    /// - Throws: what reading an entry throws.
    mutating func expandAhead() throws(SpreadsheetError) {
        try entry.expandAhead()
    }

    /// The name of the part.
    var name: String { entry.entry.name }

    /// Whether the part is written in UTF-16, as far as that is known by what was read.
    var isUTF16: Bool {
        if case .utf16 = encoding { return true }
        return false
    }

    /// Fills `buffer` from the index `start` on, and returns how many bytes came; 0 at the end.
    ///
    /// - Throws: what reading an entry throws; `damaged-workbook` where it isn't UTF-16 as it says.
    mutating func read(
        into buffer: inout [UInt8],
        from start: Int
    ) throws(SpreadsheetError) -> Int {
        guard start < buffer.count else { return 0 }
        if case .unknown = encoding { try findEncoding() }
        guard case .utf16(let isBigEndian) = encoding else {
            if given < pending.count { return give(to: &buffer, from: start) }
            return try entry.read(into: &buffer, from: start)
        }
        while given == pending.count {
            var piece = [UInt8](repeating: 0, count: ZIPEntryReader.pieceSize)
            let count = try entry.read(into: &piece)
            guard count > 0 else {
                guard rest.isEmpty else { throw notUTF16 }
                return 0
            }
            try decode(rest + piece[..<count], isBigEndian)
        }
        return give(to: &buffer, from: start)
    }

    /// Gives what is pending, as much as fits.
    private mutating func give(to buffer: inout [UInt8], from start: Int) -> Int {
        let count = min(buffer.count - start, pending.count - given)
        buffer.replaceSubrange(start..<(start + count), with: pending[given..<(given + count)])
        given += count
        return count
    }

    /// Reads the first four bytes: UTF-16 has a mark there, or a zero beside the first `<`.
    private mutating func findEncoding() throws(SpreadsheetError) {
        var head = [UInt8](repeating: 0, count: 4)
        let count = try entry.read(into: &head)
        let first = Array(head[..<count])
        encoding = .utf8
        pending = first
        guard count >= 2 else { return }
        switch (first[0], first[1]) {
        case (0xFE, 0xFF), (0x00, 0x3C): encoding = .utf16(isBigEndian: true)
        case (0xFF, 0xFE), (0x3C, 0x00): encoding = .utf16(isBigEndian: false)
        default: return
        }
        if case .utf16(let isBigEndian) = encoding {
            let hasMark = first[0] == 0xFE || first[0] == 0xFF
            try decode(hasMark ? first[2...] : first[...], isBigEndian)
        }
    }

    private mutating func decode(
        _ bytes: some Collection<UInt8>,
        _ isBigEndian: Bool
    ) throws(SpreadsheetError) {
        let bytes = Array(bytes)
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let high = bytes[isBigEndian ? index : index + 1]
            units.append(UInt16(high) << 8 | UInt16(bytes[isBigEndian ? index + 1 : index]))
        }
        var kept = units.count * 2
        if let last = units.last, UTF16.isLeadSurrogate(last) {
            units.removeLast()
            kept -= 2
        }
        rest = Array(bytes[kept...])
        pending = []
        given = 0
        let isBroken = transcode(
            units.makeIterator(),
            from: UTF16.self,
            to: UTF8.self,
            stoppingOnError: true,
            into: { pending.append($0) }
        )
        guard !isBroken else { throw notUTF16 }
    }

    private var notUTF16: SpreadsheetError {
        .damaged(name, "text that is not UTF-16", zh: "文字不是 UTF-16 编码")
    }
}
