internal import SpreadsheetML
internal import TargetModel

/// Formulas that count targets in the sheets of targets.
///
/// Plain ranges, which every program knows, not the names of an Excel table. `COUNTIFS` where that
/// is exact; where a text could be taken for a number, a pattern or a comparison (`12月`, `A*`,
/// `>5`) or differs by case only, `EXACT` in `SUMPRODUCT`, which compares characters and nothing
/// else.
struct CountFormulas {
    /// What targets are counted by.
    enum Key {
        /// One of these texts stands in a field's column; `cell` shows it where it is the only one,
        /// and as it stands.
        case text(Field, [String], cell: String?)
        /// The unit whose name `cell` shows is among the units.
        case unit(cell: String)
        /// All of them.
        case all
    }

    private let plan: WorkbookPlan
    private let yes: [String]
    private let no: [String]

    /// Makes the formulas of a workbook.
    init(_ plan: WorkbookPlan) {
        self.plan = plan
        (yes, no) = plan.statusWords
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
        let fields = [Field.serial, .objective].filter { plan.column(of: $0) != nil }
        let isTold = part.targets.allSatisfy { target in
            fields.contains { !plan.table.range(target, $0).isEmpty }
        }
        guard isTold, !fields.isEmpty else { return "ROWS(\(Self.range(0, part)))" }
        let filled = fields.map { "(\(range($0, part))<>\"\")" }
        return "SUMPRODUCT(((\(filled.joined(separator: "+")))>0)*1)"
    }

    /// How many of them go as planned, or don't; `nil` where the table has no statuses.
    func count(_ key: Key, onSchedule: Bool) -> String? {
        guard plan.column(of: .onSchedule) != nil else { return nil }
        let words = onSchedule ? yes : no
        return sum { part in
            let statuses = range(.onSchedule, part)
            if case .text(let field, let texts, let cell) = key, isPlain(texts),
                words.allSatisfy(Self.isPlain)
            {
                let criterion = cell ?? FormulaText.literal(texts[0])
                return "SUMPRODUCT(COUNTIFS(\(range(field, part)),\(criterion),\(statuses),"
                    + "\(FormulaText.array(words))))"
            }
            return "SUMPRODUCT(\(condition(key, part))*(\(statuses)=\(FormulaText.array(words))))"
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
        let fits = stored.utf16.count <= SheetLimits.formulaTextUnits
        let kept =
            fits
            ? "IF(\(countCell)=\(count),\(FormulaText.literal(stored)),\(tooMany))" : tooMany
        let isJoined = plan.zeroDigits.isEmpty
        let list = isJoined ? "IFERROR(\(joined(key)),\(kept))" : kept
        let none = FormulaText.literal(plan.words.none)
        let formula =
            "IF(\(countCell)=0,\(none),IF(\(countCell)>\(WorkbookPlan.mostSerials),\(tooMany),"
            + "\(list)))"
        guard formula.utf16.count < SheetLimits.formulaUnits, isJoined || fits else {
            return .text(stored)
        }
        return isJoined
            ? .arrayFormula(formula, text: stored) : .formula(formula, .text(stored))
    }

    private func joined(_ key: Key) -> String {
        let lists = plan.parts.map { part in
            let behind = "\(range(.onSchedule, part))=\(FormulaText.array(no))"
            let condition = "\(self.condition(key, part))*(\(behind))"
            return "IF(\(condition),\(range(.serial, part)),\"\")"
        }
        let separator = FormulaText.literal(plan.words.separator)
        return "_xlfn.TEXTJOIN(\(separator),TRUE,\(lists.joined(separator: ",")))"
    }

    /// Whether a target is counted, as an array of true and false or of numbers.
    private func condition(_ key: Key, _ part: WorkbookPlan.TargetsPart) -> String {
        switch key {
        case .text(let field, let texts, let cell):
            let range = range(field, part)
            if let cell { return "EXACT(\(range),\(cell))" }
            let each = texts.map { "EXACT(\(range),\(FormulaText.literal($0)))" }
            return each.count == 1 ? each[0] : "(\(each.joined(separator: "+")))"
        case .all:
            return "1"
        case .unit(let cell):
            return "ISNUMBER(FIND(\"|\"&\(cell)&\"|\",\(units(part))))"
        }
    }

    private func sum(_ formula: (WorkbookPlan.TargetsPart) -> String) -> String {
        plan.parts.map(formula).joined(separator: "+")
    }

    private func range(_ field: Field, _ part: WorkbookPlan.TargetsPart) -> String {
        Self.range(plan.column(of: field) ?? 0, part)
    }

    private func units(_ part: WorkbookPlan.TargetsPart) -> String {
        Self.range(plan.column(.units) ?? 0, part)
    }

    /// The cells of a column (from 0) in a sheet of targets.
    static func range(_ column: Int, _ part: WorkbookPlan.TargetsPart) -> String {
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
