internal import DelimitedText
internal import SourceText
internal import TargetModel

/// The names by which the rows of a page stand grouped: of units, or of a class of targets (类别), in a
/// column before the serials that says a name once for the rows below it, as a merged cell does.
struct CarriedNames {
    /// The table's column, from 0.
    let column: Int
    /// Whether a blank cell says what the one above says: where it is known which cells are merged, these
    /// say it.
    let fillsBlanks: Bool
    /// Whether the numbering begins anew only below names, so that each of these has a section.
    let areSections: Bool

    /// Looks into the rows (from 0) of targets under a block; nil where they aren't grouped so.
    ///
    /// Where a table has no serials, the column stands before what is to be achieved. A correction of a
    /// name leaves rows grouped: it goes by where the column stands, not by how many cells are blank.
    /// - Complexity: O(n) in the rows where a column stands before the serials.
    init?(_ block: ColumnBlock, _ rows: Range<Int>, in cells: GridSource) {
        guard let found = Self.place(in: block) else { return nil }
        let (cell, isMerged) = (
            block.cell + found.name,
            cells.merged.areFound(at: block.cell + found.name, in: rows)
        )
        let leader = block.offset(of: .leader).flatMap { $0 < found.target ? $0 : nil }
        var isNamed = false
        var blanks = 0
        var restarts = 0
        var last = Int.min
        for row in rows {
            let text = cells.string(row: row, cell: block.cell + found.target)
            guard let number = found.isSerial ? Serial.number(of: text) : text.isEmpty ? nil : row
            else { continue }
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
        column = block.columns[found.name]
        fillsBlanks = !isMerged
        areSections = restarts > 0
    }

    /// The names' cell and the one by which a row is a target (from 0 within the block), a serial where
    /// there is one: left of it stand the names, or the names and the leaders of the same rows.
    private static func place(in block: ColumnBlock)
        -> (name: Int, target: Int, isSerial: Bool)?
    {
        let serial = block.offset(of: .serial)
        guard let target = serial ?? block.offset(of: .objective) else { return nil }
        let left = (0..<target).filter { block.fields[$0] != .leader }
        guard left.count == 1, target <= 2, block.columns[left[0]] >= 0,
            block.fields[left[0]] == nil || block.fields[left[0]] == .units
        else { return nil }
        return (left[0], target, serial != nil)
    }
}
