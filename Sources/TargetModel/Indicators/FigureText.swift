internal import SourceText

/// A text with its figures, and what stands around each of them.
struct FigureText {
    /// What stands around a figure.
    struct Context {
        /// The figure.
        var figure: Figure
        /// From the start of its clause, or from the figure before, to the figure.
        var before: ArraySlice<Unicode.Scalar>
        /// From the figure to the end of its clause, or to the next figure.
        var behind: ArraySlice<Unicode.Scalar>
        /// The whole clause, other figures included.
        var clause: Range<Int>
        /// Whether it only lengthens a list: the second figure of 153个、3.6万户.
        var continuesList: Bool
        /// Whether it stands in brackets.
        var isEnclosed: Bool
        /// Whether a word such as 和 joins it to what stands before.
        var isJoined: Bool
        /// Whether it belongs to a noun that the next figure counts: 10亿元以上企业5家.
        var isAttribute = false
    }

    /// The text, full-width letters and signs made half-width; one scalar for one of the text.
    let scalars: [Unicode.Scalar]
    /// The figures in order, each with its surroundings.
    let contexts: [Context]

    /// Reads a text.
    ///
    /// - Complexity: O(n) in the text.
    init(_ text: String) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars { scalars.append(scalar.narrowed) }
        self.scalars = scalars
        var figures = FigureScanner(scalars: scalars).figures()
        guard !figures.isEmpty else {
            contexts = []
            return
        }
        // What stands in quotes is a name: “两片园区”, 《“十四五”规划》.
        let quotes = Self.depths(of: scalars, opening: ["“", "《", "「", "『"], ["”", "》", "」", "』"])
        figures.removeAll { quotes[$0.range.lowerBound] > 0 }
        let brackets = Self.depths(of: scalars, opening: ["(", "[", "【"], [")", "]", "】"])
        let breaks = scalars.indices.filter { index in
            Self.isBreak(scalars, index) && !figures.contains { $0.range.contains(index) }
        }
        var contexts: [Context] = []
        for (number, figure) in figures.enumerated() {
            let start = (breaks.last { $0 < figure.range.lowerBound } ?? -1) + 1
            let end = breaks.first { $0 >= figure.range.upperBound } ?? scalars.count
            var from = start
            var to = end
            var continuesList = false
            if number > 0 {
                let previous = figures[number - 1].range.upperBound
                if previous > start, !Self.isAttribute(scalars[previous..<figure.range.lowerBound])
                {
                    from = previous
                } else if previous > start {
                    from = contexts[number - 1].before.startIndex
                    contexts[number - 1].isAttribute = true
                }
                let between = scalars[previous..<figure.range.lowerBound]
                continuesList =
                    between.count == 1 && "、和及,".unicodeScalars.contains(between.first ?? " ")
            }
            if number + 1 < figures.count { to = min(to, figures[number + 1].range.lowerBound) }
            // 、 behind a figure begins the next thing that is counted.
            if let comma = scalars[from..<figure.range.lowerBound].firstIndex(of: "、"),
                number > 0, from == figures[number - 1].range.upperBound
            {
                from = comma + 1
            }
            if let comma = scalars[figure.range.upperBound..<to].firstIndex(of: "、"),
                comma == figure.range.upperBound
            {
                to = comma
            }
            // 10座公园和5处停车场: what is counted stands behind either figure.
            let before = Self.withoutJoint(scalars[from..<figure.range.lowerBound])
            let isFollowed = to < scalars.count && figures.contains { $0.range.lowerBound == to }
            let behind = scalars[figure.range.upperBound..<to].drop { $0 == " " }
            contexts.append(
                Context(
                    figure: figure,
                    before: before.isJoined ? [] : before.rest,
                    behind: isFollowed ? Self.withoutJoint(behind).rest : behind,
                    clause: start..<end,
                    continuesList: continuesList,
                    isEnclosed: brackets[figure.range.lowerBound] > 0,
                    isJoined: before.isJoined
                )
            )
        }
        self.contexts = contexts
    }

    /// A text without the blanks at its end, and without the word before them that joins what
    /// follows to it: 和, 及.
    private static func withoutJoint(
        _ text: ArraySlice<Unicode.Scalar>
    ) -> (rest: ArraySlice<Unicode.Scalar>, isJoined: Bool) {
        var rest = text
        while rest.last == " " { rest.removeLast() }
        for joint in ["以及", "和", "及", "与", "、"] {
            let count = joint.unicodeScalars.count
            if rest.count > count, rest.suffix(count).elementsEqual(joint.unicodeScalars) {
                return (rest.dropLast(count), true)
            }
        }
        return (rest, false)
    }

    /// Whether what follows a figure makes it the attribute of a noun: 10亿元以上企业, 5万吨的污水处理厂.
    private static func isAttribute(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        ["以上", "以下", "的", "及以上"].contains { word in
            let rest = behind.dropFirst(word.unicodeScalars.count)
            return behind.starts(with: word.unicodeScalars) && rest.count > 1
                && !"、和及并且".unicodeScalars.contains(rest.first ?? " ")
                && !IndicatorWords.actions.words(beginningWith: rest.first ?? " ")
                    .contains { rest.starts(with: $0) }
        }
    }

    /// The text of a range.
    func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// The clauses (ranges of scalars) of the text, in order.
    var clauses: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in scalars.indices where Self.isBreak(scalars, index) {
            if index > start { found.append(start..<index) }
            start = index + 1
        }
        if start < scalars.count { found.append(start..<scalars.count) }
        return found
    }

    /// Whether a clause ends here: a comma between digits is part of a number.
    private static func isBreak(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        switch scalars[index] {
        case ",", ";", "。", "!", "?", ":", "\n", "\r": true
        default: false
        }
    }

    /// For each scalar, how many brackets or quotes are open.
    private static func depths(
        of scalars: [Unicode.Scalar],
        opening: [Unicode.Scalar],
        _ closing: [Unicode.Scalar]
    ) -> [Int] {
        var depth = 0
        return scalars.map { scalar in
            if opening.contains(scalar) { depth += 1 }
            if closing.contains(scalar) { depth = max(0, depth - 1) }
            return depth
        }
    }
}
