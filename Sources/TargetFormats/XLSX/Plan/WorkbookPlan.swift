internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// What a workbook will hold, worked out before anything is written.
struct WorkbookPlan {
    /// A sheet of targets.
    struct TargetsPart {
        /// Name of the sheet.
        var name: String
        /// The targets in it, from 0; the first one stands in row 1 (from 0), under the header.
        var targets: Range<Int>
        /// By column (from 0), the cells that formulas read, with the sheet's name.
        ///
        /// Some hundred formulas of a small workbook name them: made for each of these, they were a
        /// thirtieth of writing it.
        var cells: [String]
    }

    /// A leader with a sheet.
    struct Leader {
        /// The counts.
        var summary: LeaderSummary
        /// The texts that the table has for the leader's name, in order of first appearance.
        var texts: [String]
        /// How formulas tell which targets are the leader's.
        var membership: NamedRows
        /// Name of the sheet; nil where there are too many leaders for sheets, or more targets than
        /// a sheet holds.
        var sheetName: String?
    }

    /// The table.
    let table: TargetTable
    /// The language.
    let words: WorkbookWords
    /// What the table comes to.
    let summary: Summary
    /// The leaders, in order of first appearance.
    private(set) var leaders: [Leader]
    /// Name of the summary's sheet.
    let overviewName: String
    /// The sheets of targets; more than one where a sheet's rows don't suffice.
    let parts: [TargetsPart]
    /// Name of the sheet of what is behind; nil where the table has no statuses, or where more is
    /// behind than a sheet holds.
    let behindName: String?
    /// Name of the sheet of findings; nil where they are not wanted.
    let findingsName: String?
    /// Name of the sheet of indicators; nil where they are not wanted.
    let indicatorsName: String?
    /// Name of the sheet that carries the table's layout.
    let tableSheetName: String
    /// The columns of the sheets of targets.
    let columns: [SheetColumn]
    /// How each target's row shows its texts.
    let rowFits: RowFits
    /// Whether the leaders' sheets follow by formulas: a larger table would take long to calculate.
    let follows: Bool
    /// Whether the summary's counts are formulas; as above, for tables with very many groups.
    let counts: Bool
    /// How many digits serials with leading zeros have, each number once.
    let zeroDigits: Set<Int>
    /// The widest serial.
    let widestSerial: String
    /// The most serials that have room on a line of the summary.
    let mostOnLine: Int
    /// Whether formulas read names and statuses as yilan does, so that whatever a correction says
    /// counts; in a larger table, that would take long at each change.
    let readsCells: Bool
    /// The texts of statuses that count as yes and as no.
    let statusWords: StatusTexts
    /// What formulas make of units' names, by what the cells say and name: the same units recur, in each
    /// sheet (see `UnitNamesCell`).
    let replacedUnits = Remembered<String?>()
    /// Whether the original texts are kept, and not only digests of them.
    let keepsTexts: Bool

    /// The most targets whose leaders' sheets follow by formulas.
    static let mostFollowed = 5_000
    /// The most leaders that have sheets; beyond that a workbook is hard to open.
    static let mostLeaderSheets = 1_000
    /// The most comparisons that the summary's formulas make each time they are calculated.
    static let mostComparisons = 200_000_000
    /// The most cells that formulas read name by name.
    static let mostRead = 300_000
    /// Rows below a sheet's targets that are counted, too: what is typed there.
    private static let spareRows = 200
    /// Rows of a sheet for targets.
    static let rowsPerSheet = SheetLimits.rows - 1

