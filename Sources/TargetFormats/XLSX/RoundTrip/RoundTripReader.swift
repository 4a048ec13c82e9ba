internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Reads the targets of a workbook that yilan made, in whatever state it comes back.
///
/// Rows are tied to their targets by their serials (`RowIdentities`), so they may have been sorted,
/// filtered, hidden, left out or added; columns by their headers. Everything else in the workbook, such as
/// the sheets of leaders, follows from the targets and is not read.
struct RoundTripReader {
    /// The file's name as the user gave it.
    let file: String
    let table: TableRecord
    var sheets: [RoundTripSheet]

    /// What the workbook keeps of the targets.
    var kept: KeptTargets
    var rows: [Row] = []
    var bag = DiagnosticBag()

    /// A row that holds a target, in 16 bytes.
    struct Row {
        private let sheetNumber: Int32
        private let rowNumber: Int32
        private let keyNumber: Int32
        private var targetNumber: Int32 = -1

        init(sheet: Int, row: Int, key: Int?) {
            sheetNumber = Int32(sheet)
            rowNumber = Int32(row)
            keyNumber = Int32(key ?? -1)
        }

        /// Index, from 0, of its sheet.
        var sheet: Int { Int(sheetNumber) }
        /// Row, from 0, of the sheet's cells.
        var row: Int { Int(rowNumber) }
        /// The target, from 0, that its key names; nil where it has none.
        var key: Int? { keyNumber < 0 ? nil : Int(keyNumber) }
        /// The target, from 0, of the table that the workbook was made from; -1 where somebody
        /// added the row.
        var target: Int {
            get { Int(targetNumber) }
            set { targetNumber = Int32(newValue) }
        }

        /// Whether somebody added it.
        var isAdded: Bool { targetNumber < 0 }
    }

    /// Prepares to read sheets that hold targets of `table`.
    init(_ table: TableRecord, _ sheets: [RoundTripSheet], file: String) {
        self.table = table
        self.sheets = sheets
        self.file = file
        kept = KeptTargets(of: table)
    }

    /// Reads the table; its targets come in the order of the official table, added ones behind.
    ///
    /// - Throws: `FormatError` where columns can't be told apart.
    /// - Complexity: O(n log n) in the rows.
    mutating func read(
        keepingLayout keepsLayout: Bool,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        try refuseRepeatedColumns()
        for index in sheets.indices {
            sheets[index] = MergedTargets(in: sheets[index], file: file).filled(reporting: &bag)
        }
        let layout = readKept(keepingLayout: keepsLayout)
        adoptRenamedColumns()
        reportColumns()
        try refuseMissingSerials()
        leaveCopiesOut()
        identifyRows()
        reportTypedDates()
        let order = officialOrder()
        reportProblems()
        reportUnlabelled()
        var builder = ReturnedTableBuilder(self, order)
        var result = builder.table()
        if result.text.isOverfull { bag.report(TextStore.overfull(file)) }
        if keepsLayout, builder.isWhole, let layout { result.layout = layout.layout }
        reportRowsGone(order)
        if keepsLayout, layout != nil, !builder.isWhole { bag.report(layoutDropped) }
        if !builder.missing.isEmpty { bag.report(missingColumns(builder.missing)) }
        reportDuplicates(in: result, order)
        if result.count == 0 { bag.report(noTargets) }
        diagnostics.report(contentsOf: bag)
        return result
    }

    /// Reads what is kept of the targets, and the rows with their keys.
    ///
    /// - Returns: The layout, where it is asked for or needed.
    private mutating func readKept(keepingLayout keepsLayout: Bool) -> StoredLayout? {
        kept.read(pieces: table.keptPieces)
        let lost = table.isFormer ? 0 : kept.unknownCount
        for index in sheets.indices { readRows(ofSheet: index) }
        guard table.hasLayout, keepsLayout || table.isFormer || lost > 0 else {
            if lost > 0 { bag.report(lostOriginals(lost)) }
            return nil
        }
        let stored = table.storedLayout(file: file)
        if let stored, table.isFormer || lost > 0 { kept.check(by: stored) }
        if stored == nil, keepsLayout { bag.report(damagedLayout) }
        if lost > 0 { bag.report(lostOriginals(lost)) }
        if kept.changedTexts > 0 { bag.report(changedOriginals(kept.changedTexts)) }
        return stored
    }

