internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Decides by the values which of several columns is the report and which the status.
///
/// 完成情况 is the report in one city's table (「已建成…」), and the status in another's (已完成).
struct StatusEvidence {
    /// How many filled cells are looked at.
    private static let sampleSize = 50

    private let cells: GridSource

    init(_ cells: GridSource) {
        self.cells = cells
    }

    /// Mends what the labels alone said of a page's blocks; all blocks of a page agree.
    func apply(to page: inout Page) {
        guard let block = page.blocks.first,
            let report = block.offset(of: .progress),
            block.labels[report].match?.specificity != .max
        else { return }
        let candidates = block.labels.indices.filter { index in
            index != report && block.fields[index] == nil
                && block.labels[index].match?.field == .progress
        }
        if let status = block.offset(of: .onSchedule) {
            guard block.labels[status].match?.field == .progress else {
                // A status of its own: the report is a column that doesn't read as one.
                guard holdsStatuses(page, report),
                    let other = candidates.last(where: { !holdsStatuses(page, $0) })
                else { return }
                assign(&page, [report: nil, other: .progress])
                return
            }
            // 完成情况 was taken for the status because another column reports.
            if !holdsStatuses(page, status) {
                assign(
                    &page,
                    holdsStatuses(page, report)
                        ? [status: .progress, report: .onSchedule]
                        : [status: .progress, report: nil]
                )
            }
        } else if holdsStatuses(page, report),
            let other = candidates.last(where: { !holdsStatuses(page, $0) })
        {
            assign(&page, [report: .onSchedule, other: .progress])
        } else if let other = candidates.last(where: { holdsStatuses(page, $0) }) {
            assign(&page, [other: .onSchedule])
        }
    }

    private func assign(_ page: inout Page, _ fields: [Int: Field?]) {
        for block in page.blocks.indices {
            for (offset, field) in fields where offset < page.blocks[block].fields.count {
                page.blocks[block].fields[offset] = field
            }
        }
    }

    /// Whether nearly all filled cells of a column of the page's first block are words of status.
    private func holdsStatuses(_ page: Page, _ offset: Int) -> Bool {
        var filled = 0
        var statuses = 0
        let cell = page.blocks[0].cell + offset
        for row in page.rows {
            let range = cells.grid.cells(inRow: row)
            guard range.lowerBound + cell < range.upperBound else { continue }
            let bytes = cells.grid.range(ofCell: range.lowerBound + cell, inRow: row)
            guard !cells.isBlank(cell: range.lowerBound + cell, inRow: row) else { continue }
            filled += 1
            if bytes.count <= 60 {
                let text = cells.string(row: row, cell: cell)
                if Status.value(of: text) != nil || Status.isKnownNeutral(text) { statuses += 1 }
            }
            if filled == Self.sampleSize { break }
        }
        return filled > 0 && statuses * 5 >= filled * 4
    }
}
