internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Finds what somebody typed into a sheet that isn't read.
///
/// The sheet's cells follow the targets, as a leader's do, or it was added: what stands there would be
/// lost without a word.
struct TypedOverFormulas {
    /// The file's name as the user gave it.
    private let file: String
    private let table: TableRecord
    /// The targets as the sheets that are read say.
    private let list: TargetTable
    private let targets: ListedTargets

    /// Prepares to look at the sheets of a workbook of `table`, whose targets say what `list` says.
    init(file: String, table: TableRecord, list: TargetTable) {
        self.file = file
        self.table = table
        self.list = list
        targets = ListedTargets(list)
    }

    /// Whether a sheet, of which the first rows were read, has rows of formulas under a header of
    /// targets or of counts: in large workbooks the sheets hold texts instead, and follow nothing.
    static func follows(_ top: SheetCells) -> Bool {
        let header = (0..<top.rowCount).first { row in
            countsColumns(of: top, row: row) != nil
                || (0..<top.cellCount(row: row)).count { cell in
                    isHeader(top.string(row: row, cell: cell))
                } >= 3
        }
        guard let header, let last = top.formulaRows.max() else { return false }
        return last > top.rowNumbers[header]
    }

    /// Whether a text is the header of a column of targets, in whatever language.
    private static func isHeader(_ text: String) -> Bool {
        headers.contains(text) || FieldLabels.match(FieldLabels.normalize(text)) != nil
    }

    /// How workbooks in English call the columns of the fields.
    private static let headers = Set(
        Field.allCases.map { field in
            WorkbookWords(language: .english).header(of: Column(field, label: field.label))
        }
    )

    /// Reports cells without a formula in rows of formulas, under the header of one of the table's
    /// columns or of counts, and a title of the summary that isn't the table's; in rows without
    /// formulas, and in `others`, what is otherwise than in the list of targets.
    ///
    /// The sheets hold the cells without a formula only.
    /// - Complexity: O(n) in those cells, and in the targets.
    func report(
        in sheets: [SheetCells],
        _ others: [SheetCells],
        to diagnostics: inout DiagnosticBag
    ) {
        for sheet in sheets {
            for cell in typedCells(of: sheet) {
                diagnostics.report(finding(sheet, cell.row, cell.cell))
            }
        }
        for sheet in others where sheet.rowCount > 0 && !Self.isOwn(sheet) {
            let typed = typedCells(of: sheet)
            guard let first = typed.first else {
                diagnostics.report(
                    Self.leftOut(sheet.sheet).at(Place(file: file, sheet: sheet.sheet))
                )
                continue
            }
            let cell = sheet.reference(row: first.row, cell: first.cell).description
            diagnostics.report(
                Self.saysOtherwise(typed.count)
                    .at(Place(file: file, sheet: sheet.sheet, cell: cell))
            )
        }
    }

    /// Whether yilan made a sheet of which nothing was typed over: the summary, or what is behind, to
    /// be checked or promised, or a leader's with its counts one below another.
    private static func isOwn(_ sheet: SheetCells) -> Bool {
        if WorkbookWords.ownSheets.contains(sheet.sheet) { return true }
        let labels = (0..<min(sheet.rowCount, RoundTripSheet.headerRows)).map {
            figureLabels(of: sheet, row: $0).count
        }
        return labels.contains { $0 >= 3 } || labels.count { $0 == 1 } >= 3
    }

    /// The rows and cells, from 0, where something was typed that isn't read.
    private func typedCells(of sheet: SheetCells) -> [(row: Int, cell: Int)] {
        var typed: [(row: Int, cell: Int)] = []
        var counts: [Int] = []
        var header: [Int: Int?] = [:]
        let formulaRows = Set(sheet.formulaRows)
        let isStored = Self.saysItIsStored(sheet)
        for row in 0..<sheet.rowCount {
            let hasFormula = formulaRows.contains(sheet.rowNumbers[row])
            if let columnsHere = Self.countsColumns(of: sheet, row: row) {
                counts = columnsHere
            } else if !counts.isEmpty {
                guard hasFormula, !isStored else { continue }
                typed += counts.filter { isTypedCount(sheet, row, $0) }.map { (row, $0) }
            } else if header.isEmpty, row < RoundTripSheet.headerRows {
                header = columns(of: sheet, row: row)
                guard hasFormula else { continue }
                typed += figures(of: sheet, row: row).filter { isTyped(sheet, row, $0) }
                    .map { (row, $0) }
            } else {
                typed += differingCells(sheet, row, header, hasFormula).map { (row, $0) }
            }
        }
        if !counts.isEmpty, !hasTitle(sheet) { typed.insert((0, 0), at: 0) }
        return typed
    }

