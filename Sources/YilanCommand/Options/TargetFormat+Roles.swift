internal import TargetFormats

extension TargetFormat {
    /// What is written where nothing tells the format: what every program reads.
    static var usual: TargetFormat { named("csv") ?? .tsv }

    /// Whether it is a workbook: no text, and not for a terminal.
    var isWorkbook: Bool { name == "xlsx" }

    /// Whether a folder of it is a data package.
    var isPackaged: Bool { name == "csv" }

    /// Whether its files carry the official layout of the table.
    var carriesLayout: Bool { name != "csv" && name != "jsonl" }

    /// Whether the user may choose the encoding of its files.
    var hasEncoding: Bool { name == "tsv" || name == "csv" }
}
