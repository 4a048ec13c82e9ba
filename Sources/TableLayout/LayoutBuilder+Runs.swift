internal import DelimitedText
internal import SourceText
internal import TargetModel

/// The rows of a page: which hold targets, and which only text.
extension LayoutBuilder {
    /// Appends the runs of a page's rows, whose targets begin with `target`; then `target` is the first
    /// of the next page.
    ///
    /// - Complexity: O(n) in the cells; several cores look at many rows.
    func appendRuns(of page: Page, from target: inout Int, to runs: inout [Layout.Run]) {
        // Targets stand block by block; each block's begin where the one before ends.
        let blocks = page.blocks.indices.map { block in
            let first = target
            while target < recognition.origins.count, isIn(page, block, recognition.origins[target])
            {
                target += 1
            }
            return first..<target
        }
        let plain = PlainRows(of: page, in: recognition)
        let pieces = Cores.ranges(of: rowsAtOnce, in: page.rows.count)
        let parts = Cores.map(pieces.count) { number in
            let start = page.rows.lowerBound
            let piece = (start + pieces[number].lowerBound)..<(start + pieces[number].upperBound)
            return self.runs(of: piece, on: page, blocks, plain)
        }
        for part in parts {
            guard case .targets(var before)? = runs.last, case .targets(let after)? = part.first,
                before.goes(on: after)
            else {
                runs += part
                continue
            }
            before.append(after)
            runs[runs.count - 1] = .targets(before)
            runs += part.dropFirst()
        }
    }

    /// The runs of some rows of a page; `blocks` are the targets of each of its blocks.
    private func runs(
        of rows: Range<Int>,
        on page: Page,
        _ blocks: [Range<Int>],
        _ plain: PlainRows
    ) -> [Layout.Run] {
        var runs: [Layout.Run] = []
        var next = blocks.map { block in
            block.partitionPoint { Int(recognition.targetRows[$0]) >= rows.lowerBound }
        }
        var open: Layout.TargetRows?
        var openEnd = 0..<0
        var here = [Int?](repeating: nil, count: page.blocks.count)
        for row in rows {
            for block in here.indices {
                here[block] = nil
                if next[block] < blocks[block].upperBound,
                    Int(recognition.targetRows[next[block]]) == row
                {
                    here[block] = next[block]
                    next[block] += 1
                }
            }
            let hasTarget = here.contains { $0 != nil }
            guard hasTarget || continuations[row] != nil || headings[row] != nil else {
                if let open { runs.append(.targets(open)) }
                open = nil
                runs.append(.literal(literal(row)))
                continue
            }
            let count = grid.cells(inRow: row).count
            let end = grid.lineEnd(ofRow: row)
            let goesOn = open.map { current in
                isSame(end, openEnd) && current.goesOn(in: here, cells: count)
            }
            if goesOn == true {
                open?.count += 1
            } else {
                if let open { runs.append(.targets(open)) }
                openEnd = end
                open = Layout.TargetRows(
                    targets: here,
                    count: 1,
                    cells: count,
                    end: cells.source.string(end)
                )
            }
            if recognition.pastedRows.contains(row) || !plain.contains(row, here) {
                appendForms(of: row, page, here, to: &open)
            }
        }
        if let open { runs.append(.targets(open)) }
        return runs
    }

    private func isIn(_ page: Page, _ block: Int, _ origin: Origin) -> Bool {
        Int(origin.block) == block + 1 && recognition.pages[Int(origin.page) - 1].rows == page.rows
    }

    /// Whether two rows end in the same bytes; asked of every row, so the bytes are looked at only
    /// where their number doesn't tell.
    private func isSame(_ end: Range<Int>, _ other: Range<Int>) -> Bool {
        guard end.count == other.count else { return false }
        guard end.count == 1, grid.hasLoneReturns else { return true }
        return cells.source.bytes[end.lowerBound] == cells.source.bytes[other.lowerBound]
    }
}

extension Layout.TargetRows {
    /// Whether a row below holds the targets that come next, in as many cells.
    fileprivate func goesOn(in next: [Int?], cells count: Int) -> Bool {
        cells == count
            && zip(targets, next).allSatisfy { first, now in first.map { $0 + self.count } == now }
    }

    /// Whether other rows go on where these end.
    fileprivate func goes(on other: Layout.TargetRows) -> Bool {
        end == other.end && goesOn(in: other.targets, cells: other.cells)
    }

    /// Adds rows that go on where these end.
    fileprivate mutating func append(_ other: Layout.TargetRows) {
        forms += other.forms.map { form in
            var form = form
            form.row += count
            return form
        }
        count += other.count
    }
}
