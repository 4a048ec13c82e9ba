internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// Formulas that count targets in the sheets of targets.
///
/// Plain ranges, which every program knows, not the names of an Excel table; they go on some rows
/// below the last target, so that what is typed there counts. Names and statuses are read in the
/// cells themselves, as yilan reads them, so that whatever a correction says counts.
///
/// In a large table that would take long. There, texts are compared as a whole: by `COUNTIFS` where
/// that is exact, and where a text could be taken for a number, a pattern or a comparison (`12月`,
/// `A*`, `>5`) or differs by case only, by `EXACT` in `SUMPRODUCT`, which compares characters and
/// nothing else.
struct CountFormulas {
    /// What targets are counted by.
    enum Key {
        /// One of these texts stands in a field's column; `cell` shows it where it is the only one,
        /// and as it stands.
        case text(Field, [String], cell: String?)
        /// A leader is among those named; `cell` shows the name, as it stands.
        case leader(NamedRows, cell: String?)
        /// The unit whose name `cell` shows is among the units.
        case unit(cell: String)
        /// All of them.
        case all
    }

    private let plan: WorkbookPlan
    private let units: UnitNamesCell

    /// Makes the formulas of a workbook.
    init(_ plan: WorkbookPlan) {
        self.plan = plan
        units = UnitNamesCell(plan)
    }

    /// How many targets there are.
    func total(_ key: Key) -> String {
        if case .all = key { return sum(rowsWithTargets) }
        return sum { part in
            if case .text(let field, let texts, let cell) = key, isPlain(texts) {
                return "COUNTIFS(\(range(field, part)),\(cell ?? FormulaText.literal(texts[0])))"
            }
            return "SUMPRODUCT(\(condition(key, part))*1)"
        }
    }

    /// How many rows of a sheet hold targets: a row that was only cleared holds none.
    private func rowsWithTargets(_ part: WorkbookPlan.TargetsPart) -> String {
        guard let isFilled = isFilled(part) else { return "ROWS(\(Self.ownRange(0, part)))" }
        return "SUMPRODUCT(\(isFilled)*1)"
    }

    /// Whether rows hold targets, as an array; nil where a target has nothing that tells.
    ///
    /// The objective tells alone where every target has one: a note that somebody types below the
    /// table stands under the serials.
    private func isFilled(_ part: WorkbookPlan.TargetsPart) -> String? {
        func tell(_ fields: [Field]) -> Bool {
            part.targets.allSatisfy { target in
                fields.contains { !plan.table.range(target, $0).isEmpty }
            }
        }
        let known = [Field.objective, .serial].filter { plan.column(of: $0) != nil }
        guard !known.isEmpty, tell(known) else { return nil }
        let fields = known[0] == .objective && tell([.objective]) ? [.objective] : known
        let filled = fields.map { "(\(range($0, part))<>\"\")" }
        let any = filled.count == 1 ? filled[0] : "((\(filled.joined(separator: "+")))>0)"
        guard plan.follows, plan.column(of: .serial) != nil else { return any }
        // So may a sum.
        let sums = FormulaText.array(RowWords.typedSums)
        return "(\(any)*ISNA(MATCH(\(range(.serial, part)),\(sums),0)))"
    }

    /// How many of them go as planned, or don't; `nil` where the table has no statuses.
    func count(_ key: Key, onSchedule: Bool) -> String? {
        guard plan.column(of: .onSchedule) != nil else { return nil }
        let words = onSchedule ? plan.statusWords.yes : plan.statusWords.no
        return sum { part in
            let statuses = range(.onSchedule, part)
            if plan.statusWords.names == nil, case .text(let field, let texts, let cell) = key,
                isPlain(texts), words.allSatisfy(Self.isPlain)
            {
                let criterion = cell ?? FormulaText.literal(texts[0])
                return "SUMPRODUCT(COUNTIFS(\(range(field, part)),\(criterion),\(statuses),"
                    + "\(plan.statusWords.typed(isYes: onSchedule))))"
            }
            let holds = plan.statusWords.holds(statuses, isYes: onSchedule)
            return "SUMPRODUCT(\(condition(key, part))*\(holds))"
        }
    }

