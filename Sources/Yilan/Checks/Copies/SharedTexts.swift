internal import SourceText
internal import TargetModel

/// Finds the targets that share a text of a column, where hardly any do.
///
/// Of all texts only hashes are kept, and which of them may have come before: with each text in a table of
/// hashes, those of a million targets took 40 MB at a time for 16.
struct SharedTexts {
    private let column: Int
    private let targets: Range<Int>
    /// By target, from the first of `targets` on; `leftOut` where its text doesn't count.
    private var hashes: [UInt32] = []
    private var before: HashFilter
    /// What may have come twice.
    private var again: HashFilter

    private static let leftOut: UInt32 = 0

    /// Prepares to take the texts of some targets in a column (both from 0).
    init(ofColumn column: Int, _ targets: Range<Int>) {
        self.column = column
        self.targets = targets
        before = HashFilter(room: targets.count)
        again = HashFilter(room: targets.count)
        hashes.reserveCapacity(targets.count)
    }

    /// Takes the text of the next target; nil where it doesn't count.
    mutating func add(_ range: TextRange?, of text: TextStore) {
        guard let range else {
            hashes.append(Self.leftOut)
            return
        }
        let whole = text.withSpan(of: range) { $0.spreadingHash }
        // Two hashes become one by this: those of as good as no texts.
        let hash = max(UInt32(truncatingIfNeeded: whole), Self.leftOut + 1)
        hashes.append(hash)
        if before.insert(Self.spread(hash)) { again.insert(Self.spread(hash)) }
    }

    /// A hash with what it has in its upper bits.
    private static func spread(_ hash: UInt32) -> UInt64 { UInt64(hash) << 32 }

    /// The targets that share a text, group by group in the order of appearance.
    ///
    /// - Complexity: O(n) in the targets.
    func groups(in table: TargetTable) -> [[Int]] {
        var numbers = NumberedHashes()
        // The first target that has each text, by number: it tells the text, too.
        var firsts: [Int] = []
        var repeated: [Int: [Int]] = [:]
        for (hash, target) in zip(hashes, targets)
        where hash != Self.leftOut && again.mayContain(Self.spread(hash)) {
            let range = table.range(target, column)
            let (number, isNew) = numbers.number(of: UInt64(hash)) { number in
                table.text.equal(table.range(firsts[number], column), range)
            }
            if isNew {
                firsts.append(target)
            } else {
                repeated[number, default: [firsts[number]]].append(target)
            }
        }
        return repeated.sorted { $0.key < $1.key }.map(\.value)
    }
}
