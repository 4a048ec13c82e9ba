internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Reads the values where the labels don't decide which column is the status, which the report and
/// which the deadline.
///
/// A column of nothing but status words is the status where there is none: 完成情况, or a label that
/// nobody knows. Of two columns that could be report or status (完成情况 beside 进展情况), the one
/// with status words is the status. A column of dates is the deadline where there is none.
struct ValueEvidence {
    /// So many filled cells of a column are looked at.
    static let sampleSize = 50

    let cells: GridSource
    /// Columns that could be the same field as well, with the page (index from 0).
    private(set) var undecided: [Undecided] = []

    /// Cells that tick a status beside another that their row ticks.
    private(set) var tickedTwice: [TickedTwice] = []

    /// Two columns that could be the same field as well.
    struct Undecided {
        /// The page, index from 0.
        var page: Int
        /// The field and both cells (from 0).
        var failure: BlockFinder.Failure
        /// Whether neither is read, or one of them, and the other could be it: that is no error.
        var severity = Severity.error
    }

    /// Whether lines above the header could say that columns of periods are a plan: a list has none.
    let hasHeading: Bool

    init(_ cells: GridSource, hasHeading: Bool = true) {
        self.cells = cells
        self.hasHeading = hasHeading
    }

    /// Mends the fields of pages whose labels leave something open.
    ///
    /// Pages with the same labels are decided together, so that a column means one thing.
    mutating func apply(to pages: inout [Page]) {
        for group in Self.groups(of: pages) {
            guard let block = pages[group[0]].blocks.first else { continue }
            var decided = block
            let pagesOfGroup = group.map { withoutRowsAboutColumns(pages[$0]) }
            decideReport(&decided, in: pagesOfGroup)
            decideUnits(&decided, in: pagesOfGroup)
            decideObjective(&decided, in: pagesOfGroup)
            decidePeriods(&decided, in: pagesOfGroup)
            tickedTwice += decideTicked(&decided, in: pagesOfGroup)
            if let failure = decideUnknown(&decided, in: pagesOfGroup) {
                undecided.append(Undecided(page: group[0], failure: failure))
            }
            for failure in doubts(decided, in: pagesOfGroup) {
                undecided.append(
                    Undecided(page: group[0], failure: failure, severity: .warning)
                )
            }
            guard decided != block else { continue }
            for index in group { assign(decided, insteadOf: block, to: &pages[index]) }
        }
    }

    /// The indexes of pages that have the same labels, in the order of the first ones.
    private static func groups(of pages: [Page]) -> [[Int]] {
        // Most tables have one page, which needs no dictionary by texts.
        guard pages.count > 1 else { return pages.indices.map { [$0] } }
        var groups: [[String]: [Int]] = [:]
        for index in pages.indices {
            guard let block = pages[index].blocks.first else { continue }
            groups[block.labels.map(\.key), default: []].append(index)
        }
        return groups.values.sorted { $0[0] < $1[0] }
    }

    /// A page without the rows at its top that say nothing of targets: 1 2 3 4.
    private func withoutRowsAboutColumns(_ page: Page) -> Page {
        guard let block = page.blocks.first,
            let last = cells.rowsAboutColumns(page.rows, block).last
        else { return page }
        var rest = page
        rest.rows = (last + 1)..<page.rows.upperBound
        return rest
    }

    /// Mends the fields of one page.
    mutating func apply(to page: inout Page) {
        var pages = [page]
        apply(to: &pages)
        page = pages[0]
    }

    /// The blocks of a page mean the same by the same labels.
    private func assign(
        _ decided: ColumnBlock,
        insteadOf before: ColumnBlock,
        to page: inout Page
    ) {
        for index in page.blocks.indices
        where page.blocks[index].labels.count == decided.labels.count {
            page.blocks[index].fields = decided.fields
            page.blocks[index].evidence = decided.evidence
            page.blocks[index].parts = decided.parts
            page.blocks[index].partNames = decided.partNames
            for offset in decided.labels.indices
            where decided.labels[offset] != before.labels[offset] {
                page.blocks[index].labels[offset] = decided.labels[offset]
            }
        }
    }

    // MARK: Report and status