    // MARK: Rows

    /// Whether a row that is no target of the workbook's is a new one: it has a serial and something else.
    ///
    /// Others, such as sums and remarks that people type under a list, are named in a note.
    mutating func isTarget(_ row: Row) -> Bool {
        let texts = table.columns.indices.map { text(row, column: $0) }
        let filled = texts.filter { !$0.isEmpty }
        guard let first = texts.firstIndex(where: { !$0.isEmpty }) else { return false }
        let serial = table.serialColumn.map { texts[$0] } ?? []
        let word = String(decoding: texts[first], as: UTF8.self)
        let isRemark = RowWords.isTotal(word) || RowWords.isNote(word)
        if serial.isEmpty || filled.count == 1 || isRemark {
            let cell = sheets[row.sheet].cells[first] ?? 0
            bag.report(place(Self.rowLeftOut(isRemark ? .note : .warning), row, cell))
            return false
        }
        return true
    }

    /// The bytes of a row's cell in a column (from 0) of the table, without blanks around them.
    func text(_ row: Row, column: Int) -> ArraySlice<UInt8> {
        sheets[row.sheet].text(row: row.row, column: column)
    }

    /// Calls `body` with each of some rows, and with its sheet.
    ///
    /// To look it up for each cell copies all that a sheet consists of, which was a sixth of reading a workbook.
    func forEach(_ rows: ArraySlice<Row>, _ body: (Row, RoundTripSheet) -> Void) {
        guard let first = rows.first else { return }
        var returned = (number: first.sheet, sheet: sheets[first.sheet])
        for row in rows {
            if row.sheet != returned.number { returned = (row.sheet, sheets[row.sheet]) }
            body(row, returned.sheet)
        }
    }

    /// The rows in the order of the official table; of rows with one target only the first.
    private mutating func officialOrder() -> [Row] {
        let rise = zip(rows, rows.dropFirst()).allSatisfy { $0.target < $1.target }
        if rise, !rows.contains(where: \.isAdded) { return rows }
        var order = rows.filter { !$0.isAdded }
        let isSorted = zip(order, order.dropFirst()).allSatisfy { $0.target < $1.target }
        if !isSorted {
            // Of equal ones the first in the sheet stays the first.
            let places = order.indices.sorted {
                (order[$0].target, $0) < (order[$1].target, $1)
            }
            var unique: [Row] = []
            for row in places.map({ order[$0] }) {
                if let first = unique.last, first.target == row.target {
                    reportSecond(row, after: first)
                } else {
                    unique.append(row)
                }
            }
            order = unique
        }
        return order + rows.filter(\.isAdded)
    }

    // MARK: Findings

    /// The place of a row in words.
    func reference(_ row: Row) -> String {
        let returned = sheets[row.sheet]
        let cell = returned.cells.compactMap { $0 }.first ?? 0
        return "\(returned.sheet.sheet)!\(returned.reference(row: row.row, cell: cell))"
    }

    /// Returns the finding placed at a row's cell (from 0).
    func place(_ finding: Diagnostic, _ row: Row, _ cell: Int) -> Diagnostic {
        let returned = sheets[row.sheet]
        let reference = returned.reference(row: row.row, cell: cell)
        return finding.at(Place(file: file, sheet: returned.sheet.sheet, cell: reference))
    }

    func header(_ returned: RoundTripSheet, _ cell: Int) -> String {
        returned.sheet.string(row: returned.header, cell: cell)
    }

    /// The finding at a cell (from 0) of a sheet's header.
    func atHeader(_ finding: Diagnostic, _ returned: RoundTripSheet, _ cell: Int) -> Diagnostic {
        let reference = returned.reference(row: returned.header, cell: cell)
        return finding.at(Place(file: file, sheet: returned.sheet.sheet, cell: reference))
    }

