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
        if page.blocks.count == 1 { takeSerials(in: &page) }
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

    /// Takes numbers that stand left of a block without serials, under no label, for its serials.
    private func takeSerials(in page: inout Page) {
        guard let block = page.blocks.first, block.cell > 0,
            block.offset(of: .serial) == nil, case let cell = block.cell - 1
        else { return }
        let texts = page.rows.prefix(500).map { cells.string(row: $0, cell: cell) }
            .filter { !$0.isEmpty }
        let numbers = texts.compactMap(Serial.number)
        guard numbers.count > 1, numbers.count * 5 >= texts.count * 4,
            zip(numbers, numbers.dropFirst()).allSatisfy({ $0 + 1 == $1 || $1 == 1 })
        else { return }
        page.blocks[0].cell = cell
        page.blocks[0].labels.insert(HeaderLabel(Field.serial.label, overrides: [:]), at: 0)
        page.blocks[0].fields.insert(.serial, at: 0)
        page.blocks[0].parts = block.parts.mapValues { $0.map { $0 + 1 } }
        page.blocks[0].evidence = [0: .values(numbers.count, of: texts.count)]
        for (offset, reason) in block.evidence { page.blocks[0].evidence[offset + 1] = reason }
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
        // As it will be read again from a file that has this label.
        func name(_ number: Int) -> String { HeaderLabel.tidied("\(label) (\(number))") }
        var number = 2
        while taken.contains(name(number)) { number += 1 }
        return name(number)
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
