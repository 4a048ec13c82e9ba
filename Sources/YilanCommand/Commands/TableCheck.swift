internal import Yilan

/// The check of tables for what is wrong in them, or looks like a slip.
struct TableCheck: Job {
    /// The paths of the files; several become one table.
    var inputs: [String]
    var reading = ReadingChoices()
    var format = CheckFormat.text
    /// Whether a warning, too, makes the exit status 1.
    var isStrict = false
    var selection = FindingSelection()
    var isQuiet = false

    func run(in session: Session) throws -> ExitStatus {
        try selection.checkCodes()
        let files = try InputFiles(inputs, reading)
        Checks.prepare()
        // What is accepted is known among all findings, not among those that would be shown.
        let isWhole = selection.baseline != nil
        var findings = DiagnosticBag(holdsAll: isWhole)
        let content = try files.read(
            keepsLayout: false,
            progress: ProgressLine(session: session, isQuiet: isQuiet),
            reporting: &findings,
            adjusting: { $0.keepsTotals = true }
        )
        if let table = content.table {
            Checks.run(on: table, isWhole: isWhole, reporting: &findings)
        }
        let report = try report(of: findings, content.table)
        switch format {
        case .text: try session.printResult(report.text(in: session))
        case .json: try session.printResult(report.json(language: session.language))
        case .sarif: try session.printResult(report.sarif(language: session.language))
        case .annotations: try session.printResult(report.annotations(language: session.language))
        }
        guard content.table != nil else { return .data }
        return report.worst.map { $0 >= (isStrict ? .warning : .error) } == true ? .findings : .done
    }

    /// What is reported of the findings; those of `--update-baseline` are written and accepted.
    private func report(
        of findings: DiagnosticBag,
        _ table: TargetTable?
    ) throws -> CheckReport {
        var accepted = try selection.accepted(upTo: reading.maxInputSize)
        let selected = findings.all.filter(selection.selects)
        guard let table else { return CheckReport(findings: findings, shown: selected) }
        if selection.updatesBaseline, let path = selection.baseline {
            accepted = AcceptedFindings(selected.filter { $0.severity < .error }, about: table)
            try write(accepted, to: path)
        }
        let left = accepted.unaccepted(selected, about: table)
        let shown =
            selection.baseline == nil ? findings : Checks.shortened(left, in: table)
        return CheckReport(
            findings: shown,
            shown: selection.baseline == nil ? left : shown.all,
            accepted: selected.count - left.count,
            targets: table.count
        )
    }

    private func write(_ accepted: AcceptedFindings, to path: String) throws {
        try ProtectedFiles(inputs).check(path)
        var json = JSONWriter()
        accepted.encode(to: &json)
        json.endText()
        let file = try Destination(path).open()
        try file.write(json.buffer.bytes)
        try file.seal()
        try file.publish()
    }
}
