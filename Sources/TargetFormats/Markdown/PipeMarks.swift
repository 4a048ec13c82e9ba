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
        guard cell.contains(where: isSign) else { return nil }
        var text = Array(cell)
        for mark in [Array("**".utf8), Array("__".utf8), Array("`".utf8)] {
            text = text.without(pairs(of: mark, in: text))
        }
        text = text.without(links(in: text))
        return text.count == cell.count ? nil : text[...]
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["): true
        default: false
        }
    }

    /// The bytes (from 0) of marks that have a partner, with a text between the two; up to the first
    /// mark that hasn't.
    private static func pairs(of mark: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        var pairs: [Range<Int>] = []
        var start = 0
        while let first = place(of: mark, in: text, from: start),
            let second = place(of: mark, in: text, from: first + mark.count),
            second > first + mark.count
        {
            start = second + mark.count
            pairs += [first..<(first + mark.count), second..<start]
        }
        return pairs
    }

    /// The bytes (from 0) of what makes texts links: the bracket that opens one, and what closes it
    /// with the address, `](…)`.
    ///
    /// Where nothing closes a bracket, nothing closes those behind it.
    private static func links(in text: [UInt8]) -> [Range<Int>] {
        var opening: [Range<Int>] = []
        var addresses: [Range<Int>] = []
        // The first address that ends behind the bracket.
        var next = 0
        var start = 0
        while let open = place(of: [UInt8(ascii: "[")], in: text, from: start) {
            while next < addresses.count, addresses[next].upperBound <= open { next += 1 }
            if next < addresses.count, addresses[next].contains(open) {
                start = addresses[next].upperBound
                continue
            }
            let behind = max(open + 1, addresses.last?.upperBound ?? 0)
            guard let close = place(of: Array("](".utf8), in: text, from: behind),
                let end = place(of: [UInt8(ascii: ")")], in: text, from: close + 2)
            else { break }
            opening.append(open..<(open + 1))
            addresses.append(close..<(end + 1))
            start = open + 1
        }
        return opening + addresses
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

extension [UInt8] {
    /// Returns the bytes without those of some ranges (from 0), which may stand in any order.
    fileprivate func without(_ ranges: [Range<Int>]) -> [UInt8] {
        guard !ranges.isEmpty else { return self }
        var isGone = [Bool](repeating: false, count: count)
        for range in ranges {
            for index in range { isGone[index] = true }
        }
        return indices.filter { !isGone[$0] }.map { self[$0] }
    }
}
