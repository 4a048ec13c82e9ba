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
    /// - Throws: `textTooLong`.
    package init(_ template: String) throws(WorkbookError) {
        let bytes = Array(template.utf8)
        var text = EscapedText()
        var start: [UInt8]?
        var pieces: [Piece] = []
        var first = 0
        while first <= bytes.count {
            let end = bytes[first...].firstIndex(of: 0) ?? bytes.count
            // The digit behind the NUL says which number stands there.
            let number = start == nil ? nil : Int(bytes[first]) - Int(UInt8(ascii: "0"))
            let behind = first + (number == nil ? 0 : 1)
            try text.set(bytes.span.extracting(behind..<end))
            if let number {
                pieces.append(Piece(number: number, text: text.xml()))
            } else {
                start = text.xml()
            }
            first = end + 1
        }
        self.start = start ?? []
        self.pieces = pieces
    }
}
