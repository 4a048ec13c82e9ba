internal import TargetModel

/// How often each unit is named in each document of a table, in the order of first appearance:
/// checks of names look at each once, and not at each cell.
struct UnitMentions {
    /// One name in one document.
    struct Mention {
        /// The name as it is written.
        var name: String
        /// The document, by index from 0.
        var document: Int
        /// The first target that has it (from 0).
        var first: Int
        /// How many targets have it.
        var count: Int
    }

    /// The names.
    private(set) var all: [Mention] = []

    /// Counts the units of the targets of a subject.
    init(_ subject: inout CheckSubject) {
        let table = subject.table
        var places: [[Int]] = Array(repeating: [], count: table.documents.count)
        for (target, count) in Self.cells(of: subject) {
            let document = Int(table.origins[target].document)
            for unit in subject.derived.unitNumbers(of: target) {
                while unit >= places[document].count { places[document].append(-1) }
                if places[document][unit] < 0 {
                    places[document][unit] = all.count
                    all.append(
                        Mention(
                            name: subject.derived.unit(unit),
                            document: document,
                            first: target,
                            count: 0
                        )
                    )
                }
                all[places[document][unit]].count += count
            }
        }
    }

    /// The targets that are looked at, and how many each stands for: of a whole table of one document with one
    /// column of units, those that have each text of it first; else each stands for itself.
    private static func cells(of subject: CheckSubject) -> [(target: Int, count: Int)] {
        let columns = subject.table.unitColumns
        guard subject.targets == 0..<subject.table.count, subject.table.documents.count == 1,
            columns.count == 1,
            let texts = subject.derived.texts(ofColumn: columns[0])
        else { return subject.targets.map { ($0, 1) } }
        return texts.all.map { ($0.first, $0.count) }
    }
}
