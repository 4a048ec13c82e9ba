/// The distinct texts of cells, each kept once, as a workbook's table of shared strings has them.
///
/// Texts are numbered from 0 in order of first appearance. What is kept is the table's XML itself.
struct SharedStringTable {
    /// `<si><t>…</t></si>` for each text, one after another.
    private(set) var xml: [UInt8] = []
    /// How many cells refer to texts.
    private(set) var references = 0
    /// Where each text's XML begins, and where the last one ends.
    private var starts: [Int] = [0]
    private var hashes: [UInt64] = []
    /// Open addressing: numbers plus 1, 0 where free; the count is a power of two.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)

    private static let open = Array("<si><t>".utf8)
    private static let openPreserving = Array("<si><t xml:space=\"preserve\">".utf8)
    private static let close = Array("</t></si>".utf8)

    /// How many distinct texts there are.
    var count: Int { hashes.count }

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
        xml += Self.hasOuterBlanks(text) ? Self.openPreserving : Self.open
        unsafe text.withUnsafeBufferPointer { unsafe xml.append(contentsOf: $0) }
        xml += Self.close
        starts.append(xml.count)
    }

    private func holds(_ text: Span<UInt8>, _ number: Int) -> Bool {
        let open = Self.hasOuterBlanks(text) ? Self.openPreserving.count : Self.open.count
        let range = (starts[number] + open)..<(starts[number + 1] - Self.close.count)
        guard range.count == text.count else { return false }
        return unsafe xml.withUnsafeBytes { all in
            unsafe text.withUnsafeBytes { bytes in
                unsafe all[range].elementsEqual(bytes)
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
