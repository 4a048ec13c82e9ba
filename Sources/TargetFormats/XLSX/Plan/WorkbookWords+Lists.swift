internal import SourceText
internal import TargetModel

extension WorkbookWords {
    // MARK: What is behind

    /// Name of the sheet of what is behind.
    var behindSheet: String { say("Behind", "未按计划完成") }
    /// Title of that sheet.
    func behindTitle(years: String?) -> String {
        titled(years, "Targets behind schedule", "未按计划完成的责任目标")
    }
    /// What stands before and behind the number of targets where a list of what is behind is cut.
    var moreOfList: (before: String, behind: String) {
        switch language {
        // No brackets: the sentence has the list in some.
        case .english: ("... of ", ": see \"\(behindSheet)\"")
        case .chinese: ("……等", "项，见“\(behindSheet)”")
        }
    }
    /// What stands there where that has no room: the note above the tables says where the others are.
    var moreOfShortList: (before: String, behind: String) {
        switch language {
        case .english: ("... of ", "")
        case .chinese: ("……等", "项")
        }
    }
    /// What stands there where nothing is behind.
    var nothingBehind: String { say("No target is behind.", "没有未按计划完成的目标。") }
    /// What stands before and behind the number of targets for which the list has no room; `hidden` are
    /// those that it lists where nobody sees them.
    func moreBehind(hidden: Int) -> (before: String, behind: String) {
        let rest = say(
            hidden > 0 ? " Hidden rows at the end list \(hidden) more." : "",
            hidden > 0 ? "表末隐藏的行里还有\(hidden)项。" : ""
        )
        return (
            say("Not listed here, for want of room: ", "另有"),
            say(". Make the workbook again.", "项是后改为未按计划完成的，本表列不下，请重新生成工作簿。") + rest
        )
    }

    /// What stands before and behind the number of targets that hidden rows list.
    var hiddenBehind: (before: String, behind: String) {
        (
            say("Listed in hidden rows at the end, not printed: ", "另有"),
            say(
                ". Select all rows and unhide them.",
                "项在表末隐藏的行里，打印前请全选，右键点“取消隐藏”（LibreOffice 先撤销工作表保护）。"
            )
        )
    }

    // MARK: Findings

    /// Name of the sheet of findings.
    var findingsSheet: String { say("Checks", "核对") }
    /// Title of that sheet.
    func findingsTitle(years: String?) -> String {
        titled(years, "What to look at again", "责任目标需要核对的内容")
    }
    /// What stands there; `more` findings are not listed.
    func findingsNote(_ more: Int, isEmpty: Bool) -> String {
        if isEmpty { return say("Nothing was found.", "没有发现问题。") }
        let rest = say(
            more > 0 ? " \(more) more are not listed." : "",
            more > 0 ? "另有\(more)条未列出。" : ""
        )
        return say(
            "Click a number or a column to go there. As of the workbook's making; nothing was changed."
                + rest,
            "点“序号”“栏目”可跳到该处。以下为生成工作簿时发现的疑问，请逐条核对；本工具未改动任何内容。" + rest
        )
    }
    /// Headers of the list: how sure, number, column, what, the text, what to do, code.
    var findingHeaders: [String] {
        language == .english
            ? ["Level", "No.", "Column", "What", "Text", "What to do", "Code"]
            : ["程度", "序号", "栏目", "问题", "原文", "建议", "代码"]
    }
    /// The word for a severity.
    func severity(_ severity: Severity) -> String { severity.word[language] }
    /// What a finding is about that is about no column.
    var wholeRow: String { say("(the target)", "（本项）") }
    /// Where a finding is that is about no target.
    func line(_ number: Int) -> String { say("line \(number)", "第\(number)行") }

    // MARK: Indicators

    /// Name of the sheet of indicators.
    var indicatorsSheet: String { say("Indicators", "指标") }
    /// Title of that sheet.
    func indicatorsTitle(years: String?) -> String {
        titled(years, "Figures promised and reached", "责任目标量化指标完成情况")
    }
    /// What stands there.
    ///
    /// `following` of `count` figures follow a correction of the texts.
    func indicatorsNote(_ count: Int, following: Int) -> String {
        guard count > 0 else {
            return say("The targets promise no figures.", "目标中没有量化指标。")
        }
        let legend = say(
            "Click a number to go there. \(none): not said, or not found after a correction.",
            "点“序号”可跳到该目标。“\(none)”表示文字中没有写明，或改动后未能识别。"
        )
        if following == count {
            return legend
                + say(
                    " The figures follow the sheet \"\(targets)\".",
                    "本表数字随“\(targets)”自动更新。"
                )
        }
        if following == 0 {
            return legend
                + say(
                    " The figures are as of the workbook's making and follow no correction: make "
                        + "the workbook again.",
                    "以下为生成工作簿时的数字，不随改动更新；改动后请重新生成工作簿。"
                )
        }
        return legend
            + say(
                " The figures follow the sheet \"\(targets)\", but for those with \(stored): they are "
                    + "as of the workbook's making; after a correction, make it again.",
                "本表数字随“\(targets)”自动更新；带“\(stored)”的除外，是生成工作簿时的数字，改动后请重新生成工作簿。"
            )
    }
    /// What stands behind a figure that doesn't follow, where others do.
    var stored: String { "*" }
    /// Headers of the list: number, leader, what is counted, the promise as text, how it compares,
    /// and as a number, what was reached as text and as a number, the share, whether it is met.
    var indicatorHeaders: [String] {
        language == .english
            ? [
                "No.", "Leader", "Indicator", "Promised", "Asked", "Promised (number)", "Reached",
                "Reached (number)", "Share", "Met",
            ]
            : ["序号", "市政府领导", "指标", "目标值", "要求", "目标数", "完成值", "完成数", "完成比例", "是否达到"]
    }
    /// Headers of a list that has figures and their units apart, in Chinese: number, leader, what is
    /// counted, the promise as text, as a number and its unit, how it compares, what was reached as text,
    /// as a number and its unit, the share, whether it is met.
    var indicatorColumns: [String] {
        let headers = indicatorHeaders
        return Array(headers[...3])
            + [
                headers[5], "目标数单位", headers[4], headers[6], headers[7], "完成数单位", headers[8],
                headers[9],
            ]
    }
    /// Whether a promise is kept.
    func met(_ isMet: Bool) -> String { isMet ? say("yes", "达到") : say("no", "未达到") }
    /// How what was reached has to compare.
    func comparator(_ comparator: Indicator.Comparator) -> String {
        switch comparator {
        case .atLeast: say("at least", "不少于")
        case .atMost: say("at most", "不超过")
        case .moreThan: say("more than", "超过")
        case .lessThan: say("less than", "低于")
        case .equal: say("exactly", "等于")
        case .about: say("about", "左右")
        }
    }

    private func titled(_ years: String?, _ english: String, _ chinese: String) -> String {
        switch language {
        case .english: english + (years.map { " (\($0))" } ?? "")
        case .chinese: (years ?? "") + chinese
        }
    }
}
