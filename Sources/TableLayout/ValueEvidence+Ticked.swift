internal import SourceText
internal import TargetModel

extension ValueEvidence {
    /// A row that ticks two statuses.
    struct TickedTwice {
        /// The row (from 0).
        let row: Int
        /// The cell (from 0) of the second tick.
        let cell: Int
        /// The labels of the first and the second one.
        let labels: [String]

        /// What to tell the user.
        var finding: Diagnostic {
            Diagnostic(
                .warning,
                .tickedTwice,
                Wording(
                    en: "\(labels[0]) and \(labels[1]) are both ticked: the target has no status",
                    zh: "“\(labels[0])”和“\(labels[1])”都打了勾：这一项没有状态"
                ),
                hint: Wording(en: "leave one of the two ticks", zh: "请只留一个勾")
            ).about(field: Field.onSchedule.key)
        }
    }

    /// Reads columns each of which is a status that rows tick, as 已完成 and 未完成 under 完成情况, as the
    /// status: what the column is called that a row ticks.
    ///
    /// - Returns: the rows that tick two of them.
    func decideTicked(_ block: inout ColumnBlock, in pages: [Page]) -> [TickedTwice] {
        guard block.offset(of: .onSchedule) == nil else { return [] }
        let names = block.labels.map { FieldLabels.withoutRemarks($0.normalized) }
        let offsets = block.labels.indices.filter { offset in
            block.labels[offset].match?.evidence != .said
                && (Status.value(of: names[offset]) != nil
                    || Status.isKnownNeutral(names[offset]))
                && holdsMarks(offset, in: pages)
        }
        guard offsets.count > 1, offsets.contains(where: { Status.value(of: names[$0]) != nil })
        else { return [] }
        for (field, parts) in block.parts {
            let others = parts.filter { !offsets.contains($0) }
            block.parts[field] = others.isEmpty ? nil : others
        }
        block.parts[.onSchedule] = offsets
        block.partNames[.onSchedule] = offsets.map { names[$0] }
        for offset in offsets {
            block.fields[offset] = nil
            block.evidence[offset] = .ticked
        }
        return tickedTwice(offsets, in: block, pages)
    }

    /// The rows that tick two of a block's cells (index within it).
    private func tickedTwice(_ offsets: [Int], in block: ColumnBlock, _ pages: [Page])
        -> [TickedTwice]
    {
        let labels = offsets.map { block.labels[$0].text }
        return pages.flatMap { page in
            page.blocks.flatMap { block in
                targets(of: page, block).compactMap { row in
                    let marks = offsets.map { cells.string(row: row, cell: block.cell + $0) }
                    let ticked = Ticks(marks).ticked
                    guard ticked.count > 1 else { return nil }
                    return TickedTwice(
                        row: row,
                        cell: block.cell + offsets[ticked[1]],
                        labels: ticked.prefix(2).map { labels[$0] }
                    )
                }
            }
        }
    }

    /// Whether no row fills two of a block's cells (index within it): of 优秀 and 良好 it ticks one, and none is
    /// the status.
    func areFilledByTurns(_ offsets: [Int], of block: ColumnBlock, in pages: [Page]) -> Bool {
        pages.allSatisfy { page in
            page.blocks.allSatisfy { block in
                targets(of: page, block).allSatisfy { row in
                    offsets.count { isFilled(block.cell + $0, row) } < 2
                }
            }
        }
    }

    /// Tells the rows that tick two statuses.
    func reportTickedTwice(to diagnostics: inout DiagnosticBag) {
        for twice in tickedTwice {
            diagnostics.report(.warning) {
                cells.at(twice.finding, row: twice.row, cell: twice.cell)
            }
        }
    }

    /// The rows (from 0) of a page that are a block's targets.
    private func targets(of page: Page, _ block: ColumnBlock) -> [Int] {
        page.rows.filter { isTarget($0, block) }
    }

    /// Whether a column holds marks and nothing else.
    private func holdsMarks(_ offset: Int, in pages: [Page]) -> Bool {
        pages.allSatisfy { page in
            page.blocks.allSatisfy { block in
                targets(of: page, block).allSatisfy { row in
                    let text = cells.string(row: row, cell: block.cell + offset)
                    return text.isEmpty || Status.mark(text) != nil
                }
            }
        }
    }
}
