internal import SourceText
internal import TargetModel

extension RowReader {
    /// Looks whether the target read last, whose serial is a number, is a part of one above.
    mutating func noteOutline(number: Int, _ diagnostics: inout DiagnosticBag) {
        noteOutline(serial: String(number), isOdd: false, &diagnostics)
    }

    /// Looks whether the target read last, whose serial is no plain number, is a part of one above.
    mutating func noteOutline(_ diagnostics: inout DiagnosticBag) {
        guard let serialColumn, !result.origins.isEmpty else { return }
        let serial = result.text(result.origins.count - 1, serialColumn)
        noteOutline(serial: result.text.string(serial), isOdd: true, &diagnostics)
    }

    /// A row that says only what those below it are about is no target, once one below says more.
    private mutating func noteOutline(
        serial: String,
        isOdd: Bool,
        _ diagnostics: inout DiagnosticBag
    ) {
        guard let serialColumn else { return }
        let target = result.origins.count - 1
        let serials = { [result] target in
            result.text.string(result.text(target, serialColumn))
        }
        if target > firstOfPart, Outline.isPart(serial, of: serials(target - 1)),
            isOnlyAbout(target - 1)
        {
            outline.open(target - 1)
        }
        for text in outline.begin(serial, isOdd: isOdd, serials: serials) {
            sections.leave(text, target)
        }
        guard !outline.open.isEmpty, saysOwn(target) else { return }
        // From below, so that the targets above keep their numbers.
        var headings: [(heading: GroupHeading, serial: String, text: String)] = []
        let final = target - outline.open.count
        for head in outline.open.reversed() {
            let below = result.origins.count - 1
            let serial = serials(head)
            let taken = take(head, below: below, final: final, &diagnostics)
            headings.append((taken.heading, serial, taken.section))
        }
        result.groupHeadings += headings.reversed().map(\.heading)
        outline.close(headings.reversed().map { ($0.serial, $0.text) })
    }

    /// Whether a target (from 0) says something of its own: a deadline, a report, a status or units.
    private func saysOwn(_ target: Int) -> Bool {
        !saysNothing(target: target)
            || result.columns.indices.contains {
                result.columns[$0].namesUnits && !result.text(target, $0).isEmpty
            }
    }

    /// Whether the row of a target (from 0) has nothing but serial, leader and objective.
    private func isOnlyAbout(_ target: Int) -> Bool {
        guard result.continuations.last?.target != target else { return false }
        let block = block(of: target)
        var saysWhat = false
        for (offset, column) in block.columns.enumerated() where column >= 0 {
            guard !isBlank(block, offset, of: target) else { continue }
            switch (result.columns[column].field, block.labels[offset].match?.field) {
            case (.serial, _), (.leader, _): continue
            case (.objective, _), (nil, .objective): saysWhat = true
            default: return false
            }
        }
        return saysWhat
    }

    private func block(of target: Int) -> ColumnBlock {
        let origin = result.origins[target]
        return result.pages[Int(origin.page) - 1].blocks[Int(origin.block) - 1]
    }

    private func isBlank(_ block: ColumnBlock, _ offset: Int, of target: Int) -> Bool {
        let row = Int(result.targetRows[target])
        return cells.string(row: row, cell: block.cell + offset).isEmpty
    }

    /// Takes a heading (from 0) out of the targets and opens its section; the first target below it
    /// is the one whose leader it says, where that leaves it blank; it is `final` in the end.
    private mutating func take(
        _ head: Int,
        below: Int,
        final: Int,
        _ diagnostics: inout DiagnosticBag
    ) -> (heading: GroupHeading, section: String) {
        let block = block(of: head)
        let origin = result.origins[head]
        let row = Int(result.targetRows[head])
        var heading = GroupHeading(
            row: row,
            block: Int(origin.block) - 1,
            first: final,
            count: 0,
            cells: []
        )
        let lower = self.block(of: below)
        var words: [String] = []
        for (offset, column) in block.columns.enumerated() where column >= 0 {
            guard !isBlank(block, offset, of: head) else { continue }
            guard result.columns[column].field == .leader else {
                words.append(cells.string(row: row, cell: block.cell + offset))
                continue
            }
            if let place = lower.offset(of: .leader), isBlank(lower, place, of: below),
                result.text.equal(result.text(head, column), result.text(below, column))
            {
                heading.cells.append(.init(offset: offset, target: final))
            }
        }
        removeTarget(head)
        let section = words.joined(separator: " ")
        sections.insert(section, row: row, head)
        diagnostics.report(.note) {
            cells.at(.sectionHeading, row: row, cell: block.cell)
                .about(page: Int(origin.page), block: Int(origin.block), serial: words.first)
        }
        return (heading, section)
    }
}
