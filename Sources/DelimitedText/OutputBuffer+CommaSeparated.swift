package import SourceText

extension OutputBuffer {
    /// Appends one cell of comma-separated text, quoted only where it holds a comma, a quote or a
    /// line end.
    ///
    /// `prefix` is a byte put before the text, inside the quotes if there are any.
    /// - Complexity: O(n) over the cell's bytes; what needs no quotes is copied in one piece.
    package mutating func append(commaSeparated cell: Span<UInt8>, prefix: UInt8? = nil) {
        guard SeparatorSearch(.comma).next(in: cell, from: 0) < cell.count else {
            if let prefix { append(prefix) }
            append(cell)
            return
        }
        append(quoted: cell, prefix: prefix)
    }

    private mutating func append(quoted cell: Span<UInt8>, prefix: UInt8?) {
        append(.quotationMark)
        if let prefix { append(prefix) }
        var start = 0
        while start < cell.count {
            let quote = SeparatorSearch.nextQuote(in: cell, from: start)
            guard quote < cell.count else { break }
            append(cell.extracting(start...quote))
            append(.quotationMark)
            start = quote + 1
        }
        append(cell.extracting(start..<cell.count))
        append(.quotationMark)
    }
}
