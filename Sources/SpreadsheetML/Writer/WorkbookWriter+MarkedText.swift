internal import CLibxlsxwriter
internal import Glibc

/// A part of a cell's text that may look otherwise than the rest.
package struct TextPiece: Sendable, Equatable {
    /// The text.
    package var text: String
    /// The style whose font, size and colour it has; nil: those of the cell.
    package var style: CellStyle?

    /// Makes a piece.
    package init(_ text: String, _ style: CellStyle? = nil) {
        self.text = text
        self.style = style
    }
}

extension WorkbookWriter {
    /// The library counts the marks of the pieces as text, at most so many bytes for each.
    private static let unitsOfMarks = 300

    /// Writes a text of which pieces look otherwise; blank pieces don't matter.
    ///
    /// Where the text and its marks are longer than the library takes, it is written without marks.
    /// - Throws: what writing a text throws.
    package mutating func write(
        _ pieces: [TextPiece],
        at position: CellPosition,
        of sheet: WrittenSheet,
        _ style: CellStyle
    ) throws(WorkbookError) {
        let pieces = pieces.filter { !$0.text.isEmpty }
        let whole = pieces.map(\.text).joined()
        let length = whole.sheetUnits + pieces.count * Self.unitsOfMarks
        guard pieces.count > 1, length <= SheetLimits.textUnits else {
            let onlyStyle = pieces.count == 1 ? pieces[0].style : nil
            return try write(.text(whole), at: position, of: sheet, onlyStyle ?? style)
        }
        do throws(WorkbookError) {
            try position.check()
            try put(pieces, at: position, of: sheet, style)
        } catch {
            throw error.located(sheet.name, position)
        }
    }

    private mutating func put(
        _ pieces: [TextPiece],
        at position: CellPosition,
        of sheet: WrittenSheet,
        _ style: CellStyle
    ) throws(WorkbookError) {
        let fragments = UnsafeMutablePointer<lxw_rich_string_tuple>.allocate(
            capacity: pieces.count
        )
        var copies = unsafe [UnsafeMutablePointer<CChar>]()
        defer {
            for index in unsafe copies.indices { unsafe free(copies[index]) }
            unsafe fragments.deallocate()
        }
        for (index, piece) in pieces.enumerated() {
            try text.set(piece.text)
            guard let copy = unsafe text.withCString({ unsafe strdup($0) }) else {
                throw WorkbookError(.refused(library: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue))
            }
            unsafe copies.append(copy)
            let look = unsafe piece.style.map { unsafe stylePointers[$0.index].pointer }
            unsafe (fragments + index).initialize(
                to: lxw_rich_string_tuple(format: look, string: copy)
            )
        }
        // The library wants pointers to them, and nil behind the last.
        var pointers = unsafe [UnsafeMutablePointer<lxw_rich_string_tuple>?]()
        for index in pieces.indices { unsafe pointers.append(fragments + index) }
        unsafe pointers.append(nil)
        let target = unsafe sheets[sheet.index].pointer
        let look = unsafe stylePointers[style.index].pointer
        let result = unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            unsafe libxlsxwriter.worksheet_write_rich_string(
                target,
                lxw_row_t(position.row),
                lxw_col_t(position.column),
                buffer.baseAddress,
                look
            )
        }
        try requireSuccess(result)
    }
}
