internal import SourceText

/// Takes marks of Markdown out of a cell that only say how its text is shown: **新建** is 新建.
///
/// Those are `**`, `__` and `` ` `` around a text, and the address of a link. What stands behind a
/// backslash is text; so are a single `*`, as 3*4 has it, and a mark without its partner.
enum PipeMarks {
    /// Returns the cell without such marks, its backslashes as they were; nil where it has none.
    ///
    /// - Complexity: O(n) in its bytes for each kind of mark.
    static func removed(from cell: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard cell.contains(where: signs.contains) else { return nil }
        var text = Array(cell)
        for mark in [Array("**".utf8), Array("__".utf8), Array("`".utf8)] {
            while let pair = pair(of: mark, in: text) {
                text.removeSubrange(pair.second..<(pair.second + mark.count))
                text.removeSubrange(pair.first..<(pair.first + mark.count))
            }
        }
        while let link = link(in: text) {
            text.removeSubrange(link.address)
            text.remove(at: link.open)
        }
        return text.count == cell.count ? nil : text[...]
    }

    private static let signs = Set("*_`[".utf8)

    /// The places of a mark and of its partner, with a text between them.
    private static func pair(of mark: [UInt8], in text: [UInt8]) -> (first: Int, second: Int)? {
        guard let first = place(of: mark, in: text, from: 0),
            let second = place(of: mark, in: text, from: first + mark.count),
            second > first + mark.count
        else { return nil }
        return (first, second)
    }

    /// Where a link's bracket opens, and what closes it with the address: `](…)`.
    private static func link(in text: [UInt8]) -> (open: Int, address: Range<Int>)? {
        var start = 0
        while let open = place(of: [UInt8(ascii: "[")], in: text, from: start) {
            if let close = place(of: Array("](".utf8), in: text, from: open + 1),
                let end = place(of: [UInt8(ascii: ")")], in: text, from: close + 2)
            {
                return (open, close..<(end + 1))
            }
            start = open + 1
        }
        return nil
    }

    /// The first place of a mark from `start` on, that has no backslash before it.
    private static func place(of mark: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + mark.count <= text.count {
            if text[index] == .backslash {
                index += 2
            } else if text[index...].starts(with: mark) {
                return index
            } else {
                index += 1
            }
        }
        return nil
    }
}
