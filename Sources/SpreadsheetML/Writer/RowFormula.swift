internal import SourceText

/// A formula that stands in many cells of a sheet, and differs from one to the other in numbers only.
///
/// It is put together and escaped once, and not for each of its cells: that was 8 % of writing a
/// workbook of 60 targets.
package struct RowFormula {
    /// Stands for the number of the cell's row, from 1, where a formula is put together: `A` and this is
    /// the cell of the row in the first column.
    package static let row = slot(0)

    /// Stands for one of the numbers (from 0, fewer than nine) that are given for each cell.
    package static func number(_ index: Int) -> String { slot(index + 1) }

    /// No formula holds a NUL, nor does a text of a workbook.
    private static func slot(_ index: Int) -> String { "\u{0}\(index)" }

    /// A number, and what stands behind it.
    struct Piece {
        /// Which number: 0 for the row's, 1 for the first one that is given.
        let number: Int
        /// XML.
        let text: [UInt8]
    }

    /// The XML of what stands before the first number.
    let start: [UInt8]
    let pieces: [Piece]

    /// Takes a formula without `=`.
    ///
    /// - Throws: `textTooLong`, or `nullCharacter` where one of its texts holds a NUL.
    package init(_ template: String) throws(WorkbookError) {
        var text = EscapedText()
        func xml(_ piece: ArraySlice<UInt8>) throws(WorkbookError) -> [UInt8] {
            try text.set(piece.span)
            return text.xml()
        }
        let texts = Array(template.utf8).split(separator: 0, omittingEmptySubsequences: false)
        start = try xml(texts[0])
        var pieces: [Piece] = []
        for piece in texts.dropFirst() {
            // The digit behind the NUL says which number stands there.
            guard let digit = piece.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
            else { throw WorkbookError(.nullCharacter) }
            let number = Int(digit - UInt8(ascii: "0"))
            pieces.append(Piece(number: number, text: try xml(piece.dropFirst())))
        }
        self.pieces = pieces
    }
}
