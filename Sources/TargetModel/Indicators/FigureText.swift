internal import SourceText

/// A text with its figures, and what stands around each of them.
struct FigureText {
    /// What stands around a figure.
    ///
    /// A class, since each is held against each promise: as a structure of 300 bytes with four counted
    /// references, copying them was a fiftieth of `check`.
    final class Context {
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

        init(
            figure: Figure,
            before: ArraySlice<Unicode.Scalar>,
            behind: ArraySlice<Unicode.Scalar>,
            clause: Range<Int>,
            continuesList: Bool,
            isEnclosed: Bool,
            isJoined: Bool
        ) {
            self.figure = figure
            self.before = before
            self.behind = behind
            self.clause = clause
            self.continuesList = continuesList
            self.isEnclosed = isEnclosed
            self.isJoined = isJoined
        }
    }

    /// The text, full-width letters and signs made half-width; one scalar for one of the text.
    let scalars: [Unicode.Scalar]
    /// The figures in order, each with its surroundings.
    let contexts: [Context]
    /// Whether some of them may be forecasts: few texts have any.
    let mayForecast: Bool

    /// Reads a text.
    ///
    /// - Complexity: O(n) in the text.
    init(_ text: String) {
        self.init(utf8: Array(text.utf8).span)
    }

    /// Reads a text (valid UTF-8).
    ///
    /// - Complexity: O(n) in the text.
    init(utf8 text: Span<UInt8>) {
        let scalars = text.narrowedScalars
        self.scalars = scalars
        let (figures, marks) = Self.figures(in: scalars)
        guard !figures.isEmpty else {
            contexts = []
            mayForecast = false
            return
        }
        let breaks = marks.breaks
        var nextBreak = 0
        var contexts: [Context] = []
        contexts.reserveCapacity(figures.count)
        for number in figures.indices {
            let figure = figures[number]
            while nextBreak < breaks.count, breaks[nextBreak] < figure.range.lowerBound {
                nextBreak += 1
            }
            let start = nextBreak > 0 ? breaks[nextBreak - 1] + 1 : 0
            let end = nextBreak < breaks.count ? breaks[nextBreak] : scalars.count
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
                    between.count == 1 && Self.continuesList(between.first)
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
            let isFollowed =
                number + 1 < figures.count && figures[number + 1].range.lowerBound == to
            let behind = scalars[figure.range.upperBound..<to].drop { $0 == " " }
            contexts.append(
                Context(
                    figure: figure,
                    before: before.isJoined ? [] : before.rest,
                    behind: isFollowed ? Self.withoutJoint(behind).rest : behind,
                    clause: start..<end,
                    continuesList: continuesList,
                    isEnclosed: marks.figures[number].isEnclosed,
                    isJoined: before.isJoined
                )
            )
        }
        mayForecast = marks.mayForecast
        if marks.mayDistribute { Self.distribute(contexts, scalars) }
        self.contexts = contexts
    }

    /// The figures of a text (valid UTF-8), in order, without what stands around them.
    ///
    /// - Complexity: O(n) in the text.
    static func figures(inUTF8 text: Span<UInt8>) -> [Figure] {
        figures(in: text.narrowedScalars).figures
    }

    /// The figures of a text that are no part of a name, and the marks of the text.
    private static func figures(in scalars: [Unicode.Scalar]) -> (figures: [Figure], marks: Marks) {
        let figures = FigureScanner(scalars: scalars).figures()
        guard !figures.isEmpty else { return ([], Marks()) }
        let marks = Marks(scalars, around: figures)
        let isWhole = marks.figures.count == figures.count
        return (isWhole ? figures : marks.figures.map { figures[$0.number] }, marks)
    }

