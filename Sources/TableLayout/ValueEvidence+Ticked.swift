internal import SourceText
internal import TargetModel

extension ValueEvidence {
    /// Finds columns each of which is a status that rows tick, as 已完成 and 未完成 under 完成情况: no one of
    /// them says how a target stands.
    ///
    /// - Returns: that two of them could be the status; nil where there are none.
    func decideTicked(_ block: inout ColumnBlock, in pages: [Page]) -> BlockFinder.Failure? {
        guard block.offset(of: .onSchedule) == nil else { return nil }
        let ticked = block.labels.indices.filter { offset in
            block.labels[offset].match?.evidence != .said
                && Status.value(of: block.labels[offset].text) != nil
                && holdsTicks(offset, in: pages)
        }
        let yes = ticked.first { Status.value(of: block.labels[$0].text) == true }
        let no = ticked.first { Status.value(of: block.labels[$0].text) == false }
        guard let yes, let no else { return nil }
        return .undecided(.onSchedule, cell: block.cell + yes, other: block.cell + no)
    }

    /// Whether a column holds ticks and nothing else.
    private func holdsTicks(_ offset: Int, in pages: [Page]) -> Bool {
        for page in pages {
            for block in page.blocks {
                for row in page.rows.prefix(Self.sampleSize) {
                    let text = cells.string(row: row, cell: block.cell + offset)
                    if !text.isEmpty, !Self.ticks.contains(text) { return false }
                }
            }
        }
        return true
    }

    private static let ticks: Set<String> = [
        "√", "✓", "✔", "✅", "☑", "●", "○", "◯", "★", "▲", "1", "是", "V", "v",
    ]
}
