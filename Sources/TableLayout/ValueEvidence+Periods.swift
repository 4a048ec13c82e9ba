internal import SourceText
internal import TargetModel

extension ValueEvidence {
    /// Takes columns that say nothing but when, such as 一季度 to 四季度 or 1月 to 12月, for reports where no
    /// other column reports: the latest that says something counts.
    ///
    /// Where the lines above name a plan and no report, they are steps on the way. Of nothing but words of
    /// statuses they are the status, where there is none.
    func decidePeriods(_ block: inout ColumnBlock, in pages: [Page]) {
        guard hasHeading, block.offsets(of: .progress).isEmpty else { return }
        let periods = block.labels.indices.filter { isBarePeriod($0, in: block) }
        let months = periods.compactMap {
            FieldLabels.lastMonth(ofPeriod: block.labels[$0].normalized)
        }
        guard periods.count > 1, months.count == periods.count,
            zip(months, months.dropFirst()).allSatisfy(<), !isPlan(above: pages)
        else { return }
        let areStatuses = areStatuses(periods, in: pages)
        guard !areStatuses || block.offsets(of: .onSchedule).isEmpty else { return }
        block.parts[areStatuses ? .onSchedule : .progress] = periods
        for offset in periods { block.evidence[offset] = .period }
    }

    /// Whether a cell (index within the block) of a header says only when, and not by when.
    private func isBarePeriod(_ offset: Int, in block: ColumnBlock) -> Bool {
        let label = block.labels[offset]
        return !label.isBlank && label.match == nil && label.group == nil
            && !FieldLabels.saysByWhen(label.normalized)
            && FieldLabels.lastMonth(ofPeriod: label.normalized) != nil
    }

    /// Whether what stands above pages names in the end what is to be done, as 推进计划表 does, and not what
    /// became of it, as 计划完成情况 does.
    private func isPlan(above pages: [Page]) -> Bool {
        guard let header = pages.first?.header.lowerBound else { return false }
        let lines = (max(0, header - Self.linesAbove)..<header).map { cells.text(row: $0) }
        return TitleWords.namesPlan(lines.joined(separator: "\n"))
    }

    /// So many lines above a header are asked.
    private static let linesAbove = 12
}
