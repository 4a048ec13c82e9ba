package import SourceText
package import TargetModel

/// Writes one JSON object a line: the targets of the document, each with its year and issuer.
package struct JSONLinesWriter: TargetStreamWriter {
    /// Makes a writer.
    package init() {}

    /// Writes the whole table.
    ///
    /// - Complexity: O(n) in the cells and their texts.
    package func write(
        _ table: TargetTable,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        let encoder = TargetEncoder(table, additions: .facts)
        try buffer.append(table.count, by: encoder) { encoder, targets, buffer in
            for target in targets {
                encoder.append(target, to: &buffer)
                buffer.append(.lineFeed)
            }
        }
    }
}
