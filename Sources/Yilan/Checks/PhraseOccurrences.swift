internal import SourceText
internal import TargetModel

/// A check that looks only at cells in which some phrases stand.
protocol PhraseSeeker: SendableMetatype {
    /// The phrases that make a cell worth looking at.
    static var phrases: [String] { get }

    /// Whether it looks at cells of a field (nil: of an extra column) at all.
    static func looksAt(_ field: Field?) -> Bool
}

extension PhraseSeeker {
    static func looksAt(_ field: Field?) -> Bool { true }
}

/// Where the phrases of all checks stand, found in one pass over the cells.
struct PhraseOccurrences {
    /// A cell that some checks are to look at.
    struct Cell {
        /// The target, by index from 0.
        let target: Int
        /// The column, by index from 0.
        let column: Int
        /// A bit for each check, by its number in `seekers`.
        fileprivate var seekers: UInt64
        /// Where its phrases are in `hits`; those of `Brackets` aren't.
        fileprivate var hits: Range<Int>

        /// Whether a check (by its number) is to look at it.
        func isFor(_ seeker: Int) -> Bool { seekers & 1 &<< seeker != 0 }
    }

    /// The cells, target after target.
    private(set) var cells: [Cell] = []
    /// The phrases by their numbers among those of all checks, in each cell in the order of their ends.
    private var hits: [PhraseMatcher.Hit] = []

    /// All whose phrases are looked for, at most as many as a cell has bits: those of `TextChecks` first, by
    /// their numbers there.
    private static let seekers: [any PhraseSeeker.Type] =
        TextChecks.all + Checks.all.compactMap { $0.seeker }

    /// The number (from 0) of a check that is one of them; nil of another.
    static func number(of seeker: any PhraseSeeker.Type) -> Int? {
        seekers.firstIndex { $0 == seeker }
    }

    private static let brackets = number(of: Brackets.self)

    /// All phrases, check after check, and by phrase its check and its number there.
    private static let vocabulary: (matcher: PhraseMatcher, owners: [(seeker: Int, phrase: Int)]) =
        {
            var phrases: [String] = []
            var owners: [(seeker: Int, phrase: Int)] = []
            for (number, seeker) in seekers.enumerated() {
                for (index, phrase) in seeker.phrases.enumerated() {
                    phrases.append(phrase)
                    owners.append((number, index))
                }
            }
            return (PhraseMatcher(phrases), owners)
        }()

    /// Makes ready what looking needs.
    static func prepare() { _ = vocabulary }

    /// The cells that a check is to look at.
    func cells(for seeker: any PhraseSeeker.Type) -> [Cell] {
        guard let number = Self.number(of: seeker) else { return [] }
        return cells.filter { $0.isFor(number) }
    }

    /// Looks at the cells of a subject.
    ///
    /// - Complexity: O(n) in their bytes.
    init(in subject: CheckSubject) {
        let table = subject.table
        let (matcher, owners) = Self.vocabulary
        let brackets = Self.brackets
        // By column, a bit for each check that looks at it: 年 is in most deadlines, and nobody asks.
        let seekersOfColumn = table.columns.map { column in
            Self.seekers.indices.filter { Self.seekers[$0].looksAt(column.field) }
                .reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
        }
        let columns = subject.columns { column, text in
            matcher.hits(in: text).contains { hit in
                seekersOfColumn[column] & 1 << UInt64(owners[hit.phrase].seeker) != 0
            }
        }
        for target in subject.targets {
            for column in columns {
                let wanted = seekersOfColumn[column]
                let start = hits.count
                var found: UInt64 = 0
                var pairing = Brackets.Pairing()
                table.text.withSpan(of: table.range(target, column)) { text in
                    matcher.forEachHit(in: text) { hit in
                        let owner = owners[hit.phrase]
                        let bit = 1 &<< UInt64(owner.seeker)
                        guard wanted & bit != 0 else { return }
                        // Nearly all are closed at once, in every other cell: kept with the others and shown
                        // to their check, they were 2 % of the instructions of `check`.
                        guard owner.seeker != brackets else { return pairing.add(owner.phrase) }
                        found |= bit
                        hits.insertByEnd(hit, from: start)
                    }
                }
                if !pairing.isClosed, let brackets { found |= 1 &<< UInt64(brackets) }
                guard found != 0 else { continue }
                cells.append(
                    Cell(target: target, column: column, seekers: found, hits: start..<hits.count)
                )
            }
        }
    }

    /// Puts the phrases of a check (by its number) that stand in a cell in the place of others: by their
    /// numbers among the check's own, in the order of their ends.
    ///
    /// `text` is what the cell says, in UTF-8.
    func put(
        hitsOf seeker: Int,
        in cell: Cell,
        _ text: Span<UInt8>,
        into found: inout [PhraseMatcher.Hit]
    ) {
        found.removeAll(keepingCapacity: true)
        guard seeker != Self.brackets else { return Brackets.find(in: text) { found.append($0) } }
        for place in cell.hits {
            let owner = Self.vocabulary.owners[hits[place].phrase]
            if owner.seeker == seeker {
                found.append(PhraseMatcher.Hit(phrase: owner.phrase, bytes: hits[place].bytes))
            }
        }
    }
}
