internal import DelimitedText
internal import SourceText
internal import TableLayout

/// Tells whether a text has a header of targets when it is cut at delimiters.
enum DelimitedHeader {
    /// Whether one of the delimiters makes a header of some row.
    ///
    /// - Complexity: O(n) in the bytes, for each delimiter.
    static func isFound(
        in source: SourceText,
        separatedBy delimiters: [Delimiter],
        by recognizer: Recognizer
    ) -> Bool {
        delimiters.contains { delimiter in
            var faults = QuotingFaults()
            let grid = Grid(source.bytes, separatedBy: delimiter, faults: &faults)
            return recognizer.findsHeader(in: GridSource(source: source, grid: grid))
        }
    }
}
