import Yilan

// The examples of the guide, word for word; `GuideTests` compares and runs them.

func read(_ name: String, _ bytes: [UInt8]) throws -> TargetTable {
    var findings = DiagnosticBag()
    var options = ReadingOptions()
    options.keepsLayout = true
    let file = InputFile(name: name, bytes: bytes)
    let table = try TargetTable.reading(file, options: options, reporting: &findings)
    guard !findings.hasErrors else { throw FormatError(.data, findings) }
    return table
}

func overdue(in table: TargetTable) -> [String] {
    table.targets.filter { $0.onSchedule == false }.map { target in
        let date = target.deadline.date?.iso ?? "-"
        return "\(target[.serial]) \(date) \(target.units.joined(separator: "/"))"
    }
}

func workbookAndText(of table: TargetTable) throws -> (xlsx: [UInt8], csv: [UInt8]) {
    (try table.bytes(as: .xlsx), try table.bytes(as: .csv))
}

func correcting(_ table: TargetTable) throws -> [UInt8] {
    var table = table
    guard let column = table.column(of: .progress) else { return [] }
    for target in table.targets where target[.serial] == "2" {
        table.setText("已完成", ofTarget: target.index, column: column)
    }
    return try table.bytes(as: .tsv)
}

func counts(of table: TargetTable) -> [String: Int] {
    let summary = Summary(of: table)
    return Dictionary(summary.leaders.map { ($0.name, $0.counts.total) }) { one, _ in one }
}

func slips(in table: TargetTable) -> [String] {
    var findings = DiagnosticBag()
    Checks.run(on: table, reporting: &findings)
    return findings.all.map { "\($0.line ?? 0): \($0.code.rawValue)" }
}

func changedTexts(from old: TargetTable, to new: TargetTable) -> [String] {
    TableDiff(from: old, to: new).changes.map { "\($0.old) → \($0.new)" }
}

func applying(_ edited: InputFile, to official: InputFile) throws -> [UInt8] {
    var findings = DiagnosticBag()
    let table = try read(official.name, official.bytes)
    let source = try CorrectionSource(reading: edited, as: .csv, reporting: &findings)
    let plan = ApplyPlan(official: table, sources: [source])
    guard plan.isWritable else { return official.bytes }
    return try plan.bytes(correcting: official)
}
