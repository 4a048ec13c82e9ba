internal import SpreadsheetML
internal import TargetModel

/// An indicator whose figures formulas find again in its target's texts, so that they follow a
/// correction.
struct FollowedIndicator {
    /// What finds the figure that was promised, and the one that was reached.
    let promise: FigureFormula
    let report: FigureFormula
    /// The rows that hold the target.
    let part: WorkbookPlan.TargetsPart
    /// Columns (from 0) of the sheet of targets: numbers of the targets, and the two texts.
    let numbers: Int
    let objective: Int
    let progress: Int

    /// How many units of the promise one unit of what was reached is.
    private let factor: Double
    private let comparison: Comparison

    /// Prepares to follow an indicator; nil where a figure isn't plain, or compares otherwise than as a
    /// share of the promise, such as a fall.
    init?(_ indicator: Indicator, _ plan: WorkbookPlan) {
        guard plan.follows, let part = plan.parts.first, let achieved = indicator.achieved,
            let numbers = plan.column(.number), let objective = plan.column(of: .objective),
            let progress = plan.column(of: .progress),
            let ratio = indicator.ratio, let isMet = indicator.isMet,
            let factor = Self.factor(indicator.promised, achieved),
            let promise = FigureFormula(
                indicator.promised,
                in: plan.table.string(indicator.target, .objective)
            ),
            let report = FigureFormula(
                achieved,
                in: plan.table.string(indicator.target, .progress)
            )
        else { return nil }
        (self.promise, self.report, self.part) = (promise, report, part)
        (self.numbers, self.objective, self.progress) = (numbers, objective, progress)
        self.factor = factor
        comparison = Comparison(indicator.comparator)
        let reached = Self.double(achieved.value) * factor / Self.double(indicator.promised.value)
        guard abs(reached - Self.double(ratio)) < 1e-4, comparison.holds(reached) == isMet
        else { return nil }
    }

    /// What of a promise is reached, as a formula of two cells.
    func share(of reached: String, in promised: String) -> String {
        "\(reached)\(factor == 1 ? "" : "*\(factor)")/\(promised)"
    }

    /// Whether a share (a formula) keeps the promise, as a formula.
    func condition(_ share: String) -> String { share + comparison.sign + comparison.limit }

    /// How many units of the promise one unit of what was reached is; nil where that is no number.
    private static func factor(_ promised: Figure, _ achieved: Figure) -> Double? {
        func unit(_ figure: Figure) -> Double { double(figure.amount) / double(figure.value) }
        let factor = unit(achieved) / unit(promised)
        return factor.isFinite && factor > 0 ? factor : nil
    }

    /// A number as cells hold it.
    static func double(_ number: ExactNumber) -> Double {
        Double(number.numerator) / Double(number.denominator)
    }

    /// How the share of a promise has to compare.
    private struct Comparison {
        var sign: String
        var limit = "1"
        var holds: (Double) -> Bool

        init(_ comparator: Indicator.Comparator) {
            switch comparator {
            case .atLeast: (sign, holds) = (">=", { $0 >= 1 })
            case .atMost: (sign, holds) = ("<=", { $0 <= 1 })
            case .moreThan: (sign, holds) = (">", { $0 > 1 })
            case .lessThan: (sign, holds) = ("<", { $0 < 1 })
            case .equal: (sign, holds) = ("=", { $0 == 1 })
            case .about: (sign, limit, holds) = (">=", "0.9", { $0 >= 0.9 })
            }
        }
    }
}
