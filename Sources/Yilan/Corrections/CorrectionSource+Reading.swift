public import SourceText
public import TargetFormats
internal import TargetModel

extension CorrectionSource {
    /// Reads a file of corrections: a table in any format, whole or a part of it, or a list of
    /// corrections.
    ///
    /// Problems inside the data are reported and reading goes on.
    /// - Throws: `FormatError` when there is nothing to go on with.
    public init(
        reading file: InputFile,
        as format: TargetFormat,
        options: ReadingOptions = ReadingOptions(),
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) {
        if format.has(.listsCorrections), let list = CorrectionsDocument.Text(ofListIn: file) {
            let document = try CorrectionsDocument(list, reporting: &diagnostics)
            MergeMarkers.report(in: file, reporting: &diagnostics)
            self.init(file: file.name, .document(document))
            return
        }
        var findings = DiagnosticBag()
        // What was found is told also where there is nothing to go on with: it says why.
        let read: Result<TargetTable, FormatError>
        do throws(FormatError) {
            read = .success(
                try format.reader.read(file, options: options, reporting: &findings)
            )
        } catch {
            read = .failure(error)
        }
        // A part of a table has no use for its layout and summary; that they don't fit is nobody's
        // concern, nor what columns may mean by their texts.
        let idle: Set<FindingCode> = [.layoutDropped, .outdatedSummary, .columnByEvidence]
        for var finding in findings.all where !idle.contains(finding.code) {
            // Whose text counts can't be said; the others would be taken for emptied.
            if finding.code == .mergedCells, finding.severity == .warning {
                finding.severity = .error
            }
            diagnostics.report(finding)
        }
        let whole = try read.get()
        let table = format.has(.listsCorrections) ? whole : whole.withoutGuessedColumns(options)
        // Rows that were left out or sorted would go to other targets.
        if findings.all.contains(where: { $0.code == .numberedByOrder }) {
            throw FormatError(.data, Self.withoutSerials(file.name))
        }
        MergeMarkers.report(in: table, as: format, reporting: &diagnostics)
        self.init(file: file.name, .table(table, TextComparison(for: format)))
    }

    private static func withoutSerials(_ file: String) -> Diagnostic {
        Diagnostic(
            .error,
            .missingSerialColumn,
            Wording(
                en:
                    "the corrections have no column for the serial (序号), so their rows belong to no "
                    + "target for certain",
                zh: "更正文件没有“序号”一栏，无法确定各行对应哪一项"
            ),
            hint: Wording(
                en: "send back the rows with their serials",
                zh: "请保留“序号”一栏后再试"
            ),
            file: file
        )
    }
}

/// A file of corrections that is being read, on another core where it is long.
///
/// That was a twentieth of applying 10,000 corrections.
public struct CorrectionReading: Sendable {
    private let read:
        Ahead<(source: Result<CorrectionSource, FormatError>, findings: DiagnosticBag)>

    /// Begins to read a file as `CorrectionSource` does.
    public init(of file: InputFile, as format: TargetFormat, options: ReadingOptions) {
        read = Ahead(isLong: file.bytes.count > 1 << 18) {
            var findings = DiagnosticBag()
            do throws(FormatError) {
                let source = try CorrectionSource(
                    reading: file,
                    as: format,
                    options: options,
                    reporting: &findings
                )
                return (.success(source), findings)
            } catch {
                return (.failure(error), findings)
            }
        }
    }

    /// What the file says, when it has been read.
    ///
    /// - Throws: `FormatError` when there is nothing to go on with.
    public func source(
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> CorrectionSource {
        let read = read.value
        diagnostics.report(contentsOf: read.findings)
        return try read.source.get()
    }
}

extension TargetTable {
    /// Returns the table with no meaning for columns whose label is no known one.
    ///
    /// The official table may have one of that label; but a column that only looks like the status or
    /// the leader, such as who checked a row, must not take the place of that. What keeps its own
    /// columns, such as a workbook of yilan's, guesses nothing.
    fileprivate func withoutGuessedColumns(_ options: ReadingOptions) -> TargetTable {
        guard baseline == nil else { return self }
        let said = Set(options.columns.keys.map(FieldLabels.normalize))
        let known = columns.map { column in
            guard let field = column.field, field != .serial else { return column }
            let label = FieldLabels.normalize(column.label)
            let match = FieldLabels.match(label)
            let isKnown = match?.field == field && match?.evidence == .known
            return isKnown || said.contains(label) ? column : Column(nil, label: column.label)
        }
        guard known != columns else { return self }
        var table = TargetTable(
            documents: documents,
            columns: known,
            text: text,
            cells: cells,
            origins: origins
        )
        table.places = places
        table.inputName = inputName
        return table
    }
}

extension TextComparison {
    /// How texts from a file of this format are compared: by what spreadsheet programs leave of
    /// them, where one may have saved it.
    public init(for format: TargetFormat) {
        self = format.has(.savedBySpreadsheets) ? .spreadsheet : .literal
    }

    /// How texts from files of these two formats are compared.
    public init(between one: TargetFormat, _ other: TargetFormat) {
        let isLiteral =
            TextComparison(for: one) == .literal && TextComparison(for: other) == .literal
        self = isLiteral ? .literal : .spreadsheet
    }
}