    private func decideReport(_ block: inout ColumnBlock, in pages: [Page]) {
        guard let report = block.offset(of: .progress),
            block.labels[report].match?.evidence != .said,
            block.labels[report].match?.specificity != .max
        else { return }
        let candidates = block.labels.indices.filter { index in
            index != report && block.fields[index] == nil
                && block.labels[index].match?.field == .progress
        }
        let status = block.offset(of: .onSchedule)
        // Where no other column could be the report, and one says that it is the status, the values
        // have nothing to decide.
        if candidates.isEmpty, let status, block.labels[status].match?.field != .progress { return }
        let reported = contents(of: report, in: pages)
        func other() -> Int? {
            candidates.last { !contents(of: $0, in: pages).areStatuses }
        }
        // Of 1-10月完成, 18600, and 工程进展, 已通车, the one in words is the report.
        if reported.areFigures,
            let words = candidates.last(where: {
                let found = contents(of: $0, in: pages)
                return found.figures * 2 < found.filled && !found.areStatuses
            })
        {
            block.fields[report] = nil
            block.fields[words] = .progress
            return
        }
        guard let status else {
            // One cell or two prove nothing against a label that says what it is.
            let maybe = block.labels[report].match?.maybeStatus ?? false
            if reported.areStatuses,
                maybe || reported.filled > 2 || (reported.filled > 1 && other() != nil)
            {
                block.take(.onSchedule, at: report, reported.reason(reported.statuses))
                if let other = other() { block.fields[other] = .progress }
            } else if let other = candidates.last(where: { contents(of: $0, in: pages).areStatuses }
            ) {
                let found = contents(of: other, in: pages)
                block.take(.onSchedule, at: other, found.reason(found.statuses))
            }
            return
        }
        guard block.labels[status].match?.field == .progress else {
            if reported.areStatuses, let other = other() {
                block.fields[report] = nil
                block.fields[other] = .progress
            }
            return
        }
        // 完成情况 was taken for the status, beside another report; 办理结果 says less than 办理情况.
        let stated = contents(of: status, in: pages)
        guard stated.filled > 0, !stated.areStatuses else { return }
        let rank = block.labels[status].match?.specificity ?? 0
        guard rank > block.labels[report].match?.specificity ?? 0 else {
            block.fields[status] = nil
            return
        }
        block.fields[status] = .progress
        block.fields[report] = nil
        if reported.areStatuses {
            block.take(.onSchedule, at: report, reported.reason(reported.statuses))
        }
    }

    // MARK: Columns that nobody knows

    /// Decides what columns are whose label says nothing.
    ///
    /// - Returns: why two of them could both be the status; nil where that isn't so.
    private func decideUnknown(
        _ block: inout ColumnBlock,
        in pages: [Page]
    ) -> BlockFinder.Failure? {
        var failure: BlockFinder.Failure?
        let unknown = block.labels.indices.filter { mayBeAnything($0, in: block) }
        if block.offsets(of: .onSchedule).isEmpty {
            let found = unknown.map { ($0, contents(of: $0, in: pages)) }
                .filter { $0.1.areOnlyStatuses }
            if found.count == 1, let (offset, contents) = found.first {
                block.take(.onSchedule, at: offset, contents.reason(contents.statuses))
            } else if found.count > 1, !areFilledByTurns(found.map(\.0), of: block, in: pages) {
                failure = .undecided(
                    .onSchedule,
                    cell: block.cell + found[0].0,
                    other: block.cell + found[1].0
                )
            }
        }
        if block.offsets(of: .progress).isEmpty {
            let found = unknown.filter {
                block.fields[$0] == nil && FieldLabels.saysDone(block.labels[$0].normalized)
                    && contents(of: $0, in: pages).filled > 0
            }
            if found.count == 1, let offset = found.first {
                block.take(.progress, at: offset, .beginning)
            }
        }
        if block.offset(of: .deadline) == nil {
            let found = datesOnly(block, in: pages)
            if found.count == 1, let offset = found.first {
                let contents = contents(of: offset, in: pages)
                block.take(.deadline, at: offset, contents.reason(contents.dates))
            }
        }
        if block.offsets(of: .objective).isEmpty {
            let found = unknown.filter {
                block.fields[$0] == nil
                    && FieldLabels.beginsAsObjective(block.labels[$0].normalized)
            }
            if found.count == 1, let offset = found.first {
                block.take(.objective, at: offset, .beginning)
            }
        }
        return failure
    }

    /// The cells (index within the block) that nobody knows, of columns of nothing but dates.
    func datesOnly(_ block: ColumnBlock, in pages: [Page]) -> [Int] {
        block.labels.indices.filter {
            mayBeAnything($0, in: block) && contents(of: $0, in: pages).areOnlyDates
        }
    }

