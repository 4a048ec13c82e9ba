internal import SourceText
internal import TargetModel

/// A check of what single cells say.
///
/// It names the phrases that may be a sign of what it looks for; only cells that hold one of them
/// are shown to it, so that a table without findings costs one pass over its bytes.
protocol TextCheck: SendableMetatype {
    /// The phrases that make a cell worth looking at.
    static var phrases: [String] { get }

    /// Whether it looks at cells of a field (nil: of an extra column) at all.
    static func looksAt(_ field: Field?) -> Bool

    /// Looks at a cell that holds some of the phrases.
    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    )
}

extension TextCheck {
    static func looksAt(_ field: Field?) -> Bool { true }
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
    fileprivate(set) var hits: [PhraseMatcher.Hit]

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

    /// Makes ready what `run` looks up.
    static func prepare() { _ = vocabulary }

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let (matcher, owners) = vocabulary
        // Of one cell, those of all checks, in the order of their ends.
        var hits: [PhraseMatcher.Hit] = []
        var hitsOfCheck: [PhraseMatcher.Hit] = []
        // The cell's own bytes: references to the table's are counted by all cores in one place, and waiting for
        // each other there was a tenth of the time of these checks.
        var bytes: [UInt8] = []
        // By column, a bit for each check that looks at it: 年 is in most deadlines, and nobody asks.
        let checksOfColumn = table.columns.map { column in
            all.indices.filter { all[$0].looksAt(column.field) }.reduce(0) { $0 | 1 << $1 }
        }
        let columns = subject.columns { column, text in
            matcher.hits(in: text).contains { hit in
                checksOfColumn[column] & 1 << owners[hit.phrase].check != 0
            }
        }
        for target in subject.targets {
            for column in columns {
                let range = table.range(target, column)
                let checks = checksOfColumn[column]
                var found = 0
                if !hits.isEmpty { hits.removeAll(keepingCapacity: true) }
                table.text.withSpan(of: range) { text in
                    matcher.forEachHit(in: text) { hit in
                        let bit = 1 &<< owners[hit.phrase].check
                        guard checks & bit != 0 else { return }
                        found |= bit
                        hits.insertByEnd(hit)
                    }
                    guard found != 0 else { return }
                    bytes.removeAll(keepingCapacity: true)
                    bytes.append(text)
                }
                guard found != 0 else { continue }
                var cell = ExaminedCell(
                    target: target,
                    column: column,
                    field: table.columns[column].field,
                    bytes: bytes[...],
                    hits: []
                )
                while found != 0 {
                    let check = found.trailingZeroBitCount
                    found &= found - 1
                    hitsOfCheck.removeAll(keepingCapacity: true)
                    for hit in hits where owners[hit.phrase].check == check {
                        let phrase = owners[hit.phrase].phrase
                        hitsOfCheck.append(PhraseMatcher.Hit(phrase: phrase, bytes: hit.bytes))
                    }
                    // Lent to the cell: a copy would have its references counted.
                    swap(&cell.hits, &hitsOfCheck)
                    all[check].examine(cell, on: &subject, reporting: &findings)
                    swap(&cell.hits, &hitsOfCheck)
                }
            }
        }
    }
}