    /// The cells (from 0) of a row under the header of targets that hold what isn't read.
    ///
    /// Where the row says its serial as a text, it may have been saved as values, and only what is
    /// otherwise than in the list counts.
    private func differingCells(
        _ sheet: SheetCells,
        _ row: Int,
        _ header: [Int: Int?],
        _ hasFormula: Bool
    ) -> [Int] {
        let cells = header.keys.sorted().filter { isTyped(sheet, row, $0) }
        let serialCell = header.first { _, column in
            column.map { table.columns[$0].field == .serial } ?? false
        }?.key
        let serial = serialCell.map { sheet.string(row: row, cell: $0) } ?? ""
        guard !serial.isEmpty else { return hasFormula ? cells : [] }
        guard let target = targets.bySerial[Serial.Key(serial)] else {
            return hasFormula ? serialCell.map { [$0] } ?? [] : []
        }
        return cells.filter { cell in
            guard let column = header[cell] ?? nil,
                let listColumn = list.column(like: table.columns[column]),
                let range = sheet.range(row: row, cell: cell)
            else { return false }
            let text = sheet.bytes[CellText.trimmed(range, of: sheet.bytes.span)]
            let isSerial = list.columns[listColumn].field == .serial
            let now = Baseline.Original.text(list.string(target, column: listColumn))
            return now.says(text) != true && list.original(target, listColumn).says(text) != true
                && ProgramChanges.undone(text, now, isSerial: isSerial) == nil
        }
    }

    private func isTyped(_ sheet: SheetCells, _ row: Int, _ cell: Int) -> Bool {
        guard let range = sheet.range(row: row, cell: cell) else { return false }
        // A dash stands where there is no rate.
        return !range.isEmpty && !sheet.bytes[range].elementsEqual("—".utf8)
    }

    /// Whether a summary says that its counts are those of when it was made: only what is derived from
    /// them has formulas.
    private static func saysItIsStored(_ sheet: SheetCells) -> Bool {
        let notes = Language.allCases.map { WorkbookWords(language: $0).storedNote }
        return (0..<min(sheet.rowCount, RoundTripSheet.headerRows)).contains { row in
            (0..<sheet.cellCount(row: row)).contains {
                notes.contains(sheet.string(row: row, cell: $0))
            }
        }
    }

    /// Whether a count was typed; a table without statuses has plain zeros where others have formulas.
    private func isTypedCount(_ sheet: SheetCells, _ row: Int, _ cell: Int) -> Bool {
        guard isTyped(sheet, row, cell) else { return false }
        let hasStatus = table.columns.contains { $0.field == .onSchedule }
        return hasStatus || sheet.string(row: row, cell: cell) != "0"
    }

    /// Whether the summary begins with the table's title, in whatever language it was made.
    private func hasTitle(_ sheet: SheetCells) -> Bool {
        guard sheet.rowCount > 0 else { return true }
        let title = sheet.string(row: 0, cell: 0)
        return Language.allCases.contains { language in
            let words = WorkbookWords(language: language)
            return words.summaryTitle(of: table.documents).utf8.elementsEqual(title.utf8)
        }
    }

    /// The cells, from 0, of a row that names three of the table's columns, with these columns (from
    /// 0; nil for that of dates, which is none of the table's); else none.
    private func columns(of sheet: SheetCells, row: Int) -> [Int: Int?] {
        var found: [Int: Int?] = [:]
        for cell in 0..<sheet.cellCount(row: row) {
            let text = sheet.string(row: row, cell: cell)
            if let column = table.headers.firstIndex(where: { $0.utf8.elementsEqual(text.utf8) }) {
                found[cell] = column
            } else if let date = table.dateHeader, date.utf8.elementsEqual(text.utf8) {
                found.updateValue(nil, forKey: cell)
            }
        }
        return found.count >= min(3, table.columns.count) ? found : [:]
    }

