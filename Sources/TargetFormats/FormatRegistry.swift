extension TargetFormat {
    /// Every format, in the order in which help shows them.
    public static let all: [TargetFormat] = [.tsv, .csv, .json, .jsonl, .xlsx, .md]

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
    /// Workbooks of other kinds go to the reader of XLSX, which says what they are and what to do.
    public static func ofInput(named name: String) -> TargetFormat? {
        if let format = ofFile(named: name) { return format }
        return fileExtension(of: name).flatMap { otherWorkbooks.contains($0) ? .xlsx : nil }
    }

    /// Finds the format of a file by its content alone; nil where it holds no table that can be told.
    ///
    /// - Complexity: O(n) in the bytes.
    public static func ofContent(of file: InputFile) -> TargetFormat? {
        OtherFormat.format(of: file)
    }

    private static let otherWorkbooks: Set<String> = [
        "xls", "xlsb", "xlsm", "xlt", "et", "ods", "fods",
    ]

    /// The extension of a file's name, in lower case and without the dot.
    private static func fileExtension(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }
}
