/// The words around a figure of the report.
extension AchievementMatcher {
    func around(_ context: FigureText.Context) -> [Unicode.Scalar] {
        context.before + [" "] + context.behind.prefix { $0 != "、" }
    }

    /// What the words around a figure name, without 达到 and 提高到 before it.
    func named(_ context: FigureText.Context) -> [Unicode.Scalar] {
        PromiseReader.core(
            withoutReach(context.before) + [" "] + context.behind.prefix { $0 != "、" }
        )
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
        while let last = before.last, Self.reaches(last) { before.removeLast() }
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
}
