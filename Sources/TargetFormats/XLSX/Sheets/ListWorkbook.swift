package import SourceText
internal import SpreadsheetML

/// Lists of texts as a workbook, a sheet each, that looks like the workbook of a table: what
/// reports are handed out as.
package struct ListWorkbook: Sendable {
    /// What a cell says.
    package enum Cell: Sendable {
        /// A text.
        case text(String)
        /// A text of which pieces were changed.
        case marked([Piece])

        /// The text.
        var text: String {
            switch self {
            case .text(let text): text
            case .marked(let pieces): pieces.map(\.text).joined()
            }
        }
    }

    /// A piece of a text that was changed.
    package struct Piece: Sendable {
        /// What happened to it.
        package enum Mark: Sendable {
            /// Nothing.
            case kept
            /// It is there no longer.
            case deleted
            /// It wasn't there before.
            case inserted
        }

        /// The text.
        package var text: String
        /// What happened to it.
        package var mark: Mark

        /// Makes a piece.
        package init(_ text: String, _ mark: Mark) {
            self.text = text
            self.mark = mark
        }
    }

    /// One list.
    package struct List: Sendable {
        /// The name of the sheet; made valid and unique where it isn't.
        package var name: String
        /// What stands above the headers, over all columns: the title, then smaller lines.
        package var heading: [String]
        /// The columns: what their headers say, and how wide they are in characters.
        package var columns: [(header: String, width: Double)]
        /// The rows, each with a cell for each column.
        package var rows: [[Cell]]
        /// The column (from 0) of serials, which are numbers where they are nothing but digits, as
        /// in the workbook of a table; nil where there is none.
        package var serialColumn: Int?

        /// Makes a list.
        package init(
            name: String,
            heading: [String] = [],
            columns: [(header: String, width: Double)],
            rows: [[Cell]],
            serialColumn: Int?
        ) {
            self.name = name
            self.heading = heading
            self.columns = columns
            self.rows = rows
            self.serialColumn = serialColumn
        }
    }

    private let title: String
    private let lists: [List]
    private let words: WorkbookWords

    /// Prepares to write lists, at least one.
    package init(title: String, lists: [List], language: Language) {
        self.title = title
        self.lists = lists
        words = WorkbookWords(language: language)
    }

    /// Writes the workbook to a new file at `path`, checks what was written, and flushes it.
    ///
    /// `created` is the date in its properties, in seconds since 1970; `temporaryFolder` is an
    /// empty folder.
    /// - Throws: `FormatError` of kind `data` where a text doesn't fit a cell, of kind `output` where
    ///   the file can't be written.
    package func write(
        toFileAt path: String,
        temporaryFolder: ScratchSpace,
        created: Int
    ) throws(FormatError) {
        do throws(WorkbookError) {
            var workbook = try WorkbookWriter(
                temporaryFolder: temporaryFolder,
                properties: .init(title: title, company: "", created: created)
            )
            try WorkbookTheme.setStandardFont(of: &workbook)
            let header = try workbook.style(WorkbookTheme.header)
            let styles = try Styles(&workbook)
            var names = SheetNames()
            for list in lists {
                let sheet = try workbook.addSheet(named: names.add(list.name))
                try write(list, to: sheet, of: &workbook, header, styles)
            }
            try workbook.finish(at: path)
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.file = path
            throw FormatError(error.isAboutData ? .data : .output, diagnostic)
        }
    }

    private func write(
        _ list: List,
        to sheet: WrittenSheet,
        of workbook: inout WorkbookWriter,
        _ header: CellStyle,
        _ styles: Styles
    ) throws(WorkbookError) {
        for (column, listed) in list.columns.enumerated() {
            try workbook.setColumn(column, width: listed.width, of: sheet)
        }
        try writeHeading(of: list, to: sheet, of: &workbook, styles)
        let headerRow = list.heading.count
        for (column, listed) in list.columns.enumerated() {
            let position = CellPosition(row: headerRow, column: column)
            try workbook.write(.text(listed.header), at: position, of: sheet, header)
        }
        try workbook.setRow(headerRow, height: 24, of: sheet)
        workbook.freeze(rows: headerRow + 1, of: sheet)
        for (index, row) in list.rows.enumerated() {
            var lines = 1
            for (column, cell) in row.enumerated() {
                let position = CellPosition(row: headerRow + 1 + index, column: column)
                try write(
                    cell,
                    isSerial: column == list.serialColumn,
                    at: position,
                    of: sheet,
                    &workbook,
                    styles
                )
                let room = ColumnWidths.available(
                    width: list.columns[column].width,
                    size: WorkbookTheme.bodySize
                )
                lines = max(lines, TextMetrics.lines(cell.text.utf8.span, available: room))
            }
            let height = ColumnWidths.height(lines: lines, size: WorkbookTheme.bodySize)
            try workbook.setRow(headerRow + 1 + index, height: height, of: sheet)
        }
        guard !list.columns.isEmpty else { return }
        let last = headerRow + list.rows.count
        let columns = 0...(list.columns.count - 1)
        if !list.rows.isEmpty {
            try workbook.addFilter(CellRange(rows: headerRow...last, columns: columns), of: sheet)
        }
        var page = PageSetup()
        page.repeatedRows = headerRow...headerRow
        page.area = CellRange(rows: 0...last, columns: columns)
        page.footer = PageTexts.footer(words)
        try workbook.setPage(page, of: sheet)
    }

    /// Writes the lines above the headers, each over all columns.
    private func writeHeading(
        of list: List,
        to sheet: WrittenSheet,
        of workbook: inout WorkbookWriter,
        _ styles: Styles
    ) throws(WorkbookError) {
        let width = list.columns.reduce(0) { $0 + $1.width }
        for (row, line) in list.heading.enumerated() {
            let isTitle = row == 0
            let format = isTitle ? WorkbookTheme.title : WorkbookTheme.subtitle
            let cells = CellRange(rows: row...row, columns: 0...max(1, list.columns.count - 1))
            try workbook.merge(
                cells,
                of: sheet,
                .text(line),
                isTitle ? styles.title : styles.subtitle
            )
            let height = ColumnWidths.height(of: line, format, width: width)
            try workbook.setRow(row, height: height, of: sheet)
        }
    }

    private func write(
        _ cell: Cell,
        isSerial: Bool,
        at position: CellPosition,
        of sheet: WrittenSheet,
        _ workbook: inout WorkbookWriter,
        _ styles: Styles
    ) throws(WorkbookError) {
        switch cell {
        case .marked(let pieces):
            let marked = pieces.map { TextPiece($0.text, styles.style(of: $0.mark)) }
            try workbook.write(marked, at: position, of: sheet, styles.text)
        case .text(let text):
            // Zeros before a number are shown by a text as it stands.
            if isSerial, let serial = SerialCell(ArraySlice(text.utf8)), !serial.hasLeadingZeros {
                let number = CellValue.number(Double(serial.number))
                try workbook.write(number, at: position, of: sheet, styles.text)
            } else {
                try workbook.write(.text(text), at: position, of: sheet, styles.text)
            }
        }
    }

    /// The styles of texts.
    private struct Styles {
        let title: CellStyle
        let subtitle: CellStyle
        let text: CellStyle
        let deleted: CellStyle
        let inserted: CellStyle

        init(_ workbook: inout WorkbookWriter) throws(WorkbookError) {
            title = try workbook.style(WorkbookTheme.title)
            subtitle = try workbook.style(WorkbookTheme.subtitle)
            text = try workbook.style(WorkbookTheme.text)
            deleted = try workbook.style(WorkbookTheme.deleted)
            inserted = try workbook.style(WorkbookTheme.inserted)
        }

        /// The style of a piece.
        ///
        /// Kept ones have that of the cell, said once more: some programs show a piece without a
        /// font of its own in their standard font.
        func style(of mark: Piece.Mark) -> CellStyle {
            switch mark {
            case .kept: text
            case .deleted: deleted
            case .inserted: inserted
            }
        }
    }
}
