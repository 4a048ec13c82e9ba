internal import Yilan

/// What became of a run of `apply`, as programs read it: `yilan-outcome/1`.
struct ApplyOutcome {
    /// The value of the member `format`.
    static let format = "yilan-outcome/1"

    /// How it ended.
    typealias Status = ChangeReport.Status

    /// How it ended.
    var status: Status
    /// The official file, as the user named it.
    var official: String
    /// The file that was written; nil where none was.
    var output: String?
    /// The files of corrections, as the user named them.
    var corrections: [String]
    /// What was planned; nil where a file can't be read.
    var plan: ApplyPlan?
    /// Everything that was found.
    var findings: DiagnosticBag

    /// Returns the document; messages are in `language`.
    func json(_ language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("format", Self.format)
        json.member("status", status.rawValue)
        json.member("official", FilePath.shown(official))
        json.member("output", output.map(FilePath.shown))
        Self.write(corrections.map(FilePath.shown), as: "corrections", to: &json)
        Self.write((plan?.unedited ?? []).map(FilePath.shown), as: "unedited", to: &json)
        let report = plan.map { ChangeReport($0) } ?? ChangeReport()
        json.key("counts")
        json.beginObject(.inline)
        json.member("cells", report.changes.count)
        json.member("targets", report.changedTargetCount)
        json.member("added", report.added.count)
        json.member("removed", report.removed.count)
        json.member("openConflicts", report.conflicts.count { $0.resolution == .open })
        json.endObject()
        json.key("leftAlone")
        json.beginObject(.inline)
        for reason in LeftAlone.Reason.allCases {
            json.member(reason.rawValue, plan?.leftAlone[reason] ?? 0)
        }
        json.endObject()
        report.writeFormOnly(to: &json)
        report.writeChanges(as: "changes", places: true, to: &json)
        report.writeWholeTargets(to: &json)
        report.writeSingleConflicts(to: &json)
        write(.error, as: "errors", language, to: &json)
        write(.warning, as: "warnings", language, to: &json)
        write(.note, as: "notes", language, to: &json)
        json.member("suppressed", findings.suppressed)
        json.endObject()
        json.endText()
        return json.buffer.bytes
    }

    private static func write(_ names: [String], as key: String, to json: inout JSONWriter) {
        json.member(key, each: names, .inline) { name, json in json.string(name) }
    }

    private func write(
        _ severity: Severity,
        as key: String,
        _ language: Language,
        to json: inout JSONWriter
    ) {
        json.member(key, each: findings.all.filter { $0.severity == severity }) { finding, json in
            DiagnosticJSON(language: language).write(finding.asShown, to: &json)
        }
    }
}
