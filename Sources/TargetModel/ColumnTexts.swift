package import SourceText

/// The distinct texts of a column, and which of them each target has.
///
/// Leaders, deadlines, statuses and units recur: what is derived from a text is derived once.
package struct ColumnTexts: Sendable {
    /// One text.
    package struct Occurrence: Sendable {
        /// The text.
        package var range: TextRange
        /// The first target that has it (from 0).
        package var first: Int
        /// How many targets have it.
        package var count: Int
    }

    /// The texts, in the order of first appearance.
    package private(set) var all: [Occurrence] = []
    /// By target, the index of its text in `all`.
    package private(set) var numbers = CompactNumbers()
    private var texts = DistinctTexts()

    /// How many targets one core reads before it takes the next ones.
    private static let share = 8192
    /// Of how many the texts are fetched before they are read.
    private static let fetched = 256

    /// Reads some columns (from 0) of a table, on all cores.
    ///
    /// A target's cells lie side by side, and are read together: column by column, waiting for
    /// memory was a tenth of `check`.
    /// - Complexity: O(n) in the texts.
    package static func read(_ columns: [Int], of table: TargetTable) -> [ColumnTexts] {
        let shares = Cores.ranges(of: share, in: table.count)
        let read = Cores.map(shares.count) { number in
            var texts = columns.map { _ in ColumnTexts() }
            // Once: with the table's own for each cell, cores wait for each other to count references to it.
            let text = table.text
            for target in shares[number] {
                if target % fetched == 0 {
                    table.fetch(target..<min(target + fetched, shares[number].upperBound))
                }
                for (place, column) in columns.enumerated() {
                    texts[place].add(table.range(target, column), of: target, in: text)
                }
            }
            return texts
        }
        guard var joined = read.first else { return columns.map { _ in ColumnTexts() } }
        for place in columns.indices { joined[place].numbers.reserveCapacity(table.count) }
        for share in read.dropFirst() {
            for place in columns.indices { joined[place].add(share[place], in: table.text) }
        }
        return joined
    }

    private mutating func add(_ range: TextRange, of target: Int, in text: TextStore) {
        // A target mostly has the leader, the status and the deadline of the one before it.
        if let last = numbers.last, text.equal(all[last].range, range) {
            all[last].count += 1
            numbers.append(last)
            return
        }
        let number = texts.number(of: range, in: text)
        if number == all.count { all.append(Occurrence(range: range, first: target, count: 0)) }
        all[number].count += 1
        numbers.append(number)
    }

    /// Adds the texts of the targets behind those so far.
    private mutating func add(_ other: ColumnTexts, in text: TextStore) {
        var numbersHere: [Int] = []
        numbersHere.reserveCapacity(other.all.count)
        for occurrence in other.all {
            let number = texts.number(of: occurrence.range, in: text)
            if number == all.count {
                all.append(occurrence)
            } else {
                all[number].count += occurrence.count
            }
            numbersHere.append(number)
        }
        numbers.append(other.numbers, of: numbersHere)
    }
}
