/// Bytes as text that nobody types, searches for or replaces: the 256 Braille patterns from U+2800
/// on, one for each byte.
///
/// Somebody who replaces a name, a figure or a letter everywhere in a workbook, hidden cells
/// included, doesn't reach it. No program that saves workbooks trims, composes or escapes these
/// characters.
enum BrailleText {
    /// How many bytes of UTF-8 stand for one.
    static let bytesPerByte = 3

    /// Returns the UTF-8 of the text that stands for bytes: three bytes for each.
    ///
    /// - Complexity: O(n) in the bytes.
    static func encode(_ bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.append(addingCapacity: bytes.count * bytesPerByte) { output in
            for index in bytes.indices {
                output.append(0xE2)
                output.append(0xA0 | bytes[index] >> 6)
                output.append(0x80 | bytes[index] & 0x3F)
            }
        }
        return text
    }

    /// Returns the bytes that UTF-8 text stands for; nil where it holds anything else.
    ///
    /// - Complexity: O(n) in the text.
    static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: bytesPerByte) else { return nil }
        var bytes: [UInt8] = []
        var isBraille = true
        bytes.append(addingCapacity: text.count / bytesPerByte) { output in
            for start in stride(from: 0, to: text.count, by: bytesPerByte) {
                let (second, third) = (text[start + 1], text[start + 2])
                isBraille =
                    isBraille && text[start] == 0xE2 && second & 0xFC == 0xA0
                    && third & 0xC0 == 0x80
                output.append(second << 6 | third & 0x3F)
            }
        }
        return isBraille ? bytes : nil
    }
}
