internal import SourceText

/// Figures that a report doesn't write down and that follow from those it does: the sum of the kinds of
/// work that were promised together, and what lies between where something began and where it is now.
extension AchievementMatcher {
    /// What the figures of a report come to together; nil where they don't make up what was promised.
    func computed(_ promise: PromiseReader.Promise) -> Match? {
        sumOfWorks(promise) ?? raised(promise)
    }

    /// 新建5120座、改建3605座 for 新建改建8600座: each kind of work that was promised is told once, beside
    /// no other.
    private func sumOfWorks(_ promise: PromiseReader.Promise) -> Match? {
        guard tellsSeveral else { return nil }
        let promised = Self.works(in: promise.name[...])
        // 新改建 joins two in one word.
        guard promise.isCompound || promised.contains(where: { $0.count > 2 }) else { return nil }
        var told: [(verb: ArraySlice<Unicode.Scalar>, context: FigureText.Context)] = []
        for context in report.contexts where context.figure.unit == promise.figure.unit {
            let verbs = Self.works(in: context.before)
            guard verbs.count == 1, isReached(context, promise), !context.isEnclosed,
                !told.contains(where: { $0.verb == verbs[0] })
            else { return nil }
            told.append((verbs[0], context))
        }
        guard told.count > 1,
            promised.allSatisfy({ verb in told.contains { Self.covers($0.verb, verb) } }),
            told.allSatisfy({ work in promised.contains { Self.covers(work.verb, $0) } })
        else { return nil }
        return total(told.map(\.context), promise)
    }

    /// Whether one kind of work is another or takes it in: 改扩建 takes in 改建.
    private static func covers(
        _ verb: ArraySlice<Unicode.Scalar>,
        _ other: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        verb == other || (other.count == 2 && other.allSatisfy(verb.contains))
            || (verb.count == 2 && verb.allSatisfy(other.contains))
    }

    private func total(
        _ contexts: [FigureText.Context],
        _ promise: PromiseReader.Promise
    ) -> Match? {
        guard let first = contexts.first, let last = contexts.last else { return nil }
        var figure = first.figure
        for context in contexts.dropFirst() {
            guard let value = figure.value.plus(context.figure.value),
                let amount = figure.amount.plus(context.figure.amount)
            else { return nil }
            figure.value = value
            figure.amount = amount
        }
        let range = first.figure.range.lowerBound..<last.figure.range.upperBound
        figure.range = range
        return verdict(promise, figure)
    }

    /// 由118家增至146家 for 净增25家: what lies between.
    private func raised(_ promise: PromiseReader.Promise) -> Match? {
        guard promise.direction > 0 || IndicatorWords.increments.isPrefix(of: promise.name[...])
        else { return nil }
        var found: [Match] = []
        for (number, context) in report.contexts.enumerated().dropFirst() {
            let start = report.contexts[number - 1]
            guard start.clause == context.clause, PromiseReader.isBase(start.before),
                isMovedTo(context), start.figure.dimension == context.figure.dimension,
                let value = context.figure.value.plus(start.figure.value.negated),
                let amount = context.figure.amount.plus(start.figure.amount.negated),
                amount > ExactNumber(0), isOfMeasure(promise.figure, of: context.figure),
                !isOfAnotherTime(start, promise)
            else { continue }
            let name = PromiseReader.core(clauseBefore(start))
            guard promises.count == 1 || nameScore(promise.core, name) >= 0.3 else { continue }
            var figure = context.figure
            figure.value = value
            figure.amount = amount
            if promise.figure.dimension == .points, figure.dimension == .share {
                // 57.3% to 58.6% are 1.3 points.
                guard let points = amount.times(ExactNumber(100)) else { continue }
                figure.amount = points
                figure.unit = promise.figure.unit
                figure.dimension = .points
            }
            figure.range = start.figure.range.lowerBound..<context.figure.range.upperBound
            found.append(verdict(promise, figure))
        }
        return found.count == 1 ? found[0] : nil
    }

