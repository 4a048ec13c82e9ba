internal import SourceText
internal import TargetModel

extension ValueEvidence.Undecided {
    /// Says of a header that two of its columns could be the same field.
    func report(
        _ header: HeaderReader.Header,
        in cells: GridSource,
        to diagnostics: inout DiagnosticBag
    ) {
        var finding = failure.diagnostic(header, cells)
        finding.severity = severity
        diagnostics.report(finding)
    }
}

extension ValueEvidence {
    /// Columns of which another could be the field as well as the one that is, by labels that are known as
    /// surely: 包保市领导 beside 包保县领导; and columns of dates of which none is the deadline.
    func doubts(_ block: ColumnBlock, in pages: [Page]) -> [BlockFinder.Failure] {
        var found: [BlockFinder.Failure] = []
        for field in [Field.leader, .objective, .deadline, .onSchedule] {
            guard let first = block.offset(of: field), block.evidence[first] == nil,
                let other = BlockFinder.equal(to: first, of: field, block.fields, block.labels)
            else { continue }
            found.append(
                .undecided(field, cell: block.cell + first, other: block.cell + other)
            )
        }
        if block.offsets(of: .deadline).isEmpty, case let dates = datesOnly(block, in: pages),
            dates.count > 1
        {
            found.append(
                .undecided(.deadline, cell: block.cell + dates[0], other: block.cell + dates[1])
            )
        }
        return found
    }
}
