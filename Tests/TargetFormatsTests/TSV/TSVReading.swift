import SourceText
import TargetFormats
import TargetModel
import TestSupport

/// Reads text as the official layout; what was reported comes with the table.
func readTSV(
    _ text: String,
    options: ReadingOptions = .keepingLayout
) throws -> (table: TargetTable, findings: DiagnosticBag) {
    try readTSV(Array(text.utf8), options: options)
}

/// Reads bytes as the official layout.
func readTSV(
    _ bytes: [UInt8],
    options: ReadingOptions = .keepingLayout
) throws -> (table: TargetTable, findings: DiagnosticBag) {
    var findings = DiagnosticBag()
    let table = try TSVReader().read(
        InputFile(name: "table.tsv", bytes: bytes),
        options: options,
        reporting: &findings
    )
    return (table, findings)
}

extension ReadingOptions {
    static var keepingLayout: ReadingOptions {
        var options = ReadingOptions()
        options.keepsLayout = true
        return options
    }
}

/// Writes a table in the official layout.
func writeTSV(_ table: TargetTable, options: WritingOptions = WritingOptions()) throws -> [UInt8] {
    var buffer = OutputBuffer()
    try TSVWriter().write(table, options: options, to: &buffer)
    return buffer.bytes
}

/// The fields of each target, joined by `|`.
func lines(_ table: TargetTable, _ fields: [Field] = Field.allCases) -> [String] {
    (0..<table.count).map { target in
        fields.map { table.string(target, $0) }.joined(separator: "|")
    }
}
