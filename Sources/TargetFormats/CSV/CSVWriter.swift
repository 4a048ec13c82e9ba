internal import DelimitedText
package import SourceText
package import TargetModel

/// Writes one row per target, in the order of the table, with the columns in its order.
package struct CSVWriter: TargetStreamWriter {
    /// Makes a writer.
    package init() {}

    /// Writes the whole table.
    ///
    /// UTF-8 goes out in pieces; another encoding is made of the whole text at once.
    /// - Throws: `FormatError` where the encoding can't hold a character, and what the buffer
    ///   throws.
    /// - Complexity: O(n) in the bytes of the table's text.
    package func write(
        _ table: TargetTable,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        let rows = CSVRows(table, headers: options.headers)
        try EncodedCSV(options.encoding ?? .csvDefault).write(to: &buffer) { text in
            rows.writeHeader(to: &text)
            try rows.writeAll(to: &text)
        } naming: { row, cell in
            rows.place(ofTarget: row > 0 ? row - 1 : nil, cell: cell)
        }
    }
}