    /// The serials of those that don't go as planned.
    ///
    /// `countCell` shows how many they are; `stored` lists them as they are now. Excel before 2019
    /// has no `TEXTJOIN`; there, and where serials have zeros before them, `stored` stays as long
    /// as their number does, and then gives way to a hint.
    func serials(_ key: Key, countCell: String, count: Int, stored: String) -> CellValue {
        guard plan.counts, plan.column(of: .onSchedule) != nil, plan.column(of: .serial) != nil
        else { return .text(stored) }
        let tooMany = FormulaText.literal(plan.words.tooMany)
        let fits = stored.sheetUnits <= SheetLimits.formulaTextUnits
        let kept =
            fits
            ? "IF(\(countCell)=\(count),\(FormulaText.literal(stored)),\(tooMany))" : tooMany
        let isJoined = plan.zeroDigits.isEmpty
        let list = isJoined ? "IFERROR(\(joined(key, countCell)),\(kept))" : kept
        let none = FormulaText.literal(plan.words.none)
        let formula =
            "IF(\(countCell)=0,\(none),IF(\(countCell)>\(WorkbookPlan.mostSerials),\(tooMany),"
            + "\(list)))"
        guard formula.sheetUnits < SheetLimits.formulaUnits, isJoined || fits else {
            return .text(stored)
        }
        return isJoined
            ? .arrayFormula(formula, text: stored) : .formula(formula, .text(stored))
    }

    private func joined(_ key: Key, _ countCell: String) -> String {
        let lists = plan.parts.map { part in
            "IF(\(behind(key, part)),\(range(.serial, part)),\"\")"
        }
        let separator = plan.separatorFormula(ofListOf: countCell)
        return "_xlfn.TEXTJOIN(\(separator),TRUE,\(lists.joined(separator: ",")))"
    }

    /// Whether a target is counted and behind, as an array.
    private func behind(_ key: Key, _ part: WorkbookPlan.TargetsPart) -> String {
        let holds = plan.statusWords.holds(range(.onSchedule, part), isYes: false)
        if case .all = key { return holds }
        return "\(condition(key, part))*\(holds)"
    }

    /// Which of the rows that are counted (from 1) is the one of a target that is behind.
    ///
    /// The number that it takes is the first one's 1, the second one's 2 and so on; the formula comes
    /// to 0 where there are not so many. Nil where targets stand in several sheets, or statuses are
    /// not read in the cells.
    func place(ofBehind key: Key) -> ((_ number: String) -> String)? {
        guard let part = plan.parts.first, plan.parts.count == 1, plan.readsCells,
            plan.column(of: .onSchedule) != nil
        else { return nil }
        return place(among: range(.onSchedule, part), behind(key, part))
    }

    /// As above, for the targets that are counted and whose rows aren't among those that `listed`
    /// shows already (cells with rows from 1, 0 for none).
    func place(of key: Key, without listed: String) -> ((_ number: String) -> String)? {
        guard let part = plan.parts.first, plan.parts.count == 1, plan.readsCells,
            let number = plan.column(.number)
        else { return nil }
        let rows = part.cells[number]
        let isNew = "ISNA(MATCH(\(Self.index(of: rows)),\(listed),0))"
        return place(among: rows, "\(condition(key, part))*\(isNew)")
    }

    private func place(among rows: String, _ condition: String) -> (_ number: String) -> String {
        let others = "(1-\(condition))*\(Self.noRow)"
        let smallest = "MOD(MIN(\(Self.noRow),SUMPRODUCT(SMALL(\(Self.index(of: rows))+\(others),"
        return { number in smallest + number + "))),\(Self.noRow))" }
    }