    /// Whether a figure is where something has risen to: 增至, 提高到.
    private func isMovedTo(_ context: FigureText.Context) -> Bool {
        guard let last = context.before.last, last == "到" || last == "至" else { return false }
        return PromiseReader.direction(context.before.dropLast()) > 0
    }

    private func isOfMeasure(_ wanted: Figure, of figure: Figure) -> Bool {
        switch (wanted.dimension, figure.dimension) {
        case (.points, .share): true
        case (.share, .share): false
        default: wanted.dimension == figure.dimension
        }
    }

    /// Whether a report tells several kinds of work of the promised unit apart, so that none of their
    /// figures is the whole: 新建912个、改造升级640个 for 建成1500个.
    func isOnePartOfWorks(_ context: FigureText.Context, _ promise: PromiseReader.Promise) -> Bool {
        guard tellsSeveral, !promise.isCompound, IndicatorWords.works.isFound(in: context.before)
        else { return false }
        let told = Self.works(in: context.before)
        guard told.count == 1,
            !Self.works(in: promise.name[...]).contains(where: { Self.covers($0, told[0]) })
        else { return false }
        return report.contexts.contains { other in
            guard other.clause == context.clause, other.figure.range != context.figure.range,
                other.figure.unit == context.figure.unit
            else { return false }
            let verbs = Self.works(in: other.before)
            return verbs.count == 1 && verbs != told && PromiseReader.core(other.before).count <= 2
        }
    }

    /// Whether a figure is of one of several years that the report tells apart: 2022年度8万亩…,2023年度
    /// 10万亩….
    func isOfOneYearOfSeveral(
        _ context: FigureText.Context,
        _ promise: PromiseReader.Promise
    ) -> Bool {
        guard tellsSeveral else { return false }
        if isOfEarlierYear(context) { return true }
        guard promise.figure.dimension != .share, promise.figure.dimension != .points,
            let year = year(of: context), !promise.name[...].contains(word: year)
        else {
            return false
        }
        return report.contexts.contains { other in
            other.figure.dimension == context.figure.dimension
                && self.year(of: other).map { $0 != year } == true
        }
    }

    /// Whether a figure is one of an earlier year than another one that the report tells, and is no part of
    /// a sum of years: a rate (2022年下降1.2%;2023年实现1856亿元,同比增长8.9%), or one that this year's stands
    /// beside (2022年完成3.1万亩,今年已完成2.2万亩).
    private func isOfEarlierYear(_ context: FigureText.Context) -> Bool {
        guard let year = yearOfSentence(of: context) else { return false }
        let isRate = context.figure.dimension == .share || context.figure.dimension == .points
        return report.contexts.contains { other in
            guard other.figure.dimension == context.figure.dimension,
                let otherYear = yearOfSentence(of: other), otherYear > year
            else { return false }
            return isRate || otherYear == Int.max
        }
    }

    /// The last year that a clause of a figure's sentence begins with, up to the figure; nil where none
    /// does.
    private func yearOfSentence(of context: FigureText.Context) -> Int? {
        let sentence = sentenceBefore(context)
        // Most name no year, and needn't be taken apart.
        guard sentence.contains("年") else { return nil }
        var end = sentence.endIndex
        while true {
            let mark = sentence[..<end].lastIndex { $0 == "," || $0 == ":" }
            let clause = sentence[(mark.map { $0 + 1 } ?? sentence.startIndex)..<end]
            if IndicatorWords.thisYear.isPrefix(of: clause) { return .max }
            if PromiseReader.yearLength(clause) > 0 {
                return Int(String(scalars: clause.prefix(4)))
            }
            guard let mark else { return nil }
            end = mark
        }
    }

    /// The year that the clause of a figure begins with; nil where it begins with none.
    private func year(of context: FigureText.Context) -> ArraySlice<Unicode.Scalar>? {
        let before = clauseBefore(context)
        let length = PromiseReader.yearLength(before)
        return length > 0 ? before.prefix(4) : nil
    }
}
