internal import Glibc

/// What texts in UTF-8 hold, without making strings of them.
extension Span<UInt8> {
    /// The scalar that three bytes from an index (from 0) on make, where they are one of three bytes.
    @inlinable
    package func scalarOfThree(at index: Int) -> UInt32 {
        UInt32(self[index] & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6
            | UInt32(self[index + 2] & 0x3F)
    }

    /// The scalar that begins at an index (from 0) of valid UTF-8, where it is one of three bytes; nil of
    /// another, and of one that the text cuts.
    // Most are, and are read at once: byte by byte, passing a text took a third more instructions.
    @inlinable
    @inline(__always)
    package func threeByteScalar(at index: Int) -> UInt32? {
        guard index &+ 4 <= count else {
            return index &+ 2 < count && self[index] & 0xF0 == 0xE0 ? scalarOfThree(at: index) : nil
        }
        let load = unsafe bytes.unsafeLoadUnaligned(
            fromUncheckedByteOffset: index,
            as: UInt32.self
        )
        let word = UInt32(littleEndian: load)
        guard word & 0xF0 == 0xE0 else { return nil }
        return (word & 0x0F) << 12 | word >> 2 & 0xFC0 | word >> 16 & 0x3F
    }

    /// The index (from 0) of the first byte of a value from `start` on; nil where there is none.
    ///
    /// - Complexity: O(n) in the bytes; worth a call where most texts hold none.
    package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count else { return nil }
        return unsafe withUnsafeBufferPointer { bytes -> Int? in
            guard let base = bytes.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }

    /// Whether two texts are the same byte for byte.
    ///
    /// - Complexity: O(1) where they are of different length, else O(n).
    @inlinable
    package func hasSameBytes(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        // Keys of JSON of one length mostly differ in the first byte.
        return count == 0 || self[0] == other[0] && hasSameMemory(as: other)
    }

    @usableFromInline
    func hasSameMemory(as other: Span<UInt8>) -> Bool {
        unsafe withUnsafeBytes { bytes in
            unsafe other.withUnsafeBytes { others in
                guard let one = bytes.baseAddress, let other = others.baseAddress else {
                    return true
                }
                return unsafe memcmp(one, other, bytes.count) == 0
            }
        }
    }

    /// The eight bytes from an index (from 0) on, the first one lowest; 0 behind the end.
    @inlinable
    package func head(from index: Int) -> UInt64 {
        guard index + 8 <= count else {
            return (index..<max(index, count)).reversed().reduce(0) { $0 << 8 | UInt64(self[$1]) }
        }
        let head = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        return UInt64(littleEndian: head)
    }

    /// Whether the bytes from an index (from 0) on begin with a text.
    // Inlined, the text is a constant: as a call it was 5 % of reading a workbook's cells.
    @inlinable
    @inline(__always)
    package func holds(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<text.utf8CodeUnitCount
        where unsafe self[index + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Whether the bytes are those of a text.
    @inlinable
    package func isText(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && holds(text, at: 0)
    }

    /// How many UTF-16 units the text has, which is valid UTF-8.
    ///
    /// A string's own view of UTF-16 makes an index of the text first, which was a fortieth of writing
    /// a small workbook.
    /// - Complexity: O(n) in the text.
    package var utf16Count: Int {
        var units = 0
        unsafe withUnsafeBufferPointer { bytes in
            // Written so that it is done in sixteen places at a time: formulas of some kilobytes are
            // counted, and that was a fifteenth of writing a small workbook.
            for index in 0..<bytes.count {
                let byte = unsafe bytes[index]
                units &+= (byte & 0xC0 == 0x80 ? 0 : 1) &+ (byte < 0xF0 ? 0 : 1)
            }
        }
        return units
    }

    /// How many scalars the text has, which is valid UTF-8.
    ///
    /// - Complexity: O(n) in the text.
    package var scalarCount: Int {
        var scalars = 0
        unsafe withUnsafeBufferPointer { bytes in
            for index in 0..<bytes.count {
                scalars &+= unsafe bytes[index] & 0xC0 == 0x80 ? 0 : 1
            }
        }
        return scalars
    }

    /// The bytes as an array.
    package var array: [UInt8] {
        var array: [UInt8] = []
        array.append(self)
        return array
    }

    /// The text as a string.
    package var string: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The first of the indexes `start`, `start + step` and so on whose byte stands `step` further on, too;
    /// nil where none does.
    ///
    /// - Complexity: O(n) in the bytes, divided by the step.
    package func firstRecurrence(from start: Int, every step: Int) -> Int? {
        precondition(start >= 0 && step > 0)
        var index = start
        // Neither is behind the end: tested twice more at each step, this was 1 % of `check`.
        while index &+ step < count {
            if unsafe self[unchecked: index] == self[unchecked: index &+ step] { return index }
            index = index &+ step
        }
        return nil
    }

    /// The index (from 0) at which a word stands first from `start` on; nil where it doesn't.
    ///
    /// Its first and its last byte are looked for in sixteen places at a time.
    /// - Complexity: O(n) in the text, for words as short as they are.
    package func firstIndex(of word: String, from start: Int = 0) -> Int? {
        let word = word.utf8.span
        guard word.count > 0 else { return start }
        let raw = unsafe bytes
        let last = word.count - 1
        var index = start
        while index + last + 16 <= count {
            let found =
                ByteLanes(raw, at: index).equal(word[0])
                & ByteLanes(raw, at: index + last).equal(word[last])
            guard !found.isEmpty else {
                index += 16
                continue
            }
            index += found.first
            if holds(word, at: index) { return index }
            index += 1
        }
        // What is left is looked at with bytes before it: byte by byte, it was a third of looking for 月 in
        // the cells of a table.
        let end = count - last - 16
        if end >= start {
            let found =
                ByteLanes(raw, at: end).equal(word[0])
                & ByteLanes(raw, at: end + last).equal(word[last])
            if found.isEmpty { return nil }
        }
        while index + last < count {
            if self[index] == word[0], holds(word, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether a word stands in the text.
    ///
    /// - Complexity: O(n) in the text.
    package func contains(_ word: String) -> Bool { firstIndex(of: word) != nil }

    /// Whether a word stands at an index (from 0) at which it has room.
    fileprivate func holds(_ word: borrowing Span<UInt8>, at index: Int) -> Bool {
        for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
        return true
    }
}

extension Array<UInt8> {
    /// Appends bytes in one copy.
    @inlinable
    package mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Moves bytes to where others begin, at `start` (from 0) or behind it, which they replace.
    package mutating func move(_ range: Range<Int>, downTo start: Int) {
        precondition(start <= range.lowerBound && indices.contains(range))
        unsafe withUnsafeMutableBufferPointer { bytes in
            guard let memory = bytes.baseAddress else { return }
            unsafe (memory + start).update(from: memory + range.lowerBound, count: range.count)
        }
    }
}

extension String {
    /// Whether the bytes of a word stand in the text: `contains` compares what characters mean, in
    /// 5,000 instructions for a clause.
    ///
    /// - Complexity: O(n) in the text, for words as short as they are.
    package func holds(_ word: String) -> Bool { utf8.span.contains(word) }

    /// Whether the text begins with the bytes of a word: `hasPrefix` and `hasSuffix` compare what
    /// characters mean, each of them looked up; asked for some dozen words, that was most of judging
    /// a report.
    package func begins(with word: String) -> Bool {
        let (text, word) = (utf8.span, word.utf8.span)
        return word.count <= text.count && text.holds(word, at: 0)
    }

    /// Whether the text ends with the bytes of a word.
    package func ends(with word: String) -> Bool {
        let (text, word) = (utf8.span, word.utf8.span)
        let start = text.count - word.count
        return start >= 0 && text.holds(word, at: start)
    }

    /// Whether a byte stands in the text.
    ///
    /// Asked of 10,000 corrections a few times each, `utf8.contains` was 8 % of applying them.
    /// - Complexity: O(n) in the text; worth a call where most texts don't hold it.
    package func holds(_ byte: UInt8) -> Bool { utf8.span.firstIndex(of: byte, from: 0) != nil }

    /// Whether two texts are the same byte for byte: equality of strings takes some that are only
    /// composed alike for the same, and looks up each character for it.
    ///
    /// - Complexity: O(1) where they are of different length, else O(n).
    package func hasSameBytes(as other: String) -> Bool {
        utf8.span.hasSameBytes(as: other.utf8.span)
    }
}

extension Substring {
    /// Whether the bytes of a word stand in the text.
    ///
    /// - Complexity: O(n) in the text, for words as short as they are.
    package func holds(_ word: String) -> Bool { utf8.span.contains(word) }
}
