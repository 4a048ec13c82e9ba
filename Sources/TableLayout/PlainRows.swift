internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Tells the rows of a page in which every cell simply holds its target's text: nearly all of them,
/// and the layout has nothing to say of their cells.
///
/// To ask of each cell takes 9 % more instructions of `apply` with one correction.
struct PlainRows {
    /// What a cell of a row is for.
    private struct Cell {
        var block: Int
        var column: Int
        var isSerial: Bool
    }

    private let recognition: Recognition
    /// The cells of a row; none where the page may have no plain rows.
    private var cells: [Cell] = []
    private let width: Int

    /// Prepares to look at the rows of a page.
    init(of page: Page, in recognition: Recognition) {
        self.recognition = recognition
        width = recognition.columns.count
        // A text that goes on below is in pieces wherever it begins.
        guard recognition.continuations.isEmpty else { return }
        for (index, block) in page.blocks.enumerated() {
            guard block.cell == cells.count, !block.columns.contains(where: { $0 < 0 }) else {
                cells = []
                return
            }
            cells += block.columns.map { column in
                let isSerial = recognition.columns[column].field == .serial
                return Cell(block: index, column: column, isSerial: isSerial)
            }
        }
    }

    /// Whether a row (from 0) is plain, that has these targets in its blocks.
    ///
    /// - Complexity: O(n) in the row's cells.
    func contains(_ row: Int, _ targets: [Int?]) -> Bool {
        let range = recognition.cells.grid.cells(inRow: row)
        guard !cells.isEmpty, range.count == cells.count else { return false }
        // To look at the bytes of each serial again would cost as much as all else here.
        let isKnown =
            !recognition.canonicalSerials.isEmpty
            && Int(recognition.canonicalSerials[row]) == targets.count
        for index in cells.indices {
            let cell = cells[index]
            let bytes = recognition.cells.grid.range(
                ofCell: range.lowerBound + index,
                inRow: row
            )
            guard let target = targets[cell.block] else {
                if bytes.isEmpty { continue }
                return false
            }
            let value = recognition.table[target * width + cell.column]
            guard !value.isAdded, value.bounds == bytes else { return false }
            if cell.isSerial, !isKnown,
                !Self.isCanonicalNumber(bytes, of: recognition.cells.source.bytes.span)
            {
                return false
            }
        }
        return true
    }

    /// Whether a serial is blank or a number as JSON writes it, such as 140.
    static func isCanonicalNumber(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
        range.isEmpty || Serial.isCanonical(bytes.extracting(range))
    }
}
