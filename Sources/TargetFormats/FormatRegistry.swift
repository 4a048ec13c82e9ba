extension TargetFormat {
    /// Every format, in the order in which help shows them.
    public static let all: [TargetFormat] = [.tsv, .csv, .json, .jsonl, .xlsx]

    /// Finds a format by its name.
    public static func named(_ name: String) -> TargetFormat? {
        all.first { $0.name == name }
    }

    /// Finds a format by a file name's extension.
    public static func ofFile(named name: String) -> TargetFormat? {
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return nil }
        let fileExtension = name[name.index(after: dot)...].lowercased()
        return all.first { $0.fileExtensions.contains(fileExtension) }
    }
}
