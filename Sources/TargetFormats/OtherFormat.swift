internal import DelimitedText
internal import JSONText
internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

/// Says what a file is that can't be read as the format that its name or `--from` says.
///
/// Nothing is read in another format than the user asked for; but one who gave a workbook the name
/// of a text file is told so, instead of a hundred bytes that are no characters.
enum OtherFormat {
    /// What to tell of a file whose first bytes are no text's; nil for text.
    static func ofBinary(_ input: InputFile) -> Diagnostic? {
        if isArchive(input) { return finding(.xlsx, input) }
        if input.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            do {
                try PackageKind.check(input.bytes)
            } catch {
                return error.diagnostic(file: input.name)
            }
        }
        if input.bytes.starts(with: Array("%PDF-".utf8)) {
            return Diagnostic(
                .error,
                .otherFormat,
                Wording(en: "the file is a PDF", zh: "这是 PDF 文件"),
                hint: Wording(
                    en: "copy the table into a spreadsheet program and save it as XLSX",
                    zh: "请把表格复制到表格软件中，另存为 XLSX"
                ),
                file: input.name
            )
        }
        return nil
    }

    /// What to tell of a text file that is no table in the format it was read as, but is one in
    /// another; nil where it can't be told.
    ///
    /// - Complexity: O(n) in the bytes; asked only where reading failed.
    static func ofText(
        _ input: InputFile,
        isNot format: TargetFormat,
        _ options: ReadingOptions
    ) -> Diagnostic? {
        guard let found = textFormat(of: input, options), found.name != format.name else {
            return nil
        }
        return finding(found, input)
    }

    /// The format of a file by its content alone; nil where it can't be told.
    ///
    /// - Complexity: O(n) in the bytes.
    static func format(of input: InputFile) -> TargetFormat? {
        if isArchive(input) { return .xlsx }
        return ofBinary(input) == nil ? textFormat(of: input, ReadingOptions()) : nil
    }

    private static func textFormat(
        of input: InputFile,
        _ options: ReadingOptions
    ) -> TargetFormat? {
        guard let source = try? SourceText(decoding: input.bytes, named: input.name) else {
            return nil
        }
        return json(source) ?? markdown(source, options) ?? delimited(source, options)
    }

    private static func isArchive(_ input: InputFile) -> Bool {
        input.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    /// What to tell of CSV that is the official layout, with tabs between its cells: it is read, but
    /// its layout is left out.
    static func officialLayout(_ input: InputFile) -> Diagnostic {
        var note = finding(.tsv, input)
        note.severity = .note
        return note
    }

    private static func json(_ source: SourceText) -> TargetFormat? {
        let first = source.bytes.first { !" \t\r\n".utf8.contains($0) }
        guard first == UInt8(ascii: "{") else { return nil }
        if let root = try? JSONDocument(parsing: source.bytes).root {
            return root["serial"] == nil ? .json : .jsonl
        }
        let end = source.bytes.firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
        let line = Array(source.bytes[..<(end ?? source.bytes.count)])
        return (try? JSONDocument(parsing: line)) == nil ? nil : .jsonl
    }

    private static func markdown(_ source: SourceText, _ options: ReadingOptions) -> TargetFormat? {
        let rows = PipeRows(source)
        let recognizer = Recognizer(blocks: options.blocks, overrides: options.columns)
        return rows.hasAlignment && recognizer.findsHeader(in: rows.cells) ? .md : nil
    }

    private static func delimited(
        _ source: SourceText,
        _ options: ReadingOptions
    ) -> TargetFormat? {
        let recognizer = Recognizer(blocks: options.blocks, overrides: options.columns)
        for delimiter in [Delimiter.tab, .comma, .semicolon] {
            var faults = QuotingFaults()
            let grid = Grid(source.bytes, separatedBy: delimiter, faults: &faults)
            if recognizer.findsHeader(in: GridSource(source: source, grid: grid)) {
                return delimiter == .tab ? .tsv : .csv
            }
        }
        return nil
    }

    private static func finding(_ format: TargetFormat, _ input: InputFile) -> Diagnostic {
        let what =
            format.has(.workbook)
            ? Wording(en: "a workbook", zh: "工作簿")
            : Wording(verbatim: format.name.uppercased())
        let ending = "." + format.usualExtension
        return Diagnostic(
            .error,
            .otherFormat,
            Wording(
                en: "the file is \(what.english), whatever its name says",
                zh: "从内容看，这是\(what.chinese)文件，与文件名不符"
            ),
            hint: Wording(
                en: "read it with --from \(format.name), or let its name end in \(ending)",
                zh: "请加 --from \(format.name) 读取，或把扩展名改为 \(ending)"
            ),
            file: input.name
        )
    }
}
