package import DelimitedText
package import SourceText
package import TargetModel

/// A part of a grid that stands for itself: a sheet of a workbook, or a table of a document.
package struct GridPart: Sendable, Equatable {
    /// The row (from 0) that it begins with.
    package var row: Int
    /// What it is called.
    package var name: String
    /// Whether its targets are a section of the table however they are numbered; else they are one
    /// where the numbering begins anew.
    package var isSection: Bool

    /// Makes a part.
    package init(row: Int, name: String, isSection: Bool) {
        self.row = row
        self.name = name
        self.isSection = isSection
    }
}

/// Where a cell of a grid stands in the file that the grid was made from.
package enum CellSpot: Sendable {
    /// At a range of bytes (from 0) of the file's text.
    case text(Range<Int>, of: SourceText)
    /// In a cell of a workbook, or of a document that has no lines.
    case cell(Place)

    /// Returns a finding placed there.
    package func placing(_ finding: Diagnostic) -> Diagnostic {
        switch self {
        case .text(let range, of: let source): finding.at(range, of: source)
        case .cell(let place): finding.at(place)
        }
    }
}

/// Cells of one source, from whatever format they come.
package struct GridSource: Sendable {
    /// The text that the grid points into.
    package let source: SourceText
    /// Which bytes belong to which cell.
    package let grid: Grid
    /// Says where a cell is, in a source that was made from another; nil: its bytes are the file's.
    package let place: (@Sendable (_ row: Int, _ cell: Int) -> CellSpot)?
    /// How much reading the cells may make.
    package let room: TableRoom
    /// Which cells are merged down.
    package let merged: MergedCells
    /// Where one part ends and the next begins, as the sheets of a workbook do; none where all is one.
    package let parts: [GridPart]

    /// Makes a source of cells.
    package init(
        source: SourceText,
        grid: Grid,
        place: (@Sendable (_ row: Int, _ cell: Int) -> CellSpot)? = nil,
        room: TableRoom = TableRoom(),
        merged: MergedCells = MergedCells(),
        parts: [GridPart] = []
    ) {
        self.source = source
        self.grid = grid
        self.place = place
        self.room = room
        self.merged = merged
        self.parts = parts
    }

    /// The same source with rows joined, as `Grid.joining` joins them.
    func joining(_ groups: [Range<Int>]) -> GridSource {
        GridSource(source: source, grid: grid.joining(groups), place: place, room: room)
    }

    /// Returns the finding placed at a cell: row and cell from 0.
    package func at(_ diagnostic: Diagnostic, row: Int, cell: Int) -> Diagnostic {
        spot(row: row, cell: cell).placing(diagnostic)
    }

    /// Where a cell stands: row and cell from 0.
    func spot(row: Int, cell: Int) -> CellSpot {
        if let place { return place(row, cell) }
        let cells = grid.cells(inRow: row)
        guard cells.lowerBound + cell < cells.upperBound else {
            let end = grid.range(ofRow: row).upperBound
            return .text(end..<end, of: source)
        }
        let raw = grid.range(ofCell: cells.lowerBound + cell, inRow: row)
        let text = CellText.trimmed(raw, of: source.bytes.span)
        return .text(text.isEmpty ? raw : text, of: source)
    }

    /// Says in words where a target (from 0) stands: its line or its row of the sheet, and block.
    package func place(ofTarget target: Int, in recognition: Recognition) -> Wording {
        let origin = recognition.origins[target]
        let row = Int(recognition.targetRows[target])
        let block = Wording(en: "block \(origin.block)", zh: "第 \(origin.block) 区块")
        if case .cell(let place) = place?(row, 0), let sheet = place.sheet, let cell = place.cell {
            return Wording(verbatim: "\(sheet)!\(cell)")
        }
        return Wording(
            en: "line \(origin.line), \(block)",
            zh: "第 \(origin.line) 行\(block)"
        )
    }

    /// The text of a cell, unquoted, without the blanks around it; cell from 0 within the row.
    func string(row: Int, cell: Int) -> String {
        let cells = grid.cells(inRow: row)
        let index = cells.lowerBound + cell
        guard index < cells.upperBound else { return "" }
        let range = grid.range(ofCell: index, inRow: row)
        if grid.isQuoted(index) {
            let text = String(decoding: grid.unquoted(range, in: source.bytes), as: UTF8.self)
            let bytes = Array(text.utf8)
            return String(
                decoding: bytes[CellText.trimmed(0..<bytes.count, of: bytes.span)],
                as: UTF8.self
            )
        }
        return source.string(CellText.trimmed(range, of: source.bytes.span))
    }

    /// The cell (index from 0 among all cells), with its row, whose text stands for one that is merged
    /// into it: row and cell in the row from 0; nil where it is merged into none of `rows`.
    ///
    /// - Complexity: O(log n) in the merged cells.
    func mergedInto(row: Int, cell: Int, in rows: Range<Int>) -> (index: Int, row: Int)? {
        guard let top = merged.top(ofRow: row, cell: cell), rows.contains(top) else { return nil }
        let range = grid.cells(inRow: top)
        let index = range.lowerBound + cell
        return index < range.upperBound ? (index, top) : nil
    }

    /// Whether a row (from 0) holds blanks only.
    func isBlank(row: Int) -> Bool {
        grid.cells(inRow: row).allSatisfy { isBlank(cell: $0, inRow: row) }
    }

    /// Whether a cell (index from 0 among all cells) holds blanks only, quoted or not.
    func isBlank(cell: Int, inRow row: Int) -> Bool {
        let bytes = source.bytes.span
        let range = grid.range(ofCell: cell, inRow: row)
        if CellText.isBlank(range, of: bytes) { return true }
        // Programs that quote every cell write "" where there is nothing.
        guard bytes[range.lowerBound] == .quotationMark, grid.isQuoted(cell) else { return false }
        return CellText.isBlank((range.lowerBound + 1)..<(range.upperBound - 1), of: bytes)
    }

    /// Whether the first cell of a row (from 0) is a plain number, which is told without a string.
    func beginsWithDigits(_ row: Int) -> Bool {
        let bytes = source.bytes.span
        let range = grid.range(ofCell: grid.cells(inRow: row).lowerBound, inRow: row)
        let text = CellText.trimmed(range, of: bytes)
        return text.count <= 12 && Serial.number(ofDigits: bytes.extracting(text)) != nil
    }

    /// The text of a row: its cells that are not blank, joined by a blank.
    func text(row: Int) -> String {
        grid.cells(inRow: row).indices.map {
            string(row: row, cell: $0 - grid.cells(inRow: row).lowerBound)
        }
        .filter { !$0.isEmpty }
        .joined(separator: " ")
    }
}
