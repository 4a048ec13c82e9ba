internal import ContentDigest
package import SourceText

/// Digests of cells' texts, each of the short ones made once: leaders, deadlines, statuses and units
/// recur in most rows, and finding a text again takes a sixth of digesting it.
package struct TextDigests: Sendable {
    private var texts = DistinctTexts()
    private var digests: [UInt32] = []

    /// Longer texts, in bytes, hardly ever occur twice.
    private static let longest = 64
    /// Where so many short texts differ, most others do.
    private static let most = 4096

    /// Knows no text yet.
    package init() {}

    /// The digest of a cell's text, as a baseline keeps it.
    ///
    /// - Complexity: O(n) in the text's bytes.
    package mutating func digest(of range: TextRange, in text: TextStore) -> Baseline.Original {
        .digest(prefix(of: range, in: text))
    }

    private mutating func prefix(of range: TextRange, in text: TextStore) -> UInt32 {
        guard range.count <= Self.longest, digests.count < Self.most else {
            return Self.made(of: range, in: text)
        }
        let number = texts.number(of: range, in: text)
        if number == digests.count { digests.append(Self.made(of: range, in: text)) }
        return digests[number]
    }

    /// The digests of all cells of a table, row after row, made by several cores.
    ///
    /// - Complexity: O(n) in the texts.
    package static func all(of table: TargetTable) -> [UInt32] {
        let parts = Cores.ranges(of: 4096, in: table.count)
        var digests: [UInt32] = []
        digests.reserveCapacity(table.count * table.columns.count)
        // Some parts at a time: all of a million targets would be there twice.
        for together in Cores.ranges(of: 32, in: parts.count) {
            let some = Cores.map(together.count) { number in
                made(of: parts[together.lowerBound + number], in: table)
            }
            for part in some { digests += part }
        }
        return digests
    }

    private static func made(of targets: Range<Int>, in table: TargetTable) -> [UInt32] {
        var known = TextDigests()
        var digests: [UInt32] = []
        digests.reserveCapacity(targets.count * table.columns.count)
        for target in targets {
            for column in table.columns.indices {
                digests.append(known.prefix(of: table.range(target, column), in: table.text))
            }
        }
        return digests
    }

    private static func made(of range: TextRange, in text: TextStore) -> UInt32 {
        text.withSpan(of: range) { SHA256.prefix(of: $0) }
    }
}
