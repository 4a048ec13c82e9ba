internal import SpreadsheetML

/// The sheets of a workbook, known before it is begun: those that lead to each other can be laid out then.
struct WorkbookTabs: Sendable {
    /// All sheets, in the order of their tabs.
    let all: [WrittenSheet]
    /// The summary.
    let overview: WrittenSheet
    /// The sheets of targets, in the order of the plan's parts.
    let targets: [WrittenSheet]
    /// The sheet of what is behind; nil where the plan has none.
    let behind: WrittenSheet?
    /// The sheets of leaders, in the plan's order; nil for those without one.
    let leaders: [WrittenSheet?]
    /// The sheet of findings; nil where the plan has none.
    let findings: WrittenSheet?
    /// The sheet of indicators; nil where the plan has none.
    let indicators: WrittenSheet?
    /// The sheet that carries the table's layout.
    let table: WrittenSheet

    /// Lists the sheets of a plan.
    init(_ plan: WorkbookPlan) {
        var all: [WrittenSheet] = []
        func add(_ name: String) -> WrittenSheet {
            all.append(WrittenSheet(index: all.count, name: name))
            return all[all.count - 1]
        }
        overview = add(plan.overviewName)
        targets = plan.parts.map { add($0.name) }
        behind = plan.behindName.map(add)
        leaders = plan.leaders.map { $0.sheetName.map(add) }
        findings = plan.findingsName.map(add)
        indicators = plan.indicatorsName.map(add)
        table = add(plan.tableSheetName)
        self.all = all
    }
}