    /// Plans the workbook of a table.
    ///
    /// - Complexity: O(n) in the table's text.
    init(_ table: TargetTable, _ options: WritingOptions, rowsPerSheet: Int = rowsPerSheet) {
        let words = WorkbookWords(language: options.language)
        // Counted by another core, where that is worth the while, while this one measures.
        let counting = Ahead(isLong: table.count > Self.mostFollowed) { Summary(of: table) }
        follows = table.count <= Self.mostFollowed
        columns = Self.columns(of: table, words, numbered: follows)
        rowFits = ColumnWidths.rowFits(of: table, columns: columns)
        keepsTexts = Self.fitsTexts(table)
        zeroDigits = Self.zeroDigits(of: table)
        widestSerial = Self.widestSerial(of: table)
        mostOnLine = Self.mostOnLine(widestSerial, words)
        let texts = LeaderTexts(of: table)
        let summary = counting.value
        var names = SheetNames()
        self.table = table
        self.words = words
        self.summary = summary
        tableSheetName = names.add(WorkbookRoundTrip.tableSheetName)
        overviewName = names.add(words.overview)
        parts = Self.parts(
            of: table.count,
            rowsPerSheet,
            words,
            &names,
            spareRows: follows ? Self.spareRows : 0,
            columns: columns.count
        )
        let fitsBehind =
            table.column(of: .onSchedule) != nil
            && summary.counts.behind <= rowsPerSheet - ListFrame.headerRow - 1
        behindName = fitsBehind ? names.add(words.behindSheet) : nil
        findingsName = options.findings == nil ? nil : names.add(words.findingsSheet)
        indicatorsName = options.hasIndicators ? names.add(words.indicatorsSheet) : nil
        let groups = summary.leaders.count + summary.units.count + summary.deadlines.count
        counts = table.count * groups * 3 <= Self.mostComparisons
        readsCells = follows && table.count * groups <= Self.mostRead
        statusWords = StatusTexts(of: table, all: readsCells, words)
        let hasSheets = summary.leaders.count <= Self.mostLeaderSheets
        let room = min(rowsPerSheet, SheetLimits.rows - LeaderSheet.headerRow - 1)
        leaders = summary.leaders.map { leader in
            Leader(
                summary: leader,
                texts: texts.of(leader.name),
                membership: NamedRows(leader.name, texts),
                sheetName: hasSheets && leader.targets.count <= room
                    ? names.add(
                        leader.name.isEmpty ? words.blank : leader.name,
                        fallback: words.blank
                    )
                    : nil
            )
        }
    }

    /// What stands above each page of targets: the titles of the documents.
    var title: String {
        var titles: [String] = []
        for title in table.documents.compactMap(\.title) where !titles.contains(title) {
            titles.append(title)
        }
        return titles.isEmpty ? words.untitled : titles.joined(separator: words.separator)
    }

    /// The name that a leader, unit or deadline is shown by.
    func shown(_ name: String) -> String {
        name.isEmpty ? words.blank : name
    }

    /// What a cell says of the serials of targets.
    func listed(_ targets: [Int]) -> String {
        guard !targets.isEmpty else { return words.none }
        guard targets.count <= Self.mostSerials else { return words.tooMany }
        let list = targets.map { table.string($0, .serial) }
            .joined(separator: separator(ofListOf: targets.count))
        // Serials are a few characters; of longer ones a cell may not hold many.
        return list.sheetUnits <= Self.longestList ? list : words.tooMany
    }

    /// The most UTF-16 units of such a list.
    static let longestList = 4_000

    /// The most serials that are listed in a cell.
    static let mostSerials = 300

    /// The index (from 0) of the first column with this content or field; nil where there is none.
    func column(_ content: SheetColumn.Content) -> Int? {
        columns.firstIndex { $0.content == content }
    }

    /// How many columns are printed: those of the table itself.
    var printedColumns: Int { table.columns.count }

    /// How large the sheets of targets are shown, in percent: so that seven columns fit a screen.
    var zoom: Int { Self.zoom(ofColumns: columns.prefix(7).map(\.width)) }

    /// How large columns of so many characters are shown, in percent: so that they fit a screen of
    /// 1,366 pixels, with the rows' numbers and a bar to scroll beside them, also where a program
    /// has not the workbook's standard font.
    static func zoom(ofColumns widths: [Double]) -> Int {
        let pixels = widths.reduce(0) { $0 + ColumnWidths.pixels(width: $1) }
        let widest = pixels * ColumnWidths.widestStandIn
        return min(100, max(50, Int(1_250 * 100 / max(1, widest))))
    }

