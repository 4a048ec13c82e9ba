internal import SpreadsheetML
internal import TargetModel

/// The sheet of what was promised in figures, and what was reached of each.
///
/// Where both figures are plain, cells find them in the texts of the sheet of targets, so that they
/// follow a correction; else they are as of the workbook's making, and marked.
struct IndicatorsSheet {
    let frame: ListFrame
    let indicators: [Indicator]
    /// The sheets of targets.
    let parts: [WrittenSheet]

    private var plan: WorkbookPlan { frame.plan }
    private var words: WorkbookWords { frame.plan.words }

    /// Widths of the columns that are seen, in characters: those of figures show the longest.
    private var widths: [Double] {
        var widths: [Double] = [8, 12, 40, 16, 12, 12, 16, 12, 12, 12]
        for indicator in indicators {
            for (column, figure) in [
                (ColumnPlace.promised, indicator.promised),
                (ColumnPlace.achieved, indicator.achieved ?? indicator.promised),
            ] {
                widths[column] = max(widths[column], Self.width(of: figure))
            }
        }
        return widths
    }

    /// The width, in characters, of a figure with a comma between thousands.
    private static func width(of figure: Figure) -> Double {
        let value = figure.value
        let digits = String((value.numerator / value.denominator).magnitude).utf8.count
        // With the mark of those that don't follow.
        let characters = digits + (digits - 1) / 3 + (value.numerator < 0 ? 2 : 1)
        return ColumnWidths.width(
            ofText: characters * TextMetrics.narrow,
            size: WorkbookTheme.whole.size
        )
    }

    // Columns from 0; behind those that are seen, the target's place and its two texts.
    private enum ColumnPlace {
        static let promised = 5
        static let achieved = 7
        static let ratio = 8
        static let met = 9
        static let place = 10
        static let objective = 11
        static let progress = 12
    }

    /// Writes the sheet.
    ///
    /// - Throws: what the library refuses.
    func write(to workbook: inout WorkbookWriter) throws(WorkbookError) {
        let widths = widths
        let columns = 0...(widths.count - 1)
        let title = words.indicatorsTitle(years: words.years(of: plan.table.documents))
        let followed = indicators.map { FollowedIndicator($0, plan) }
        let following = followed.count { $0 != nil }
        let note = words.indicatorsNote(indicators.count, following: following)
        try frame.write(title, note: .text(note), texts: [note], widths: widths, to: &workbook)
        let headers = zip(words.indicatorHeaders, widths)
        try frame.writeHeader(headers.map { ($0, $1) }, to: &workbook)
        let link = try workbook.style(WorkbookTheme.serialLink)
        let figures = try Figures(&workbook, mark: "")
        let marked = try Figures(&workbook, mark: following > 0 ? words.stored : "")
        for (index, (indicator, followed)) in zip(indicators, followed).enumerated() {
            let row = ListFrame.headerRow + 1 + index
            let numbers = followed == nil ? marked : figures
            try write(indicator, followed, row, widths, link, numbers, to: &workbook)
        }
        if !indicators.isEmpty {
            let first = ListFrame.headerRow + 1
            let rows = first...(first + indicators.count - 1)
            let cell = CellPosition(row: first, column: ColumnPlace.met).reference
            try workbook.addCondition(
                "\(cell)=\(FormulaText.literal(words.met(false)))",
                WorkbookTheme.behind,
                to: CellRange(rows: rows, columns: ColumnPlace.met...ColumnPlace.met),
                of: frame.sheet
            )
        }
        if plan.follows {
            for column in ColumnPlace.place...ColumnPlace.progress {
                try workbook.setColumn(column, width: 9, isHidden: true, of: frame.sheet)
            }
        }
        try frame.finish(
            rows: indicators.count,
            columns: columns,
            zoom: WorkbookPlan.zoom(ofColumns: widths),
            in: &workbook
        )
    }

    /// How figures are shown.
    private struct Figures {
        private let fraction: CellStyle
        private let whole: CellStyle

        /// Makes the styles of figures with a mark behind them.
        init(_ workbook: inout WorkbookWriter, mark: String) throws(WorkbookError) {
            func marked(_ format: CellFormat) -> CellFormat {
                guard !mark.isEmpty, let digits = format.numberFormat else { return format }
                return format.with { $0.numberFormat = "\(digits)\"\(mark)\"" }
            }
            fraction = try workbook.style(marked(WorkbookTheme.number))
            whole = try workbook.style(marked(WorkbookTheme.whole))
        }

        /// The style of a figure.
        func style(of figure: Figure?) -> CellStyle {
            figure.map { $0.value.denominator == 1 } == true ? whole : fraction
        }
    }

