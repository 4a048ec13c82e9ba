/// The text of a shared or inline string: of one run, or of several with formats of their own.
enum RichText {
    /// The most bytes of one text as it stands in a part: 32,767 UTF-16 units, each written as an
    /// escape of 7 bytes, and some room for programs that don't keep to that.
    static let longest = 1 << 20

    /// Appends the text of the `si` or `is` whose start was read last, and reads on to its end.
    ///
    /// How a word is pronounced (`rPh`) is no text, nor are words that are struck out beside others;
    /// a text that is struck out as a whole stays. Escapes stay as they are.
    /// - Returns: whether a part of the text is struck out.
    /// - Throws: what `XMLReader` throws.
    static func append(
        to bytes: inout [UInt8],
        from reader: inout XMLReader
    ) throws(SpreadsheetError) -> Bool {
        let depth = reader.depth
        let start = bytes.count
        var isRunStruck = false
        var struck: [Range<Int>] = []
        while true {
            switch try reader.next() {
            case .start:
                switch reader.element {
                case .t:
                    let first = bytes.count
                    try appendRun(to: &bytes, from: &reader)
                    if isRunStruck { struck.append(first..<bytes.count) }
                case .r: isRunStruck = false
                case .rPr: continue
                case .strike: isRunStruck = reader.isSwitchedOn
                default: try reader.skipElement()
                }
            case .end where reader.depth < depth:
                if !struck.isEmpty { remove(struck, from: &bytes, textFrom: start) }
                return !struck.isEmpty
            case .end, .text, .endOfDocument: continue
            }
        }
    }

    /// Takes struck-out parts out of the text that begins at `start`, unless nothing else is in it.
    private static func remove(
        _ struck: [Range<Int>],
        from bytes: inout [UInt8],
        textFrom start: Int
    ) {
        var rest: [UInt8] = []
        var end = start
        for part in struck {
            rest += bytes[end..<part.lowerBound]
            end = part.upperBound
        }
        rest += bytes[end...]
        guard !rest.allSatisfy(isBlank) else { return }
        bytes.replaceSubrange(start..., with: rest)
    }

    /// Appends the text of the `t` whose start was read last.
    private static func appendRun(
        to bytes: inout [UInt8],
        from reader: inout XMLReader
    ) throws(SpreadsheetError) {
        var keepsBlanks = false
        if reader.attributeCount > 0 {
            keepsBlanks = reader.string("space", in: .xml) == "preserve"
        }
        let start = bytes.count
        try reader.appendContent(to: &bytes, limit: longest)
        if !keepsBlanks { trim(&bytes, from: start) }
    }

    /// Drops the blanks of XML at both ends, as spreadsheet programs do without `xml:space`.
    static func trim(_ bytes: inout [UInt8], from start: Int) {
        while bytes.count > start, isBlank(bytes[bytes.count - 1]) { bytes.removeLast() }
        guard start < bytes.count, isBlank(bytes[start]) else { return }
        let kept = bytes[start...].firstIndex { !isBlank($0) } ?? bytes.endIndex
        bytes.removeSubrange(start..<kept)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
