/// The words around a figure: what compares it, what it counts, what is done.
extension PromiseReader {
    /// Takes a comparator off the end of what stands before a figure.
    static func takingComparator(
        _ before: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, Indicator.Comparator)? {
        var best: (count: Int, comparator: Indicator.Comparator)?
        guard let last = before.last else { return nil }
        for (word, comparator) in comparatorsByEnd[last] ?? [] {
            if word.count > best?.count ?? 0, before.suffix(word.count).elementsEqual(word) {
                best = (word.count, comparator)
            }
        }
        return best.map { (before.dropLast($0.count), $0.comparator) }
    }

    /// `comparatorsBefore` by their last scalar: of 70 words, few are compared.
    private static let comparatorsByEnd = Dictionary(
        grouping: IndicatorWords.comparatorsBefore.map {
            (Array($0.word.unicodeScalars), $0.comparator)
        },
        by: { $0.0.last ?? " " }
    )

    static func takingComparatorBehind(
        _ behind: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, Indicator.Comparator)? {
        for (word, comparator) in IndicatorWords.comparatorsBehind {
            if behind.starts(with: word.unicodeScalars) {
                return (behind.dropFirst(word.unicodeScalars.count), comparator)
            }
        }
        return nil
    }

    static func dropping(
        _ words: WordList,
        atEndOf text: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar> {
        for count in stride(from: 4, through: 1, by: -1) where count <= text.count {
            let tail = Array(text.suffix(count))
            if let first = tail.first,
                words.words(beginningWith: first).contains(where: { $0.elementsEqual(tail) })
            {
                return text.dropLast(count)
            }
        }
        return text
    }

    /// -1 behind 下降, 1 behind 增长, else 0.
    static func direction(_ before: ArraySlice<Unicode.Scalar>) -> Int {
        if IndicatorWords.falls.isSuffix(of: before) { return -1 }
        if IndicatorWords.rises.isSuffix(of: before) { return 1 }
        return 0
    }

    static func contains(_ words: WordList, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        words.isFound(in: Array(text))
    }

    static func contains(_ word: String, _ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.indices.contains { text[$0...].starts(with: word.unicodeScalars) }
    }

    /// The noun that follows a figure: up to a verb or a mark.
    static func noun(_ behind: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var noun = Array(behind.prefix { !"、(".unicodeScalars.contains($0) })
        if let end = noun.indices.first(where: { noun[$0...].starts(with: "并".unicodeScalars) }) {
            noun.removeSubrange(end...)
        }
        if noun.first == "的" { noun.removeFirst() }
        return noun
    }

    /// The words before a figure without marks and hedges at the edges.
    static func trimmed(_ before: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var name = before
        while let first = name.first, "、和及并 ".unicodeScalars.contains(first) { name.removeFirst() }
        while let last = name.last, "、和及并 的".unicodeScalars.contains(last) { name.removeLast() }
        name = withoutTerm(name)
        for word in ["力争", "确保", "争取"] where name.starts(with: word.unicodeScalars) {
            name = name.dropFirst(word.unicodeScalars.count)
        }
        return Array(name)
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

    /// The verbs that a text begins with.
    static func action(_ before: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let scalars = Array(before)
        for index in scalars.indices {
            for word in IndicatorWords.actions.words(beginningWith: scalars[index]) {
                if scalars[index...].starts(with: word) { return ArraySlice(word) }
            }
        }
        return []
    }

    /// A text without verbs and fillers: what is counted.
    static func core(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        let scalars = Array(text)
        var core: [Unicode.Scalar] = []
        var index = 0
        while index < scalars.count {
            let rest = scalars[index...]
            let words =
                IndicatorWords.actions.words(beginningWith: scalars[index])
                + IndicatorWords.fillers.words(beginningWith: scalars[index])
            if let longest = words.filter({ rest.starts(with: $0) }).max(by: { $0.count < $1.count }
            ) {
                index += longest.count
            } else {
                if !("0"..."9").contains(scalars[index]) { core.append(scalars[index]) }
                index += 1
            }
        }
        return core
    }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
