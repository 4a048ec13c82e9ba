internal import SpreadsheetML
internal import TargetModel

/// The sheet of what was promised in figures, and what was reached of each.
///
/// Where both figures are plain, cells find them in the texts of the sheet of targets, so that they
/// follow a correction; else they are as of the workbook's making.
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
        let characters = digits + (digits - 1) / 3 + (value.numerator < 0 ? 1 : 0)
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
        let note = words.indicatorsNote(isEmpty: indicators.isEmpty)
        try frame.write(title, note: .text(note), texts: [note], widths: widths, to: &workbook)
        let headers = zip(words.indicatorHeaders, widths)
        try frame.writeHeader(headers.map { ($0, $1) }, to: &workbook)
        let styles = Styles(
            link: try workbook.style(WorkbookTheme.serialLink),
            number: try workbook.style(WorkbookTheme.number),
            whole: try workbook.style(WorkbookTheme.whole)
        )
        for (index, indicator) in indicators.enumerated() {
            let row = ListFrame.headerRow + 1 + index
            try write(indicator, row, widths, styles, to: &workbook)
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

    private struct Styles {
        let link: CellStyle
        let number: CellStyle
        let whole: CellStyle

        /// The style of a figure.
        func style(of figure: Figure?) -> CellStyle {
            figure.map { $0.value.denominator == 1 } == true ? whole : number
        }
    }

    private func write(
        _ indicator: Indicator,
        _ row: Int,
        _ widths: [Double],
        _ indicatorStyles: Styles,
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
            indicatorStyles.link
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
        let values = try writeFollowing(indicator, row, to: &workbook)
        try workbook.write(
            values.promised,
            at: cell(ColumnPlace.promised),
            of: sheet,
            indicatorStyles.style(of: indicator.promised)
        )
        try workbook.write(
            values.achieved,
            at: cell(ColumnPlace.achieved),
            of: sheet,
            indicatorStyles.style(of: indicator.achieved)
        )
        if case .formula = values.achieved, let achieved = indicator.achieved {
            // The text goes where its figure has changed: a formula finds no more than that.
            let figure = cell(ColumnPlace.achieved).reference
            let isSame = "ABS(N(\(figure))-\(Self.double(achieved.value)))<0.000001"
            let none = FormulaText.literal(words.none)
            let text = FormulaText.literal(achieved.text)
            let formula = "IF(\(isSame),\(text),\(none))"
            try workbook.write(
                .formula(formula, .text(achieved.text)),
                at: cell(ColumnPlace.achieved - 1),
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
    private func writeFollowing(
        _ indicator: Indicator,
        _ row: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) -> Values {
        let none = CellValue.text(words.none)
        var values = Values(
            promised: .number(Self.double(indicator.promised.value)),
            achieved: indicator.achieved.map { .number(Self.double($0.value)) } ?? none,
            ratio: indicator.ratio.map { .number(Self.double($0)) } ?? none,
            met: indicator.isMet.map { .text(words.met($0)) } ?? none
        )
        guard plan.follows, let part = plan.parts.first, let achieved = indicator.achieved,
            let numbers = plan.column(.number), let objective = plan.column(of: .objective),
            let progress = plan.column(of: .progress),
            let ratio = indicator.ratio, let isMet = indicator.isMet,
            let factor = Self.factor(indicator.promised, achieved),
            let promise = FigureFormula(
                indicator.promised,
                in: plan.table.string(indicator.target, .objective)
            ),
            let report = FigureFormula(
                achieved,
                in: plan.table.string(indicator.target, .progress)
            )
        else { return values }
        let one = CellPosition(row: row, column: ColumnPlace.promised).reference
        let other = CellPosition(row: row, column: ColumnPlace.achieved).reference
        let share = "\(other)\(factor == 1 ? "" : "*\(factor)")/\(one)"
        let reached = Self.double(achieved.value) * factor / Self.double(indicator.promised.value)
        let condition = Self.condition(indicator.comparator, share)
        // What compares otherwise, such as a fall, isn't for a formula.
        guard abs(reached - Self.double(ratio)) < 1e-4,
            condition.holds(reached) == isMet
        else { return values }
        let place = CellPosition(row: row, column: ColumnPlace.place)
        let found =
            "IFERROR(MATCH(\(indicator.target),\(CountFormulas.range(numbers, part, in: plan)),0),0)"
        let now = Double(indicator.target - part.targets.lowerBound + 1)
        let (sheet, hidden) = (frame.sheet, frame.styles.hidden)
        try workbook.write(.formula(found, .number(now)), at: place, of: sheet, hidden)
        let texts: [(column: Int, source: Int, field: Field)] = [
            (ColumnPlace.objective, objective, .objective),
            (ColumnPlace.progress, progress, .progress),
        ]
        for (column, source, field) in texts {
            let range = CountFormulas.range(source, part, in: plan)
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
        func formula(_ finder: FigureFormula, _ column: Int, _ figure: Figure) -> CellValue {
            let cell = "$" + CellPosition(row: row, column: column).reference
            return .formula(finder.formula(cell), .number(Self.double(figure.value)))
        }
        values.promised = formula(promise, ColumnPlace.objective, indicator.promised)
        values.achieved = formula(report, ColumnPlace.progress, achieved)
        let isKnown = "AND(ISNUMBER(\(one)),ISNUMBER(\(other)),N(\(one))<>0)"
        let unknown = FormulaText.literal(words.none)
        values.ratio = .formula(
            "IF(\(isKnown),\(share),\(unknown))",
            .number(Self.double(ratio))
        )
        let yes = FormulaText.literal(words.met(true))
        let no = FormulaText.literal(words.met(false))
        values.met = .formula(
            "IF(\(isKnown),IF(\(condition.formula),\(yes),\(no)),\(unknown))",
            .text(words.met(isMet))
        )
        return values
    }

    /// How many units of the promise one unit of what was reached is; nil where that is no number.
    private static func factor(_ promised: Figure, _ achieved: Figure) -> Double? {
        func unit(_ figure: Figure) -> Double { double(figure.amount) / double(figure.value) }
        let factor = unit(achieved) / unit(promised)
        return factor.isFinite && factor > 0 ? factor : nil
    }

    private static func condition(
        _ comparator: Indicator.Comparator,
        _ share: String
    ) -> (formula: String, holds: (Double) -> Bool) {
        switch comparator {
        case .atLeast: ("\(share)>=1", { $0 >= 1 })
        case .atMost: ("\(share)<=1", { $0 <= 1 })
        case .moreThan: ("\(share)>1", { $0 > 1 })
        case .lessThan: ("\(share)<1", { $0 < 1 })
        case .equal: ("\(share)=1", { $0 == 1 })
        case .about: ("\(share)>=0.9", { $0 >= 0.9 })
        }
    }

    private static func double(_ number: ExactNumber) -> Double {
        Double(number.numerator) / Double(number.denominator)
    }
}
