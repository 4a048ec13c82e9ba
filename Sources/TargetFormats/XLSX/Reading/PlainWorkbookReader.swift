internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Reads the table that stands in the sheets of a workbook as in an official file: header, blocks,
/// pages.
///
/// Each visible sheet with a header is a page of the table, or several. A sheet whose targets all
/// stand in another one, too, as where each leader has a sheet besides the list, is left out.
struct PlainWorkbookReader {
    /// The file's name as the user gave it.
    let file: String
    /// What is known of the file.
    let document: Document
    let options: ReadingOptions
    /// Whether a sheet with one header at its top is a list that was sorted or filtered, so that
    /// nothing in a row follows from the row above.
    var readsLists = false

    /// A sheet that has a header.
    struct Candidate {
        var sheet: SheetCells
        var stack: SheetStack
        var recognition: Recognition
        var findings: DiagnosticBag
    }

    /// Reads the table.
    ///
    /// - Throws: `FormatError` where no sheet has a header, or one is not understood.
    func read(
        _ sheets: [SheetCells],
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        var candidates: [Candidate] = []
        var others: [String] = []
        var failure: DiagnosticBag?
        for sheet in sheets where sheet.rowCount > 0 {
            do {
                candidates.append(try candidate(sheet))
            } catch {
                guard error.isWithoutHeader else { throw FormatError(.data, error.findings) }
                others.append(sheet.sheet)
                failure = failure ?? error.findings
            }
        }
        if candidates.isEmpty, !readsLists {
            // Columns that somebody cut out of the table make a list, though no official table.
            var lists = self
            lists.readsLists = true
            if sheets.contains(where: { lists.list(SheetStack([($0, 0)], file: file)) != nil }) {
                return try lists.read(sheets, reporting: &diagnostics)
            }
        }
        guard !candidates.isEmpty else {
            throw FormatError(.data, failure ?? DiagnosticBag(emptyWorkbook))
        }
        if !others.isEmpty { diagnostics.report(withoutHeader(others)) }
        let kept = RepeatedSheets(candidates).kept(reporting: &diagnostics)
        return table(of: try together(kept, reporting: &diagnostics))
    }

    // MARK: Recognising sheets

    /// Why a sheet has no layout.
    private struct Failure: Error {
        /// What to tell the user.
        var findings: DiagnosticBag
        /// Whether the sheet may be something else than a table of targets.
        var isWithoutHeader: Bool
    }

    private func recognize(_ sheet: SheetCells) throws(Failure) -> Candidate {
        try recognize(SheetStack([(sheet, 0)], file: file), of: sheet)
    }

    private func recognize(
        _ stack: SheetStack,
        of sheet: SheetCells
    ) throws(Failure) -> Candidate {
        var findings = DiagnosticBag()
        let recognition: Recognition
        if readsLists, let list = list(stack) {
            recognition = list.recognize(reporting: &findings)
            recognition.reportDuplicateSerials(document: { _ in 0 }, to: &findings)
        } else {
            do {
                recognition = try Recognizer(blocks: options.blocks, overrides: options.labels)
                    .recognize(stack.cells, reporting: &findings)
            } catch {
                findings.report(contentsOf: error.findings)
                throw Failure(findings: findings, isWithoutHeader: error.isWithoutHeader)
            }
        }
        return Candidate(
            sheet: sheet,
            stack: stack,
            recognition: recognition,
            findings: findings
        )
    }

    private func list(_ stack: SheetStack) -> ListRecognizer? {
        ListRecognizer(stack.cells, blocks: options.blocks, overrides: options.labels)
    }

    /// Recognises a sheet; merged cells are filled and then read as if each had its text.
    private func candidate(_ sheet: SheetCells) throws(Failure) -> Candidate {
        let candidate = try recognize(sheet)
        let fills: [CellFill]
        do {
            fills = try MergedCells.fills(in: sheet, as: candidate.recognition)
        } catch {
            throw Failure(
                findings: DiagnosticBag(error.diagnostic(file: file)),
                isWithoutHeader: false
            )
        }
        return fills.isEmpty ? candidate : try recognize(sheet.filling(fills))
    }

    // MARK: The table

    /// Recognises the sheets that are kept as pages of one table.
    private func together(
        _ kept: [Candidate],
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> Candidate {
        var result = kept[0]
        if kept.count > 1 {
            // Of the sheets behind the first one, what stands above the header is said already.
            let parts = kept.enumerated().map { index, candidate in
                let header = candidate.recognition.pages.first?.header.lowerBound ?? 0
                return (candidate.sheet, firstRow: index == 0 ? 0 : header)
            }
            do {
                result = try recognize(SheetStack(parts, file: file), of: kept[0].sheet)
            } catch {
                throw FormatError(.data, error.findings)
            }
        }
        diagnostics.report(contentsOf: result.findings)
        let problems = CellProblems(stack: result.stack, recognition: result.recognition)
        problems.report(kept.map(\.sheet.problems), to: &diagnostics)
        return result
    }

    private func table(of candidate: Candidate) -> TargetTable {
        let recognition = candidate.recognition
        var document = document
        document.read(recognition.heading)
        var table = recognition.table(in: document)
        table.places = candidate.stack.places(of: recognition)
        return table
    }
}

extension PlainWorkbookReader {
    private var emptyWorkbook: Diagnostic {
        Diagnostic(
            .error,
            .emptyTable,
            Wording(
                en: "no visible sheet of the workbook has any text",
                zh: "工作簿中可见的工作表都没有内容"
            ),
            file: file
        )
    }

    private func withoutHeader(_ names: [String]) -> Diagnostic {
        Diagnostic(
            .note,
            .sheetLeftOut,
            Wording(
                en: "left out, because they have no header of targets: "
                    + names.joined(separator: ", "),
                zh: "以下工作表没有目标表的表头，未读取：" + names.joined(separator: "、")
            ),
            file: file
        )
    }
}