    private mutating func refuseRepeatedColumns() throws(FormatError) {
        for returned in sheets {
            for cell in returned.repeated {
                bag.report(
                    atHeader(Self.repeatedColumn(header(returned, cell)), returned, cell)
                )
            }
        }
        if bag.hasErrors { throw FormatError(.data, bag) }
    }

    /// Without serials no row is any target for certain: keys stay where they are when people sort
    /// or paste what they see.
    private mutating func refuseMissingSerials() throws(FormatError) {
        for returned in sheets where returned.serialCell == nil && kept.serialColumn != nil {
            bag.report(atHeader(Self.withoutSerials, returned, 0))
            throw FormatError(.data, bag)
        }
    }

    private mutating func reportColumns() {
        for returned in sheets {
            for (cells, finding) in [
                (returned.strangers, Self.addedColumn), (returned.renamed, Self.renamedColumn),
            ] {
                for cell in cells {
                    bag.report(atHeader(finding(header(returned, cell)), returned, cell))
                }
            }
        }
    }

    /// The text that a cell had when the workbook was made; nil where it isn't known.
    func textBefore(_ row: Row, column: Int) -> String? {
        guard !row.isAdded, case .text(let text) = kept.original(row.target, column) else {
            return nil
        }
        return text
    }

    /// Reports cells of targets whose formula went wrong or has no value, or that hold a picture.
    ///
    /// A picture is no text: what stood under it is left alone, as far as that is known.
    private mutating func reportProblems() {
        for (index, returned) in sheets.enumerated() where !returned.sheet.problems.isEmpty {
            let cells = Set(returned.cells.compactMap { $0 })
            let numbers = Dictionary(
                rows.filter { $0.sheet == index }
                    .map { (Int(returned.sheet.rowNumbers[$0.row]), $0) },
                uniquingKeysWith: { first, _ in first }
            )
            for problem in returned.sheet.problems where cells.contains(problem.cell.column - 1) {
                guard let row = numbers[problem.cell.row] else { continue }
                let column = returned.cells.firstIndex(of: problem.cell.column - 1)
                let isKept = column.map { textBefore(row, column: $0) != nil } ?? false
                let finding =
                    problem.kind == .picture && isKept
                    ? Self.pictureOverText : CellProblems.finding(problem.kind)
                bag.report(
                    finding.at(
                        Place(
                            file: file,
                            sheet: returned.sheet.sheet,
                            cell: problem.cell.description
                        )
                    )
                )
            }
        }
    }

    /// Reports a row that shows the serial of another one: a copy of it, or a target whose serial
    /// was typed over.
    private mutating func reportSecond(_ row: Row, after first: Row) {
        let cell = sheets[row.sheet].serialCell ?? 0
        let saysTheSame = table.columns.indices.allSatisfy {
            text(row, column: $0).elementsEqual(text(first, column: $0))
        }
        if row.key != first.key, !saysTheSame {
            let finding = Serial.repeated(
                shown(row).serial,
                elsewhere: Wording(verbatim: "\(reference(first))")
            )
            bag.report(place(finding, row, cell))
        } else {
            bag.report(place(copiedRow(first: reference(first)), row, cell))
        }
    }

    /// Reports serials that two targets of one document have.
    private mutating func reportDuplicates(in table: TargetTable, _ order: [Row]) {
        guard let column = table.column(of: .serial) else { return }
        var lists = SectionLists(of: table)
        let repetitions = Serial.repetitions(
            among: table.count,
            in: table.text,
            serial: { table.range($0, column) },
            list: { lists.list(of: $0) }
        )
        for repetition in repetitions {
            let row = order[repetition.target]
            let cell = self.table.serialColumn
                .flatMap { sheets[row.sheet].cells[$0] }
            let finding = Serial.repeated(
                table.string(repetition.target, column: column),
                elsewhere: Wording(verbatim: "\(reference(order[repetition.first]))"),
                .warning
            )
            bag.report(place(finding, row, cell ?? 0))
        }
    }
}
