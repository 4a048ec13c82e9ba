internal import SourceText
internal import SpreadsheetML
internal import TargetModel

extension OverviewSheet {
    /// A line over all columns; heights are in points.
    typealias HeadLine = (text: String, format: CellFormat, height: Double)

    /// Writes what stands above the tables; `total` is the row (from 0) of all targets, and the sentence
    /// names so many serials.
    ///
    /// - Throws: what the library refuses.
    func writeHead(
        _ lines: [HeadLine],
        _ styles: OverviewStyles,
        total: Int?,
        _ limit: SerialsLimit,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let title = try workbook.style(lines[0].format)
        let sentence = try workbook.style(lines[2].format)
        let lineStyles = [title, styles.subtitle, sentence, styles.note]
        let counts = plan.summary.counts
        var value = CellValue.text(lines[2].text)
        if let total, counts.hasStatus {
            func cell(_ column: Int) -> String {
                CellPosition(row: total, column: column).reference
            }
            let cells = Sentence.Cells(
                total: cell(ColumnPlace.total),
                yes: cell(ColumnPlace.yes),
                no: cell(ColumnPlace.no),
                unstated: cell(ColumnPlace.unstated),
                serials: cell(ColumnPlace.allSerials),
                limit: limit,
                withoutStatus: counts.withoutStatus
            )
            let formula = Sentence(language: plan.words.language).formula(cells)
            value = .formula(formula, .text(lines[2].text))
        }
        for (row, (line, style)) in zip(lines, lineStyles).enumerated() {
            let shown = row == 2 ? value : .text(line.text)
            try writeLine(row, shown, style, height: line.height, to: &workbook)
        }
    }

    /// What stands above the tables: title, line under it, the sentence for the circular, a note.
    ///
    /// The sentence has so many lines to spare.
    func headLines(spare: Int) -> [HeadLine] {
        let words = plan.words
        let documents = plan.table.documents
        let counts = plan.summary.counts
        // Where they are too many for a cell, the sentence doesn't name them.
        let listed = plan.listed(counts.behindTargets)
        let isShort = !listed.utf8.elementsEqual(words.tooMany.utf8)
        let serials = isShort ? counts.behindTargets.map { plan.table.string($0, .serial) } : []
        let sentence = counts.sentence(serials: serials, language: words.language)
        // No program lets a row grow with merged cells: room for what a correction adds.
        let list = serials.isEmpty ? nil : plan.roomiestList(counts.behindTargets)
        let planned = plan.counts ? longestSentence(list) : sentence
        let fit = ColumnWidths.fit(
            planned,
            WorkbookTheme.sentence,
            width: Self.width,
            comfortable: WorkbookTheme.bodySize,
            spare: spare
        )
        let title = words.summaryTitle(of: documents)
        let lines = [
            (title, titleFormat(documents.map { $0.title ?? words.untitled })),
            (words.subtitle(of: documents), WorkbookTheme.subtitle),
            (sentence, WorkbookTheme.sentence.with { $0.size = fit.size }),
            (
                plan.counts ? words.overviewNote(hasStatus: behind != nil) : words.storedNote,
                WorkbookTheme.note
            ),
        ]
        return lines.enumerated().map { row, line in
            (line.0, line.1, row == 2 ? fit.height : Self.height(of: line.0, line.1))
        }
    }

    /// The longest sentence that has a list, whatever the statuses are; nil where there is none.
    private func longestSentence(_ list: String?) -> String {
        var counts = plan.summary.counts
        let words = plan.words
        // Without the blanks, as the sentence has it, but with one for that of "nos.".
        let serials = list.map { list in
            list.replacingBytes(of: words.wrappingSeparator, with: words.separator) + " "
        }
        if counts.hasStatus, counts.total > 0 {
            counts.onSchedule = counts.rated
            counts.unstated = counts.total
            counts.behind = serials == nil ? 0 : counts.total
        }
        return counts.sentence(serials: serials.map { [$0] } ?? [], language: words.language)
    }

    /// How many serials the sentence names in its line.
    func sentenceLimit(_ line: HeadLine) -> SerialsLimit {
        SerialsLimit(plan) { list in
            ColumnWidths.holds(
                longestSentence(list),
                line.format,
                width: Self.width,
                height: line.height
            )
        }
    }

    /// The title's format: each title on one line, as large as that may be.
    private func titleFormat(_ titles: [String]) -> CellFormat {
        let longest = titles.map { TextMetrics.width($0.utf8.span) }.max() ?? 0
        var format = WorkbookTheme.title
        func room() -> Int { ColumnWidths.available(width: Self.width, size: format.size) }
        while format.size > 14, longest > room() {
            format.size -= 1
        }
        return format
    }

    /// Writes a value over all columns of a row that is so many points high.
    func writeLine(
        _ row: Int,
        _ value: CellValue,
        _ style: CellStyle,
        height: Double,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let cells = CellRange(rows: row...row, columns: 0...ColumnPlace.serials)
        try workbook.merge(cells, of: sheet, value, style)
        try workbook.setRow(row, height: height, of: sheet)
    }

    /// The height, in points, of a row in which a text stands over all columns.
    static func height(of text: String, _ format: CellFormat) -> Double {
        ColumnWidths.height(of: text, format, width: width)
    }
}
