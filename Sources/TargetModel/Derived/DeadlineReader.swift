/// Finds out what the text of a deadline means.
///
/// The text is read in stages, as 6月底前完成主体,年底前竣工 has two. A stage holds days and
/// periods, words that say it has no end or comes again, and other words. Where another word says
/// something of time or of doubt, nothing is understood: a deadline is never guessed.
struct DeadlineReader {
    /// What a text says.
    enum Meaning {
        case date(CalendarDate)
        case ongoing
        case recurring
    }

    /// The longest text, in scalars, that is looked at: a deadline is a few words.
    static let limit = 400

    private var phrases: DatePhraseReader
    private var stages: [DeadlineStage] = []
    private var stage = DeadlineStage()
    /// The day that the text spoke of last.
    private var latest: CalendarDate?
    /// Whether nothing stands before the cursor that a date could be a part of.
    private var atBoundary = true
    /// Whether a number stands before the cursor: 三 年内 isn't 年内.
    private var afterNumber = false

    /// Prepares to read a folded text; `year` is the table's.
    init(_ scalars: [Unicode.Scalar], year: Int?) {
        phrases = DatePhraseReader(ScalarCursor(scalars), year: year)
    }

    /// Reads the text; nil where it isn't understood.
    ///
    /// - Complexity: O(n) in the text.
    mutating func meaning() -> Meaning? {
        guard phrases.cursor.scalars.count <= Self.limit else { return nil }
        while let next = phrases.cursor.next {
            if next == " " {
                phrases.cursor.position += 1
                atBoundary = atBoundary || !afterNumber
            } else if DeadlineWords.stageSeparators.contains(next) {
                phrases.cursor.position += 1
                finishStage()
            } else {
                readOn(next)
            }
        }
        finishStage()
        return DeadlineStage.meaning(of: stages)
    }

    private mutating func finishStage() {
        stages.append(stage)
        stage = DeadlineStage()
        moved(atBoundary: true)
    }

    private mutating func moved(atBoundary: Bool, afterNumber: Bool = false) {
        self.atBoundary = atBoundary
        self.afterNumber = afterNumber
    }

    private mutating func readOn(_ next: Unicode.Scalar) {
        let start = phrases.cursor.position
        if phrases.cursor.takeRecurrence() {
            stage.isRecurring = true
            moved(atBoundary: true)
        } else if phrases.cursor.take(anyOf: DeadlineWords.ongoing) {
            stage.isOngoing = true
            moved(atBoundary: true)
        } else if phrases.cursor.take(anyOf: DeadlineWords.harmless) {
            moved(atBoundary: false)
        } else {
            do {
                if let phrase = try phrases.phrase(atBoundary: atBoundary) {
                    add(phrase)
                } else {
                    passOther(next)
                }
            } catch {
                phrases.cursor.position = start
                if phrases.cursor.take("全年") {
                    stage.lacksYear = true
                    moved(atBoundary: true)
                } else {
                    stage.hasNoDate = true
                    passOther(next)
                }
            }
        }
    }

    private mutating func add(_ phrase: DatePhrase) {
        // Stages that don't follow each other in time may be of different years.
        if let latest, phrase.last < latest { stage.hasNoDate = true }
        latest = phrase.last
        stage.add(phrase)
        // 2023年 6.30 may be a day.
        if phrase.isYear, phrases.cursor.nextVisible.flatMap(ScalarCursor.digit) != nil,
            phrases.cursor.next == " "
        {
            stage.hasNoDate = true
        }
        moved(atBoundary: true)
    }

    /// Passes what is neither a date nor a word of recurrence.
    private mutating func passOther(_ next: Unicode.Scalar) {
        if phrases.cursor.take(anyOf: DeadlineWords.openers) || phrases.cursor.takeWeekday() {
            moved(atBoundary: true)
            return
        }
        let start = phrases.cursor.position
        if phrases.cursor.takeNumber() {
            stage.others += phrases.cursor.scalars[start..<phrases.cursor.position]
            // 1 2月 may be 12月.
            if phrases.cursor.next == " ",
                phrases.cursor.nextVisible.flatMap(ScalarCursor.digit) != nil
            {
                stage.hasNoDate = true
            }
            moved(atBoundary: false, afterNumber: true)
            return
        }
        phrases.cursor.position += 1
        stage.others.append(next)
        moved(
            atBoundary: next.isMark,
            afterNumber: DeadlineWords.vagueNumbers.contains(next)
        )
    }
}

extension ScalarCursor {
    /// Reads words of what comes again: 每季度, 每两个月, 逐月.
    fileprivate mutating func takeRecurrence() -> Bool {
        let start = position
        guard take("每") else { return take(anyOf: DeadlineWords.recurring) }
        while let scalar = nextVisible, DeadlineWords.recurrenceCounts.contains(scalar) {
            skipBlank()
            position += 1
        }
        guard take(anyOf: DeadlineWords.recurrenceUnits) else {
            position = start
            return false
        }
        return true
    }

    /// Reads a day of the week: 星期日, 周五.
    fileprivate mutating func takeWeekday() -> Bool {
        let start = position
        guard take(anyOf: DeadlineWords.weeks), let day = nextVisible,
            DeadlineWords.weekdays.contains(day)
        else {
            position = start
            return false
        }
        skipBlank()
        position += 1
        return true
    }

    /// Reads a number of any length that is part of no date.
    fileprivate mutating func takeNumber() -> Bool {
        let start = position
        while let scalar = next, Self.digit(scalar) != nil || ChineseNumeral.isNumeral(scalar) {
            position += 1
        }
        return position > start
    }
}

extension Unicode.Scalar {
    /// Whether it is a sign, such as a bracket, a bullet or ①, and not part of a word or number.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .otherNumber, .letterNumber: true
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol,
            .currencySymbol, .modifierSymbol, .otherSymbol:
            true
        default: false
        }
    }
}
