extension Indicator {
    /// Finds what an objective promises in figures, and what the progress says of each.
    ///
    /// Figures that only describe (投资24亿元的项目, 220国道, 2023年, 第五届) are no indicators, and a
    /// figure of the progress that doesn't clearly count the same is not taken.
    /// - Complexity: O(n) in the texts, times the figures.
    public static func indicators(objective: String, progress: String) -> [Indicator] {
        let promises = PromiseReader(FigureText(objective)).promises()
        guard !promises.isEmpty else { return [] }
        let matcher = AchievementMatcher(report: FigureText(progress), promises: promises)
        return zip(promises, matcher.matches()).map { promise, match in
            Indicator(
                name: promise.name,
                promised: promise.figure,
                comparator: promise.comparator,
                achieved: match?.achieved,
                ratio: match?.ratio,
                isMet: match?.isMet
            )
        }
    }
}

extension TargetTable {
    /// What the targets promise in figures, in the order of the targets and of their texts.
    ///
    /// Empty where the table has no column for objectives.
    /// - Complexity: O(n) in the texts.
    public var indicators: [Indicator] {
        guard let objective = column(of: .objective) else { return [] }
        let progress = column(of: .progress)
        return (0..<count).flatMap { target -> [Indicator] in
            let found = Indicator.indicators(
                objective: string(target, column: objective),
                progress: progress.map { string(target, column: $0) } ?? ""
            )
            return found.map { indicator in
                var placed = indicator
                placed.target = target
                return placed
            }
        }
    }
}

extension Figure {
    /// The figures of a text, in order; numbers in quotes are names and left out.
    ///
    /// - Complexity: O(n) in the text.
    public static func figures(in text: String) -> [Figure] {
        FigureText(text).contexts.map(\.figure)
    }
}
