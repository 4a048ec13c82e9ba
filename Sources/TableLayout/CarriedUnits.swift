internal import DelimitedText
internal import SourceText
internal import TargetModel

/// The units of a page whose rows stand grouped by them: the column stands just before the serials, and
/// says a name once for the rows below it, as a merged cell does.
struct CarriedUnits {
    /// The table's column, from 0.
    let column: Int
    /// Whether a blank cell says what the one above says: where it is known which cells are merged, these
    /// say it.
    let fillsBlanks: Bool
    /// Whether the numbering begins anew only below names, so that each of these has a section.
    let areSections: Bool

    /// Looks into the rows (from 0) of targets under a block; nil where they aren't grouped so.
    ///
    /// A correction of a name leaves them grouped: it goes by where the column stands, not by how many
    /// cells are blank.
    /// - Complexity: O(n) in the rows where units stand just before the serials.
    init?(_ block: ColumnBlock, _ rows: Range<Int>, in cells: GridSource) {
        guard block.offset(of: .units) == 0, block.offset(of: .serial) == 1, block.columns[0] >= 0
        else { return nil }
        let isMerged = cells.merged.areFound(at: block.cell, in: rows)
        var isNamed = false
        var blanks = 0
        var restarts = 0
        var last = Int.min
        for row in rows {
            let serial = cells.string(row: row, cell: block.cell + 1)
            guard let number = Serial.number(of: serial) else { continue }
            let isBlank = cells.string(row: row, cell: block.cell).isEmpty
            if isBlank {
                guard isNamed, number > last,
                    !isMerged || cells.mergedInto(row: row, cell: block.cell, in: rows) != nil
                else { return nil }
                blanks += 1
            } else if number <= last {
                restarts += 1
            }
            isNamed = true
            last = number
        }
        guard blanks > 0 else { return nil }
        column = block.columns[0]
        fillsBlanks = !isMerged
        areSections = restarts > 0
    }
}
