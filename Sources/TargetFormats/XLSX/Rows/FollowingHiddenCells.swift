internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The cells behind the last column of a sheet that follows the sheet of targets, which only formulas
/// read: by which number a row finds its target, where that stands, and whose it is.
struct FollowingHiddenCells {
    private let rows: FollowingRows
    /// The first target (from 0) of the sheet of targets.
    private let first: Int
    /// Which row of the sheet of targets (from 1, under its header) a row shows, 0 for none.
    private let place: RowFormula?
    /// The same in rows that wait for a target.
    private let sparePlace: RowFormula?
    /// What the target's leaders are, where only that tells whether the row belongs here.
    private let witness: RowFormula?
    /// The target's units.
    private let units: RowFormula?
    /// The same in rows that wait for a target.
    private let spareUnits: RowFormula?

    init(_ rows: FollowingRows, _ units: UnitNamesCell) throws(WorkbookError) {
        let plan = rows.plan
        let cell = rows.placeCell
        self.rows = rows
        first = plan.parts.first?.targets.lowerBound ?? 0
        place = try rows.place(isSpare: false).map { text throws(WorkbookError) in
            try RowFormula(text)
        }
        sparePlace = try rows.place(isSpare: true).map { text throws(WorkbookError) in
            try RowFormula(text)
        }
        guard case .leader = rows.membership else {
            (witness, self.units, spareUnits) = (nil, nil, nil)
            return
        }
        let hidden = plan.column(.units)
        let leader = rows.listsOwn ? nil : plan.column(of: .leader)
        witness = try leader.map { column throws(WorkbookError) in
            try RowFormula("IF(\(cell)=0,\"?\",\(rows.lookUp(column))&\"\")")
        }
        self.units = try hidden.map { column throws(WorkbookError) in
            try RowFormula("IF(\(cell)=0,\"\",\(rows.lookUp(column))&\"\")")
        }
        spareUnits = try (rows.listsOwn ? hidden : nil).map { column throws(WorkbookError) in
            let names = units.formula(kept: rows.lookUp(column), rows.lookUp)
            return try RowFormula("IF($\(cell)=0,\"\",\(names))")
        }
    }

    /// Writes the cells of a target (from 0), in one of the rows (from 0); `names` are its units, with `|`
    /// around each.
    ///
    /// - Throws: what the library refuses.
    func write(
        _ target: Int,
        at index: Int,
        _ names: String,
        to sink: inout RowsXML
    ) throws(WorkbookError) {
        let (plan, style) = (rows.plan, rows.styles.hidden)
        let number = rows.listsBehind ? index + 1 : target
        try sink.number(Double(number), column: rows.numberColumn, style)
        if let place {
            try sink.formula(
                place,
                number: Double(target - first + 1),
                column: rows.placeColumn,
                style
            )
        }
        if let witness {
            let text = plan.table.text.bytes(plan.table.range(target, .leader))
            try sink.formula(witness, text: text.span, column: rows.witnessColumn, style)
        }
        if let units {
            try sink.formula(units, text: names.utf8.span, column: rows.unitsColumn, style)
        }
    }

    /// Writes the cells of a row (from 0) that waits for a target.
    ///
    /// - Throws: what the library refuses.
    func writeSpare(at index: Int, to sink: inout RowsXML) throws(WorkbookError) {
        let style = rows.styles.hidden
        // What is behind is numbered through, a leader's new targets by themselves.
        let number = index + 1 - (rows.listsBehind ? 0 : rows.targets.count)
        try sink.number(Double(number), column: rows.numberColumn, style)
        if let sparePlace {
            try sink.formula(sparePlace, number: 0, column: rows.placeColumn, style)
        }
        if let spareUnits {
            let blank: [UInt8] = []
            try sink.formula(spareUnits, text: blank.span, column: rows.unitsColumn, style)
        }
    }
}

extension FollowingRows {
    /// Which row of the sheet of targets (from 1, under its header) a row shows, 0 for none; nil where
    /// that has no numbers.
    fileprivate func place(isSpare: Bool) -> String? {
        guard let numbers = plan.column(.number), sources.indices.contains(numbers) else {
            return nil
        }
        let number = ColumnLetters.of(numberColumn) + RowFormula.row
        if listsBehind, let place = formulas.place(ofBehind: .all) { return place(number) }
        let match = "MATCH(\(number),\(sources[numbers]),0)"
        if listsOwn, case .leader(let named) = membership {
            if !isSpare, let leaders = plan.column(of: .leader) {
                let isNamed = named.holds("INDEX(\(sources[leaders]),\(match))")
                return "IFERROR(\(match)*\(isNamed),0)"
            }
            if isSpare, let place = formulas.place(of: .leader(named, cell: nil), without: listed) {
                return place(number)
            }
        }
        return "IFERROR(\(match),0)"
    }

    /// The places of the targets that the rows were made for, for formulas.
    private var listed: String {
        let targetRows = rows.lowerBound...max(rows.lowerBound, rows.lowerBound + targets.count - 1)
        return CellRange(rows: targetRows, columns: placeColumn...placeColumn).absolute
    }
}
