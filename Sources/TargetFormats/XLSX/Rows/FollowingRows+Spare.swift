internal import SpreadsheetML
internal import TargetModel

extension FollowingRows {
    /// Writes a row (from 0) that waits for a target.
    ///
    /// - Throws: what the library refuses.
    func writeSpare(
        _ row: Int,
        _ units: UnitNamesCell,
        to sink: inout RowsXML
    ) throws(WorkbookError) {
        let number = row - rows.lowerBound + 1
        let isHidden = listsBehind && number > targets.count + spareRows.printed
        try sink.beginRow(row, height: SpareRows.height, isHidden: isHidden)
        let position = "$" + CellPosition(row: row, column: placeColumn).reference
        let blank: [UInt8] = []
        for (place, shown) in columns.enumerated() {
            let value = lookUp(shown.source, row)
            var found = clipped(value, shown, height: SpareRows.height, of: nil)
            let isLink = shown.column.field == .serial && membership.linksSerials
            if shown.column.field == .serial {
                found = membership.linksSerials ? linked(value, row) : value
            }
            try sink.formula(
                "IF(\(position)=0,\"\",\(found))",
                text: blank.span,
                column: place,
                isLink
                    ? styles.spareLink : shown.column.isLong ? styles.spareText : styles.spareWord
            )
        }
        let nth = listsBehind ? number : number - targets.count
        try sink.number(Double(nth), column: numberColumn, styles.hidden)
        try writePlace(row, now: 0, to: &sink)
        guard listsOwn, let hidden = plan.column(.units) else { return }
        let names = units.formula(kept: lookUp(hidden, row)) { lookUp($0, row) }
        try sink.formula(
            "IF(\(position)=0,\"\",\(names))",
            text: blank.span,
            column: unitsColumn,
            styles.hidden
        )
    }

    /// What an expression comes to, with a visible end where its row (in points) has no room;
    /// `target` is whose text the row is made for.
    func clipped(
        _ value: String,
        _ shown: Shown,
        height: Double,
        of target: Int?
    ) -> String {
        guard case .table(let source) = shown.column.content,
            shown.column.isLong || shown.column.field == .leader
        else { return value + "&\"\"" }
        let text = target.map { plan.table.text.bytes(plan.table.range($0, source)) }
        return ClippedText(
            width: shown.column.width,
            height: height,
            size: target.map { size(of: shown.column.cells, $0) } ?? WorkbookTheme.bodySize,
            original: text ?? [],
            hint: plan.words.clippedHint
        ).formula(value)
    }
}

extension FollowingRows.Membership {
    /// Whether formulas can tell which targets are a leader's, and take those that come later.
    func takes(_ plan: WorkbookPlan) -> Bool {
        guard case .leader(let named) = self, plan.readsCells, plan.column(of: .leader) != nil
        else { return false }
        let names = [named.name] + named.others + named.exceptions
        return names.reduce(0) { $0 + $1.sheetUnits * 2 } < SheetLimits.formulaUnits / 4
    }

    /// What stands above the rows, in points, at most; nil where columns of so many characters are too
    /// few for its texts, which then take more lines than are counted here.
    func head(widths: [Double]) -> Double? {
        let isWide = widths.reduce(0, +) >= 90
        return switch self {
        // Title, note, figures with the lists beside them, gap.
        case .leader: isWide ? 34 + 20 + LeaderBlock.room + 9 : nil
        // Title, note; two lines of each.
        case .behind: isWide ? 36 + 20 : 62 + 34
        }
    }

    /// Whether serials lead to the targets' rows.
    var linksSerials: Bool {
        switch self {
        case .leader: false
        case .behind: true
        }
    }
}