    /// The cells, from 0, of the figures under a row that is a header of counts; nil where it is
    /// none.
    private static func countsColumns(of sheet: SheetCells, row: Int) -> [Int]? {
        let found = figureLabels(of: sheet, row: row)
        return found.count >= 3 ? found : nil
    }

    /// The cells, from 0, of a row of a leader's sheet beside the label of a figure.
    private func figures(of sheet: SheetCells, row: Int) -> [Int] {
        Self.figureLabels(of: sheet, row: row).map { $0 + 1 }
    }

    /// The cells, from 0, of a row that say what a figure counts, in whatever language.
    private static func figureLabels(of sheet: SheetCells, row: Int) -> [Int] {
        (0..<sheet.cellCount(row: row)).filter { cell in
            let text = sheet.string(row: row, cell: cell)
            return !text.isEmpty && labels.contains { $0.utf8.elementsEqual(text.utf8) }
        }
    }

    private static let labels = Language.allCases.map { WorkbookWords(language: $0) }
        .flatMap { [$0.count, $0.yes, $0.no, $0.unstated, $0.rate] }

    private func finding(_ sheet: SheetCells, _ row: Int, _ cell: Int) -> Diagnostic {
        Self.typed(
            Wording(
                en: "what was typed here is not read: this sheet only follows the list of targets",
                zh: "此处手工填写的内容未读取：本工作表只随目标清单变化"
            ),
            hint: Wording(
                en: "make the correction in the sheet with all targets",
                zh: "请在列出全部目标的工作表中更正"
            )
        ).at(
            Place(
                file: file,
                sheet: sheet.sheet,
                cell: sheet.reference(row: row, cell: cell).description
            )
        )
    }

    /// What is said of dates that were typed into the column that only shows them.
    static func date(_ count: Int) -> Diagnostic {
        typed(
            Wording(
                en: "what was typed here is not read: this column only shows the dates that the"
                    + " deadlines come to"
                    + (count > 1 ? " (\(count) cells, this one first)" : ""),
                zh: "此处手工填写的内容未读取：本栏只显示由完成时限的文字得出的日期"
                    + (count > 1 ? "（共 \(count) 格，这里是第一格）" : "")
            ),
            hint: Wording(
                en: "correct the text of the deadline beside it",
                zh: "请更正旁边“完成时限”的文字"
            )
        )
    }

    private static func typed(_ message: Wording, hint: Wording) -> Diagnostic {
        Diagnostic(.warning, .typedOverFormula, message, hint: hint)
    }

    private static func saysOtherwise(_ count: Int) -> Diagnostic {
        Diagnostic(
            .warning,
            .sheetsDiffer,
            Wording(
                en: "this sheet is not read, and says otherwise than the list of targets in "
                    + (count == 1 ? "one cell, here" : "\(count) cells, first here"),
                zh: "本工作表未读取，其中有 \(count) 格与目标清单不同，第一处在此"
            ),
            hint: Wording(
                en: "make the corrections in the sheet with all targets, or delete that and send"
                    + " this one alone",
                zh: "请在列出全部目标的工作表中更正；或只把本工作表另存为一个文件发回"
            )
        )
    }

    private static func leftOut(_ sheet: String) -> Diagnostic {
        Diagnostic(
            .note,
            .sheetLeftOut,
            Wording(
                en: "the sheet \(sheet) is not read",
                zh: "工作表“\(sheet)”未读取"
            )
        )
    }
}

/// The targets of a list by their serials, which are looked up only where somebody asks: in most workbooks,
/// nothing was typed.
private final class ListedTargets {
    private let list: TargetTable

    /// Each target's index (from 0).
    private(set) lazy var bySerial = Dictionary(
        (0..<list.count).map { (Serial.Key(list.string($0, .serial)), $0) },
        uniquingKeysWith: { first, _ in first }
    )

    init(_ list: TargetTable) { self.list = list }
}
