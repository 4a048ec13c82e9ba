internal import SpreadsheetML
internal import TargetModel

extension FollowingRows.Membership {
    /// Whether formulas can tell which targets are a leader's, and take those that come later.
    func takes(_ plan: WorkbookPlan) -> Bool {
        guard case .leader(let named) = self, plan.readsCells, plan.column(of: .leader) != nil
        else { return false }
        let names = [named.name] + named.others + named.exceptions
        return names.reduce(0) { $0 + $1.sheetUnits * 2 } < SheetLimits.formulaUnits / 4
    }

    /// What stands above the rows, in points, at most; nil where columns of so many characters are too
    /// few for its texts, which then take more lines than are counted here.
    func head(widths: [Double]) -> Double? {
        let isWide = widths.reduce(0, +) >= 90
        return switch self {
        // Title, note, figures with the lists beside them, gap.
        case .leader: isWide ? 34 + 20 + LeaderBlock.room + 9 : nil
        // Title, note; two lines of each.
        case .behind: isWide ? 36 + 20 : 62 + 34
        }
    }

    /// Whether serials lead to the targets' rows.
    var linksSerials: Bool {
        switch self {
        case .leader: false
        case .behind: true
        }
    }
}
