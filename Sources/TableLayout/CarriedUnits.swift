internal import DelimitedText
internal import SourceText
internal import TargetModel

/// The units of a page whose rows stand grouped by them: the column stands before the serials, and
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
    /// - Complexity: O(n) in the rows where units stand before the serials.
    init?(_ block: ColumnBlock, _ rows: Range<Int>, in cells: GridSource) {
        guard let units = block.offset(of: .units), let place = block.offset(of: .serial),
            block.columns[units] >= 0,
            // Left of the serials stand the units, or the units and the leaders of the same rows.
            case let leader = block.offset(of: .leader).flatMap({ $0 < place ? $0 : nil }),
            units < place, place == (leader == nil ? 1 : 2)
        else { return nil }
        let cell = block.cell + units
        let isMerged = cells.merged.areFound(at: cell, in: rows)
        var isNamed = false
        var blanks = 0
        var restarts = 0
        var last = Int.min
        for row in rows {
            let serial = cells.string(row: row, cell: block.cell + place)
            guard let number = Serial.number(of: serial) else { continue }
            let isBlank = cells.string(row: row, cell: cell).isEmpty
            if isBlank {
                guard isNamed, number > last,
                    leader.map({ cells.string(row: row, cell: block.cell + $0).isEmpty }) ?? true,
                    !isMerged || cells.mergedInto(row: row, cell: cell, in: rows) != nil
                else { return nil }
                blanks += 1
            } else if number <= last {
                restarts += 1
            }
            isNamed = true
            last = number
        }
        guard blanks > 0 else { return nil }
        column = block.columns[units]
        fillsBlanks = !isMerged
        areSections = restarts > 0
    }
}
