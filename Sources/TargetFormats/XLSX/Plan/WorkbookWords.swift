internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// What a workbook says of itself, in its language.
struct WorkbookWords {
    /// The language.
    let language: Language

    /// Name of the summary's sheet.
    var overview: String { say("Summary", "汇总") }

    /// The names, in all languages, of sheets that follow from the list of targets.
    static let ownSheets = Set(
        Language.allCases.map { WorkbookWords(language: $0) }
            .flatMap { [$0.overview, $0.behindSheet, $0.findingsSheet, $0.indicatorsSheet] }
    )
    /// What the columns of dates are called, in all languages.
    static let dateHeaders = Language.allCases.map { WorkbookWords(language: $0).date }
    /// Name of the targets' sheet.
    var targets: String { say("All targets", "全部目标") }
    /// The title of a table without one.
    var untitled: String { say("Targets of responsibility", "责任目标完成情况一览表") }
    /// What stands for a leader, unit or deadline where the cell is blank.
    var blank: String { say("(blank)", "(空白)") }
    /// Between the names and counts of a list.
    var separator: String { say(", ", "、") }
    /// Between the serials of a list that takes several lines in its cell: without a blank,
    /// LibreOffice ends them within numbers.
    var wrappingSeparator: String { say(", ", "、 ") }

    /// Header of the column with the leaders' names.
    var leader: String { say("Leader", "市政府领导") }
    /// Header of the column with the units' names.
    var unit: String { say("Unit", "责任单位") }
    /// Header of the column with the deadlines.
    var deadline: String { say("Deadline", "完成时限") }
    /// Names, for formulas, of the words for a target that goes as planned and for one that doesn't.
    var statusNames: (yes: String, no: String) {
        (say("OnScheduleWords", "按计划的用语"), say("BehindWords", "未按计划的用语"))
    }
    /// Names, for formulas, of the summary's counts: all, as planned, not so, not stated, the rate.
    var countNames: [String] {
        language == .english
            ? ["TargetCount", "OnScheduleCount", "BehindCount", "NotStatedCount", "OnScheduleRate"]
            : ["目标总数", "按计划完成数", "未按计划完成数", "未填数", "总完成率"]
    }
    /// What stands above serials that lead to their rows when they are clicked.
    var jump: String { say("Click to go there", "点序号跳转") }
    /// Headers of counts: whose they are, how many, on plan, behind, not stated, the rate, and the serials
    /// of what is behind.
    var summaryHeaders: [String] { [counted, count, yes, no, unstated, rate, behind] }
    /// Header of what the targets of a row share.
    var level: String { say("Level", "分组") }
    /// Header of the names of what is counted, the same in each table of the summary, as it is
    /// printed again on each page.
    var counted: String { say("Name", "名称") }
    /// Header of the column with numbers of targets.
    var count: String { say("Targets", "目标数") }
    /// Header of the column with numbers of targets that go as planned.
    var yes: String { say("On schedule", "按计划") }
    /// Header of the column with numbers of targets that don't.
    var no: String { say("Behind", "未按计划") }
    /// Header of the column with numbers of targets without a clear status.
    var unstated: String { say("Not stated", "未填") }
    /// Header of the column with shares.
    var rate: String { say("Rate", "完成率") }
    /// Header of the column with the serials of targets that are behind.
    var behind: String { say("Numbers behind", "未按计划完成的序号") }
    /// The row that adds up the others.
    var total: String { say("Total", "合计") }

    /// What ends a list that is too long to be shown whole.
    func more(_ count: Int) -> String { say(" and \(count) more", "等（另有\(count)个）") }

    /// What its name comes to, where a formula says how many targets have no row above.
    func totalFormula(missing: String) -> String {
        let name = FormulaText.literal(total)
        let open = FormulaText.literal(say(" (of these not listed: ", "（含上表未列"))
        let close = FormulaText.literal(say(")", "项）"))
        return "IF(\(missing)=0,\(name),\(name)&\(open)&(\(missing))&\(close))"
    }

    /// The headers of the column of dates, in any language.
    static let dates = Language.allCases.map { WorkbookWords(language: $0).date }

    /// Header of the column of dates.
    var date: String { say("Deadline (date)", "完成时限(日期)") }

    /// Headings of the summary's parts.
    var byLeader: String { say("By leader", "一、按市政府领导") }
    var byUnit: String { say("By responsible unit", "二、按责任单位") }
    var byDeadline: String { say("By deadline", "三、按完成时限") }

    /// What stands above the summary's tables; of statuses only where the table has some.
    func overviewNote(hasStatus: Bool) -> String {
        let follows = say(
            "The figures follow the sheet \"\(targets)\": correct them there.",
            "本表数字随“\(targets)”自动更新，请在“\(targets)”中改。"
        )
        guard hasStatus else { return follows }
        return follows
            + say(
                " Not stated: blank, or neither clearly yes nor no. Numbers without room are in "
                    + "\"\(behindSheet)\".",
                "“未填”含空白和说不清是或否的。“……等几项”的序号见“\(behindSheet)”。"
            )
    }
    var leaderNote: String {
        say(
            "A target counts once for each leader named on it (joint responsibility), so these "
                + "figures add up to more than the total.",
            "一项目标由几位领导共同负责的，在每位领导名下各计一次，所以各位领导之和大于目标总数。"
        )
    }
    var unitNote: String {
        say(
            "A target counts once for each unit named on it (joint responsibility), so these "
                + "figures add up to more than the total.",
            "一项目标由几个单位共同负责的，在每个单位各计一次，所以各单位之和大于目标总数。"
        )
    }
    var storedNote: String {
        say(
            "These figures are as of the workbook's making; the table is too large for formulas.",
            "目标太多，以下为生成工作簿时的数字，不随改动更新。"
        )
    }
    var chartTitle: String { say("Targets by leader", "各市政府领导责任目标完成情况") }

