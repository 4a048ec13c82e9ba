/// The words around a figure: what compares it, what it counts, what is done.
extension PromiseReader {
    /// Takes a comparator off the end of what stands before a figure.
    static func takingComparator(
        _ before: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, Indicator.Comparator)? {
        guard let word = IndicatorWords.before.ending(of: before) else { return nil }
        if endsInWord(before) { return nil }
        let comparator = IndicatorWords.comparatorsBefore[word.number].comparator
        return (before.dropLast(word.count), comparator)
    }

    /// Whether 约 at the end of a text is no “about” but a part of a word: 签约, 节约.
    static func endsInWord(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.last == "约", let before = text.dropLast().last else { return false }
        return IndicatorWords.beforeAgreement.unicodeScalars.contains(before)
    }

    static func takingComparatorBehind(
        _ behind: ArraySlice<Unicode.Scalar>
    ) -> (ArraySlice<Unicode.Scalar>, Indicator.Comparator)? {
        guard !behind.isEmpty,
            let word = IndicatorWords.behind.word(at: behind.startIndex, in: behind)
        else { return nil }
        let comparator = IndicatorWords.comparatorsBehind[word.number].comparator
        return (behind.dropFirst(word.count), comparator)
    }

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
        var noun = behind.prefix { $0 != "、" && $0 != "(" && $0 != "并" }
        // 院士(博士)工作站: what goes on behind the brackets is part of it.
        let rest = behind[noun.endIndex...]
        if !noun.isEmpty, rest.first == "(", let end = rest.firstIndex(of: ")"),
            end + 1 < behind.endIndex, behind[end + 1].properties.isIdeographic
        {
            noun = behind[..<end] + behind[end...].prefix { $0 != "、" && $0 != "并" }
        }
        return Array(noun.first == "的" ? noun.dropFirst() : noun)
    }

    /// The words before a figure without marks and hedges at the edges.
    static func trimmed(_ before: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var name = before
        while let first = name.first, isLoose(first) { name.removeFirst() }
        while let last = name.last, isLoose(last) || last == "的",
            !IndicatorWords.endingAsJoined.isSuffix(of: name)
        {
            name.removeLast()
        }
        name = withoutTermAtEnd(withoutTerm(withoutItem(name)))
        name = name.dropLast(IndicatorWords.holds.ending(of: name)?.count ?? 0)
        if yearLength(name) < name.count { name = name.dropFirst(yearLength(name)) }
        while !name.isEmpty,
            let word = IndicatorWords.resolves.word(at: name.startIndex, in: name)
        {
            name = name.dropFirst(word.count)
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
                ("0"..."9").contains($0) || IndicatorWords.ofTerms.unicodeScalars.contains($0)
            })
        else { return text }
        return text[(end + 1)...]
    }

    /// A text without the term that it ends with: 衔接资金支出进度12月底.
    private static func withoutTermAtEnd(
        _ text: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar> {
        guard let last = text.last, "底前末份内月".unicodeScalars.contains(last) else { return text }
        let term = text.reversed().prefix {
            ("0"..."9").contains($0) || "年月底前末份内".unicodeScalars.contains($0)
        }
        return term.contains("月") || term.contains("年") ? text.dropLast(term.count) : text
    }

    /// How many scalars the year has that a text begins with: 2024年, 2024年度; 0 where it begins with none.
    static func yearLength(_ text: ArraySlice<Unicode.Scalar>) -> Int {
        guard text.count > 4, text.prefix(4).allSatisfy({ ("0"..."9").contains($0) }) else {
            return 0
        }
        let rest = text.dropFirst(4)
        guard rest.first == "年" else { return 0 }
        return rest.dropFirst().first == "度" ? 6 : 5
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
        core(text, [])
    }

    /// The same for two parts of a text one behind the other.
    static func core(
        _ first: ArraySlice<Unicode.Scalar>,
        _ second: ArraySlice<Unicode.Scalar>
    ) -> [Unicode.Scalar] {
        var core: [Unicode.Scalar] = []
        core.reserveCapacity(first.count + second.count)
        add(coreOf: first, to: &core)
        add(coreOf: second, to: &core)
        return core
    }

    private static func add(
        coreOf text: ArraySlice<Unicode.Scalar>,
        to core: inout [Unicode.Scalar]
    ) {
        let (firsts, scalars) = (firsts, text.span)
        var offset = 0
        while offset < scalars.count {
            let scalar = scalars[offset]
            // Most scalars begin no word, and are passed by one look-up for all three lists.
            if firsts.mayHave(scalar) {
                let index = text.startIndex + offset
                if let name = names.word(at: index, in: text) {
                    core += IndicatorWords.sameNames[name.number].short.unicodeScalars
                    offset += name.count
                    continue
                }
                if let word = notCore.word(at: index, in: text) {
                    offset += word.count
                    continue
                }
            }
            if isOfCore(scalar) { core.append(scalar) }
            offset += 1
        }
    }

    private static let names = WordList(IndicatorWords.sameNames.map(\.name))
    /// Verbs and fillers: of those that begin at one place, the longest counts.
    private static let notCore = WordList(IndicatorWords.actions, IndicatorWords.fillers)
    /// What these and the names begin with.
    private static let firsts = notCore.firsts.union(names.firsts)

    /// Whether a text is nothing but verbs and fillers.
    static func hasNoCore(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let (firsts, scalars) = (firsts, text.span)
        var offset = 0
        while offset < scalars.count {
            let scalar = scalars[offset]
            if firsts.mayHave(scalar),
                let word = notCore.word(at: text.startIndex + offset, in: text)
            {
                offset += word.count
            } else if isOfCore(scalar) {
                return false
            } else {
                offset += 1
            }
        }
        return true
    }

    /// Whether a scalar that is part of no verb and no filler is part of the core: digits aren't.
    private static func isOfCore(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 > 9 }

    /// Whether a number of things is only what something is done about, not what comes of it:
    /// 完善56个乡镇卫生院服务功能, 推动8家后备企业加快上市步伐.
    static func isAddressed(
        _ before: ArraySlice<Unicode.Scalar>,
        _ behind: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        guard !hasNoCore(behind), !IndicatorWords.works.isFound(in: before),
            !IndicatorWords.commitments.isFound(in: before)
        else { return false }
        var verb = before
        while !verb.isEmpty,
            let stress = IndicatorWords.stresses.word(at: verb.startIndex, in: verb)
        {
            verb = verb.dropFirst(stress.count)
        }
        return IndicatorWords.addressing.isPrefix(of: verb)
            || IndicatorWords.furthering.isPrefix(of: verb)
                && IndicatorWords.furthered.isFound(in: behind)
    }
}
