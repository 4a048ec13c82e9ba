internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Reads the targets of a workbook that yilan made, in whatever state it comes back.
///
/// Rows are tied to their targets by what they carry, so they may have been sorted, filtered,
/// hidden, left out or added; columns by their headers. Everything else in the workbook, such as
/// the sheets of leaders, follows from the targets and is not read.
struct RoundTripReader {
    /// The file's name as the user gave it.
    let file: String
    let table: TableRecord
    let sheets: [RoundTripSheet]

    /// What ties the rows of each sheet to their targets.
    private(set) var anchors: [RowAnchors] = []
    private var rows: [Row] = []
    private var bag = DiagnosticBag()

    /// A row that holds a target.
    struct Row {
        /// Index, from 0, of its sheet.
        var sheet: Int
        /// Row, from 0, of the sheet's cells.
        var row: Int
        /// The target, from 0, of the table that the workbook was made from; -1 where somebody
        /// added the row.
        var target: Int

        /// Whether somebody added it.
        var isAdded: Bool { target < 0 }
    }

    /// Prepares to read sheets that hold targets of `table`.
    init(_ table: TableRecord, _ sheets: [RoundTripSheet], file: String) {
        self.table = table
        self.sheets = sheets
        self.file = file
    }

    /// Reads the table; its targets come in the order of the official table, added ones behind.
    ///
    /// - Throws: `FormatError` where columns can't be told apart.
    /// - Complexity: O(n log n) in the rows.
    mutating func read(
        keepingLayout keepsLayout: Bool,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        try reportColumns()
        for index in sheets.indices { readRows(ofSheet: index) }
        let order = officialOrder()
        let layout = keepsLayout ? storedLayout() : nil
        reportProblems(layout?.originals)
        var builder = ReturnedTableBuilder(self, order, layout?.originals)
        var result = builder.table()
        if result.text.isOverfull { bag.report(TextStore.overfull(file)) }
        if builder.isWhole, let layout { result.layout = layout.layout }
        if !builder.missing.isEmpty { bag.report(missingColumns(builder.missing)) }
        reportDuplicates(in: result, order)
        if result.count == 0 { bag.report(noTargets) }
        diagnostics.report(contentsOf: bag)
        return result
    }

    private mutating func storedLayout() -> StoredLayout? {
        guard table.hasLayout else { return nil }
        let stored = table.storedLayout(file: file)
        if stored == nil { bag.report(damagedLayout) }
        return stored
    }

    // MARK: Rows

    private mutating func readRows(ofSheet index: Int) {
        let returned = sheets[index]
        let first = returned.header + 1
        let anchors = RowAnchors(in: returned.sheet, cell: returned.anchor, from: first, of: table)
        self.anchors.append(anchors)
        rows.reserveCapacity(rows.count + anchors.targets.count)
        for (offset, target) in anchors.targets.enumerated() {
            let row = Row(sheet: index, row: first + offset, target: Int(target))
            if !row.isAdded || isTarget(row) { rows.append(row) }
        }
    }

    /// Whether a row without an anchor is a target: it has a serial and something else.
    ///
    /// Others, such as sums and remarks that people type under a list, are named in a note.
    private mutating func isTarget(_ row: Row) -> Bool {
        let texts = table.columns.indices.map { text(row, column: $0) }
        let filled = texts.filter { !$0.isEmpty }
        guard let first = texts.firstIndex(where: { !$0.isEmpty }) else { return false }
        let serial = table.columns.firstIndex { $0.field == .serial }.map { texts[$0] } ?? []
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
        let returned = sheets[row.sheet]
        guard let cell = returned.cells[column],
            let range = returned.sheet.range(row: row.row, cell: cell)
        else { return [] }
        return CellText.trimmed(returned.sheet.bytes[range])
    }

    /// The rows in the order of the official table; of rows with one anchor only the first.
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
                    let cell = sheets[row.sheet].cells.compactMap { $0 }.first ?? 0
                    bag.report(place(copiedRow(first: reference(first)), row, cell))
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
    private func reference(_ row: Row) -> String {
        let returned = sheets[row.sheet]
        let cell = returned.cells.compactMap { $0 }.first ?? 0
        return "\(returned.sheet.sheet)!\(returned.reference(row: row.row, cell: cell))"
    }

    /// Returns the finding placed at a row's cell (from 0).
    func place(_ finding: Diagnostic, _ row: Row, _ cell: Int) -> Diagnostic {
        let returned = sheets[row.sheet]
        let reference = returned.reference(row: row.row, cell: cell)
        return finding.at(sheet: returned.sheet.sheet, cell: reference, file: file)
    }

    private func header(_ returned: RoundTripSheet, _ cell: Int) -> String {
        returned.sheet.string(row: returned.header, cell: cell)
    }

    private mutating func reportColumns() throws(FormatError) {
        for returned in sheets {
            for cell in returned.repeated {
                let reference = returned.reference(row: returned.header, cell: cell)
                bag.report(
                    Self.repeatedColumn(header(returned, cell))
                        .at(sheet: returned.sheet.sheet, cell: reference, file: file)
                )
            }
            for (cells, finding) in [
                (returned.strangers, Self.addedColumn), (returned.renamed, Self.renamedColumn),
            ] {
                for cell in cells {
                    let reference = returned.reference(row: returned.header, cell: cell)
                    bag.report(
                        finding(header(returned, cell))
                            .at(sheet: returned.sheet.sheet, cell: reference, file: file)
                    )
                }
            }
        }
        if bag.hasErrors {
            throw FormatError(.data, bag.all.first { $0.severity == .error })
        }
    }

    /// The text that a cell had when the workbook was made; nil where it isn't known.
    func textBefore(_ row: Row, column: Int, _ stored: [Baseline.Original]?) -> String? {
        guard !row.isAdded else { return nil }
        let width = table.columns.count
        let anchors = anchors[row.sheet]
        let kept = anchors.originals[anchors.index(ofRow: row.row) * width + column]
        for original in [kept, stored?[row.target * width + column]] {
            if case .text(let text)? = original { return text }
        }
        return nil
    }

    /// Reports cells of targets whose formula went wrong or has no value, or that hold a picture.
    ///
    /// A picture is no text: what stood under it is left alone, as far as that is known.
    private mutating func reportProblems(_ stored: [Baseline.Original]?) {
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
                let isKept = column.map { textBefore(row, column: $0, stored) != nil } ?? false
                let finding =
                    problem.kind == .picture && isKept
                    ? Self.pictureOverText : CellProblems.finding(problem.kind)
                bag.report(
                    finding.at(
                        sheet: returned.sheet.sheet,
                        cell: problem.cell.description,
                        file: file
                    )
                )
            }
        }
    }

    /// Reports serials that two targets of one document have.
    private mutating func reportDuplicates(in table: TargetTable, _ order: [Row]) {
        guard let column = table.column(of: .serial) else { return }
        let repetitions = Serial.repetitions(
            among: table.count,
            in: table.text,
            serial: { table.range($0, column) },
            list: { Int(table.origins[$0].document) }
        )
        for repetition in repetitions {
            let row = order[repetition.target]
            let cell = self.table.columns.firstIndex { $0.field == .serial }
                .flatMap { sheets[row.sheet].cells[$0] }
            let finding = Serial.repeated(
                table.string(repetition.target, column: column),
                elsewhere: Wording(verbatim: reference(order[repetition.first]))
            )
            bag.report(place(finding, row, cell ?? 0))
        }
    }
}
