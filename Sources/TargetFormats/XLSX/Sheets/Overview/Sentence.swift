internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// The formula that makes the circular's sentence from the summary's cells.
///
/// It comes to what `Counts.sentence` says: 共60项，按计划完成57项，占95.00%；
/// 未按计划完成3项，序号为161、163、171。
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
    }

    /// The language.
    let language: Language

    /// Returns the formula, without `=`.
    func formula(_ cells: Cells) -> String {
        let rate = "TEXT(\(cells.yes)/\(cells.total),\"0.00%\")"
        let bracket = language == .chinese ? "（" : "("
        let hasSerials = "AND(\(cells.no)>0,LEFT(\(cells.serials),1)<>\"\(bracket)\")"
        switch language {
        case .chinese:
            // Without the blanks that stand between them in their cell.
            let list = "SUBSTITUTE(\(cells.serials),\"、 \",\"、\")"
            let serials = "IF(\(hasSerials),\"，序号为\"&\(list),\"\")"
            return "IF(\(cells.total)=0,\"共0项。\","
                + "\"共\"&\(cells.total)&\"项，按计划完成\"&\(cells.yes)&\"项，占\"&\(rate)"
                + "&IF(\(cells.no)=0,\"\",\"；未按计划完成\"&\(cells.no)&\"项\"&\(serials))"
                + "&IF(\(cells.unstated)=0,\"\",\"；未注明是否按计划完成\"&\(cells.unstated)&\"项\")&\"。\")"
        case .english:
            let word = "IF(\(cells.no)=1,\" (no. \",\" (nos. \")"
            let serials = "IF(\(hasSerials),\(word)&\(cells.serials)&\")\",\"\")"
            return "IF(\(cells.total)=0,\"No targets.\","
                + "\(cells.total)&IF(\(cells.total)=1,\" target: \",\" targets: \")&\(cells.yes)"
                + "&\" on schedule (\"&\(rate)&\")\""
                + "&IF(\(cells.no)=0,\"\",\"; \"&\(cells.no)&\" behind\"&\(serials))"
                + "&IF(\(cells.unstated)=0,\"\",\"; \"&\(cells.unstated)&\" not stated\")&\".\")"
        }
    }
}