    /// A formula that leads to a row of the only sheet of targets when it is clicked, and shows a
    /// label; `place` says which of the rows under the header, from 1, and `column` (from 0) which
    /// cell; nil: that of the serial.
    func link(toPlace place: String, labelled label: String, column: Int? = nil) -> String {
        guard let part = parts.first, let column = column ?? self.column(of: .serial) else {
            return label
        }
        let letters = ColumnLetters.of(column)
        let sheet = FormulaText.literal("#\(FormulaText.sheet(part.name))!\(letters)")
        let row = "ROW(INDEX(\(part.cells[column]),\(place)))"
        return "HYPERLINK(\(sheet)&\(row),\(label))"
    }

    /// Whether a target has several leaders, and so counts for each of them.
    var countsLeadersApart: Bool {
        leaders.reduce(0) { $0 + $1.summary.counts.total } > summary.counts.total
    }

    /// The index (from 0) of a field's column; nil where there is none.
    func column(of field: Field) -> Int? {
        columns.firstIndex { $0.field == field }
    }

    /// The sheets of targets; formulas read so many rows below the last target, where a workbook follows.
    private static func parts(
        of count: Int,
        _ rows: Int,
        _ words: WorkbookWords,
        _ names: inout SheetNames,
        spareRows: Int,
        columns: Int
    ) -> [TargetsPart] {
        stride(from: 0, to: max(1, count), by: rows).map { start in
            let targets = start..<min(start + rows, count)
            let name = names.add(words.targets)
            let sheet = FormulaText.sheet(name)
            let counted = 1...(max(1, targets.count) + spareRows)
            let cells = (0..<columns).map { column in
                "\(sheet)!\(CellRange(rows: counted, columns: column...column).absolute)"
            }
            return TargetsPart(name: name, targets: targets, cells: cells)
        }
    }

    private static func columns(
        of table: TargetTable,
        _ words: WorkbookWords,
        numbered: Bool
    ) -> [SheetColumn] {
        var headers = HeaderNames()
        var columns: [SheetColumn] = []
        // Of few targets by one core, for less than 0.1 ms: no thread begins while another one loads libraries, and
        // to wait for that was 4 % of writing a workbook of 60.
        let widths =
            table.count > Self.mostFollowed
            ? Cores.map(table.columns.count) { ColumnWidths.width(of: $0, in: table) }
            : table.columns.indices.map { ColumnWidths.width(of: $0, in: table) }
        for (index, column) in table.columns.enumerated() {
            let label = WorkbookRoundTrip.foreign(words.header(of: column))
            columns.append(
                SheetColumn(
                    content: .table(index),
                    field: column.field,
                    header: headers.add(label.isEmpty ? words.header(ofColumn: index) : label),
                    width: widths[index]
                )
            )
        }
        if columns.contains(where: { $0.field == .deadline }) {
            // Behind the table's columns, and so outside of what is printed: paper has the deadline
            // once, as its text.
            columns.append(
                SheetColumn(content: .date, header: headers.add(words.date), width: 20)
            )
        }
        let prefix = WorkbookRoundTrip.ownPrefix
        if numbered {
            columns.append(SheetColumn(content: .number, header: prefix + "number", width: 9))
        }
        columns.append(SheetColumn(content: .units, header: prefix + "units", width: 9))
        columns.append(
            SheetColumn(content: .key, header: WorkbookRoundTrip.targetsMark, width: 9)
        )
        return columns
    }

    private static func zeroDigits(of table: TargetTable) -> Set<Int> {
        guard let column = table.column(of: .serial) else { return [] }
        var digits: Set<Int> = []
        for target in 0..<table.count {
            let text = table.text.bytes(table.range(target, column))
            guard text.first == UInt8(ascii: "0"), let serial = SerialCell(text),
                serial.hasLeadingZeros
            else { continue }
            digits.insert(serial.digits)
        }
        return digits
    }

    private static func fitsTexts(_ table: TargetTable) -> Bool {
        var total = 0
        for target in 0..<table.count {
            for column in table.columns.indices { total += table.range(target, column).count }
            if total > WorkbookRoundTrip.largestTextTotal { return false }
        }
        return true
    }
}
