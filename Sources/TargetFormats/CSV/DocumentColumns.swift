internal import SourceText
internal import TargetModel

/// The two last columns of a CSV that was made from several documents: their year and title.
///
/// They stand there where the documents differ. They stand there, too, where the table's own last
/// columns would be taken for them, so that reading always knows which is which.
struct DocumentColumns {
    /// One of the two columns.
    enum Kind: CaseIterable {
        /// The year of the target's document.
        case year
        /// The title of the target's document, or its file's name where it has no title.
        case source

        /// The label under `--headers labels`.
        var label: String {
            switch self {
            case .year: "年度"
            case .source: "来源"
            }
        }

        /// The key under `--headers keys`.
        var key: String {
            switch self {
            case .year: "year"
            case .source: "source"
            }
        }
    }

    // MARK: Writing

    /// Whether the CSV of a table needs the columns.
    static func areNeeded(for table: TargetTable, headers: WritingOptions.Headers) -> Bool {
        let first = table.document
        let source = text(.source, of: first).utf8
        let differ = table.documents.contains {
            $0.year != first.year || !text(.source, of: $0).utf8.elementsEqual(source)
        }
        return differ || end(table.columns.map { headers == .keys ? $0.key : $0.shownLabel })
    }

    /// The text of a column for one document.
    static func text(_ kind: Kind, of document: Document) -> String {
        switch kind {
        case .year: document.year.map(String.init) ?? ""
        case .source: document.title ?? document.file
        }
    }

    /// The label of a column, numbered where another column has it: 年度(2).
    static func label(
        of kind: Kind,
        _ headers: WritingOptions.Headers,
        besides labels: [String]
    ) -> String {
        let label = headers == .keys ? kind.key : kind.label
        var candidate = label
        var number = 1
        while labels.contains(candidate) {
            number += 1
            candidate = headers == .keys ? "\(label) (\(number))" : "\(label)(\(number))"
        }
        return candidate
    }

    /// Whether the labels that a header ends with are these columns'.
    ///
    /// They are numbered where other columns have the labels.
    private static func end(_ labels: [String]) -> Bool {
        let last = labels.suffix(2).map(withoutNumber)
        return last == Kind.allCases.map(\.label) || last == Kind.allCases.map(\.key)
    }

    private static func withoutNumber(_ label: String) -> String {
        guard label.hasSuffix(")"), let open = label.lastIndex(of: "("),
            Int(label[open...].dropFirst().dropLast()) != nil
        else { return label }
        let bare = label[..<open]
        return String(bare.hasSuffix(" ") ? bare.dropLast() : bare)
    }

    // MARK: Reading

    /// The index (from 0) of the first of the two columns.
    private let first: Int

    /// Finds the columns; nil where the table doesn't end with them.
    init?(of table: TargetTable) {
        let last = table.columns.suffix(2)
        guard last.allSatisfy({ $0.field == nil }), Self.end(last.map(\.label)) else { return nil }
        first = table.columns.count - 2
    }

    /// Returns the table without the columns, with a document for each year and title.
    ///
    /// - Complexity: O(n) in the cells.
    func removed(
        from table: TargetTable,
        reporting diagnostics: inout DiagnosticBag
    ) -> TargetTable {
        var years = DistinctTexts()
        var sources = DistinctTexts()
        var numbers: [[Int]: Int] = [:]
        var documents: [Document] = []
        var origins = Origins()
        var cells = TextRanges(roomFor: table.count * first)
        for target in 0..<table.count {
            var origin = table.origins[target]
            for column in 0..<first { cells.append(table.range(target, column)) }
            let year = table.range(target, first)
            let source = table.range(target, first + 1)
            let pair = [
                years.number(of: year, in: table.text), sources.number(of: source, in: table.text),
            ]
            if numbers[pair] == nil {
                numbers[pair] = documents.count
                documents.append(
                    document(
                        like: table.document,
                        year: table.text.string(year),
                        source: table.text.string(source),
                        line: Int(origin.line),
                        reporting: &diagnostics
                    )
                )
            }
            origin.document = Int32(clamping: numbers[pair] ?? 0)
            origins.append(origin)
        }
        return TargetTable(
            documents: documents.isEmpty ? table.documents : documents,
            columns: Array(table.columns[..<first]),
            text: table.text,
            cells: cells,
            origins: origins
        )
    }

    private func document(
        like other: Document,
        year: String,
        source: String,
        line: Int,
        reporting diagnostics: inout DiagnosticBag
    ) -> Document {
        var document = other
        document.title = source.isEmpty ? nil : source
        document.readTitle()
        if let number = Serial.number(of: year), (1...9999).contains(number) {
            document.year = number
        } else if !year.isEmpty {
            diagnostics.report(Self.unclearYear(year, line: line, file: other.file))
        }
        return document
    }

    private static func unclearYear(_ text: String, line: Int, file: String) -> Diagnostic {
        var finding = Diagnostic(
            .warning,
            .unclearYear,
            Wording(en: "“\(text)” is no year", zh: "“\(text)”不是年份"),
            hint: Wording(
                en: "write four digits, such as 2023",
                zh: "请写成四位数字，例如 2023"
            ),
            file: file
        ).about(field: Kind.year.key)
        finding.line = line
        return finding
    }
}
