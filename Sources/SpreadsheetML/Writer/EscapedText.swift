internal import SourceText

/// Text on its way into a workbook: checked, and escaped as SpreadsheetML asks.
///
/// One buffer serves all cells, so writing a cell makes no string. libxlsxwriter takes it ended by
/// NUL, XML with its own escapes besides.
///
/// libxlsxwriter 1.1.4 ends a text at NUL, copies invalid UTF-8, counts code points where Excel
/// counts UTF-16 units, and writes `_x0041_` as it stands, which programs read as `A`.
struct EscapedText {
    private var bytes: [UInt8] = [0]

    /// Returns the text with XML's escapes, too.
    ///
    /// - Complexity: O(n) in the text.
    func xml() -> [UInt8] {
        var escaped: [UInt8] = []
        appendXML(to: &escaped)
        return escaped
    }

    /// Appends the text with XML's escapes, too.
    ///
    /// - Complexity: O(n) in the text.
    func appendXML(to xml: inout [UInt8]) {
        let text = bytes.span.extracting(droppingLast: 1)
        var start = 0
        while start < text.count {
            let index = text.firstIndex(from: start) {
                $0.equal(UInt8(ascii: "&")) | $0.equal(UInt8(ascii: "<"), orWith: 0x02)
            } where: { index in
                Self.isEntity(text[index])
            }
            xml.append(text.extracting(start..<index))
            guard index < text.count else { return }
            switch text[index] {
            case UInt8(ascii: "&"): xml += "&amp;".utf8
            case UInt8(ascii: "<"): xml += "&lt;".utf8
            default: xml += "&gt;".utf8
            }
            start = index + 1
        }
    }

    /// Takes the text of a cell, in UTF-8: what is none is found where it is packed.
    ///
    /// - Throws: `textTooLong` or `nullCharacter`.
    /// - Complexity: O(n) in its bytes.
    mutating func set(_ text: Span<UInt8>) throws(WorkbookError) {
        if text.count > SheetLimits.textUnits {
            let units = text.utf16Count
            if units > SheetLimits.textUnits {
                throw WorkbookError(.textTooLong(units: units))
            }
        }
        bytes.removeAll(keepingCapacity: true)
        bytes.append(text)
        if let index = Self.firstToEscape(in: text) { try escape(from: index) }
        bytes.append(0)
    }

    /// Takes a text.
    ///
    /// - Throws: `textTooLong` or `nullCharacter`.
    mutating func set(_ text: String) throws(WorkbookError) {
        try set(text.utf8.span)
    }

    /// Calls `body` with the text for C.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        unsafe bytes.withUnsafeBytes { buffer in
            // Never empty: at least the NUL is there.
            let start = unsafe buffer.assumingMemoryBound(to: CChar.self).baseAddress
            guard let start = unsafe start else { preconditionFailure("no text was set") }
            return unsafe body(start)
        }
    }

    /// Whether a cell surely holds a text, and its XML is the text itself.
    ///
    /// Nearly all are: they are looked through once, and neither copied nor looked through again (a
    /// fifth of writing a cell).
    /// - Complexity: O(n) in its bytes.
    static func isPlain(_ text: Span<UInt8>) -> Bool {
        let count = text.count
        guard count <= SheetLimits.textUnits || text.utf16Count <= SheetLimits.textUnits else {
            return false
        }
        guard count > 16 else {
            return text.indices.allSatisfy { !needsEscape(text, at: $0) && !isEntity(text[$0]) }
        }
        let raw = unsafe text.bytes
        // Each byte with the one behind it, and the last one alone.
        let last = count - 17
        var index = 0
        while true {
            let these = ByteLanes(raw, at: index)
            let next = ByteLanes(raw, at: index + 1)
            let mayNeed =
                these.below(0x20) | these.equal(UInt8(ascii: "&"))
                | these.equal(UInt8(ascii: "<"), orWith: 0x02)
                | these.equal(UInt8(ascii: "_")) & next.equal(UInt8(ascii: "x"))
                | these.equal(0xEF) & next.equal(0xBF)
            guard mayNeed.isEmpty else { return false }
            guard index < last else { break }
            index = min(index + 16, last)
        }
        return text[count - 1] >= 0x20 && !isEntity(text[count - 1])
    }

    private static func isEntity(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte & 0xFD == UInt8(ascii: "<")
    }

    /// The index of the first byte that needs an escape; nil where none does.
    ///
    /// Controls do, `_` may, and so may 0xEF, which begins U+FFFE and U+FFFF.
    private static func firstToEscape(in text: Span<UInt8>) -> Int? {
        let index = text.firstIndex(from: 0) {
            $0.below(0x20) | $0.equal(UInt8(ascii: "_")) | $0.equal(0xEF)
        } where: { index in
            needsEscape(text, at: index)
        }
        return index < text.count ? index : nil
    }

    private static func needsEscape(_ text: Span<UInt8>, at index: Int) -> Bool {
        switch text[index] {
        case 0x09, 0x0A: false
        case 0x00..<0x20: true
        case UInt8(ascii: "_"): index + 1 < text.count && text[index + 1] == UInt8(ascii: "x")
        case 0xEF: isNoncharacter(text, at: index)
        default: false
        }
    }

    /// Whether U+FFFE or U+FFFF, which XML doesn't have, begins at an index.
    private static func isNoncharacter(_ text: Span<UInt8>, at index: Int) -> Bool {
        index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }

    private mutating func escape(from first: Int) throws(WorkbookError) {
        let original = bytes
        bytes.removeSubrange(first...)
        var index = first
        while index < original.count {
            let byte = original[index]
            switch byte {
            case 0x00: throw WorkbookError(.nullCharacter)
            case 0x09, 0x0A: bytes.append(byte)
            case 0x01..<0x20: appendEscape(of: UInt16(byte))
            case UInt8(ascii: "_") where Self.looksEscaped(original[index...]):
                appendEscape(of: UInt16(byte))
            case 0xEF where Self.isNoncharacter(original.span, at: index):
                appendEscape(of: 0xFF00 | (UInt16(original[index + 2]) & 0x3F) | 0xC0)
                index += 2
            default: bytes.append(byte)
            }
            index += 1
        }
    }

    private mutating func appendEscape(of unit: UInt16) {
        bytes.append(contentsOf: "_x".utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 0xF]) }
        bytes.append(UInt8(ascii: "_"))
    }

    /// Whether a text begins with `_xHHHH_`.
    private static func looksEscaped(_ text: ArraySlice<UInt8>) -> Bool {
        let start = text.startIndex
        return text.count >= 7 && text[start + 1] == UInt8(ascii: "x")
            && text[start + 6] == UInt8(ascii: "_")
            && text[(start + 2)..<(start + 6)].allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                    UInt8(ascii: "A")...UInt8(ascii: "F"):
                    true
                default: false
                }
            }
    }
}
