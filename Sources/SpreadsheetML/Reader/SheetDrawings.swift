/// What lies over the cells of a sheet, and is in none of them: text boxes and pictures.
///
/// Charts, and shapes without a text such as arrows, say nothing that could be missed.
package struct SheetDrawings: Sendable, Equatable {
    /// How many shapes hold a text.
    package internal(set) var textBoxes = 0
    /// How many are pictures.
    package internal(set) var pictures = 0

    /// Whether there are none.
    package var isEmpty: Bool { textBoxes == 0 && pictures == 0 }

    /// Counts what a part with drawings holds.
    ///
    /// - Throws: what `XMLReader` throws.
    mutating func add(_ entry: consuming ZIPEntryReader) throws(SpreadsheetError) {
        var reader = try XMLReader(entry)
        var isPicture = false
        var isText = false
        while true {
            switch try reader.next() {
            case .start where reader.depth == 2: (isPicture, isText) = (false, false)
            case .start where reader.element == .drawnPicture: isPicture = true
            case .start where reader.element == .drawnText:
                var text: [UInt8] = []
                try reader.appendContent(to: &text, limit: 1 << 20)
                isText = isText || text.contains { $0 > 0x20 }
            case .end where reader.depth == 1:
                // A group counts once; what is offered in two forms does, too.
                if isText { textBoxes += 1 } else if isPicture { pictures += 1 }
            case .endOfDocument: return
            case .start, .end, .text: continue
            }
        }
    }
}
