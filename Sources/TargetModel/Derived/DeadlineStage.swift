/// What one stage of a deadline says.
struct DeadlineStage {
    /// The last day that it names.
    private(set) var last: CalendarDate?
    /// Whether it names no other day or period than the whole year: 全年, 年内.
    private(set) var isWholeYear = true
    /// Whether it names a whole year that nobody knows.
    var lacksYear = false
    /// Whether it says that there is no end.
    var isOngoing = false
    /// Whether it says that it comes again.
    var isRecurring = false
    /// Whether something in it looks like a date and is none, or is none that is clear.
    var hasNoDate = false
    /// Whether a year as such is named: 2023年, which only together with what is done by then is a
    /// deadline.
    private var isYearAlone = false
    /// All other words.
    var others: [Unicode.Scalar] = []

    /// Adds a day or a period.
    mutating func add(_ phrase: DatePhrase) {
        last = phrase.last
        isWholeYear = isWholeYear && phrase.isWholeYear
        isYearAlone = isYearAlone || (phrase.isYear && !phrase.isWholeYear)
    }

    /// Whether beside a year there stands what isn't understood: 2023年全市GDP增长7%以上.
    private var isClaim: Bool {
        isYearAlone && !others.isEmpty && !DeadlineWords.deeds.covers(others)
    }

    /// Whether its other words leave its meaning open.
    private var isObscure: Bool {
        let isDoubtful =
            others.contains(where: DeadlineWords.doubtfulScalars.contains)
            || DeadlineWords.doubtfulWords.isFound(in: others)
        guard !isRecurring else { return isDoubtful }
        return isDoubtful || hasNoDate || isClaim
            || others.contains(where: DeadlineWords.temporalScalars.contains)
            || DeadlineWords.temporalWords.isFound(in: others)
    }

    private var saysNothing: Bool { last == nil && !lacksYear && !isOngoing && !isRecurring }

    /// Returns what all stages together say; nil where one isn't understood, or where they disagree.
    ///
    /// Stages that name no time, such as 全面完成, change nothing.
    static func meaning(of stages: [DeadlineStage]) -> DeadlineReader.Meaning? {
        guard !stages.contains(where: \.isObscure) else { return nil }
        let telling = stages.filter { !$0.saysNothing }
        guard !telling.isEmpty else { return nil }
        if telling.allSatisfy(\.isRecurring) { return .recurring }
        guard !telling.contains(where: \.isRecurring) else { return nil }
        guard telling.contains(where: \.isOngoing) else {
            guard !telling.contains(where: \.lacksYear) else { return nil }
            return telling.last?.last.map(DeadlineReader.Meaning.date)
        }
        // 全年,持续推进 has no end either; 持续推进,6月底前完成 has two meanings.
        return telling.allSatisfy { $0.last == nil || $0.isWholeYear } ? .ongoing : nil
    }
}
