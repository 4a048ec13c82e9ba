internal import SourceText

/// What a report says without a figure that fits.
extension AchievementMatcher {
    /// What the report says of a promise without a figure that fits.
    func inWords(_ promise: PromiseReader.Promise) -> Match? {
        if let listed = listed(promise) { return listed }
        if let bare = withoutMeasure(promise) { return bare }
        if let share = shareOfPlan(promise) { return share }
        for clause in report.clauses where Self.mayConclude(report.scalars[clause]) {
            let words = report.scalars[clause]
            let names = PromiseReader.core(words)
            let isCovered = promise.name.contains("覆") && words.contains("覆")
            let speaksOfIt =
                nameScore(promise.core, names) >= (isCovered ? 0.35 : 0.45)
                // Places are no part of what is counted, and tell what is covered: 县城以上城区.
                || promise.figure.text.contains("覆") && words.contains("覆")
                    && nameScore(promise.name, Array(words)) >= 0.5
                || promises.count == 1 && names.count <= 4
            guard speaksOfIt else { continue }
            // 储备库 is no plan where it was promised.
            guard
                IndicatorWords.unfinished.lastPosition(in: words, butNot: promise.name) == nil
            else { continue }
            let isWhole =
                promise.isWhole
                || promise.figure.dimension == .share && promise.figure.amount == ExactNumber(1)
            if let word = (isWhole ? range(of: IndicatorWords.coversAll, in: clause) : nil)
                ?? wholeDone(in: clause),
                !report.contexts.contains(where: {
                    $0.clause == clause
                        && !(isWhole && $0.figure.range.upperBound <= word.lowerBound)
                }),
                isWhole || promise.figure.dimension != .share
            {
                var figure = promise.figure
                figure.text = report.text(word)
                figure.range = word
                return verdict(promise, figure)
            }
            for word in IndicatorWords.doubled where promise.figure.dimension == .multiple {
                if let range = range(of: word, in: clause) {
                    return verdict(
                        promise,
                        Figure(
                            words: String(scalars: word),
                            ExactNumber(2),
                            "倍",
                            at: range
                        )
                    )
                }
            }
        }
        return nil
    }

    /// A number right behind what was promised whose measure is left out: 新改建农村公路1016 for 1000公里.
    ///
    /// Of 万 and 亿 nobody can tell whether they are left out, too.
    private func withoutMeasure(_ promise: PromiseReader.Promise) -> Match? {
        let wanted = promise.figure
        guard promise.core.count >= 3, promise.direction == 0, wanted.dimension != .share,
            wanted.dimension != .none, !wanted.text.contains("万"), !wanted.text.contains("亿"),
            !report.contexts.contains(where: { isOfMeasure($0.figure, wanted) }),
            let start = report.scalars[...].firstIndex(ofWord: promise.core[...])
        else { return nil }
        let behind = report.scalars[(start + promise.core.count)...]
        let digits = behind.drop { IndicatorWords.beforeBareNumbers.unicodeScalars.contains($0) }
            .prefix { ("0"..."9").contains($0) || $0 == "." }
        let next = report.scalars[digits.endIndex...].first
        guard next.map({ ",;。".unicodeScalars.contains($0) }) ?? true,
            let value = ExactNumber(digits: digits),
            let amount = wanted.amount.divided(by: wanted.value).flatMap({ value.times($0) })
        else { return nil }
        var figure = wanted
        figure.text = report.text(digits.indices)
        figure.unit = ""
        figure.value = value
        figure.amount = amount
        figure.upperAmount = nil
        figure.range = digits.indices
        return verdict(promise, figure)
    }

    /// Where a text says that all is done: 全部完成, 全部改造完成, 均已竣工.
    func wholeDone(in range: Range<Int>) -> Range<Int>? {
        guard Self.mayConclude(report.scalars[range]) else { return nil }
        for word in IndicatorWords.all {
            guard let start = self.range(of: word, in: range) else { continue }
            let end = min(range.upperBound, start.upperBound + 8)
            let rest = report.scalars[start.upperBound..<end]
            guard !rest.contains("未"),
                let end = IndicatorWords.completions.lastPosition(in: rest)
            else { continue }
            return start.lowerBound..<end
        }
        return nil
    }

