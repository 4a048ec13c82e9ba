internal import Yilan

extension ApplyCommand {
    /// Whether what would change is shown instead of being done.
    private var showsPlan: Bool { output == nil && !inPlace && report != "-" }

    /// Tells what became of the run: the plan or the outcome on standard output, conflicts and
    /// findings on standard error, then the receipt of what was written.
    ///
    /// - Throws: `CommandFailure` where standard output can't be written, `ReaderHasGone` where
    ///   nobody reads it.
    func tell(
        _ plan: ApplyPlan?,
        newest: String? = nil,
        _ findings: DiagnosticBag,
        _ session: Session
    ) throws {
        let status = status(of: plan, findings)
        switch format {
        case .json: try printOutcome(status, plan, findings, session)
        case .text:
            if showsPlan, let plan {
                let report = ChangeReport(plan)
                try session.printResult(
                    ChangeFormat.text.bytes(of: report, to: .standardOutput, in: session)
                )
                if let line = Self.notYet(report, status) {
                    try session.printResult(line[session.language] + "\n")
                }
            }
        }
        if let plan, !showsPlan || format == .json || session.diagnosticsFormat == .json {
            session.show(plan.openConflicts(newest: newest) + plan.decidedConflicts)
        }
        session.show(findings)
        if let plan, format == .text { try giveReceipt(of: plan, status, session) }
    }

    /// Says of changes that are shown that nothing was written, and what would write them; nil where
    /// there are none, or where what is wrong is told anyway.
    private static func notYet(
        _ report: ChangeReport,
        _ status: ApplyOutcome.Status
    ) -> Wording? {
        guard !report.isEmpty, status == .planned else { return nil }
        return Wording(
            en: "Nothing is written yet: -o NEW.tsv or --in-place does it.",
            zh: "以上改动尚未写出：请加 -o 新表.tsv 或 --in-place。"
        )
    }

    private func printOutcome(
        _ status: ApplyOutcome.Status,
        _ plan: ApplyPlan?,
        _ findings: DiagnosticBag,
        _ session: Session
    ) throws {
        let outcome = ApplyOutcome(
            status: status,
            official: to,
            output: written(status),
            corrections: corrections,
            plan: plan,
            findings: findings
        )
        try session.printResult(outcome.json(session.language))
    }

    /// Prints the outcome of a run that ends in a failure, where programs are to read it; the failure
    /// itself is told on standard error as ever.
    func printOutcome(
        of failure: CommandFailure,
        _ plan: ApplyPlan?,
        _ findings: DiagnosticBag,
        _ session: Session
    ) throws {
        guard format == .json, failure.status != .usage else { return }
        var findings = findings
        for finding in failure.diagnostics { findings.report(finding) }
        try printOutcome(.refused, plan, findings, session)
    }

    private func status(of plan: ApplyPlan?, _ findings: DiagnosticBag) -> ApplyOutcome.Status {
        guard let plan, !findings.hasErrors else { return .refused }
        if plan.hasOpenConflicts { return .conflicts }
        if plan.changesNothing { return .unchanged }
        return output == nil && !inPlace ? .planned : .written
    }

    /// What a report says of the run; `wasWritten` tells whether nothing forbids to write.
    func run(of plan: ApplyPlan, wasWritten: Bool) -> ChangeReport.Run {
        let status: ApplyOutcome.Status =
            if plan.hasOpenConflicts {
                .conflicts
            } else if !wasWritten {
                .refused
            } else {
                self.status(of: plan, DiagnosticBag())
            }
        return ChangeReport.Run(
            status: status,
            official: FilePath.shown(to),
            output: written(status).map(FilePath.shown)
        )
    }

    /// The file that was written; nil where none was.
    private func written(_ status: ApplyOutcome.Status) -> String? {
        switch status {
        case .written: output ?? to
        case .unchanged: output
        case .planned, .conflicts, .refused: nil
        }
    }

    /// Says what was written, on standard error where standard output holds an output.
    private func giveReceipt(
        of plan: ApplyPlan,
        _ status: ApplyOutcome.Status,
        _ session: Session
    ) throws {
        guard !common.quiet, output != nil || inPlace,
            status == .written || status == .unchanged
        else { return }
        let receipt = ChangeReport.Receipt(
            of: plan,
            official: FilePath.shown(to),
            output: written(status).map(FilePath.shown)
        )
        let text = receipt.text(session.language)
        let holdsOutput = [output, report].contains { path in
            path.map { Destination($0) == .standardOutput } ?? false
        }
        if holdsOutput {
            StandardError.write(text)
        } else {
            try session.printResult(text)
        }
    }
}
