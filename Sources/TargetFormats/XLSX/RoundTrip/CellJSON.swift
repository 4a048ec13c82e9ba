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
}
