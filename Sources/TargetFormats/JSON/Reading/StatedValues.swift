internal import SourceText
internal import TargetModel

/// What objects say beside the texts of their targets, each distinct member once.
///
/// It is compared with what the texts mean when there is a table, which may be long after the
/// objects were read and forgotten: 100,000 of them take 60 MB.
struct StatedValues: Sendable {
    /// What a member says something of.
    enum Kind: Int, CaseIterable {
        /// `deadline`, `onSchedule` and `units`, which hold their text.
        case deadline, onSchedule, units
        /// `leaders`, which stands beside its text.
        case leaders

        /// That of a field whose object holds its text; nil of others.
        init?(_ field: Field) {
            switch field {
            case .deadline: self = .deadline
            case .onSchedule: self = .onSchedule
            case .units: self = .units
            case .serial, .leader, .objective, .progress: return nil
            }
        }
    }

    /// A member, and the first target that has it.
    struct Entry {
        /// What it says something of.
        var kind: Kind
        /// The offset (from 0) of its value in the source.
        var start: UInt32
        /// The target, by index (from 0).
        var target: UInt32
    }

    /// The members.
    private(set) var entries: [Entry] = []
    /// By kind and number of a member, the document (from 0) of the target that was noted last: a
    /// deadline means another day in another year.
    private var documents = [[Int32]](repeating: [], count: Kind.allCases.count)
    private var leaders = DistinctTexts()
    private var lists = DistinctTexts()
    /// By number of a leader's text, the list that was noted last beside it; -1 where none was.
    private var listsOfLeaders: [Int] = []

    /// Notes a member that holds its text; `number` (from 0) is the same for members of the same bytes.
    mutating func note(
        _ kind: Kind,
        _ number: Int,
        at start: Int,
        of target: Int,
        document: Int
    ) {
        let (place, document) = (kind.rawValue, Int32(clamping: document))
        while documents[place].count <= number { documents[place].append(-1) }
        guard documents[place][number] != document else { return }
        documents[place][number] = document
        add(kind, at: start, of: target)
    }

    /// Notes a list of leaders that stands beside their text.
    mutating func note(
        leaders list: Range<Int>,
        beside leader: TextRange,
        of target: Int,
        in text: TextStore
    ) {
        let number = leaders.number(of: leader, in: text)
        let listNumber = lists.number(of: TextRange(source: list), in: text)
        if number == listsOfLeaders.count { listsOfLeaders.append(-1) }
        guard listsOfLeaders[number] != listNumber else { return }
        listsOfLeaders[number] = listNumber
        add(.leaders, at: list.lowerBound, of: target)
    }

    private mutating func add(_ kind: Kind, at start: Int, of target: Int) {
        entries.append(
            Entry(
                kind: kind,
                start: UInt32(truncatingIfNeeded: start),
                target: UInt32(truncatingIfNeeded: target)
            )
        )
    }

    /// Notes what was noted of other targets of the same source, which stand behind the first `count`.
    mutating func append(_ other: StatedValues, behind count: Int) {
        entries += other.entries.lazy.map { entry in
            var moved = entry
            moved.target += UInt32(truncatingIfNeeded: count)
            return moved
        }
    }
}
