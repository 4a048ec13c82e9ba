internal import SourceText
internal import TargetModel

/// A check of what single cells say.
///
/// It names the phrases that may be a sign of what it looks for; only cells that hold one of them
/// are shown to it, so that a table without findings costs one pass over its bytes.
protocol TextCheck: SendableMetatype {
    /// The phrases that make a cell worth looking at.
    static var phrases: [String] { get }

    /// Looks at a cell that holds some of the phrases.
    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    )
}

/// A cell with the phrases that a check has found in it.
struct ExaminedCell {
    /// The target, by index from 0.
    let target: Int
    /// The column, by index from 0.
    let column: Int
    /// The field of the column; nil for an extra column.
    let field: Field?
    /// What the cell says, UTF-8; the first byte is 0 in the bytes of `hits`.
    let bytes: ArraySlice<UInt8>
    /// The phrases of the check that stand in it, by index in `phrases`, in the order of their ends.
    let hits: [PhraseMatcher.Hit]

    /// What the cell says.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Some of the bytes, counted from 0.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
    }
}

/// Runs every text check in one pass over the cells.
enum TextChecks: Check {
    static let looksAtEachAlone = true

    static let all: [any TextCheck.Type] = [
        StatusAgainstProgress.self, ImpossibleShares.self, TwoMeasures.self, StaleProgress.self,
        BrokenText.self,
        Placeholders.self, Markup.self, Brackets.self, Punctuation.self, CharacterSlips.self,
    ]

    /// All phrases, check after check, and by phrase its check and its number there.
    private static let vocabulary: (matcher: PhraseMatcher, owners: [(check: Int, phrase: Int)]) = {
        var phrases: [String] = []
        var owners: [(check: Int, phrase: Int)] = []
        for (number, check) in all.enumerated() {
            for (index, phrase) in check.phrases.enumerated() {
                phrases.append(phrase)
                owners.append((number, index))
            }
        }
        return (PhraseMatcher(phrases), owners)
    }()

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let (matcher, owners) = vocabulary
        var hits: [PhraseMatcher.Hit] = []
        var hitsOfCheck = [[PhraseMatcher.Hit]](repeating: [], count: all.count)
        let columns = subject.columns(where: matcher.isFound)
        for target in subject.targets {
            for column in columns {
                hits.removeAll(keepingCapacity: true)
                let range = table.range(target, column)
                table.text.withSpan(of: range) { matcher.find(in: $0, addingTo: &hits) }
                guard !hits.isEmpty else { continue }
                // Not where they are examined: the cell that holds them there would make it a copy.
                for number in hitsOfCheck.indices where !hitsOfCheck[number].isEmpty {
                    hitsOfCheck[number].removeAll(keepingCapacity: true)
                }
                for hit in hits {
                    let owner = owners[hit.phrase]
                    hitsOfCheck[owner.check].append(
                        PhraseMatcher.Hit(phrase: owner.phrase, bytes: hit.bytes)
                    )
                }
                for number in hitsOfCheck.indices where !hitsOfCheck[number].isEmpty {
                    let cell = ExaminedCell(
                        target: target,
                        column: column,
                        field: table.columns[column].field,
                        bytes: table.text.bytes(range),
                        hits: hitsOfCheck[number]
                    )
                    all[number].examine(cell, on: &subject, reporting: &findings)
                }
            }
        }
    }
}
