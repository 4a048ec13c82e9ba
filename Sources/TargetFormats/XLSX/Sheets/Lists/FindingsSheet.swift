internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The sheet of what `check` finds: a row for each finding, with a link to its cell.
struct FindingsSheet {
    let frame: ListFrame
    let findings: DiagnosticBag
    /// The sheets of targets.
    let parts: [WrittenSheet]

    private var plan: WorkbookPlan { frame.plan }
    private var words: WorkbookWords { frame.plan.words }

    private static let widths: [Double] = [8, 8, 20, 38, 38, 30]

    /// Widths of the columns, in characters: that of the codes shows the longest on one line, as some
    /// programs cut a word that is wider than its cell.
    private static func widths(_ findings: [Diagnostic]) -> [Double] {
        let codes = findings.map { TextMetrics.width($0.code.rawValue.utf8.span) }
        let width = ColumnWidths.width(ofText: codes.max() ?? 0, size: WorkbookTheme.code.size)
        return widths + [max(10, width)]
    }

    /// Writes the sheet.
    ///
    /// - Throws: what the library refuses.
    func write(to workbook: inout WorkbookWriter) throws(WorkbookError) {
        let targets = FindingTargets(plan.table)
        // A part of a table has findings about targets of other parts.
        let shown = findings.surestFirst.filter { finding in
            finding.serial == nil || targets.target(of: finding) != nil
        }
        let widths = Self.widths(shown)
        let columns = 0...(widths.count - 1)
        let title = words.findingsTitle(years: words.years(of: plan.table.documents))
        let note = words.findingsNote(
            shown.isEmpty ? 0 : findings.suppressed,
            isEmpty: shown.isEmpty
        )
        try frame.write(
            title,
            note: .text(note),
            texts: [note],
            widths: widths,
            to: &workbook
        )
        let headers = zip(words.findingHeaders, widths)
        try frame.writeHeader(headers.map { ($0, $1) }, to: &workbook)
        let marked = try workbook.style(WorkbookTheme.evidence)
        let link = try workbook.style(WorkbookTheme.serialLink)
        let code = try workbook.style(WorkbookTheme.code)
        for (index, finding) in shown.enumerated() {
            let row = ListFrame.headerRow + 1 + index
            try write(finding, targets, row, marked, link, code, to: &workbook)
        }
        try addConditions(rows: shown.count, to: &workbook)
        try frame.finish(
            rows: shown.count,
            columns: columns,
            zoom: WorkbookPlan.zoom(ofColumns: widths),
            in: &workbook
        )
    }

    private func write(
        _ finding: Diagnostic,
        _ targets: FindingTargets,
        _ row: Int,
        _ marked: CellStyle,
        _ link: CellStyle,
        _ code: CellStyle,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        let (sheet, styles) = (frame.sheet, frame.styles)
        let evidence = targets.evidence(of: finding)
        let texts: [(column: Int, text: String)] = [
            (3, finding.message[words.language]), (5, finding.hint?[words.language] ?? ""),
        ]
        let severity = words.severity(finding.severity)
        func cell(_ column: Int) -> CellPosition { CellPosition(row: row, column: column) }
        try workbook.write(.text(severity), at: cell(0), of: sheet, styles.madeWord)
        for (column, text) in texts {
            try workbook.write(.text(text), at: cell(column), of: sheet, styles.name)
        }
        let pieces = [
            TextPiece(evidence.before, styles.name), TextPiece(evidence.piece, marked),
            TextPiece(evidence.behind, styles.name),
        ]
        try workbook.write(pieces, at: cell(4), of: sheet, styles.name)
        try workbook.write(
            .text(finding.code.rawValue),
            at: cell(Self.widths.count),
            of: sheet,
            code
        )
        let column = targets.column(of: finding)
        let field = column.map { words.header(of: plan.table.columns[$0]) } ?? ""
        if let target = targets.target(of: finding) {
            let serial = plan.table.string(target, .serial)
            let number = SerialCell(ArraySlice(serial.utf8))
            let first = plan.table.column(of: .serial) ?? 0
            try frame.writeLink(
                number.map { .number(Double($0.number)) } ?? .text(serial),
                toTarget: target,
                column: first,
                at: cell(1),
                of: parts,
                to: &workbook,
                link
            )
            try frame.writeLink(
                .text(field.isEmpty ? words.wholeRow : field),
                toTarget: target,
                column: column ?? first,
                at: cell(2),
                of: parts,
                to: &workbook,
                link
            )
        } else {
            let place = finding.line.map { words.line($0) } ?? ""
            try workbook.write(.text(place), at: cell(1), of: sheet, styles.madeWord)
            try workbook.write(.text(field), at: cell(2), of: sheet, styles.madeWord)
        }
        let whole = evidence.before + evidence.piece + evidence.behind
        let all = texts + [(4, whole), (2, field)]
        let height = ListFrame.height(of: all.map { ($0.text, Self.widths[$0.column]) })
        try workbook.setRow(row, height: height, grows: true, of: sheet)
    }

    private func addConditions(
        rows: Int,
        to workbook: inout WorkbookWriter
    ) throws(WorkbookError) {
        guard rows > 0 else { return }
        let first = ListFrame.headerRow + 1
        let cells = CellRange(rows: first...(first + rows - 1), columns: 0...0)
        for (severity, style) in [
            (Severity.error, WorkbookTheme.behind), (.warning, WorkbookTheme.missing),
        ] {
            let word = FormulaText.literal(words.severity(severity))
            let position = CellPosition(row: first, column: 0).reference
            try workbook.addCondition("\(position)=\(word)", style, to: cells, of: frame.sheet)
        }
    }
}
