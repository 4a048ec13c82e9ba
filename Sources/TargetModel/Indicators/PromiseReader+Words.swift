/// The words around a figure: what compares it, what it counts, what is done.
extension PromiseReader {
    /// Takes a comparator off the end of what stands before a figure.
    static func takingComparator(
        _ before: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, Indicator.Comparator)? {
        guard let word = comparatorsBefore.ending(of: before) else { return nil }
        let comparator = IndicatorWords.comparatorsBefore[word.number].comparator
        return (before.dropLast(word.count), comparator)
    }

    private static let comparatorsBefore = WordList(IndicatorWords.comparatorsBefore.map(\.word))

    static func takingComparatorBehind(
        _ behind: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, Indicator.Comparator)? {
        guard !behind.isEmpty,
            let word = comparatorsBehind.word(at: behind.startIndex, in: behind)
        else { return nil }
        let comparator = IndicatorWords.comparatorsBehind[word.number].comparator
        return (behind.dropFirst(word.count), comparator)
    }

    private static let comparatorsBehind = WordList(IndicatorWords.comparatorsBehind.map(\.word))

    static func dropping(
        _ words: WordList,
        atEndOf text: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar> {
        text.dropLast(words.ending(of: text, atMost: 4)?.count ?? 0)
    }

    /// -1 behind 下降, 1 behind 增长, else 0.
    static func direction(_ before: ArraySlice<Unicode.Scalar>) -> Int {
        if IndicatorWords.falls.isSuffix(of: before) { return -1 }
        if IndicatorWords.rises.isSuffix(of: before) { return 1 }
        return 0
    }

    /// The noun that follows a figure: up to a verb or a mark.
    static func noun(_ behind: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        let noun = behind.prefix { $0 != "、" && $0 != "(" && $0 != "并" }
        return Array(noun.first == "的" ? noun.dropFirst() : noun)
    }

    /// The words before a figure without marks and hedges at the edges.
    static func trimmed(_ before: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var name = before
        while let first = name.first, isLoose(first) { name.removeFirst() }
        while let last = name.last, isLoose(last) || last == "的" { name.removeLast() }
        name = withoutTerm(name)
        for word in ["力争", "确保", "争取"] where name.starts(with: word.unicodeScalars) {
            name = name.dropFirst(word.unicodeScalars.count)
        }
        return Array(name)
    }

    /// Whether a scalar only joins what stands beside it.
    private static func isLoose(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "和", "及", "并", " ": true
        default: false
        }
    }

    /// A text without the term that it begins with: 10月底前, 2023年6月底前.
    static func withoutTerm(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<
        Unicode.Scalar
    > {
        guard let end = text.prefix(12).firstIndex(of: "前"), end > text.startIndex,
            text[..<end].allSatisfy({
                ("0"..."9").contains($0) || "年月日底末初上中下旬季度到至于在一二三四本当".unicodeScalars.contains($0)
            })
        else { return text }
        return text[(end + 1)...]
    }

    /// The first verb of a text.
    static func action(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        for index in text.indices {
            if let word = IndicatorWords.actions.word(at: index, in: text) {
                return text[index..<index + word.count]
            }
        }
        return []
    }

    /// A text without verbs and fillers: what is counted.
    static func core(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var core: [Unicode.Scalar] = []
        var index = text.startIndex
        while let scalar = nextOfCore(in: text, &index) { core.append(scalar) }
        return core
    }

    /// Whether a text is nothing but verbs and fillers.
    static func hasNoCore(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var index = text.startIndex
        return nextOfCore(in: text, &index) == nil
    }

    /// The next scalar, from `index` on, that is part of no verb and no filler; nil at the end.
    private static func nextOfCore(
        in text: ArraySlice<Unicode.Scalar>,
        _ index: inout Int
    ) -> Unicode.Scalar? {
        while index < text.endIndex {
            let action = IndicatorWords.actions.word(at: index, in: text)?.count ?? 0
            let filler = IndicatorWords.fillers.word(at: index, in: text)?.count ?? 0
            if max(action, filler) > 0 {
                index += max(action, filler)
                continue
            }
            index += 1
            if !("0"..."9").contains(text[index - 1]) { return text[index - 1] }
        }
        return nil
    }
}
