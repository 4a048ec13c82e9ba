internal import SpreadsheetML
internal import TargetModel

/// The sentence that every circular needs: 共60项,按计划完成57项,占95.00%;未按计划完成3项,为第161、163、171项。
///
/// It comes as text and as a formula that follows the counts.
struct Sentence {
    /// The words around the figures.
    struct Pieces {
        var total: String
        var yes: String
        var rate: String
        var rateEnd: String
        var no: String
        var noEnd: String
        var serials: String
        var serialsEnd: String
        var unstated: String
        var unstatedEnd: String
        var end: String
        var start: String
    }

    /// The cells that it is made from.
    struct Cells {
        var total: String
        var yes: String
        var no: String
        var unstated: String
        var serials: String
    }

    /// The words.
    let pieces: Pieces

    /// Returns the sentence for counts; `serials` is empty where there are too many.
    func text(_ counts: Counts, serials: String) -> String {
        var text = pieces.start + String(counts.total) + pieces.total
        text += String(counts.onSchedule) + pieces.yes
        if let rate = counts.rate { text += pieces.rate + Self.percent(rate) + pieces.rateEnd }
        if counts.behind > 0 {
            text += pieces.no + String(counts.behind) + pieces.noEnd
            if !serials.isEmpty { text += pieces.serials + serials + pieces.serialsEnd }
        }
        if counts.unstated > 0 {
            text += pieces.unstated + String(counts.unstated) + pieces.unstatedEnd
        }
        return text + pieces.end
    }

    /// Returns the formula that makes the sentence from cells.
    func formula(_ cells: Cells) -> String {
        let quote = FormulaText.literal
        let rate =
            "IF(\(cells.total)=0,\"\",\(quote(pieces.rate))"
            + "&TEXT(\(cells.yes)/\(cells.total),\"0.00%\")&\(quote(pieces.rateEnd)))"
        // A list that is too long begins with a bracket.
        let serials =
            "IF(OR(\(cells.serials)=\"\",LEFT(\(cells.serials),1)=\"(\"),\"\","
            + "\(quote(pieces.serials))&\(cells.serials)&\(quote(pieces.serialsEnd)))"
        let no =
            "IF(\(cells.no)=0,\"\",\(quote(pieces.no))&\(cells.no)&\(quote(pieces.noEnd))"
            + "&\(serials))"
        let unstated =
            "IF(\(cells.unstated)=0,\"\",\(quote(pieces.unstated))&\(cells.unstated)"
            + "&\(quote(pieces.unstatedEnd)))"
        return [
            quote(pieces.start), cells.total, quote(pieces.total), cells.yes, quote(pieces.yes),
            rate, no, unstated, quote(pieces.end),
        ].joined(separator: "&")
    }

    /// A share (0 to 1) with two decimals, rounded as Excel rounds: half up.
    static func percent(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded(.toNearestOrAwayFromZero))
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)%"
    }
}