    /// Header of a column that shows a field.
    func header(of column: Column) -> String {
        guard language == .english else { return column.shownLabel }
        guard let field = column.field else { return column.label }
        return field.englishLabel
    }

    /// Header of a column (from 0) without a label.
    func header(ofColumn index: Int) -> String {
        say("Column \(index + 1)", "第\(index + 1)列")
    }

    /// The summary's title: those of the documents.
    func summaryTitle(of documents: [Document]) -> String {
        documents.map { $0.title ?? untitled }.joined(separator: "\n")
    }

    /// The line under the summary's title: years and issuers.
    func subtitle(of documents: [Document]) -> String {
        var issuers: [String] = []
        for issuer in documents.compactMap(\.issuer) where !issuers.contains(issuer) {
            issuers.append(issuer)
        }
        let issued = issuers.isEmpty ? nil : issuers.joined(separator: separator)
        return [years(of: documents), issued].compactMap(\.self)
            .joined(separator: say(" · ", "  "))
    }

    /// The years of documents, in order of first appearance; nil where none is known.
    func years(of documents: some Sequence<Document>) -> String? {
        var years: [Int] = []
        for year in documents.compactMap(\.year) where !years.contains(year) { years.append(year) }
        guard !years.isEmpty else { return nil }
        return years.map(String.init).joined(separator: separator) + say("", "年度")
    }

    /// What is said where the list of serials is too long.
    var tooMany: String { say("(see \"\(targets)\")", "（见“\(targets)”）") }

    /// What is said when something else than 是 or 否 is typed.
    var statusRule: (title: String, message: String) {
        (
            say("是 or 否", "请填“是”或“否”"),
            say(
                "The form asks for 是 (on schedule) or 否 (behind). The summary counts other words "
                    + "as not stated. Keep what you typed?",
                "本列按表式填“是”或“否”。填别的文字，汇总一般计入“未填”。是否保留所填内容？"
            )
        )
    }

    /// What is said when something is typed into the column of dates.
    var dateRule: (title: String, message: String) {
        (
            say("Derived", "本列自动得出"),
            say(
                "This date was read from the deadline's text. Correct that text; the date "
                    + "is renewed when yilan makes the workbook again.",
                "本列日期由“完成时限”一栏的文字得出，请改那一栏；重新生成工作簿时日期随之更新。"
            )
        )
    }

    /// Title of a leader's sheet.
    func title(ofLeader name: String, years: String?) -> String {
        switch language {
        case .english: "\(name): targets" + (years.map { " of \($0)" } ?? "")
        case .chinese: name + "  " + (years ?? "") + "责任目标完成情况"
        }
    }
    /// The link back.
    var back: String { say("← Back", "←汇总") }
    /// What stands on a leader's sheet whose cells are formulas.
    var followsNote: String {
        say(
            "This sheet follows \"\(targets)\" and is protected (without a password); make "
                + "corrections there.",
            "本表随“\(targets)”自动更新，已加保护（无密码）；需要改动时，请改“\(targets)”。"
        )
    }
    /// What stands before and behind the number of targets that came to a leader later.
    var moreTargets: (before: String, behind: String) {
        (
            say("Not listed here, as added or moved to this leader later: ", "另有"),
            say(". Make the workbook again.", "项是后改归或新加的，本表未列，请重新生成工作簿。")
        )
    }
    /// What stands before and behind the number of targets below the part of a leader's sheet that
    /// is printed.
    var unprinted: (before: String, behind: String) {
        (
            say("At the end of the sheet, below what is printed: ", "另有"),
            say(". Make the workbook again.", "项后加的列在表末，不在打印范围内；要打印，请重新生成工作簿。")
        )
    }
    /// What stands on a leader's sheet whose cells are values.
    var storedSheetNote: String {
        say(
            "These targets are as of the workbook's making; the sheet is protected (without a "
                + "password). Make corrections in \"\(targets)\".",
            "本表目标为生成工作簿时的内容，已加保护（无密码）；需要改动时，请改“\(targets)”。"
        )
    }
    /// What a text ends with that has no room in its row.
    var clippedHint: String {
        say("... (whole in \"\(targets)\")", "\u{2026}（全文见“\(targets)”）")
    }
    /// What stands for the deadlines or units that came later, before their number.
    var others: String { say("others ", "其他") }
    /// What a leader's sheet shows where a target's row is no longer there.
    var removed: String { say("(removed)", "(已删)") }

    /// Labels of a leader's block.
    var deadlines: String { say("Deadlines: ", "完成时限：") }
    var units: String { say("Units: ", "责任单位：") }
    var behindLabel: String { say("Behind: ", "未按计划完成：") }
    /// What stands for an empty list.
    var none: String { "—" }
    /// Between a name and its count, and behind the count.
    var countJoint: String { say(" ", "") }
    var countEnd: String { say("", "项") }

    /// Below each page.
    var footer: String { say("Page &P of &N", "第 &P 页，共 &N 页") }

    /// The text in the workbook's language.
    func say(
        _ english: @autoclosure () -> String,
        _ chinese: @autoclosure () -> String
    ) -> String {
        // Only this one is made: formulas ask for words by the hundred.
        switch language {
        case .english: english()
        case .chinese: chinese()
        }
    }
}
