internal import SourceText

/// A cell that is nothing but a figure: 310, -5, 1,200.5, 24亿元, ５％.
package struct PlainFigure: Sendable, Equatable {
    /// The number as it is written, without counting 万 and 亿 in.
    package var value: ExactNumber
    /// What stands behind the number; empty where there is nothing.
    package var unit: String

    /// Reads a cell; nil where it says anything else.
    package init?(_ text: String) {
        var rest = TextFolding.squeezed(text)[...]
        let isNegative = rest.first == "-" || rest.first == "−"
        if isNegative { rest = rest.dropFirst() }
        let number = rest.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
        let unit = rest[number.endIndex...]
        // 1.定计划 is an item of a list.
        guard let first = number.first, first != ",", number.last != ".",
            Self.groupsThousands(number),
            let value = ExactNumber(digits: number.lazy.filter { $0 != "," }),
            unit.count <= Self.longestUnit, !unit.contains(where: { $0.isASCII && $0 != "%" })
        else { return nil }
        self.value = isNegative ? value.negated : value
        self.unit = String(scalars: unit)
    }

    /// Whether a text is a figure and no more, with or without what bounds it: 320, ≥85%, 6%左右, 不低于12家.
    package static func isFound(in text: String) -> Bool {
        var bare = Array(TextFolding.squeezed(text))[...]
        guard !bare.isEmpty else { return false }
        if let word = IndicatorWords.before.word(at: 0, in: bare) {
            bare = bare.dropFirst(word.count)
        }
        if bare.first == "=" { bare = bare.dropFirst() }
        if let word = IndicatorWords.behind.ending(of: bare) { bare = bare.dropLast(word.count) }
        return PlainFigure(String(scalars: bare)) != nil
    }

    /// No unit of measure has more characters: 平方公里.
    private static let longestUnit = 4

    /// Whether commas stand only where they part thousands.
    private static func groupsThousands(_ number: ArraySlice<Unicode.Scalar>) -> Bool {
        let whole = number.prefix { $0 != "." }
        guard !number[whole.endIndex...].contains(",") else { return false }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        return groups.count == 1 || groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}
