internal import SourceText

/// JSON that lives in cells.
enum CellJSON {
    /// Appends the inside of a JSON string: UTF-8, escaped so that no program that saves workbooks
    /// changes it.
    ///
    /// What needs no escape is looked for in sixteen places at a time, and copied at once: byte by
    /// byte, the layout of 100,000 targets took 35 ms.
    /// - Complexity: O(n) in the bytes.
    static func append(_ text: Span<UInt8>, to json: inout [UInt8]) {
        var start = 0
        while start < text.count {
            let index = text.firstIndex(from: start) {
                $0.below(0x20) | $0.equal(0x7F) | $0.equal(UInt8(ascii: "\""))
                    | $0.equal(UInt8(ascii: "\\")) | $0.equal(UInt8(ascii: "_")) | $0.equal(0xEF)
            } where: { index in
                needsEscape(text, at: index)
            }
            json.append(text.extracting(start..<index))
            guard index < text.count else { return }
            start = index + 1
            switch text[index] {
            case UInt8(ascii: "\""): json += #"\""#.utf8
            case UInt8(ascii: "\\"): json += #"\\"#.utf8
            case 0xEF:
                appendEscape(0xFFC0 | UInt16(text[index + 2] & 0x3F), to: &json)
                start = index + 3
            case let byte: appendEscape(UInt16(byte), to: &json)
            }
        }
    }

    private static func needsEscape(_ text: Span<UInt8>, at index: Int) -> Bool {
        switch text[index] {
        case 0x00..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
        case UInt8(ascii: "_"): index + 1 < text.count && text[index + 1] == UInt8(ascii: "x")
        // U+FFFE and U+FFFF.
        case 0xEF: index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
        default: false
        }
    }

    private static func appendEscape(_ unit: UInt16, to json: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        json += "\\u".utf8
        for shift in [12, 8, 4, 0] { json.append(digits[Int(unit >> UInt16(shift)) & 0xF]) }
    }
}

/// JSON without blanks between its values, its strings escaped as for cells, of what comes in pieces.
struct CompactedJSON {
    /// What the pieces came to, but for a string that goes on in the next one.
    private(set) var bytes: [UInt8] = []
    private var unfinished: [UInt8] = []

    /// Takes the next piece.
    ///
    /// - Complexity: O(n) in the bytes.
    mutating func take(_ piece: [UInt8]) {
        let json = unfinished.isEmpty ? piece : unfinished + piece
        unfinished = []
        let text = json.span
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte == UInt8(ascii: "\"") else {
                if byte > 0x20 { bytes.append(byte) }
                index += 1
                continue
            }
            guard let end = Self.endOfString(text, from: index + 1) else {
                unfinished = Array(json[index...])
                return
            }
            bytes.append(byte)
            appendEscaped(text.extracting((index + 1)..<end))
            bytes.append(byte)
            index = end + 1
        }
    }

    /// Removes the first bytes.
    mutating func removeFirst(_ count: Int) { bytes.removeFirst(count) }

    /// Where the quotation mark behind a string stands; nil where the text ends before it.
    private static func endOfString(_ text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < text.count {
            index = text.firstIndex(from: index) {
                $0.equal(UInt8(ascii: "\"")) | $0.equal(UInt8(ascii: "\\"))
            } where: { index in
                text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "\\")
            }
            guard index < text.count else { return nil }
            if text[index] == UInt8(ascii: "\"") { return index }
            index += 2
        }
        return nil
    }

    /// Appends the inside of a string that is JSON already.
    private mutating func appendEscaped(_ text: Span<UInt8>) {
        var start = 0
        // A backslash and what it stands before stay as they are.
        while let index = text.firstIndex(of: UInt8(ascii: "\\"), from: start) {
            CellJSON.append(text.extracting(start..<index), to: &bytes)
            let end = min(index + 2, text.count)
            bytes.append(text.extracting(index..<end))
            start = end
        }
        CellJSON.append(text.extracting(start...), to: &bytes)
    }
}
