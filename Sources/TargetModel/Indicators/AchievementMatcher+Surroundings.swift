/// The words around a figure of the report.
extension AchievementMatcher {
    func around(_ context: FigureText.Context) -> [Unicode.Scalar] {
        context.before + [" "] + context.behind.prefix { $0 != "、" }
    }

    /// Whether one of some words stands around a figure.
    func isFoundAround(_ context: FigureText.Context, _ words: WordList) -> Bool {
        words.isFound(in: context.before) || words.isFound(in: nearBehind(context))
    }

    /// Whether a word, in which no blank is, stands around a figure.
    func isFoundAround(_ context: FigureText.Context, _ word: ArraySlice<Unicode.Scalar>) -> Bool {
        context.before.contains(word: word) || nearBehind(context).contains(word: word)
    }

    /// What stands behind a figure and belongs to it.
    func nearBehind(_ context: FigureText.Context) -> ArraySlice<Unicode.Scalar> {
        context.behind.prefix { $0 != "、" }
    }

    /// What the words around a figure name, without 达到 and 提高到 before it; empty where they only say
    /// that it is done: 验收通过96个.
    func named(_ context: FigureText.Context) -> [Unicode.Scalar] {
        let core = PromiseReader.core(withoutReach(context.before), nearBehind(context))
        return IndicatorWords.finishing.covers(core) ? [] : core
    }

    /// What a figure without words of its own belongs to: what stands before it in its sentence.
    func borrowedCore(_ context: FigureText.Context) -> [Unicode.Scalar] {
        let words = sentenceBefore(context).indices.suffix(40).filter { index in
            !report.contexts.contains { $0.figure.range.contains(index) }
        }
        return PromiseReader.core(words.map { report.scalars[$0] }[...])
    }

    func sentenceBefore(_ context: FigureText.Context) -> ArraySlice<Unicode.Scalar> {
        let before = report.scalars[..<context.figure.range.lowerBound]
        return before[
            (before.lastIndex { $0 == "。" || $0 == ";" || $0 == "\n" }.map { $0 + 1 } ?? 0)...
        ]
    }

    func clauseBefore(_ context: FigureText.Context) -> ArraySlice<Unicode.Scalar> {
        report.scalars[context.clause.lowerBound..<context.figure.range.lowerBound]
    }

    /// What stands before a figure without 达, 达到, 为, 至 at its end.
    func withoutReach(_ before: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var before = before
        while let last = before.last, Self.reaches(last), !PromiseReader.endsInWord(before) {
            before.removeLast()
        }
        return before
    }

    private static func reaches(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "达", "到", "为", "至", "了", "约", "近", "超": true
        default: false
        }
    }

    func isCoverage(_ context: FigureText.Context) -> Bool {
        around(context)[...].contains(word: Array("覆盖".unicodeScalars)[...])
    }

    /// How much of a promise's name stands in the words around a figure, from 0 to 1.
    func nameScore(_ name: [Unicode.Scalar], _ words: [Unicode.Scalar]) -> Double {
        guard !name.isEmpty, !words.isEmpty else { return 0 }
        let letters = Double(name.count { words.contains($0) }) / Double(name.count)
        guard name.count > 1 else { return letters }
        var pairs = 0
        for index in name.indices.dropLast() {
            let isThere = words.indices.dropLast().contains {
                words[$0] == name[index] && words[$0 + 1] == name[index + 1]
            }
            if isThere { pairs += 1 }
        }
        let joined = Double(pairs) / Double(name.count - 1)
        // Words that the name doesn't have speak, a little, for another thing.
        let strange = Double(words.count { !name.contains($0) }) / Double(words.count)
        return 0.6 * joined + 0.4 * letters - 0.12 * strange
    }

    /// Whether a promise is the only one of its measure, and its verb tells it from others: 惠及困难群众5000人.
    func isOnlyOfVerb(_ promise: PromiseReader.Promise) -> Bool {
        if !IndicatorWords.generalActions.isPrefix(of: promise.action),
            promises.count(where: { $0.figure.dimension == promise.figure.dimension }) == 1
        {
            return true
        }
        // 新建5所,改造9所 for 新建学校5所、改造学校8所: of one thing, the kind of work tells which.
        let ofUnit = promises.filter { $0.figure.unit == promise.figure.unit }
        return ofUnit.count > 1 && IndicatorWords.works.isPrefix(of: promise.action)
            && ofUnit.allSatisfy { $0.core == promise.core }
            && ofUnit.count { $0.action == promise.action } == 1
    }

    /// Whether two names have four characters in a row in common, with which few others are named: 专项债券.
    static func sharesWords(_ name: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        guard name.count >= 4, other.count >= 4 else { return false }
        return name.indices.dropLast(3).contains { other[...].contains(word: name[$0..<$0 + 4]) }
    }

    /// Whether a word names nothing by itself: 占70%, 由9.2%降至8.1%.
    static func saysNoName(_ words: [Unicode.Scalar]) -> Bool {
        if IndicatorWords.sums.covers(words) { return true }
        guard words.count == 1, let word = words.first else { return false }
        return "占降升增减涨压".unicodeScalars.contains(word)
    }

    /// Whether the last character of the name, its head, stands in the words: 道路 and 支路.
    func sharesHead(_ name: [Unicode.Scalar], _ words: [Unicode.Scalar]) -> Bool {
        guard let head = name.last else { return false }
        return words.contains(head)
    }
}
