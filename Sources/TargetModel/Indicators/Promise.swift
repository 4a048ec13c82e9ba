extension PromiseReader {
    /// A promise.
    ///
    /// A class for the same reason as the figures that it is held against.
    final class Promise {
        /// What is counted or measured, in the words of the objective.
        let name: [Unicode.Scalar]
        /// `name` without verbs and fillers: what a report is searched for.
        let core: [Unicode.Scalar]
        /// The verbs that the promise begins with.
        let action: ArraySlice<Unicode.Scalar>
        /// What is promised.
        let figure: Figure
        /// How what was reached has to compare.
        let comparator: Indicator.Comparator
        /// -1 where the figure is a fall, 1 where it is a rise, else 0.
        let direction: Int
        /// Whether it takes in two kinds of work, of which a report may tell apart: 新建、改扩建.
        let isCompound: Bool
        /// Whether the promise is that all of something is covered or done.
        let isWhole: Bool
        /// Whether the figure says how much there is to be in all: 总数达到300家.
        let isLevel: Bool
        /// Whether it holds for each of several things: A、B均达到90%.
        let isJoint: Bool
        /// Whether it is said to be for the year: 2024年完成投资8亿元, 年度投资.
        let isOfYear: Bool

        init(
            name: [Unicode.Scalar],
            core: [Unicode.Scalar],
            action: ArraySlice<Unicode.Scalar>,
            figure: Figure,
            comparator: Indicator.Comparator,
            direction: Int,
            isCompound: Bool = false,
            isWhole: Bool = false,
            isLevel: Bool = false,
            isJoint: Bool = false,
            isOfYear: Bool = false
        ) {
            self.name = name
            self.core = core
            self.action = action
            self.figure = figure
            self.comparator = comparator
            self.direction = direction
            self.isCompound = isCompound
            self.isWhole = isWhole
            self.isLevel = isLevel
            self.isJoint = isJoint
            self.isOfYear = isOfYear
        }
    }
}
