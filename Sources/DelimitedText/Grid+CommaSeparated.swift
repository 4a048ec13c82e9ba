internal import SourceText

extension Grid {
    /// Splits text as RFC 4180 says: at delimiters and line ends (LF, CRLF, CR) outside quotes.
    ///
    /// A cell that begins with `"` is quoted and reaches to its closing quote; it may hold
    /// delimiters, line breaks and doubled quotes. So is one of the form `="0140"`, by which programs
    /// keep spreadsheets from taking a text for a number. A quote anywhere else is a fault, and the
    /// cell with it is kept as it stands. A blank line is a row of one blank cell, and so is a first
    /// line that only declares the delimiter (`sep=;`): rows and lines stay in step.
    ///
    /// An unclosed quote swallows the rest of the text, so scanning never goes back.
    /// - Complexity: O(n) over n source bytes.
    package init(_ bytes: [UInt8], separatedBy delimiter: Delimiter, faults: inout QuotingFaults) {
        self.init(byteCount: bytes.count, delimiter: delimiter)
        scan(
            bytes.span,
            from: skipDeclaration(in: bytes),
            separators: SeparatorSearch(delimiter),
            faults: &faults
        )
    }

    /// Makes a blank row of a line that declares the delimiter; returns where the rest begins.
    private mutating func skipDeclaration(in bytes: [UInt8]) -> Int {
        guard let declaration = Delimiter.declared(in: bytes) else { return 0 }
        addCell(endingAt: 0, inRowAt: 0)
        finishRow(startingAt: 0)
        return Self.startOfLine(afterEndAt: declaration.length, in: bytes.span)
    }

    /// The offset after the line end at `index`, or `index` at the end of the text.
    private static func startOfLine(afterEndAt index: Int, in bytes: Span<UInt8>) -> Int {
        guard index < bytes.count else { return index }
        let isCRLF =
            bytes[index] == .carriageReturn && index + 1 < bytes.count
            && bytes[index + 1] == .lineFeed
        return index + (isCRLF ? 2 : 1)
    }

    private mutating func scan(
        _ bytes: Span<UInt8>,
        from start: Int,
        separators: SeparatorSearch,
        faults: inout QuotingFaults
    ) {
        let count = bytes.count
        cellEnds.reserveCapacity(count / 32)
        rowOffsets.reserveCapacity(count / 256)
        rowStarts.reserveCapacity(count / 256)
        var rowStart = start
        var index = start
        while index < count {
            if bytes[index] == .quotationMark {
                index = skipQuotedCell(at: index, in: bytes, separators, &faults)
            } else if let end = Self.endOfTextFormula(in: bytes, at: index, separators) {
                quotedCells.append(UInt32(truncatingIfNeeded: cellEnds.count))
                index = end
            } else {
                index = Self.endOfCell(in: bytes, from: index, separators, &faults)
            }
            guard index < count else { break }
            addCell(endingAt: index, inRowAt: rowStart)
            if bytes[index] == separators.delimiter {
                index += 1
            } else {
                finishRow(startingAt: rowStart)
                index = Self.startOfLine(afterEndAt: index, in: bytes)
                rowStart = index
            }
        }
        if rowStart < count {
            addCell(endingAt: count, inRowAt: rowStart)
            finishRow(startingAt: rowStart)
        }
    }

    /// Where a cell of the form `="0140"` ends that begins at `start`; nil where none does.
    private static func endOfTextFormula(
        in bytes: Span<UInt8>,
        at start: Int,
        _ separators: SeparatorSearch
    ) -> Int? {
        guard bytes[start] == UInt8(ascii: "="), start + 2 < bytes.count,
            bytes[start + 1] == .quotationMark
        else { return nil }
        var index = start + 2
        while index < bytes.count, bytes[index] != .quotationMark {
            if separators.endsCell(bytes[index]) { return nil }
            index += 1
        }
        let end = index + 1
        guard end <= bytes.count, end == bytes.count || separators.endsCell(bytes[end]) else {
            return nil
        }
        return end
    }

    /// The delimiter, line end or end of the text that ends a cell without quotes.
    private static func endOfCell(
        in bytes: Span<UInt8>,
        from start: Int,
        _ separators: SeparatorSearch,
        _ faults: inout QuotingFaults
    ) -> Int {
        var index = separators.next(in: bytes, from: start)
        guard index < bytes.count, bytes[index] == .quotationMark else { return index }
        faults.add(.stray, at: index)
        // One report a cell is enough: the next separator ends it.
        repeat {
            index = separators.next(in: bytes, from: index + 1)
        } while index < bytes.count && bytes[index] == .quotationMark
        return index
    }

    /// Passes the quoted cell that opens at `start`; returns the separator after it, or the end.
    private mutating func skipQuotedCell(
        at start: Int,
        in bytes: Span<UInt8>,
        _ separators: SeparatorSearch,
        _ faults: inout QuotingFaults
    ) -> Int {
        let count = bytes.count
        var lineBreaks = 0
        var index = SeparatorSearch.nextInsideQuotes(in: bytes, from: start + 1)
        while index < count {
            let byte = bytes[index]
            let next: UInt8? = index + 1 < count ? bytes[index + 1] : nil
            if byte == .quotationMark {
                guard next == .quotationMark else { break }
                index += 1
            } else if byte == .lineFeed || next != .lineFeed {
                lineBreaks += 1
            }
            index = SeparatorSearch.nextInsideQuotes(in: bytes, from: index + 1)
        }
        addLines(lineBreaks, inRow: rowOffsets.count)
        guard index < count else {
            faults.add(.unclosed, at: start)
            return count
        }
        let end = index + 1
        guard end == count || separators.endsCell(bytes[end]) else {
            faults.add(.textAfterQuote, at: end)
            var ignored = QuotingFaults()
            return Self.endOfCell(in: bytes, from: end, separators, &ignored)
        }
        quotedCells.append(UInt32(truncatingIfNeeded: cellEnds.count))
        return end
    }
}