    /// Whether a clause may say that all is done: each of the words that do has one of these.
    private static func mayConclude(_ clause: ArraySlice<Unicode.Scalar>) -> Bool {
        clause.contains { $0 == "全" || $0 == "均" || $0 == "翻" }
    }

    /// Where a word stands first in a clause; nil where it doesn't.
    private func range(of word: ArraySlice<Unicode.Scalar>, in clause: Range<Int>) -> Range<Int>? {
        report.scalars[clause].firstIndex(ofWord: word).map { $0..<$0 + word.count }
    }

    /// 完成率95%, 占年度任务的80%: the share of the plan, where there is one promise only.
    func shareOfPlan(_ promise: PromiseReader.Promise) -> Match? {
        guard promises.count == 1, promise.figure.dimension != .share else { return nil }
        let shares = report.contexts.filter { context in
            context.figure.dimension == .share
                && IndicatorWords.fulfilment.isSuffix(of: withoutReach(context.before))
        }
        guard shares.count == 1, let share = shares.first?.figure.amount else { return nil }
        let isMet: Bool? = promise.comparator == .atLeast ? share >= ExactNumber(1) : nil
        return Match(achieved: nil, ratio: share, isMet: isMet)
    }

    /// Things that a report lists by name instead of counting them: 已完成高平路、胜利路提升改造.
    func listed(_ promise: PromiseReader.Promise) -> Match? {
        guard promise.figure.dimension == .count, promise.comparator == .atLeast,
            let endings = IndicatorWords.nameEndings.first(where: {
                $0.counted.isSuffix(of: ArraySlice(promise.core))
            })?.endings
        else { return nil }
        var names = 0
        var range: Range<Int>?
        var isOpen = false
        var isShortened = false
        for clause in report.clauses {
            let words = report.scalars[clause]
            if IndicatorWords.unfinished.isFound(in: words) {
                isOpen = true
                continue
            }
            guard
                let prefix = IndicatorWords.finished.word(at: clause.lowerBound, in: words)?.count,
                report.contexts.allSatisfy({ $0.clause != clause })
            else { continue }
            var start = clause.lowerBound + prefix
            for part in report.scalars[start..<clause.upperBound].split(
                separator: "、",
                omittingEmptySubsequences: false
            ) {
                guard let end = Self.endOfName(part, endings) else { break }
                if names == 0 { start = part.startIndex }
                names += 1
                range = (range?.lowerBound ?? start)..<end
                if report.scalars[end..<clause.upperBound].first == "等" { isShortened = true }
            }
        }
        guard names > 0, let range else { return nil }
        let wanted = promise.figure
        let reached = ExactNumber(names)
        // A list that ends in 等 tells no number, and one of fewer is a verdict only where the rest
        // is said to be open.
        guard !isShortened, reached >= wanted.amount || isOpen else { return nil }
        var figure = Figure(words: report.text(range), reached, wanted.unit, at: range)
        figure.dimension = wanted.dimension
        figure.amount = reached
        return verdict(promise, figure)
    }

    /// Where the name at the start of a text ends, which is one of `endings`; nil where there is none.
    static func endOfName(_ text: ArraySlice<Unicode.Scalar>, _ endings: [String]) -> Int? {
        for end in text.indices where end - text.startIndex >= 1 && end - text.startIndex <= 14 {
            let name = text[text.startIndex...end]
            if endings.contains(where: {
                name.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
            }) {
                let next = end + 1 < text.endIndex ? text[end + 1] : " "
                if !IndicatorWords.behindNames.unicodeScalars.contains(next) { return end + 1 }
            }
        }
        return nil
    }
}
