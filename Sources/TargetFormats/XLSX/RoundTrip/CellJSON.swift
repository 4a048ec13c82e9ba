internal import SpreadsheetML

/// JSON that lives in cells.
enum CellJSON {
    /// Appends the inside of a JSON string: UTF-8, escaped so that no program that saves workbooks
    /// changes it.
    ///
    /// - Complexity: O(n) in the bytes.
    static func append(_ text: some Collection<UInt8>, to json: inout [UInt8]) {
        var index = text.startIndex
        while index != text.endIndex {
            let byte = text[index]
            let next = text.index(after: index)
            switch byte {
            case UInt8(ascii: "\""): json += #"\""#.utf8
            case UInt8(ascii: "\\"): json += #"\\"#.utf8
            case 0x00..<0x20, 0x7F: appendEscape(UInt16(byte), to: &json)
            case UInt8(ascii: "_") where next != text.endIndex && text[next] == UInt8(ascii: "x"):
                appendEscape(UInt16(byte), to: &json)
            case 0xEF where isNoncharacter(text[index...]):
                let last = text[text.index(next, offsetBy: 1)]
                appendEscape(0xFFC0 | UInt16(last & 0x3F), to: &json)
                index = text.index(next, offsetBy: 2)
                continue
            default: json.append(byte)
            }
            index = next
        }
    }

    /// Returns JSON without blanks between its values, its strings escaped as above.
    ///
    /// - Complexity: O(n) in the bytes.
    static func compacted(_ json: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(json.count)
        var index = 0
        while index < json.count {
            let byte = json[index]
            index += 1
            guard byte == UInt8(ascii: "\"") else {
                if byte > 0x20 { result.append(byte) }
                continue
            }
            let start = index
            while index < json.count, json[index] != UInt8(ascii: "\"") {
                index += json[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            let end = min(index, json.count)
            result.append(byte)
            appendEscaped(json[start..<end], to: &result)
            result.append(byte)
            index = end + 1
        }
        return result
    }

    /// Appends the inside of a string that is JSON already.
    private static func appendEscaped(_ text: ArraySlice<UInt8>, to json: inout [UInt8]) {
        var start = text.startIndex
        var index = start
        // A backslash and what it stands before stay as they are.
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            append(text[start..<index], to: &json)
            let end = min(index + 2, text.endIndex)
            json += text[index..<end]
            start = end
            index = end
        }
        append(text[start...], to: &json)
    }

    /// Whether bytes begin with U+FFFE or U+FFFF.
    private static func isNoncharacter(_ text: some Collection<UInt8>) -> Bool {
        var bytes = text.prefix(3).dropFirst().makeIterator()
        guard bytes.next() == 0xBF, let last = bytes.next() else { return false }
        return last >= 0xBE
    }

    private static func appendEscape(_ unit: UInt16, to json: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        json += "\\u".utf8
        for shift in [12, 8, 4, 0] { json.append(digits[Int(unit >> UInt16(shift)) & 0xF]) }
    }

    /// Cuts JSON into pieces that cells hold, of at most `units` UTF-16 units each.
    ///
    /// No piece begins or ends with a blank, begins like a formula or cuts a character in two.
    /// - Complexity: O(n) in the bytes.
    static func chunks(_ json: [UInt8], units: Int) -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        var start = 0
        while start < json.count {
            var end = json.count
            if end - start > units {
                end = start + units
                while end > start + units / 2, !isCut(json, at: end) { end -= 1 }
                // Where no place is good, any that cuts no character in two.
                while json[end] & 0xC0 == 0x80 { end -= 1 }
            }
            chunks.append(Array(json[start..<end]))
            start = end
        }
        return chunks
    }

    /// Whether JSON may be cut before a byte.
    private static func isCut(_ json: [UInt8], at index: Int) -> Bool {
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
        let (before, after) = (json[index - 1], json[index])
        // Behind anything but ASCII stands, perhaps, a blank of another script.
        guard before < 0x80, after < 0x80, !isBlank(before), !isBlank(after) else { return false }
        return !"=+-@'_x".utf8.contains(after) && !"_\\".utf8.contains(before)
    }
}

/// UTF-16 units of UTF-8 text.
enum CellUnits {
    /// Whether a cell holds valid UTF-8.
    ///
    /// - Complexity: O(n) in the bytes.
    static func fit(_ text: [UInt8]) -> Bool {
        text.count <= SheetLimits.textUnits
            || text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
                <= SheetLimits.textUnits
    }
}
