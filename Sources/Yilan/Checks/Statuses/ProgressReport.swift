internal import SourceText
internal import TargetModel

/// What the words of a report say where they stand.
struct ProgressReport {
    /// The report, UTF-8.
    let bytes: ArraySlice<UInt8>
    /// The objective that it is about, UTF-8.
    let plan: ArraySlice<UInt8>
    /// What that promises in figures, and what the report says of each.
    let indicators: [Indicator]

    /// Whether words at some bytes say that the target was not reached.
    ///
    /// They don't where the objective has them itself, where they speak of something else that is
    /// dealt with (未完成整改的违建已全部拆除), and where the plan has it so (按计划明年开工).
    func isUnmet(at bytes: Range<Int>) -> Bool {
        let word = slice(bytes)
        guard !Self.plans.isFound(in: self.bytes.span), !plan.span.contains(word) else {
            return false
        }
        let behind = clause(behind: bytes.upperBound)
        let before = clause(before: bytes.lowerBound)
        guard !Self.isOfOthers(before, behind), !isSettled(bytes, behind) else { return false }
        func isOne(of words: [String]) -> Bool { words.contains { $0.hasSameBytes(as: word) } }
        if let (_, harmless) = ProgressWords.harmlessBefore.first(where: { isOne(of: $0.words) }) {
            return !harmless.contains { behind.begins(with: $0) }
        }
        if let (_, ends) = ProgressWords.endedBeside.first(where: { isOne(of: $0.words) }) {
            return !ends.contains { before.holds($0) || behind.holds($0) }
        }
        if isOne(of: ProgressWords.onlySoMuch) {
            // How much is enough is compared elsewhere.
            return !promisesFigures
                && (behind.unicodeScalars.contains { ("0"..."9").contains($0) }
                    || ProgressWords.sharesInWords.contains { behind.holds($0) })
        }
        guard isOne(of: ProgressWords.abandonments) else { return true }
        if word == "暂缓", behind.isEmpty { return true }
        if word == "取消",
            before.hasPrefix("因") || ProgressWords.events.contains(where: { before.holds($0) })
        {
            return true
        }
        // 取消收费 is a result; the project that is cancelled isn't.
        return ProgressWords.undertakings.contains { before.holds($0) }
            || ProgressWords.carryingOut.contains { behind.begins(with: $0) }
    }

    /// Whether words that say that all is done are about the target, not about a part: 已全部批复.
    func isConclusive(_ bytes: Range<Int>) -> Bool {
        let behind = clause(behind: bytes.upperBound)
        let before = clause(before: bytes.lowerBound)
        return !ProgressWords.beginShares.contains { behind.begins(with: $0) }
            && !ProgressWords.intended.contains { before.ends(with: $0) }
            && !ProgressWords.formalities.contains { behind.holds($0) }
    }

    /// The share that follows some bytes, where it is below 100 %: 85%.
    func percent(behind bytes: Range<Int>) -> String? {
        let text = self.bytes.span
        var start = bytes.upperBound
        while start + 2 < text.count, text[start] & 0xF0 == 0xE0 {
            let scalar = text.scalarOfThree(at: start)
            guard ProgressWords.beforeShares.unicodeScalars.contains(where: { $0.value == scalar })
            else { break }
            start += 3
        }
        var end = start
        while end < text.count,
            (0x30...0x39).contains(text[end]) || text[end] == UInt8(ascii: ".")
        {
            end += 1
        }
        guard end > start, text.holds("%", at: end) || text.holds("％", at: end) else { return nil }
        let number = slice(start..<end)
        let whole = number.prefix { $0 != "." }
        guard whole.count < 3 else { return nil }
        return number + "%"
    }

    /// Whether the objective promises figures: 道路10条.
    var promisesFigures: Bool { !indicators.isEmpty }

    /// Whether the objective promises that something is built.
    var promisesWork: Bool {
        Self.works.isFound(in: plan.span) || completesWork
    }

    /// Whether the objective promises that something is begun.
    var promisesStart: Bool {
        Self.starts.isFound(in: plan.span) || completesWork
    }

    /// Whether the objective asks for no more than that something is begun.
    var promisesOnlyStart: Bool {
        plan.span.contains("开工") && !Self.results.isFound(in: plan.span)
    }

