internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Reports text that stands where the header says of no column.
struct StrayText {
    private let cells: GridSource
    private let grid: Grid

    /// Prepares to look at cells.
    init(in cells: GridSource) {
        self.cells = cells
        grid = cells.grid
    }

    /// Reports text beyond the header, or under a cell of the header that is blank.
    func report(
        outsideBlocksOf page: Page,
        except literalRows: Set<Int>,
        to diagnostics: inout DiagnosticBag
    ) {
        var labelled = [Bool](repeating: false, count: page.width)
        for block in page.blocks {
            for (offset, column) in block.columns.enumerated() where column >= 0 {
                let cell = block.cell + offset
                if cell < labelled.count { labelled[cell] = true }
            }
        }
        let isFull = labelled.allSatisfy { $0 }
        // In a sheet no separator moves cells: there it is a column that somebody added, such as
        // the index of a program, and one finding for it is enough.
        let isSheet = cells.place != nil
        var found: Set<Int> = []
        for row in page.rows {
            let range = grid.cells(inRow: row)
            guard range.count > page.width || !isFull, !literalRows.contains(row) else { continue }
            for cell in 0..<range.count where cell >= page.width || !labelled[cell] {
                guard !cells.isBlank(cell: range.lowerBound + cell, inRow: row) else { continue }
                if isSheet, !found.insert(cell).inserted { continue }
                diagnostics.report(.error) {
                    cells.at(
                        .textBeyondHeader(cell + 1, width: page.width),
                        row: row,
                        cell: cell
                    )
                }
            }
        }
    }

    /// Reports rows of several blocks that lack a tab, so that cells of one target stand in those of
    /// another: the serial of the next block stands in the last column of the one before.
    ///
    /// - Complexity: O(n) in the rows that are shorter than the header.
    func reportMissingTabs(of page: Page, to diagnostics: inout DiagnosticBag) {
        guard page.blocks.count > 1, cells.place == nil else { return }
        for row in page.rows where grid.cells(inRow: row).count < page.width {
            for (before, block) in zip(page.blocks, page.blocks.dropFirst()) {
                let cell = block.cell - 1
                guard block.offset(of: .serial) == 0, before.cells.last == cell,
                    let field = before.fields.last ?? nil, field != .serial,
                    isNumber(row, cell), !isNumber(row, block.cell),
                    block.cells.filter({ !cells.string(row: row, cell: $0).isEmpty }).count > 1
                else { continue }
                diagnostics.report(.error) {
                    cells.at(.missingTab(cell + 1, width: page.width), row: row, cell: cell)
                }
            }
        }
    }

    private func isNumber(_ row: Int, _ cell: Int) -> Bool {
        Serial.number(of: cells.string(row: row, cell: cell)) != nil
    }
}

extension RowReader {
    /// The first cell of a row, or of its block, that isn't blank: from 0 within the row.
    func firstFilled(inRow row: Int, of block: ColumnBlock? = nil) -> Int {
        let range = grid.cells(inRow: row)
        let span = block?.cells ?? 0..<range.count
        return span.first { cell in
            cell < range.count && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
        } ?? span.lowerBound
    }
}
