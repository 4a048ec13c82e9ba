internal import Glibc

/// The distinct texts of cells, each kept once, as a workbook's table of shared strings has them.
///
/// Texts are numbered from 0 in order of first appearance. What is kept is the table's XML itself,
/// `<si><t>…</t></si>` for each text; it is packed while it grows.
struct SharedStringTable {
    /// How many cells refer to texts.
    private(set) var references = 0
    private let packed: BackgroundStretch
    /// The XML, in pieces that needn't be moved when it grows; only the last one still grows.
    private var pieces: [[UInt8]] = [[]]
    private var places: [Extent] = []
    private var hashes: [UInt64] = []
    /// Open addressing: numbers plus 1, 0 where free; the count is a power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)

    /// Where a text stands in the XML.
    private struct Extent {
        var piece: UInt32
        var start: UInt32
        var count: UInt32
    }

    private static let pieceSize = 1 << 20
    private static let open = Array("<si><t>".utf8)
    private static let openPreserving = Array("<si><t xml:space=\"preserve\">".utf8)
    private static let close = Array("</t></si>".utf8)

    /// Begins a table whose XML goes to `packed`.
    init(packing packed: BackgroundStretch) {
        self.packed = packed
    }

    /// How many distinct texts there are.
    var count: Int { hashes.count }

    /// The table's XML, packed; nothing is added afterwards.
    ///
    /// - Throws: `cannotWrite` where memory is short.
    func finished() throws(WorkbookError) -> DeflatedBytes {
        if let last = pieces.last { packed.append(last) }
        packed.end()
        return try packed.result()
    }

    /// Counts one more cell that refers to a text.
    mutating func refer() {
        references += 1
    }

    /// Returns the number of a text, already escaped for XML and not empty.
    ///
    /// - Complexity: O(n) in its bytes.
    mutating func number(of text: ArraySlice<UInt8>) -> Int {
        number(of: text.span)
    }

    private mutating func number(of text: Span<UInt8>) -> Int {
        references += 1
        let hash = Self.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, holds(text, number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        add(text)
        hashes.append(hash)
        slots[slot] = UInt32(hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return hashes.count - 1
    }

    private mutating func add(_ text: Span<UInt8>) {
        let last = pieces.count - 1
        pieces[last] += Self.hasOuterBlanks(text) ? Self.openPreserving : Self.open
        places.append(
            Extent(
                piece: UInt32(last),
                start: UInt32(pieces[last].count),
                count: UInt32(text.count)
            )
        )
        unsafe text.withUnsafeBufferPointer { unsafe pieces[last].append(contentsOf: $0) }
        pieces[last] += Self.close
        if pieces[last].count >= Self.pieceSize {
            packed.append(pieces[last])
            pieces.append([])
        }
    }

    private func holds(_ text: Span<UInt8>, _ number: Int) -> Bool {
        let place = places[number]
        guard Int(place.count) == text.count else { return false }
        return unsafe pieces[Int(place.piece)].withUnsafeBytes { piece in
            unsafe text.withUnsafeBytes { bytes in
                guard let start = piece.baseAddress, let other = bytes.baseAddress else {
                    return unsafe bytes.isEmpty
                }
                return unsafe memcmp(start + Int(place.start), other, bytes.count) == 0
            }
        }
    }

    private static func hasOuterBlanks(_ text: Span<UInt8>) -> Bool {
        text[0] <= 0x20 || text[text.count - 1] <= 0x20
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// Eight bytes at a time, each multiplied and mixed; it only has to spread honest texts, and
    /// what collides is compared.
    private static func hash(_ text: Span<UInt8>) -> UInt64 {
        var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count)
        let raw = unsafe text.bytes
        var index = 0
        while index + 8 <= text.count {
            let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
            index += 8
        }
        var rest: UInt64 = 0
        while index < text.count {
            rest = rest << 8 | UInt64(text[index])
            index += 1
        }
        hash = (hash ^ rest) &* 0xD6E8_FEB8_6659_FD93
        return hash ^ (hash >> 32)
    }
}