    /// The numbers of rows, from 1, as an array.
    private static func index(of rows: String) -> String {
        "ROW(\(rows))-ROW(INDEX(\(rows),1))+1"
    }

    /// A number that is higher than that of any row.
    private static let noRow = 10_000_000

    /// How many names of leaders stand in the cells that have no row in the table: `names` are the
    /// cells with the leaders' names, `rows` those with their counts.
    ///
    /// A formula over arrays where names are read in the cells; else what all targets come to with
    /// each counted once for each of its leaders, less the sum of the rows.
    func unlisted(total: String, names: String, rows: String) -> (formula: String, isArray: Bool) {
        guard plan.readsCells, let part = plan.parts.first, plan.column(of: .leader) != nil,
            let isFilled = isFilled(part)
        else {
            let leaders = plan.leaders.reduce(0) { $0 + $1.summary.counts.total }
            let more = leaders - plan.summary.counts.total
            return ("\(total)\(more > 0 ? "+\(more)" : "")-SUM(\(rows))", false)
        }
        let cells = range(.leader, part)
        let text = NameSplitting.names(in: cells)
        let found = "ISNUMBER(FIND(\"|\"&TRANSPOSE(\(names))&\"|\",\(text)))*1"
        var isListed = "MMULT(\(found),ROW(\(names))^0)"
        for leader in plan.leaders {
            if leader.membership.name.isEmpty { isListed += "+(\(cells)=\"\")" }
            for text in leader.membership.others {
                isListed += "+EXACT(\(cells),\(FormulaText.literal(text)))"
            }
        }
        return ("SUM(\(isFilled)*((\(isListed))=0))", true)
    }

    /// Whether a target is counted, as an array of true and false or of numbers.
    private func condition(_ key: Key, _ part: WorkbookPlan.TargetsPart) -> String {
        switch key {
        case .text(let field, let texts, let cell):
            let range = range(field, part)
            let each: [String] =
                if let cell { ["EXACT(\(range),\(cell))"] } else {
                    texts.map { "EXACT(\(range),\(FormulaText.literal($0)))" }
                }
            let any = each.count == 1 ? each[0] : "(\(each.joined(separator: "+")))"
            return texts.contains("") ? filled(any, part) : any
        case .leader(let named, let cell):
            let any = named.holds(range(.leader, part), shownIn: cell)
            return named.name.isEmpty ? filled(any, part) : any
        case .all:
            return "1"
        case .unit(let cell):
            return units.holds(cell, part, in: plan)
        }
    }

    /// A condition that blank cells meet, for rows with targets: those below them are blank, too.
    private func filled(_ condition: String, _ part: WorkbookPlan.TargetsPart) -> String {
        guard plan.follows, let isFilled = isFilled(part) else { return condition }
        return "\(condition)*\(isFilled)"
    }

    private func sum(_ formula: (WorkbookPlan.TargetsPart) -> String) -> String {
        plan.parts.map(formula).joined(separator: "+")
    }

    private func range(_ field: Field, _ part: WorkbookPlan.TargetsPart) -> String {
        part.cells[plan.column(of: field) ?? 0]
    }

    /// The cells of a column (from 0) beside the targets of a sheet.
    private static func ownRange(_ column: Int, _ part: WorkbookPlan.TargetsPart) -> String {
        let cells = CellRange(rows: 1...max(1, part.targets.count), columns: column...column)
        return "\(FormulaText.sheet(part.name))!\(cells.absolute)"
    }

    private func isPlain(_ texts: [String]) -> Bool {
        texts.count == 1 && Self.isPlain(texts[0])
    }

    /// Whether `COUNTIFS` compares a text character by character: Chinese characters and check
    /// marks, and no digits among them.
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.value {
                // 一 to 十 and 〇 may make a number or a date.
                case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341:
                    false
                case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF, 0x221A, 0x2713, 0x2714,
                    0xD7:
                    true
                default: false
                }
            }
    }
}
