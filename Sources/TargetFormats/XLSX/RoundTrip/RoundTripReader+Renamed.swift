internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

extension RoundTripReader {
    /// Finds the table's own columns among those without a known header by what their cells say:
    /// somebody typed over the header, cleared it, or replaced a word in the whole sheet.
    ///
    /// Where a column stands in the place of a missing one and may be it or not, that is an error.
    /// - Complexity: O(n · c) in the rows and the missing columns.
    mutating func adoptRenamedColumns() {
        var targets: [Int?]?
        for index in sheets.indices {
            let missing = sheets[index].cells.indices.filter { sheets[index].cells[$0] == nil }
            guard !missing.isEmpty else { continue }
            let strange = sheets[index].strangers + unlabelledCells(ofSheet: index)
            guard !strange.isEmpty else { continue }
            let identified =
                targets ?? identities { _, _ in 0 }
            targets = identified
            let pairs = zip(rows, identified).compactMap { row, target in
                row.sheet == index ? target.map { (row, $0) } : nil
            }
            adopt(strange, for: missing, ofSheet: index, pairs)
        }
    }

    /// Cells, from 0, without a header beside columns that have one.
    private func unlabelledCells(ofSheet index: Int) -> [Int] {
        let sheet = sheets[index].sheet
        let width = rows.lazy.filter { $0.sheet == index }.map { sheet.cellCount(row: $0.row) }
            .max()
        return (0..<(width ?? 0)).filter { cell in
            let range = sheet.range(row: sheets[index].header, cell: cell) ?? 0..<0
            return CellText.trimmed(sheet.bytes[range]).isEmpty
        }
    }

    /// How much a column of the sheet is like a missing one of the table.
    private struct Likeness {
        /// The cell (from 0) of the sheet's rows.
        var cell: Int
        /// The column (from 0) of the table.
        var column: Int
        /// How many of the targets say there what they said, of those that say something.
        var same = 0
        var filled = 0
        /// How many different texts are the same.
        var texts = 0
        /// Whether the header is as the column's but for a word.
        var hasLikeHeader = false
        var isInPlace = false

        /// Whether it is the column: most cells say what they said, and not by chance.
        var isCertain: Bool {
            same > 0 && same * 2 >= filled && (texts > 2 || hasLikeHeader || isInPlace)
        }

        /// Whether it may be the column.
        var isPossible: Bool { isInPlace && (hasLikeHeader || same * 10 >= filled) }
    }

    private mutating func adopt(
        _ strange: [Int],
        for missing: [Int],
        ofSheet index: Int,
        _ targets: [(row: Row, target: Int)]
    ) {
        var likenesses = missing.flatMap { column in
            strange.map { likeness($0, column, ofSheet: index, targets) }
        }.filter { $0.filled > 0 }
        likenesses.sort { one, other in
            (other.same * one.filled, one.column, one.cell)
                < (one.same * other.filled, other.column, other.cell)
        }
        for pair in likenesses
        where pair.isCertain && sheets[index].cells[pair.column] == nil
            && !sheets[index].renamed.contains(pair.cell)
        {
            sheets[index].adopt(pair.cell, as: pair.column)
        }
        for pair in likenesses
        where pair.isPossible && sheets[index].cells[pair.column] == nil
            && sheets[index].strangers.contains(pair.cell)
        {
            let finding = Self.replacedColumn(
                table.columns[pair.column].label,
                by: header(sheets[index], pair.cell)
            )
            bag.report(atHeader(finding, sheets[index], pair.cell))
        }
    }

    private func likeness(
        _ cell: Int,
        _ column: Int,
        ofSheet index: Int,
        _ targets: [(row: Row, target: Int)]
    ) -> Likeness {
        let sheet = sheets[index].sheet
        let header = header(sheets[index], cell)
        let word = ReplacedWord(from: table.headers[column], to: header)
        var likeness = Likeness(cell: cell, column: column)
        likeness.hasLikeHeader = word != nil
        likeness.isInPlace = sheets[index].stands(cell, inPlaceOf: column)
        var texts = Set<String>()
        for (row, target) in targets {
            let range = sheet.range(row: row.row, cell: cell) ?? 0..<0
            let text = CellText.trimmed(sheet.bytes[range])
            let original = kept.original(target, column)
            guard original != .unknown, !text.isEmpty || original.says([]) != true else { continue }
            likeness.filled += 1
            let said =
                original.says(text) == true
                || word?.explains(String(decoding: text, as: UTF8.self), insteadOf: original)
                    == true
            guard said else { continue }
            likeness.same += 1
            if texts.count <= 2 { texts.insert(String(decoding: text, as: UTF8.self)) }
        }
        likeness.texts = texts.count
        return likeness
    }
}

/// A word that was replaced in a whole sheet, as its header tells.
private struct ReplacedWord {
    private let old: String
    private let new: String

    /// Finds the word; nil where the headers have less than half of the old one in common.
    init?(from header: String, to other: String) {
        let one = Array(header)
        let two = Array(other)
        let most = min(one.count, two.count)
        let start = (0..<most).first { one[$0] != two[$0] } ?? most
        let end =
            (0..<(most - start)).first {
                one[one.count - 1 - $0] != two[two.count - 1 - $0]
            } ?? most - start
        guard (start + end) * 2 >= one.count, start + end < one.count else { return nil }
        old = String(one[start..<(one.count - end)])
        new = String(two[start..<(two.count - end)])
    }

    /// Whether a text is what replacing the word makes of the original.
    func explains(_ text: String, insteadOf original: Baseline.Original) -> Bool {
        switch original {
        case .text(let before):
            before.replacing(old, with: new).utf8.elementsEqual(text.utf8)
        case .digest:
            !new.isEmpty && original.says(text.replacing(new, with: old).utf8) == true
        case .unknown: false
        }
    }
}
