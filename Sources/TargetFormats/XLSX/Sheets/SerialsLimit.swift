internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// How many serials of what is behind a cell shows, so that its row holds them however many a
/// correction makes of them: no program lets a row grow with what a formula comes to.
///
/// Of more than the row holds, the first ones are listed, and how many there are: the sheet of what is
/// behind has all of them.
struct SerialsLimit {
    /// The most that are listed whole.
    let most: Int
    /// How many are listed where there are more.
    let shown: Int
    private let end: (before: String, behind: String)
    private let plan: WorkbookPlan

    /// Where fewer stand before the words that name the sheet of what is behind, shorter words may be
    /// used.
    private static let enough = 3

    /// Finds the limit of a cell; `holds` tells whether it holds a text.
    ///
    /// - Complexity: O(log n) calls in the serials that it holds, for texts of at most twice as many.
    init(_ plan: WorkbookPlan, mayBeShort: Bool = false, holds: (String) -> Bool) {
        self.plan = plan
        func last(_ text: (Int) -> String) -> Int {
            var end = 1
            while end < WorkbookPlan.mostSerials, holds(text(end)) { end *= 2 }
            let counts = 1..<(min(end, WorkbookPlan.mostSerials) + 1)
            return counts.partitionPoint { !holds(text($0)) } - 1
        }
        most = last { plan.widestList($0) }
        let (long, short) = (plan.words.moreOfList, plan.words.moreOfShortList)
        let number = max(plan.table.count, most + 1)
        func cut(_ end: (before: String, behind: String)) -> Int {
            // Those that are cut are parted as long lists are.
            last { plan.widestList($0, of: number) + end.before + String(number) + end.behind }
        }
        let ofLong = cut(long)
        let isShort = mayBeShort && ofLong < Self.enough
        end = isShort ? short : long
        // Fewer than are listed whole, else nothing would be left out.
        shown = min(max(1, isShort ? cut(short) : ofLong), max(1, most))
    }

    /// What the cell shows of so many targets, of which a list names the serials.
    func text(_ list: String, of count: Int) -> String {
        guard count > most else { return list }
        let separator = plan.separator(ofListOf: count)
        let serials = list.split(separator: separator, omittingEmptySubsequences: false)
        guard serials.count > shown else { return list }
        return serials.prefix(shown).joined(separator: separator) + end.before + String(count)
            + end.behind
    }

    /// The formula of what the cell shows: a cell has the list, another one says how many it names.
    ///
    /// Where the list is but a hint, it is shown as it is.
    func formula(list: String, count: String) -> String {
        let mark = "CHAR(1)"
        let separator = plan.separatorFormula(ofListOf: count)
        let marked = "SUBSTITUTE(\(list),\(separator),\(mark),\(shown))"
        let cut = "LEFT(\(list),FIND(\(mark),\(marked))-1)"
        let rest =
            "\(FormulaText.literal(end.before))&\(count)"
            + (end.behind.isEmpty ? "" : "&\(FormulaText.literal(end.behind))")
        return "IF(\(count)>\(most),IFERROR(\(cut)&\(rest),\(list)),\(list))"
    }
}

extension WorkbookPlan {
    /// What parts the serials of a list of so many.
    func separator(ofListOf count: Int) -> String {
        count > mostOnLine ? words.wrappingSeparator : words.separator
    }

    /// The formula of that, of as many as a cell says.
    func separatorFormula(ofListOf count: String) -> String {
        let (short, long) = (words.separator, words.wrappingSeparator)
        guard short != long else { return FormulaText.literal(short) }
        return "IF(\(count)>\(mostOnLine),\(FormulaText.literal(long)),"
            + "\(FormulaText.literal(short)))"
    }

    /// How many serials as wide as a table's widest have room on a line of the summary, at least one.
    static func mostOnLine(_ widestSerial: String, _ words: WorkbookWords) -> Int {
        let room = ColumnWidths.available(
            width: OverviewSheet.serialsWidth,
            size: WorkbookTheme.list.size
        )
        let separator = TextMetrics.width(words.separator.utf8.span)
        return max(1, (room + separator) / (TextMetrics.width(widestSerial.utf8.span) + separator))
    }

    /// A list of so many serials that is as wide as any, of a list that has so many or more of them.
    func widestList(_ count: Int, of all: Int? = nil) -> String {
        guard count > 0 else { return words.none }
        return Array(repeating: widestSerial, count: count)
            .joined(separator: separator(ofListOf: all ?? count))
    }

    /// The list of targets (from 0) that are behind, or one of as many others that may be after a
    /// correction: whichever is wider.
    func roomiestList(_ targets: [Int]) -> String {
        let listed = listed(targets)
        guard counts, !listed.utf8.elementsEqual(words.tooMany.utf8) else { return listed }
        let widest = widestList(targets.count)
        let isWider = TextMetrics.width(widest.utf8.span) > TextMetrics.width(listed.utf8.span)
        return isWider ? widest : listed
    }

    /// The widest serial of a table, but for odd ones: of texts as wide as the summary's lists, none has
    /// room for a second one.
    ///
    /// Where most are that wide, they aren't odd.
    static func widestSerial(of table: TargetTable) -> String {
        guard let column = table.column(of: .serial) else { return "" }
        var usual = (width: 0, target: Int?.none)
        var wide = (width: 0, target: Int?.none, count: 0)
        for target in 0..<table.count {
            let width = table.text.withSpan(of: table.range(target, column)) {
                TextMetrics.width($0, limit: widestWidth)
            }
            if width > oddWidth {
                wide.count += 1
                if width > wide.width { (wide.width, wide.target) = (width, target) }
            } else if width > usual.width {
                usual = (width, target)
            }
        }
        let widest = wide.count * 2 > table.count ? wide.target : usual.target
        return widest.map { table.string($0, .serial) } ?? ""
    }

    /// Hundredths of an em: of odd serials, and of those that are all alike.
    private static let (oddWidth, widestWidth) = (1200, 10_000)
}
