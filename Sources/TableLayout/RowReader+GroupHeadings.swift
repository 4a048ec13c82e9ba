internal import SourceText
internal import TargetModel

extension RowReader {
    /// Whether a target (from 0) has neither deadline nor report nor status.
    func saysNothing(target: Int) -> Bool {
        result.columns.indices.allSatisfy { column in
            switch result.columns[column].field {
            case .deadline, .progress, .onSchedule: result.text(target, column).isEmpty
            default: true
            }
        }
    }

    /// Ends the group of targets whose first row may be their heading: a heading is taken out of the
    /// targets, any other row stays one, and is told.
    mutating func endGroup(_ diagnostics: inout DiagnosticBag) {
        guard let head = groupHead, let serialColumn else { return }
        groupHead = nil
        finishTarget()
        let width = result.columns.count
        let last = result.origins.count - 1
        guard let heading = head.heading(in: result) else {
            for (number, target) in (head.first...last).enumerated() {
                result.table[target * width + serialColumn] = result.text.add(
                    "\(head.serial)/\(number + 1)"
                )
            }
            guard !saysNothing(target: head.first + 1) else { return }
            diagnostics.report(.warning) {
                at(head, .countedHeading(head.serial)).about(serial: "\(head.serial)/1")
            }
            return
        }
        removeTarget(head.first)
        result.groupHeadings.append(heading)
        diagnostics.report(.note) {
            at(head, .groupHeading(head.serial, heading)).about(serial: head.serial)
        }
    }

    /// Takes a target (from 0) that turned out to be a heading out of the targets.
    mutating func removeTarget(_ target: Int) {
        let width = result.columns.count
        result.table.removeSubrange((target * width)..<((target + 1) * width))
        result.targetRows.remove(at: target)
        result.origins.remove(at: target)
        sections.removeTarget(target)
        if let first = group?.first, first > target { group?.first = first - 1 }
        var index = result.continuations.count - 1
        while index >= 0, result.continuations[index].target > target {
            result.continuations[index].target -= 1
            index -= 1
        }
    }

    private func at(_ head: GroupHead, _ finding: Diagnostic) -> Diagnostic {
        cells.at(finding, row: head.row, cell: head.block.cell + (head.filled.first ?? 0))
            .about(page: head.page + 1, block: head.index + 1)
    }

    /// Adds the column of what heads groups, where targets have such a text.
    mutating func addGroupColumn() {
        let headings = result.groupHeadings.filter(\.hasText)
        guard !headings.isEmpty else { return }
        var next = headings[...]
        result.append(.group) { target, _ in
            while let first = next.first, target >= first.first + first.count { next.removeFirst() }
            return next.first.map { target >= $0.first ? $0.text : .empty } ?? .empty
        }
    }
}
