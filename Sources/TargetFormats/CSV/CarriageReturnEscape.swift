internal import SourceText
internal import TargetModel

/// The escape `_x000D_`, which spreadsheet programs leave behind in place of a carriage return.
///
/// Reading makes a carriage return of it. A text that holds these seven characters itself is
/// written with `_x005F` (an underscore, in the same notation) before them, and one that holds
/// that already with one more, so that every text reads back as it was.
enum CarriageReturnEscape {
    private static let escape: [UInt8] = Array("_x000D_".utf8)
    private static let underscore: [UInt8] = Array("_x005F".utf8)

    /// Whether a text holds the escape.
    ///
    /// - Complexity: O(n) in the text's bytes.
    static func isPresent(in text: Span<UInt8>) -> Bool {
        next(in: text, from: 0) != nil
    }

    /// Whether some text of a store holds the escape.
    ///
    /// - Complexity: O(n) in the bytes, or in the blocks that hold an underscore where these are known.
    static func isPresent(in store: TextStore) -> Bool {
        isPresent(inLarge: store.source, store.rareBytes) || isPresent(inLarge: store.added, nil)
    }

    /// Whether a large text holds the escape; each core looks at parts of it.
    private static func isPresent(inLarge text: [UInt8], _ rare: RareBytes?) -> Bool {
        // An escape that is cut is seen in the part that it begins in.
        let parts = (rare?.ranges(of: .underscore) ?? Cores.ranges(of: 1 << 22, in: text.count))
            .map { $0.lowerBound..<min($0.upperBound + escape.count - 1, text.count) }
        return Cores.map(parts.count) { isPresent(in: text.span.extracting(parts[$0])) }
            .contains(true)
    }

    /// Returns a text with its literal escapes protected.
    static func protecting(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        while let found = next(in: text, from: start) {
            result.append(contentsOf: text, start..<found)
            result += underscore + escape
            start = found + escape.count
        }
        result.append(contentsOf: text, start..<text.count)
        return result
    }

    /// Returns a text with carriage returns in place of escapes, and its literal escapes as they
    /// were.
    static func undoing(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var start = 0
        while let found = next(in: text, from: start) {
            result.append(contentsOf: text, start..<found)
            if result.count >= underscore.count, result.suffix(underscore.count) == underscore[...]
            {
                result.removeLast(underscore.count)
                result += escape
            } else {
                result.append(0x0D)
            }
            start = found + escape.count
        }
        result.append(contentsOf: text, start..<text.count)
        return result
    }

    /// The offset of the first escape from `start` on.
    private static func next(in text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while let found = text.firstIndex(of: escape[0], from: index) {
            guard found + escape.count <= text.count else { return nil }
            if escape.indices.allSatisfy({ text[found + $0] == escape[$0] }) { return found }
            index = found + 1
        }
        return nil
    }
}

extension [UInt8] {
    fileprivate mutating func append(contentsOf text: Span<UInt8>, _ range: Range<Int>) {
        for index in range { append(text[index]) }
    }
}