    /// 单位 alone may be what figures are counted in: 万元, 公里.
    private func decideUnits(_ block: inout ColumnBlock, in pages: [Page]) {
        func isBare(_ offset: Int) -> Bool {
            FieldLabels.mayBeMeasure(block.labels[offset].normalized)
        }
        guard let offset = block.offset(of: .units) else {
            let bare = block.labels.indices.first { isBare($0) && block.fields[$0] == nil }
            guard let bare else { return }
            let found = contents(of: bare, in: pages)
            if found.filled > 0, found.units == found.filled {
                block.take(.units, at: bare, found.reason(found.units))
            }
            return
        }
        guard isBare(offset) else { return }
        let found = contents(of: offset, in: pages)
        if found.filled > 0, found.measures * 2 >= found.filled { block.fields[offset] = nil }
    }

    /// Whether a column has a label that says nothing: no known one, none that asks another
    /// question (是否公开) or names another time (开工时间).
    private func mayBeAnything(_ offset: Int, in block: ColumnBlock) -> Bool {
        let label = block.labels[offset]
        return !label.isBlank && label.match == nil && label.group == nil
            && block.fields[offset] == nil && !FieldLabels.standsAlone(label.normalized)
            && !LabelEndings.saysOther(label.normalized)
    }

    // MARK: What the cells hold

    /// What the filled cells of a column say.
    private struct Contents {
        var filled = 0
        var statuses = 0
        /// Those statuses that say yes or no.
        var decided = 0
        var dates = 0
        /// Those that are figures and nothing else.
        var figures = 0
        /// Those that end as names of units do.
        var units = 0
        /// Those that are what figures are counted in: 万元, 公里, %.
        var measures = 0

        /// Four fifths are words of statuses: a remark or two may stand among them.
        var areStatuses: Bool { filled > 0 && statuses * 5 >= filled * 4 && decided > 0 }
        var areOnlyStatuses: Bool { filled > 0 && statuses == filled && decided * 2 >= filled }
        var areFigures: Bool { filled > 1 && figures == filled }
        var areOnlyDates: Bool { filled > 1 && dates == filled }

        func reason(_ alike: Int) -> ColumnReason { .values(alike, of: filled) }
    }

    /// Whether columns say something, and nothing but words of statuses.
    func areStatuses(_ offsets: [Int], in pages: [Page]) -> Bool {
        let filled = offsets.map { contents(of: $0, in: pages) }.filter { $0.filled > 0 }
        return !filled.isEmpty && filled.allSatisfy(\.areStatuses)
    }

    private func contents(of offset: Int, in pages: [Page]) -> Contents {
        var contents = Contents()
        for page in pages {
            for block in page.blocks {
                for row in page.rows where contents.filled < Self.sampleSize {
                    let cell = block.cell + offset
                    guard isFilled(cell, row), isTarget(row, block) else { continue }
                    contents.filled += 1
                    let range = cells.grid.cells(inRow: row)
                    let raw = cells.grid.range(ofCell: range.lowerBound + cell, inRow: row)
                    // No word of a status, and no date alone, is longer.
                    guard raw.count <= 60 else { continue }
                    let text = cells.string(row: row, cell: cell)
                    if PlainFigure(text) != nil { contents.figures += 1 }
                    if MeasureUnits.isMeasure(text) {
                        contents.measures += 1
                    } else if UnitNames.endsAsName(text) {
                        contents.units += 1
                    }
                    if Status.value(of: text) != nil {
                        contents.statuses += 1
                        contents.decided += 1
                    } else if Status.isKnownNeutral(text) {
                        contents.statuses += 1
                    } else if Self.isDate(text) {
                        contents.dates += 1
                    }
                }
            }
        }
        return contents
    }

    /// Whether a text is a day, a month or the like; a bare number may be a year, or anything.
    private static func isDate(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: DeadlineWords.signs.contains)
            && [.date, .ongoing].contains(Deadline(text, year: 2_000).kind)
    }

    func isFilled(_ cell: Int, _ row: Int) -> Bool {
        let range = cells.grid.cells(inRow: row)
        return range.lowerBound + cell < range.upperBound
            && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
    }

    /// Whether a block's part of a row is a target: a total or a note has cells, too, that would
    /// decide what a whole column means.
    func isTarget(_ row: Int, _ block: ColumnBlock) -> Bool {
        guard let serial = block.offset(of: .serial) else { return true }
        return isFilled(block.cell + serial, row)
            && !RowWords.isTotal(cells.string(row: row, cell: block.cell + serial))
    }
}

extension ColumnBlock {
    /// Reads a cell (index within the block) as a field's because of what stands below.
    mutating func take(_ field: Field, at offset: Int, _ reason: ColumnReason) {
        fields[offset] = field
        evidence[offset] = reason
    }
}