    private func write(
        _ indicator: Indicator,
        _ followed: FollowedIndicator?,
        _ row: Int,
        _ widths: [Double],
        _ link: CellStyle,
        _ figures: Figures,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let (sheet, styles, table) = (frame.sheet, frame.styles, plan.table)
        let target = indicator.target
        func cell(_ column: Int) -> CellPosition { CellPosition(row: row, column: column) }
        let serial = table.string(target, .serial)
        let number = SerialCell(ArraySlice(serial.utf8))
        try frame.writeLink(
            number.map { .number(Double($0.number)) } ?? .text(serial),
            toTarget: target,
            column: table.column(of: .objective) ?? table.column(of: .serial) ?? 0,
            at: cell(0),
            of: parts,
            to: &workbook,
            link
        )
        let texts: [(column: Int, text: String)] = [
            (1, table.string(target, .leader)), (2, indicator.name),
            (3, indicator.promised.text), (4, words.comparator(indicator.comparator)),
            (6, indicator.achieved?.text ?? words.none),
        ]
        for (column, text) in texts {
            let style = column == 2 ? styles.name : styles.madeWord
            try workbook.write(.text(text), at: cell(column), of: sheet, style)
        }
        let values = try values(of: indicator, followed, row, to: &workbook)
        for (column, value, figure) in [
            (ColumnPlace.promised, values.promised, indicator.promised as Figure?),
            (ColumnPlace.achieved, values.achieved, indicator.achieved),
        ] {
            let style = figures.style(of: figure)
            try workbook.write(value, at: cell(column), of: sheet, style)
            guard followed != nil, let figure else { continue }
            // Where the figure has changed, its text is the number found, and the unit, which is what
            // it was found by.
            let value = FollowedIndicator.double(figure.value)
            let isSame = "ABS(N(\(cell(column).reference))-\(value))<0.000001"
            let found = "\(cell(column).reference)&\(FormulaText.literal(figure.unit))"
            let none = FormulaText.literal(words.none)
            let formula =
                "IF(\(isSame),\(FormulaText.literal(figure.text)),"
                + "IF(ISNUMBER(\(cell(column).reference)),\(found),\(none)))"
            try workbook.write(
                .formula(formula, .text(figure.text)),
                at: cell(column - (column == ColumnPlace.promised ? 2 : 1)),
                of: sheet,
                styles.madeWord
            )
        }
        try workbook.write(values.ratio, at: cell(ColumnPlace.ratio), of: sheet, styles.rate)
        try workbook.write(values.met, at: cell(ColumnPlace.met), of: sheet, styles.madeWord)
        let height = ListFrame.height(of: texts.map { ($0.text, widths[$0.column]) })
        try workbook.setRow(row, height: height, grows: true, of: sheet)
    }

    /// What the figures' cells hold.
    private struct Values {
        var promised: CellValue
        var achieved: CellValue
        var ratio: CellValue
        var met: CellValue
    }

    /// Writes the hidden cells of a row (from 0) that follows, and returns what the others hold.
    private func values(
        of indicator: Indicator,
        _ followed: FollowedIndicator?,
        _ row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) -> Values {
        let none = CellValue.text(words.none)
        var values = Values(
            promised: .number(FollowedIndicator.double(indicator.promised.value)),
            achieved: indicator.achieved
                .map { .number(FollowedIndicator.double($0.value)) } ?? none,
            ratio: indicator.ratio.map { .number(FollowedIndicator.double($0)) } ?? none,
            met: indicator.isMet.map { .text(words.met($0)) } ?? none
        )
        guard let followed else { return values }
        func result(_ value: CellValue) -> CellValue.Result {
            switch value {
            case .number(let number): .number(number)
            case .text(let text): .text(text)
            default: .text(words.none)
            }
        }
        let one = CellPosition(row: row, column: ColumnPlace.promised).reference
        let other = CellPosition(row: row, column: ColumnPlace.achieved).reference
        try writeTexts(of: indicator, followed, row, to: &workbook)
        func formula(_ finder: FigureFormula, _ column: Int, _ value: CellValue) -> CellValue {
            let cell = "$" + CellPosition(row: row, column: column).reference
            return .formula(finder.formula(cell, otherwise: words.none), result(value))
        }
        values.promised = formula(followed.promise, ColumnPlace.objective, values.promised)
        values.achieved = formula(followed.report, ColumnPlace.progress, values.achieved)
        let isKnown = "AND(ISNUMBER(\(one)),ISNUMBER(\(other)),N(\(one))<>0)"
        let unknown = FormulaText.literal(words.none)
        let share = followed.share(of: other, in: one)
        values.ratio = .formula("IF(\(isKnown),\(share),\(unknown))", result(values.ratio))
        let yes = FormulaText.literal(words.met(true))
        let no = FormulaText.literal(words.met(false))
        values.met = .formula(
            "IF(\(isKnown),IF(\(followed.condition(share)),\(yes),\(no)),\(unknown))",
            result(values.met)
        )
        return values
    }

    /// Writes the hidden cells of a row (from 0): the target's place, and its texts there.
    private func writeTexts(
        of indicator: Indicator,
        _ followed: FollowedIndicator,
        _ row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let part = followed.part
        let place = CellPosition(row: row, column: ColumnPlace.place)
        let numbers = part.cells[followed.numbers]
        let found = "IFERROR(MATCH(\(indicator.target),\(numbers),0),0)"
        let now = Double(indicator.target - part.targets.lowerBound + 1)
        let (sheet, hidden) = (frame.sheet, frame.styles.hidden)
        try workbook.write(.formula(found, .number(now)), at: place, of: sheet, hidden)
        let texts: [(column: Int, source: Int, field: Field)] = [
            (ColumnPlace.objective, followed.objective, .objective),
            (ColumnPlace.progress, followed.progress, .progress),
        ]
        for (column, source, field) in texts {
            let range = part.cells[source]
            let text = plan.table.string(indicator.target, field)
            try workbook.write(
                .formula(
                    "IF($\(place.reference)=0,\"\",INDEX(\(range),$\(place.reference))&\"\")",
                    .text(text)
                ),
                at: CellPosition(row: row, column: column),
                of: sheet,
                hidden
            )
        }
    }
}
