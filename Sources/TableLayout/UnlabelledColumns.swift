internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Gives names to columns of a block that have texts and no label: a label that is merged over two
/// columns, or a header that forgot one.
///
/// A few texts under a blank label are a tab too many; a column is filled in most rows.
struct UnlabelledColumns {
    private let cells: GridSource

    init(_ cells: GridSource) {
        self.cells = cells
    }

    /// Names the columns of a page's blocks that most rows fill.
    func name(in page: inout Page) {
        for index in page.blocks.indices {
            let isLast = index + 1 == page.blocks.count
            if isLast { widen(&page.blocks[index], in: page) }
            let block = page.blocks[index]
            for offset in block.labels.indices where block.labels[offset].isBlank {
                guard isFilled(block.cell + offset, under: block, in: page) else { continue }
                let name = name(of: offset, in: page.blocks[index])
                page.blocks[index].labels[offset] = HeaderLabel(
                    text: name,
                    group: nil,
                    normalized: FieldLabels.normalize(name),
                    match: nil
                )
                page.blocks[index].evidence[offset] = .position
            }
        }
    }

    /// Takes the cells of the header behind the last label into the block, where rows fill them.
    private func widen(_ block: inout ColumnBlock, in page: Page) {
        while block.cells.upperBound < page.width,
            isFilled(block.cells.upperBound, under: block, in: page)
        {
            block.labels.append(.blank)
            block.fields.append(nil)
        }
    }

    /// The label before it, with the number that tells them apart.
    private func name(of offset: Int, in block: ColumnBlock) -> String {
        let before = block.labels[..<offset].last { !$0.isBlank }
        let label = before?.fullText ?? "\(block.cell + offset + 1)"
        let taken = Set(block.labels.map(\.text))
        var number = 2
        while taken.contains("\(label) (\(number))") { number += 1 }
        return "\(label) (\(number))"
    }

    /// Whether two rows or more, and half of those that say something, have a text in a cell.
    private func isFilled(_ cell: Int, under block: ColumnBlock, in page: Page) -> Bool {
        var said = 0
        var filled = 0
        for row in page.rows.prefix(500) {
            let range = cells.grid.cells(inRow: row)
            func isFilled(_ cell: Int) -> Bool {
                range.lowerBound + cell < range.upperBound
                    && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
            }
            guard block.cells.count(where: isFilled) > 1 else { continue }
            said += 1
            if isFilled(cell) { filled += 1 }
        }
        return filled > 1 && filled * 2 >= said
    }
}
