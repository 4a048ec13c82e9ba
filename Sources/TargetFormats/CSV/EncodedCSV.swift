internal import DelimitedText
internal import SourceText

/// Puts comma-separated text into the encoding that the user wants.
struct EncodedCSV {
    /// Which cell of the table a cell of the output is.
    struct TargetCell {
        /// The target's serial; nil in the header.
        var serial: String?
        /// The column's key.
        var field: String
    }

    private let encoding: TextEncoding

    /// Prepares to write in `encoding`.
    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Writes what `make` makes in UTF-8, and the byte-order mark before it.
    ///
    /// `naming` says which cell stands in a row and cell of the output, both from 0.
    /// - Throws: `FormatError` where the encoding can't hold a character, and what `make` and the
    ///   buffer throw.
    func write(
        to buffer: inout OutputBuffer,
        _ make: (inout OutputBuffer) throws -> Void,
        naming: (_ row: Int, _ cell: Int) -> TargetCell
    ) throws {
        guard encoding.characterSet != .utf8 else {
            buffer.append(encoding.byteOrderMark)
            try make(&buffer)
            return
        }
        var text = OutputBuffer()
        try make(&text)
        let bytes = try encoded(text.bytes, naming: naming)
        buffer.append(bytes.span)
        try buffer.handOnIfFull()
    }

    private func encoded(
        _ text: [UInt8],
        naming: (_ row: Int, _ cell: Int) -> TargetCell
    ) throws(FormatError) -> [UInt8] {
        do throws(UnencodableCharacter) {
            return try encoding.encode(text)
        } catch {
            throw failure(error, in: text, naming: naming)
        }
    }

    private func failure(
        _ error: UnencodableCharacter,
        in text: [UInt8],
        naming: (_ row: Int, _ cell: Int) -> TargetCell
    ) -> FormatError {
        var faults = QuotingFaults()
        let grid = Grid(text, separatedBy: .comma, faults: &faults)
        let row = (0..<grid.rowCount).last { grid.range(ofRow: $0).lowerBound <= error.offset } ?? 0
        let cells = grid.cells(inRow: row)
        let cell = cells.first { error.offset < grid.range(ofCell: $0, inRow: row).upperBound }
        let place = naming(row, (cell ?? cells.lowerBound) - cells.lowerBound)
        return FormatError(.data, unencodable(error.scalar, at: place))
    }

    private func unencodable(_ scalar: Unicode.Scalar, at place: TargetCell) -> Diagnostic {
        let number = scalar.codePoint
        let name = encoding.name
        return Diagnostic(
            .error,
            .unencodableCharacter,
            Wording(
                en: "the encoding \(name) can't hold the character \(scalar) (\(number))",
                zh: "编码 \(name) 无法表示字符“\(scalar)”（\(number)）"
            ),
            hint: Wording(
                en: "replace the character, or write UTF-8",
                zh: "请替换这个字符，或者改用 UTF-8"
            ),
            remedy: .outputEncoding(TextEncoding.utf8.name)
        ).about(serial: place.serial, field: place.field)
    }
}
