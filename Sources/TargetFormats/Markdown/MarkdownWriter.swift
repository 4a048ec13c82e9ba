package import SourceText
package import TargetModel

/// Writes a table as a pipe table: its title as a heading, and one row per target.
package struct MarkdownWriter: TargetStreamWriter {
    /// Makes a writer.
    package init() {}

    /// Makes sure that what is written reads as the table again, then writes the whole table.
    ///
    /// - Throws: `FormatError` where it would not: such as a blank leader under a named one; and what the
    ///   buffer throws.
    /// - Complexity: O(n) in the bytes of the table's text.
    package func write(
        _ table: TargetTable,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        let rows = MarkdownRows(table)
        try rows.verify()
        rows.writeHead(to: &buffer)
        try buffer.append(table.count, by: rows) { rows, targets, buffer in
            rows.write(targets, to: &buffer)
        }
    }
}
