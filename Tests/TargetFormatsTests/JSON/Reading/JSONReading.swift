import SourceText
import TargetFormats
import TargetModel
import TestSupport

/// Writes a table as a JSON document.
func writeJSON(_ table: TargetTable) throws -> String {
    var buffer = OutputBuffer()
    try JSONTableWriter().write(table, options: WritingOptions(), to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
}

/// Writes a table as JSON Lines.
func writeJSONLines(_ table: TargetTable) throws -> String {
    var buffer = OutputBuffer()
    try JSONLinesWriter().write(table, options: WritingOptions(), to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
}

/// Reads a JSON document; what was reported comes with the table.
func readJSON(_ text: String) throws -> (table: TargetTable, findings: [Diagnostic]) {
    try read(Array(text.utf8), JSONTableReader())
}

/// Reads JSON Lines; what was reported comes with the table.
func readJSONLines(_ text: String) throws -> (table: TargetTable, findings: [Diagnostic]) {
    try read(Array(text.utf8), JSONLinesReader())
}

/// What a reader finds in a text: all that it reports, and what it gives up with.
func findings(in bytes: [UInt8], _ reader: some TargetReader) -> [Diagnostic] {
    var bag = DiagnosticBag()
    do {
        _ = try reader.read(
            InputFile(name: "in.json", bytes: bytes),
            options: ReadingOptions(),
            reporting: &bag
        )
        return bag.all
    } catch {
        return bag.all + error.findings.all
    }
}

private func read(
    _ bytes: [UInt8],
    _ reader: some TargetReader
) throws -> (table: TargetTable, findings: [Diagnostic]) {
    var bag = DiagnosticBag()
    let table = try reader.read(
        InputFile(name: "in.json", bytes: bytes),
        options: ReadingOptions(),
        reporting: &bag
    )
    return (table, bag.all)
}

extension Diagnostic {
    /// `code LINE:COLUMN`, what tests compare.
    var codeAndPlace: String {
        "\(code) \(line ?? 0):\(column ?? 0)"
    }
}

extension MarkedText {
    /// `code LINE:COLUMN` of a finding at the mark.
    func expected(_ code: String) -> String { "\(code) \(line):\(column)" }
}
