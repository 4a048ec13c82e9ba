internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Reads the table that stands in the sheets of a workbook as in an official file: header, blocks,
/// pages.
///
/// Each visible sheet with a header is a page of the table, or several, and a section of its own. A
/// sheet whose targets all stand in another one, too, as where each leader has a sheet besides the
/// list, is left out.
struct PlainWorkbookReader {
    /// The file's name as the user gave it.
    let file: String
    /// What is known of the file.
    let document: Document
    let options: ReadingOptions
    /// Whether a sheet with one header at its top is a list that was sorted or filtered, so that
    /// nothing in a row follows from the row above.
    var readsLists = false
    /// What the column of the deadlines' dates is called in the workbook of ours that the sheets are
    /// from; nil where that isn't known.
    var dateHeader: String?
    /// Whether each sheet is a section, as somebody made and named them; else they are sections where
    /// the numbering begins anew.
    var areSheetsSections = true

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
                let sheet = WorkbookRoundTrip.withoutOwnColumns(sheet, dateHeader: dateHeader)
                candidates.append(try recognize(sheet))
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
            if sheets.contains(where: lists.isList) {
                return try lists.read(sheets, reporting: &diagnostics)
            }
        }
        guard !candidates.isEmpty else {
            throw FormatError(.data, failure ?? DiagnosticBag(emptyWorkbook))
        }
        if !others.isEmpty { diagnostics.report(withoutHeader(others)) }
        let kept = RepeatedSheets(candidates).kept(reporting: &diagnostics)
        let candidate = try together(kept, reporting: &diagnostics)
        return table(of: candidate, reporting: &diagnostics)
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
        try recognize([SheetStack.Part(sheet: sheet)])
    }

    private func recognize(_ parts: [SheetStack.Part]) throws(Failure) -> Candidate {
        let stack: SheetStack
        do {
            stack = try SheetStack(parts, file: file)
        } catch {
            throw Failure(
                findings: DiagnosticBag(error.diagnostic(file: file)),
                isWithoutHeader: false
            )
        }
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
            sheet: parts[0].sheet,
            stack: stack,
            recognition: recognition,
            findings: findings
        )
    }

    private func list(_ stack: SheetStack) -> ListRecognizer? {
        ListRecognizer(stack.cells, blocks: options.blocks, overrides: options.labels)
    }

    private func isList(_ sheet: SheetCells) -> Bool {
        let stack = try? SheetStack([SheetStack.Part(sheet: sheet)], file: file)
        return stack.flatMap(list) != nil
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
            let names = partNames(of: kept)
            let parts = kept.enumerated().map { index, candidate in
                SheetStack.Part(
                    sheet: candidate.sheet,
                    firstRow: index == 0
                        ? 0 : candidate.recognition.pages.first?.header.lowerBound ?? 0,
                    name: names[index],
                    isSection: areSheetsSections
                )
            }
            reportTitles(of: kept, names, to: &diagnostics)
            do {
                result = try recognize(parts)
            } catch {
                throw FormatError(.data, error.findings)
            }
        }
        diagnostics.report(contentsOf: result.findings)
        let problems = CellProblems(stack: result.stack, recognition: result.recognition)
        problems.report(kept.map(\.sheet.problems), to: &diagnostics)
        WideMerges(stack: result.stack, recognition: result.recognition)
            .report(kept.map(\.sheet), to: &diagnostics)
        return result
    }

    /// What the sheets are called as parts of one table: a user named those of a workbook; tables of
    /// a document have titles, as far as these tell them apart.
    private func partNames(of kept: [Candidate]) -> [String] {
        let names = kept.map(\.sheet.sheet)
        if areSheetsSections { return names }
        let titles = kept.enumerated().map { $1.recognition.heading.partName(isFirst: $0 == 0) }
        guard Set(titles).count == titles.count else { return names }
        return zip(titles, names).map { $0 ?? $1 }
    }

    /// Warns where the title of a sheet names another year than the first one's: one table has one.
    private func reportTitles(
        of kept: [Candidate],
        _ names: [String],
        to diagnostics: inout DiagnosticBag
    ) {
        func year(of candidate: Candidate) -> Int? {
            let heading = candidate.recognition.heading
            return TitleFacts(title: heading.title, lines: heading.lines).year
        }
        guard let first = year(of: kept[0]) else { return }
        for (candidate, name) in zip(kept, names).dropFirst() {
            guard let otherYear = year(of: candidate), otherYear != first else { continue }
            let row = candidate.recognition.heading.titleRows.lowerBound
            let finding = TableHeading.otherYear(
                otherYear,
                first: first,
                isKept: TargetTable.year(ofSection: name) == otherYear
            )
            diagnostics.report(candidate.stack.at(finding, row: row, cell: 0))
        }
    }

    private func table(
        of candidate: Candidate,
        reporting diagnostics: inout DiagnosticBag
    ) -> TargetTable {
        let recognition = candidate.recognition
        var document = document
        document.read(recognition.heading)
        var table = recognition.tableWithOtherTexts(in: document, reporting: &diagnostics)
        table.places = candidate.stack.places(of: recognition)
        table.text.valueStarts = candidate.sheet.valueStarts
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
                    + "\(list: names, ", ")",
                zh: "以下工作表没有目标表的表头，未读取：\(list: names, "、")"
            ),
            file: file
        )
    }
}
