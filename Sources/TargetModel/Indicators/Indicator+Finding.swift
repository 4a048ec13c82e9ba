internal import SourceText

extension Indicator {
    /// Finds what an objective promises in figures, and what the progress says of each.
    ///
    /// Figures that only describe (投资24亿元的项目, 220国道, 2023年, 第五届) are no indicators, and a
    /// figure of the progress that doesn't clearly count the same is not taken.
    /// - Complexity: O(n) in the texts, times the figures.
    public static func indicators(objective: String, progress: String) -> [Indicator] {
        var found: [Indicator] = []
        forEach(0, Array(objective.utf8).span, Array(progress.utf8).span) { found.append($0) }
        return found
    }

    /// Hands on what the objective of a target (from 0) promises, in the order of its text; both texts
    /// are valid UTF-8.
    fileprivate static func forEach(
        _ target: Int,
        _ objective: Span<UInt8>,
        _ progress: Span<UInt8>,
        _ body: (Indicator) -> Void
    ) {
        guard PromiseSigns.mayPromise(objective) else { return }
        let promises = PromiseReader(FigureText(utf8: objective)).promises()
        guard !promises.isEmpty else { return }
        let matcher = AchievementMatcher(
            report: FigureText(utf8: progress),
            promises: promises
        )
        for (promise, match) in zip(promises, matcher.matches()) {
            var achieved = match?.achieved
            if match?.isComputed == true, let range = achieved?.range {
                // What stands between several figures is told as it is written.
                let written = progress.string.unicodeScalars
                achieved?.text = String(scalars: Array(written)[range])
            }
            body(
                Indicator(
                    target: target,
                    scalarsOfName: promise.name,
                    promised: promise.figure,
                    comparator: promise.comparator,
                    achieved: achieved,
                    ratio: match?.ratio,
                    isMet: match?.isMet
                )
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
        let shares = Cores.ranges(of: 4096, in: count)
        return Cores.map(shares.count) { indicators(of: shares[$0]) }.flatMap { $0 }
    }

    /// What some of the targets (from 0) promise in figures, as above.
    package func indicators(of targets: Range<Int>) -> [Indicator] {
        var all: [Indicator] = []
        forEachIndicator(of: targets) { all.append($0) }
        return all
    }

    /// Hands on what some of the targets (from 0) promise in figures, as above.
    package func forEachIndicator(of targets: Range<Int>, _ body: (Indicator) -> Void) {
        guard let objective = column(of: .objective) else { return }
        let progress = column(of: .progress)
        for target in targets {
            text.withSpan(of: range(target, objective)) { promised in
                text.withSpan(of: progress.map { range(target, $0) } ?? .empty) { reported in
                    Indicator.forEach(target, promised, reported, body)
                }
            }
        }
    }
}

extension Figure {
    /// The figures of a text, in order; numbers in quotes are names and left out.
    ///
    /// - Complexity: O(n) in the text.
    public static func figures(in text: String) -> [Figure] {
        figures(in: Array(text.utf8)[...])
    }

    /// The same for a text as bytes (valid UTF-8).
    package static func figures(in text: ArraySlice<UInt8>) -> [Figure] {
        FigureText.figures(inUTF8: text.span)
    }
}
