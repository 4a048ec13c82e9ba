internal import SourceText
internal import TableLayout
internal import TargetModel

extension TargetFormat {
    /// Every format, in the order in which help shows them.
    public static let all: [TargetFormat] = [
        .tsv, .csv, .json, .jsonl, .xlsx, .md, .html, .docx, .ods, .text,
    ]

    /// Finds a format by its name.
    public static func named(_ name: String) -> TargetFormat? {
        all.first { $0.name == name }
    }

    /// Finds a format by a file name's extension.
    public static func ofFile(named name: String) -> TargetFormat? {
        guard let ending = fileExtension(of: name) else { return nil }
        return all.first { $0.fileExtensions.contains(ending) }
    }

    /// Finds the format that a file is read as, by its name's extension.
    ///
    /// Files of other kinds go to the reader of XLSX or DOCX, which says what they are and what to
    /// do, unless their content is another format's.
    public static func ofInput(named name: String) -> TargetFormat? {
        if let format = ofFile(named: name) { return format }
        guard let ending = fileExtension(of: name) else { return nil }
        if otherWorkbooks.contains(ending) { return .xlsx }
        return otherDocuments.contains(ending) ? .docx : nil
    }

    /// Finds the format of a file by its content alone; nil where it holds no table that can be told.
    ///
    /// - Complexity: O(n) in the bytes.
    public static func ofContent(of file: InputFile) -> TargetFormat? {
        marked(file.bytes) ?? headed(file, ReadingOptions())
    }

    /// The format in which a text has a header of targets; nil where it has none in any.
    static func headed(_ file: InputFile, _ options: ReadingOptions) -> TargetFormat? {
        guard UnreadFormat.ofBinary(file) == nil,
            let source = try? SourceText(decoding: file.bytes, named: file.name)
        else { return nil }
        let recognizer = Recognizer(blocks: options.blocks, overrides: options.columns)
        return all.first { $0.hasHeader(source, recognizer) }
    }

    /// The format that the bytes of a file tell, whatever its name is; nil where they don't.
    static func marked(_ bytes: [UInt8]) -> TargetFormat? {
        all.first { $0.isMarked(bytes) }
    }

    /// The format that a file is read as, whose name tells `format`, and says no more of its
    /// content than that it is a text, or a file of some office program, or nothing: `-`.
    ///
    /// What the name says surely is never overruled: a page named .csv is an error.
    public func resolved(
        for file: InputFile,
        options: ReadingOptions = ReadingOptions()
    ) -> TargetFormat {
        let ending = Self.fileExtension(of: file.name)
        guard ending.map(Self.vagueExtensions.contains) ?? true else { return self }
        if let format = Self.marked(file.bytes) { return format }
        // A text without a tab is no official table.
        guard has(.official), !file.bytes.contains(UInt8(ascii: "\t")) else { return self }
        return Self.headed(file, options) ?? self
    }

    /// Extensions that files of several formats have.
    private static let vagueExtensions = otherWorkbooks + otherDocuments + ["txt"]

    private static let otherWorkbooks = ["xls", "xlsb", "xlsm", "xlt", "et", "fods"]

    private static let otherDocuments = [
        "doc", "docm", "dot", "dotx", "wps", "wpt", "rtf", "odt", "pdf", "mht", "mhtml",
    ]

    /// The extension of a file's name, in lower case and without the dot; nil where it has none.
    public static func fileExtension(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }
}
