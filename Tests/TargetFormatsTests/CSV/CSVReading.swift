import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Reads bytes as CSV; what was reported comes with the table.
func readCSV(
    _ bytes: [UInt8],
    options: ReadingOptions = ReadingOptions()
) throws -> (table: TargetTable, findings: DiagnosticBag) {
    var findings = DiagnosticBag()
    let table = try CSVReader().read(
        InputFile(name: "folder/table.csv", bytes: bytes),
        options: options,
        reporting: &findings
    )
    return (table, findings)
}

/// Reads text as CSV.
func readCSV(
    _ text: String,
    options: ReadingOptions = ReadingOptions()
) throws -> (table: TargetTable, findings: DiagnosticBag) {
    try readCSV(Array(text.utf8), options: options)
}

/// Writes a table as CSV.
func writeCSV(_ table: TargetTable, options: WritingOptions = WritingOptions()) throws -> [UInt8] {
    var buffer = OutputBuffer()
    try CSVWriter().write(table, options: options, to: &buffer)
    return buffer.bytes
}

extension WritingOptions {
    /// The options with other headers or another encoding.
    static func csv(_ headers: Headers = .labels, encoding: String? = nil) -> WritingOptions {
        var options = WritingOptions()
        options.headers = headers
        options.encoding = encoding.flatMap(TextEncoding.init(named:))
        return options
    }
}

/// Expects two tables to say the same; only what differs is shown.
func expectSame(
    _ table: TargetTable,
    _ expected: TargetTable,
    _ comment: Comment? = nil,
    at location: Testing.SourceLocation = #_sourceLocation
) {
    let differing = zip(table.rows, expected.rows).filter { !$0.elementsEqual($1, by: isSameText) }
    let isSame = table == expected
    #expect(isSame, comment, sourceLocation: location)
    if !isSame {
        #expect(table.columns == expected.columns, comment, sourceLocation: location)
        #expect(table.count == expected.count, comment, sourceLocation: location)
        for (row, other) in differing.prefix(3) {
            #expect(
                row.debugDescription == other.debugDescription,
                comment,
                sourceLocation: location
            )
        }
    }
}

private func isSameText(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
}
