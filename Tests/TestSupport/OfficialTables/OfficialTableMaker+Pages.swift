import TargetModel

/// The rows under one header of a generated table.
struct OfficialPage {
    /// How many blocks stand side by side.
    var blocks = 0
    /// The lines, from top to bottom.
    var lines: [Line] = []
    /// How many rows of blocks continue a target.
    var continuedRows = 0

    /// One line of the page.
    enum Line {
        /// What each block has here; nil where its cells are blank.
        case blocks([BlockRow?])
        /// One text over all blocks: a section, a note; blank for a line of blanks.
        case whole(String)
    }

    /// A block's part of a line.
    struct BlockRow {
        /// The texts of the cells.
        var cells: [String]
        /// The target whose row it is; nil for other rows.
        var target: Int?
        /// Whether it continues a target.
        var isContinuation = false
        /// Whether it may follow the row above only, without a line between.
        var staysBelow: Bool { isContinuation }
    }
}

extension OfficialTableMaker {
    /// Puts the targets on pages and in blocks.
    mutating func makePages(
        _ drafts: inout [OfficialDraft],
        _ header: OfficialHeader
    ) -> [OfficialPage] {
        let blocks = has(.blocks) ? random.pick([1, 3, 4]) : 2
        var pages: [OfficialPage] = []
        var start = 0
        /// Rows that go on on the next page.
        var broken: [[String]] = []
        let sizes = pageSizes(drafts.count)
        for (index, size) in sizes.enumerated() {
            let count = has(.blocksPerPage) ? random.number(in: 1...3) : blocks
            let isLast = index + 1 == sizes.count
            let page = makePage(
                start..<(start + size),
                number: index + 1,
                blocks: count,
                broken: &broken,
                breaks: !isLast,
                &drafts,
                header
            )
            pages.append(page)
            start += size
        }
        return pages
    }

    private mutating func pageSizes(_ count: Int) -> [Int] {
        guard has(.pages) else { return [count] }
        return parts(of: count, random.number(in: 2...4), areEven: false)
    }

    /// Cuts a number in at most `parts` positive parts.
    private mutating func parts(of count: Int, _ parts: Int, areEven: Bool) -> [Int] {
        let parts = min(parts, count)
        guard !areEven else {
            let full = (count + parts - 1) / parts
            return (0..<parts).map { min(full, max(0, count - $0 * full)) }
        }
        var sizes = [Int](repeating: 1, count: parts)
        for _ in 0..<(count - parts) { sizes[random.below(parts)] += 1 }
        return sizes
    }

    private mutating func makePage(
        _ targets: Range<Int>,
        number: Int,
        blocks: Int,
        broken: inout [[String]],
        breaks: Bool,
        _ drafts: inout [OfficialDraft],
        _ header: OfficialHeader
    ) -> OfficialPage {
        var columns = [[OfficialPage.BlockRow]](repeating: [], count: blocks)
        columns[0] = broken.map { .init(cells: $0, isContinuation: true) }
        broken = []
        var target = targets.lowerBound
        /// Whether a blank leader would be that of the target above.
        var follows = false
        let sizes = parts(of: targets.count, blocks, areEven: !has(.unevenBlocks))
        for (block, size) in sizes.enumerated() {
            for place in 0..<size {
                if has(.sections, oneIn: 8) {
                    columns[block].append(.init(cells: sectionCells(header)))
                    follows = false
                }
                if let upper = section.upper {
                    let text = section.lower.map { upper + "/" + $0 } ?? upper
                    drafts[target].target.put(text, in: Column(nil, label: "section"))
                }
                drafts[target].target.page = number
                drafts[target].target.block = block + 1
                let isLast = target == targets.upperBound - 1
                if has(.continuedRows, oneIn: 6) {
                    _ = continueBelow(&drafts[target], header)
                    if random.oneIn(4) { _ = continueBelow(&drafts[target], header) }
                }
                var row = OfficialPage.BlockRow(cells: drafts[target].cells, target: target)
                spellLeader(in: &row, follows: follows, after: target, drafts, header)
                columns[block].append(row)
                var below = drafts[target].continuations
                if isLast, breaks, random.oneIn(2) {
                    broken = below
                    below = []
                }
                columns[block] += below.map { .init(cells: $0, isContinuation: true) }
                follows = true
                target += 1
                if place == size - 1, broken.isEmpty, has(.totals, oneIn: 3) {
                    columns[block].append(.init(cells: totalCells(header)))
                    follows = false
                }
            }
        }
        var page = OfficialPage(blocks: blocks)
        page.continuedRows = columns.joined().count(where: \.isContinuation)
        page.lines = lines(columns)
        return page
    }

    /// Leaves the leader's cell blank, or writes 同上, where the same leader stands above.
    private mutating func spellLeader(
        in row: inout OfficialPage.BlockRow,
        follows: Bool,
        after target: Int,
        _ drafts: [OfficialDraft],
        _ header: OfficialHeader
    ) {
        guard follows, has(.mergedLeaders), let cell = header.cell(of: .leader),
            drafts[target - 1].cells[cell].utf8.elementsEqual(row.cells[cell].utf8),
            !random.oneIn(4)
        else { return }
        row.cells[cell] = random.pick(["", "", "同上", "〃"])
    }

    private mutating func sectionCells(_ header: OfficialHeader) -> [String] {
        var cells = [String](repeating: "", count: header.cells.count)
        cells[0] = random.pick(OfficialWords.sections)
        // （三） is a part of 一、, where there is one.
        if cells[0].hasPrefix("（"), let upper = section.upper, !upper.hasPrefix("（") {
            section.lower = cells[0]
        } else {
            section = (cells[0], nil)
        }
        return cells
    }

    private mutating func totalCells(_ header: OfficialHeader) -> [String] {
        var cells = [String](repeating: "", count: header.cells.count)
        for cell in cells.indices.dropFirst() where random.oneIn(2) {
            // A sum has no serial.
            if header.cells[cell].column.field != .serial {
                cells[cell] = "\(random.number(in: 1...99))项"
            }
        }
        cells[0] = random.pick(OfficialWords.totals)
        return cells
    }

    // MARK: Lines

    /// Puts the blocks side by side, with lines over all of them between.
    private mutating func lines(_ columns: [[OfficialPage.BlockRow]]) -> [OfficialPage.Line] {
        var lines: [OfficialPage.Line] = []
        for index in 0..<(columns.map(\.count).max() ?? 0) {
            let row = columns.map { index < $0.count ? $0[index] : nil }
            if !row.contains(where: { $0?.staysBelow ?? false }) {
                if has(.notesBetween, oneIn: 10) {
                    lines.append(.whole(random.pick(OfficialWords.notes)))
                }
                if has(.blankRows, oneIn: 8) { lines.append(.whole("")) }
            }
            lines.append(.blocks(row))
        }
        return lines
    }
}
