internal import SpreadsheetML
internal import TargetModel

/// A column of the sheets of targets.
struct SheetColumn {
    /// What stands in it.
    enum Content: Equatable {
        /// The texts of a column of the table (from 0).
        case table(Int)
        /// The dates that the deadlines mean.
        case date
        /// Numbers of the targets, from 0, for formulas that look a target up.
        case number
        /// Names of the units with `|` around each, for formulas that count them.
        case units
        /// Keys of the rows; see `WorkbookRoundTrip`.
        case key
    }

    /// What stands in it.
    var content: Content
    /// The field of the table's column.
    var field: Field?
    /// The header: no other column of the sheet has it.
    var header: String
    /// Width in characters.
    var width: Double

    /// Whether it is for the workbook's own use.
    var isHidden: Bool {
        switch content {
        case .table, .date: false
        case .number, .units, .key: true
        }
    }

    /// What is asked for each cell of the column, apart from its texts.
    ///
    /// A copy of the column itself counts references to its header: over all cells that was a
    /// twentieth of writing a workbook.
    struct Cells {
        /// What stands in them.
        let content: Content
        /// Whether they are serials.
        let isSerial: Bool
        /// Whether their texts are long.
        let isLong: Bool
    }

    /// What is asked for each cell.
    var cells: Cells { Cells(content: content, isSerial: field == .serial, isLong: isLong) }

    /// Whether its texts are long: they begin at the top left of their cells.
    var isLong: Bool {
        guard case .table = content else { return false }
        return switch field {
        case .objective, .progress, .units, nil: true
        case .serial, .leader, .deadline, .onSchedule: false
        }
    }
}

/// Gives the columns of a sheet headers that differ by more than case, as Excel's tables ask.
struct HeaderNames {
    private var taken: Set<String> = []

    /// Returns a header for a column that should be called `wanted`.
    mutating func add(_ wanted: String) -> String {
        var name = wanted
        var number = 1
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            name = "\(wanted) (\(number))"
        }
        return name
    }
}
