internal import SourceText

/// Walks over XML as libxlsxwriter writes it: no comments, no CDATA, `>` never inside a tag.
struct XMLPieces {
    private let bytes: [UInt8]
    private var next = 0

    /// One tag, with its angle brackets.
    struct Tag {
        /// The tag as it stands.
        let bytes: ArraySlice<UInt8>

        /// Whether it begins an element of this name.
        func isElement(_ name: String) -> Bool {
            let rest = bytes.dropFirst()
            guard rest.starts(with: name.utf8) else { return false }
            guard let after = rest.dropFirst(name.utf8.count).first else { return false }
            return after == 0x20 || after == UInt8(ascii: ">") || after == UInt8(ascii: "/")
        }

        /// The value of an attribute as it stands; empty where there is none.
        func attribute(_ name: String) -> String {
            guard let found = place(of: Array(" \(name)=\"".utf8)) else { return "" }
            return String(decoding: bytes[found.upperBound...].prefix { $0 != 0x22 }, as: UTF8.self)
        }

        /// The tag with one text in it replaced.
        func replacing(_ old: String, with new: String) -> [UInt8] {
            guard let found = place(of: Array(old.utf8)) else { return Array(bytes) }
            return bytes[..<found.lowerBound] + Array(new.utf8) + bytes[found.upperBound...]
        }

        /// Where a text stands first; nil where it doesn't.
        ///
        /// Tags are short: `firstRange(of:)` took ten times as long here, to prepare for long texts.
        private func place(of text: [UInt8]) -> Range<Int>? {
            bytes.indices.first { bytes[$0...].starts(with: text) }.map { $0..<$0 + text.count }
        }
    }

    /// Begins at the start of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Copies everything before the next tag, and returns the tag; at the end copies the rest and
    /// returns nil.
    mutating func nextTag(copyingTo result: inout [UInt8]) -> Tag? {
        let open = bytes.span.firstIndex(of: UInt8(ascii: "<"), from: next) ?? bytes.endIndex
        result += bytes[next..<open]
        next = open
        guard let close = bytes.span.firstIndex(of: UInt8(ascii: ">"), from: open) else {
            result += bytes[open...]
            next = bytes.endIndex
            return nil
        }
        next = close + 1
        return Tag(bytes: bytes[open...close])
    }

    /// What follows the tag found last.
    var rest: ArraySlice<UInt8> { bytes[next...] }

    /// Whether the tag found last is followed by a formula over an array.
    var isBeforeArrayFormula: Bool { rest.starts(with: #"<f t="array""#.utf8) }

    /// Copies the name of a sheet before `!` with quotes around it, if it has none.
    mutating func quoteSheet(copyingTo result: inout [UInt8]) {
        guard next < bytes.count, bytes[next] != UInt8(ascii: "'"),
            let mark = bytes[next...].firstIndex(of: UInt8(ascii: "!")),
            !bytes[next..<mark].contains(UInt8(ascii: "<"))
        else { return }
        result.append(UInt8(ascii: "'"))
        result += bytes[next..<mark]
        result.append(UInt8(ascii: "'"))
        next = mark
    }

    /// Copies a range up to the next tag, with all rows of a sheet where it names none: `$A$1:$G$1048576`
    /// for `$A:$G`, which is the same range.
    mutating func nameRows(copyingTo result: inout [UInt8]) {
        let end = bytes[next...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
        // A sheet's name may have digits, too.
        let mark = bytes[next..<end].lastIndex(of: UInt8(ascii: "!")) ?? end
        let range = bytes[mark..<end]
        let columns = range.split(separator: UInt8(ascii: ":"))
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if columns.count == 2, !range.contains(where: digits.contains) {
            result += bytes[next..<mark] + columns[0] + "$1:".utf8
            result += columns[1] + "$\(SheetLimits.rows)".utf8
        } else {
            result += bytes[next..<end]
        }
        next = end
    }

    /// Copies a cell up to its value, and puts another text in the value's place.
    ///
    /// - Throws: `nullCharacter` or `textTooLong`.
    mutating func replaceValue(
        with text: String,
        copyingTo result: inout [UInt8]
    ) throws(WorkbookError) {
        while let tag = nextTag(copyingTo: &result) {
            result += tag.bytes
            if tag.isElement("v") { break }
        }
        var checked = EscapedText()
        try checked.set(text)
        result += checked.xml()
        next = bytes[next...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    }
}
