internal import SourceText
internal import TargetModel

/// A check of what single cells say.
///
/// Its phrases may be a sign of what it looks for; only cells that hold one of them are shown to it, so
/// that a table without findings costs one pass over its bytes.
protocol TextCheck: PhraseSeeker {
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
    fileprivate(set) var hits: [PhraseMatcher.Hit]

    /// What the cell says.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Some of the bytes, counted from 0.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(bytes.startIndex + range.lowerBound)..<(bytes.startIndex + range.upperBound)]
    }
}

/// Runs every text check, cell after cell.
enum TextChecks: Check {
    static let looksAtEachAlone = true

    static let all: [any TextCheck.Type] = [
        StatusAgainstProgress.self, ImpossibleShares.self, TwoMeasures.self, StaleProgress.self,
        BrokenText.self,
        Placeholders.self, Markup.self, Brackets.self, Punctuation.self, CharacterSlips.self,
    ]

    /// Makes ready what `run` looks up.
    static func prepare() { PhraseOccurrences.prepare() }

    static func run(on subject: inout CheckSubject, reporting findings: inout CheckFindings) {
        let table = subject.table
        let found = subject.phrases()
        var hits: [PhraseMatcher.Hit] = []
        // The cell's own bytes: references to the table's are counted by all cores in one place, and waiting for
        // each other there was a tenth of the time of these checks.
        var bytes: [UInt8] = []
        for place in found.cells where all.indices.contains(where: place.isFor) {
            bytes.removeAll(keepingCapacity: true)
            table.text.withSpan(of: table.range(place.target, place.column)) { bytes.append($0) }
            var cell = ExaminedCell(
                target: place.target,
                column: place.column,
                field: table.columns[place.column].field,
                bytes: bytes[...],
                hits: []
            )
            for check in all.indices where place.isFor(check) {
                found.put(hitsOf: check, in: place, cell.bytes.span, into: &hits)
                // Lent to the cell: a copy would have its references counted.
                swap(&cell.hits, &hits)
                all[check].examine(cell, on: &subject, reporting: &findings)
                swap(&cell.hits, &hits)
            }
        }
    }
}