    /// Gives each of several figures the name that is its own: A、B分别减排1736吨、588吨.
    private static func distribute(_ contexts: [Context], _ scalars: [Unicode.Scalar]) {
        for (number, context) in contexts.enumerated() {
            guard number == 0 || contexts[number - 1].clause != context.clause else { continue }
            let clause = scalars[context.clause.lowerBound..<context.figure.range.lowerBound]
            guard let mark = clause.firstIndex(ofWord: each) else { continue }
            let names = clause[..<mark].split { $0 == "、" || $0 == "和" || $0 == "与" || $0 == "及" }
            let ofClause = contexts.indices[number...].prefix {
                contexts[$0].clause == context.clause
            }
            guard names.count > 1, names.count == ofClause.count else { continue }
            for (name, index) in zip(names, ofClause) {
                contexts[index].before = (name + clause[(mark + each.count)...])[...]
                contexts[index].continuesList = false
                contexts[index].isJoined = false
            }
        }
    }

    private static let each = Array("分别".unicodeScalars)[...]

    /// A text without the blanks at its end, and without the word before them that joins what
    /// follows to it: 和, 及.
    private static func withoutJoint(
        _ text: ArraySlice<Unicode.Scalar>
    ) -> (rest: ArraySlice<Unicode.Scalar>, isJoined: Bool) {
        var rest = text
        while rest.last == " " { rest.removeLast() }
        guard !IndicatorWords.endingAsJoined.isSuffix(of: rest),
            let joint = IndicatorWords.joints.ending(of: rest, atMost: rest.count - 1)
        else {
            return (rest, false)
        }
        return (rest.dropLast(joint.count), true)
    }

    private static func continuesList(_ scalar: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "、", "和", "及", ",": true
        default: false
        }
    }

    /// Whether what follows a figure makes it the attribute of a noun: 10亿元以上企业, 5万吨的污水处理厂.
    private static func isAttribute(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        guard !behind.isEmpty,
            let word = IndicatorWords.attributes.word(at: behind.startIndex, in: behind)
        else { return false }
        let rest = behind.dropFirst(word.count)
        guard rest.count > 1, let next = rest.first else { return false }
        return !IndicatorWords.behindListed.unicodeScalars.contains(next)
            && !IndicatorWords.actions.isPrefix(of: rest)
    }

    /// The text of a range.
    func text(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

    /// The clauses (ranges of scalars) of the text, in order.
    var clauses: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in scalars.indices where Self.isBreak(scalars[index]) {
            if index > start { found.append(start..<index) }
            start = index + 1
        }
        if start < scalars.count { found.append(start..<scalars.count) }
        return found
    }

    /// Whether a clause ends here: a comma between digits is part of a number.
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "。", "!", "?", ":", "\n", "\r": true
        default: false
        }
    }

    /// Where clauses end, and which figures stand in quotes or brackets.
    private struct Marks {
        /// The scalars (from 0) at which a clause ends: none within a figure (1,100家).
        var breaks: [Int] = []
        /// Whether 分别 may stand in the text.
        var mayDistribute = false
        /// Whether 预计 may.
        var mayForecast = false
        /// The figures that stand in no quotes, by number (from 0), and whether each stands in brackets.
        ///
        /// What stands in quotes is a name: “两片园区”, 《“十四五”规划》.
        var figures: [(number: Int, isEnclosed: Bool)] = []

        /// None: those of a text without figures.
        init() {}

        init(_ scalars: [Unicode.Scalar], around all: [Figure]) {
            // Growing them was a third of this.
            breaks.reserveCapacity(scalars.count / 8)
            figures.reserveCapacity(all.count)
            var (quotes, brackets) = (0, 0)
            var (next, end) = (0, 0)
            for (index, scalar) in scalars.enumerated() {
                switch scalar {
                case "“", "《", "「", "『": quotes += 1
                case "”", "》", "」", "』": quotes = max(0, quotes - 1)
                case "(", "[", "【": brackets += 1
                case ")", "]", "】": brackets = max(0, brackets - 1)
                case "别": mayDistribute = true
                case "预": mayForecast = true
                default: if FigureText.isBreak(scalar), index >= end { breaks.append(index) }
                }
                guard next < all.count, all[next].range.lowerBound == index else { continue }
                if quotes == 0 {
                    figures.append((next, brackets > 0))
                    end = all[next].range.upperBound
                }
                next += 1
            }
        }
    }
}
