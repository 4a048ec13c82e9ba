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

    /// Mends what the labels alone said of the blocks of pages.
    ///
    /// Pages of the same labels agree, however few targets one of them has.
    /// - Complexity: O(n) in the rows where columns are blank; else in the pages.
    func apply(to pages: inout [Page]) {
        var groups: [[String]: [Int]] = [:]
        for index in pages.indices {
            guard let block = pages[index].blocks.first, mayMean(block) else { continue }
            groups[block.labels.map(\.key), default: []].append(index)
        }
        for group in groups.values {
            guard let block = pages[group[0]].blocks.first else { continue }
            let fields = mended(block, of: group.map { pages[$0] })
            for index in group { assign(fields, to: &pages[index]) }
        }
    }

    /// Mends what the labels alone said of the blocks of a page.
    func apply(to page: inout Page) {
        var pages = [page]
        apply(to: &pages)
        page = pages[0]
    }

    /// Whether a block has a report, and its values may say which column it is.
    private func mayMean(_ block: ColumnBlock) -> Bool {
        guard let report = block.offset(of: .progress) else { return false }
        return block.labels[report].match?.specificity != .max
    }

    /// What cells of a block mean, by offset, where the values say otherwise than the labels.
    private func mended(_ block: ColumnBlock, of pages: [Page]) -> [Int: Field?] {
        guard let report = block.offset(of: .progress) else { return [:] }
        let candidates = block.labels.indices.filter { index in
            index != report && block.fields[index] == nil
                && block.labels[index].match?.field == .progress
        }
        if let status = block.offset(of: .onSchedule) {
            guard block.labels[status].match?.field == .progress else {
                // A status of its own: the report is a column that doesn't read as one.
                guard contents(of: report, in: pages) == .statuses,
                    let other = candidates.last(where: { contents(of: $0, in: pages) != .statuses })
                else { return [:] }
                return [report: nil, other: .progress]
            }
            // 完成情况 was taken for the status because another column reports.
            guard contents(of: status, in: pages) == .other else { return [:] }
            return contents(of: report, in: pages) == .statuses
                ? [status: .progress, report: .onSchedule] : [status: .progress, report: nil]
        }
        if contents(of: report, in: pages) == .statuses,
            let other = candidates.last(where: { contents(of: $0, in: pages) != .statuses })
        {
            return [report: .onSchedule, other: .progress]
        }
        let other = candidates.last { contents(of: $0, in: pages) == .statuses }
        return other.map { [$0: .onSchedule] } ?? [:]
    }

    private func assign(_ fields: [Int: Field?], to page: inout Page) {
        for block in page.blocks.indices {
            for (offset, field) in fields where offset < page.blocks[block].fields.count {
                page.blocks[block].fields[offset] = field
            }
        }
    }

    /// What the cells of a column hold.
    private enum Contents {
        case nothing
        /// Nearly all are words of status.
        case statuses
        case other
    }

    /// Looks at cells of targets only: a sum under a column says nothing of it.
    private func contents(of offset: Int, in pages: [Page]) -> Contents {
        var filled = 0
        var statuses = 0
        for page in pages {
            for block in page.blocks {
                for row in page.rows where filled < Self.sampleSize {
                    let cell = block.cell + offset
                    guard isFilled(cell, row), isTarget(row, block) else { continue }
                    filled += 1
                    let range = cells.grid.cells(inRow: row)
                    let raw = cells.grid.range(ofCell: range.lowerBound + cell, inRow: row)
                    guard raw.count <= 60 else { continue }
                    let text = cells.string(row: row, cell: cell)
                    if Status.value(of: text) != nil || Status.isKnownNeutral(text) {
                        statuses += 1
                    }
                }
            }
        }
        guard filled > 0 else { return .nothing }
        return statuses * 5 >= filled * 4 ? .statuses : .other
    }

    private func isFilled(_ cell: Int, _ row: Int) -> Bool {
        let range = cells.grid.cells(inRow: row)
        return range.lowerBound + cell < range.upperBound
            && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
    }

    /// Whether a row has a serial in a block, and isn't one that sums others.
    private func isTarget(_ row: Int, _ block: ColumnBlock) -> Bool {
        guard let serial = block.offset(of: .serial) else { return true }
        return isFilled(block.cell + serial, row)
            && !RowWords.isTotal(cells.string(row: row, cell: block.cell + serial))
    }
}
