internal import TargetFormats

extension TargetFormat {
    /// What is written where nothing tells the format: what every program reads.
    static let usual = csv

    /// Whether it is a workbook: no text, and not for a terminal.
    var isWorkbook: Bool { name == "xlsx" }

    /// Whether a folder of it is a data package.
    var isPackaged: Bool { name == Self.csv.name }

    /// Whether its files carry the official layout of the table.
    var carriesLayout: Bool { name != Self.csv.name && name != Self.jsonl.name }

    /// Whether its files are text in one encoding or another.
    var hasEncoding: Bool { !isWorkbook }
}
