internal import DelimitedText
internal import TargetModel

extension RowKind {
    /// Whether a row heads the targets below and sums them: 一 | 工业项目（2个） | 105000 above 1 and 2.
    ///
    /// It says nothing that a target does, and the rows below are numbered otherwise. Row from 0, the
    /// serial's cell from 0 within the block.
    static func headsSums(
        _ row: Int,
        _ block: ColumnBlock,
        _ serial: Int,
        in cells: GridSource
    ) -> Bool {
        func text(_ offset: Int, _ row: Int) -> String {
            cells.string(row: row, cell: block.cell + offset)
        }
        guard let objective = block.offset(of: .objective),
            RowWords.isSectionNumber(text(serial, row))
        else { return false }
        let others = block.labels.indices.filter { $0 != serial && $0 != objective }
        let filled = others.filter { !text($0, row).isEmpty }
        guard !filled.isEmpty,
            filled.allSatisfy({
                block.fields[$0] == nil && PlainFigure(text($0, row)) != nil
            })
        else { return false }
        let below = (row + 1)..<min(row + 4, cells.grid.rowCount)
        guard let next = below.first(where: { !cells.isBlank(row: $0) }) else { return false }
        return Serial.number(of: text(serial, next)) != nil
    }
}