    /// The bytes of some scalars of the report.
    func bytes(ofScalars scalars: Range<Int>) -> Range<Int> {
        Figure.bytes(ofScalars: scalars, in: String(decoding: bytes, as: UTF8.self))
    }

    private static let plans = PhraseMatcher(ProgressWords.asPlanned)
    private static let works = PhraseMatcher(ProgressWords.works)
    private static let starts = PhraseMatcher(ProgressWords.starts)
    private static let results = PhraseMatcher(ProgressWords.results)
    private static let visits = PhraseMatcher(ProgressWords.visits)

    /// 完成…建设.
    var completesWork: Bool {
        ProgressWords.carriesThrough.contains { plan.starts(with: $0.utf8) }
            && ProgressWords.namesOfWorks.contains(where: { plan.span.contains($0) })
            && !ProgressWords.noWorks.contains { plan.span.contains($0) }
    }

    /// The company that the objective is about, where the report only says that it was visited.
    var companyThatIsOnlyVisited: String? {
        guard Self.firms.isFound(in: plan.span),
            let mark = ProgressWords.firmEndings.first(where: { plan.span.contains($0) }),
            let end = plan.span.firstIndex(of: mark)
        else { return nil }
        var name = Self.last(12, of: plan.prefix(end))
        for verb in ProgressWords.helping {
            guard let start = name.span.firstIndex(of: verb) else { continue }
            name = name.dropFirst(start + verb.utf8.count)
        }
        // The firm's own name is what stands before its trade: 天骄生物 of 天骄生物科技.
        let scalars = String(decoding: name, as: UTF8.self).unicodeScalars.prefix(4)
        let short = String(scalars)
        guard scalars.count >= 2, bytes.span.contains(short) else { return nil }
        let areVisits = sentences(with: short).allSatisfy { Self.visits.isFound(in: $0.span) }
        return areVisits ? short : nil
    }

    private static let firms = PhraseMatcher(ProgressWords.firmEndings)

    // MARK: Parts of the text

    /// What stands at some bytes.
    func slice(_ bytes: Range<Int>) -> String {
        String(decoding: self.bytes.dropFirst(bytes.lowerBound).prefix(bytes.count), as: UTF8.self)
    }

    /// What follows a byte up to the end of its clause.
    func clause(behind byte: Int) -> String {
        let rest = bytes.dropFirst(byte)
        let end = Self.breaks.first(in: rest.span)?.bytes.lowerBound ?? rest.count
        return String(decoding: rest.prefix(end), as: UTF8.self)
    }

    /// What stands before a byte from the start of its clause.
    func clause(before byte: Int) -> String {
        let before = bytes.prefix(byte)
        let start = Self.breaks.hits(in: before.span).last?.bytes.upperBound ?? 0
        return String(decoding: before.dropFirst(start), as: UTF8.self)
    }

    /// The clauses that follow the one of a byte in its sentence.
    func clauses(behind byte: Int) -> [String] {
        let rest = bytes.dropFirst(byte)
        let sentence = rest.prefix(Self.ends.first(in: rest.span)?.bytes.lowerBound ?? rest.count)
        var start = 0
        let breaks = Self.breaks.hits(in: sentence.span).map(\.bytes)
        let clauses = (breaks + [sentence.count..<sentence.count]).map { end in
            defer { start = end.upperBound }
            let clause = sentence.dropFirst(start).prefix(end.lowerBound - start)
            return String(decoding: clause, as: UTF8.self)
        }
        return Array(clauses.dropFirst())
    }

    /// The sentences that hold a word.
    private func sentences(with word: String) -> [ArraySlice<UInt8>] {
        var start = 0
        let ends = Self.ends.hits(in: bytes.span).map(\.bytes)
        let sentences = (ends + [bytes.count..<bytes.count]).map { end in
            defer { start = end.upperBound }
            return bytes.dropFirst(start).prefix(end.lowerBound - start)
        }
        return sentences.filter { $0.span.contains(word) }
    }

    private static let breaks = PhraseMatcher(ProgressWords.endsOfClauses)
    private static let ends = PhraseMatcher(ProgressWords.endsOfSentences)

    /// The last scalars of a text, at most `count`.
    private static func last(_ count: Int, of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var start = text.endIndex
        var found = 0
        while start > text.startIndex, found < count {
            start -= 1
            if text[start] & 0xC0 != 0x80 { found += 1 }
        }
        return text[start...]
    }
}
