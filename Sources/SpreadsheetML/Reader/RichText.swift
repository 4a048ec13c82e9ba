/// The text of a shared or inline string: of one run, or of several with formats of their own.
enum RichText {
    /// The most bytes of one text as it stands in a part: 32,767 UTF-16 units, each written as an
    /// escape of 7 bytes, and some room for programs that don't keep to that.
    static let longest = 1 << 20

    /// Appends the text of the `si` or `is` whose start was read last, and reads on to its end.
    ///
    /// How a word is pronounced (`rPh`) is no text. Escapes stay as they are.
    /// - Returns: whether a part of the text is struck out.
    /// - Throws: what `XMLReader` throws.
    @inline(__always)
    static func append(
        to bytes: inout [UInt8],
        from reader: inout XMLReader
    ) throws(SpreadsheetError) -> Bool {
        let depth = reader.depth
        var isStruck = false
        while true {
            switch try reader.next() {
            case .start:
                switch reader.element {
                case .t: try appendRun(to: &bytes, from: &reader)
                case .r, .rPr: continue
                case .strike: isStruck = isStruck || reader.isSwitchedOn
                default: try reader.skipElement()
                }
            case .end where reader.depth < depth: return isStruck
            case .end, .text, .endOfDocument: continue
            }
        }
    }

    /// Appends the text of the `t` whose start was read last.
    @inline(__always)
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
    @inline(__always)
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
