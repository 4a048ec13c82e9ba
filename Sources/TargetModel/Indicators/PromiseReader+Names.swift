/// What a promise is called whose own words say nothing of what is counted.
extension PromiseReader {
    /// Whether a name is nothing but verbs: 新增, 达到; 完成投资 says what is counted.
    static func saysNothing(_ name: [Unicode.Scalar]) -> Bool {
        hasNoCore(name[...]) && !name[...].contains(word: investment)
    }

    /// 投资, which is a verb and what is counted.
    static let investment = Array("投资".unicodeScalars)[...]

    /// How long a heading may be, in scalars: longer ones are sentences.
    private static let longestHeading = 30

    /// What stands before the clause of a figure, where that is the first in it: 招商引资 of 招商引资:100亿元, and
    /// whether a colon follows it; nil where there is nothing, or another figure.
    func heading(
        of context: FigureText.Context
    ) -> (text: ArraySlice<Unicode.Scalar>, isTitle: Bool)? {
        let end = context.clause.lowerBound - 1
        guard end > 0, text.scalars[end] == ":" || text.scalars[end] == ",",
            !text.contexts.contains(where: {
                context.clause.lowerBound <= $0.figure.range.lowerBound
                    && $0.figure.range.lowerBound < context.figure.range.lowerBound
            })
        else { return nil }
        let before = text.scalars[..<end]
        let start =
            before.lastIndex { ",;。:!?\n\r".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
        let name = Self.trimmed(before[start...])[...]
        guard !name.isEmpty, name.count <= Self.longestHeading, !Self.hasNoCore(name),
            !text.contexts.contains(where: {
                start <= $0.figure.range.lowerBound && $0.figure.range.lowerBound < end
            })
        else { return nil }
        return (name, text.scalars[end] == ":")
    }

    /// A name without the mark of an item that it begins with: ①, (1), 一是, 2..
    static func withoutItem(_ name: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let first = name.first else { return name }
        if ("①"..."⑳").contains(first) { return name.dropFirst() }
        let isBracketed = first == "("
        let rest = isBracketed ? name.dropFirst() : name
        let number = rest.prefix {
            ("0"..."9").contains($0) || "一二三四五六七八九十".unicodeScalars.contains($0)
        }
        let mark = rest[number.endIndex...].first
        guard !number.isEmpty, number.count <= 2, let mark else { return name }
        let ends = isBracketed ? mark == ")" : mark == "是" || mark == "." || mark == ")"
        return ends ? rest[number.endIndex...].dropFirst() : name
    }
}
