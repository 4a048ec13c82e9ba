internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The formula that makes the circular's sentence from the summary's cells.
///
/// It comes to what `Counts.sentence` says: 共60项，按计划完成57项，占95.00%；
/// 未按计划完成3项，序号为161、163、171。
///
/// LibreOffice takes digits with 、 between them for one number, and ends a line amid the digits. A
/// blank, seen or not, would keep it from that, and be pasted along into the circular: there is none.
struct Sentence {
    /// The cells that it is made from.
    struct Cells {
        /// How many targets there are.
        var total: String
        /// How many go as planned.
        var yes: String
        /// How many don't.
        var no: String
        /// Of how many it isn't said.
        var unstated: String
        /// The serials of those that don't; begins with a bracket where they are too many.
        var serials: String
        /// How many of the serials the sentence names.
        var limit: SerialsLimit
        /// How many targets stand in lists that have no column for the status; a plain number.
        var withoutStatus = 0

        /// How many targets the rate is of: somebody may fill in what their list doesn't ask for.
        var rated: String {
            withoutStatus == 0 ? total : "MAX(\(total)-\(withoutStatus),\(yes)+\(no))"
        }

        /// Of how many it isn't said that were asked.
        var notStated: String {
            withoutStatus == 0 ? unstated : "(\(rated)-\(yes)-\(no))"
        }

        /// Returns a formula that says something where lists have no status, else nothing.
        func partial(_ text: String) -> String {
            withoutStatus == 0 ? "" : "&IF(\(rated)=\(total),\"\",\(text))"
        }
    }

    /// The language.
    let language: Language

    /// Returns the formula, without `=`.
    func formula(_ cells: Cells) -> String {
        let rate = "TEXT(\(cells.yes)/\(cells.rated),\"0.00%\")"
        let without = "(\(cells.total)-\(cells.rated))"
        let bracket = language == .chinese ? "（" : "("
        let listed = cells.limit.formula(list: cells.serials, count: cells.no)
        let hasSerials = "AND(\(cells.no)>0,LEFT(\(cells.serials),1)<>\"\(bracket)\")"
        switch language {
        case .chinese:
            // Without the blanks that stand between them in their cell.
            let list = "SUBSTITUTE(\(listed),\"、 \",\"、\")"
            let serials = "IF(\(hasSerials),\"，序号为\"&\(list),\"\")"
            let partial = cells.partial(
                "\"，其中\"&\(without)&\"项所在的表未填报是否按计划完成，不计入完成率；其余\"&\(cells.rated)&\"项中\""
            )
            return "IF(\(cells.total)=0,\"共0项。\","
                + "\"共\"&\(cells.total)&\"项\"\(partial)&\"，按计划完成\"&\(cells.yes)&\"项，占\"&\(rate)"
                + "&IF(\(cells.no)=0,\"\",\"；未按计划完成\"&\(cells.no)&\"项\"&\(serials))"
                + "&IF(\(cells.notStated)=0,\"\",\"；未注明是否按计划完成\"&\(cells.notStated)&\"项\")&\"。\")"
        case .english:
            let word = "IF(\(cells.no)=1,\" (no. \",\" (nos. \")"
            let serials = "IF(\(hasSerials),\(word)&\(listed)&\")\",\"\")"
            let most =
                cells.withoutStatus == 0
                ? "IF(\(cells.total)=1,\" target: \",\" targets: \")"
                : "\" targets\""
                    + cells.partial(
                        "\", \"&\(without)&\" of them in lists that state no status and have no rate; "
                            + "of the other \"&\(cells.rated)"
                    ) + "&\": \""
            return "IF(\(cells.total)=0,\"No targets.\","
                + "\(cells.total)&\(most)&\(cells.yes)"
                + "&\" on schedule (\"&\(rate)&\")\""
                + "&IF(\(cells.no)=0,\"\",\"; \"&\(cells.no)&\" behind\"&\(serials))"
                + "&IF(\(cells.notStated)=0,\"\",\"; \"&\(cells.notStated)&\" not stated\")&\".\")"
        }
    }
}
