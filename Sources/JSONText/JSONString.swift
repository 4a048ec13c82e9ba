internal import SourceText

/// What the string of a JSON text says.
enum JSONString {
    /// Returns the UTF-8 of a string that was parsed: without quotes, escapes replaced.
    ///
    /// - Complexity: O(n) in the bytes.
    static func decode(_ entry: JSONMap.Entry, in text: Span<UInt8>) -> [UInt8] {
        let inside = text.extracting((entry.start + 1)..<(entry.end - 1))
        var result: [UInt8] = []
        result.reserveCapacity(inside.count)
        var index = 0
        while index < inside.count {
            let run = entry.holdsEscapes ? JSONEscape.next(in: inside, from: index) : inside.count
            let plain = inside.extracting(index..<run)
            result.append(plain)
            guard run + 1 < inside.count else { break }
            index = append(escapeAt: run, of: inside, to: &result)
        }
        return result
    }

    /// Appends what the escape at `start` stands for; returns the offset after it.
    private static func append(
        escapeAt start: Int,
        of text: Span<UInt8>,
        to result: inout [UInt8]
    ) -> Int {
        switch text[start + 1] {
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case UInt8(ascii: "n"): result.append(.lineFeed)
        case UInt8(ascii: "r"): result.append(.carriageReturn)
        case UInt8(ascii: "t"): result.append(.tab)
        case UInt8(ascii: "u"):
            var scalar = unit(at: start, of: text)
            var end = start + 6
            if (0xD800...0xDBFF).contains(scalar) {
                scalar = 0x1_0000 + (scalar - 0xD800) << 10 + unit(at: end, of: text) - 0xDC00
                end += 6
            }
            if let scalar = Unicode.Scalar(scalar), let bytes = UTF8.encode(scalar) {
                result.append(contentsOf: bytes)
            }
            return end
        default: result.append(text[start + 1])
        }
        return start + 2
    }

    private static func unit(at start: Int, of text: Span<UInt8>) -> UInt32 {
        var unit: UInt32 = 0
        for index in (start + 2)..<(start + 6) {
            unit = unit << 4 | UInt32(JSONEscape.hexValue(text[index]) ?? 0)
        }
        return unit
    }
}
