/// A text looks like a date and is none: February 30, month 13, a day without a year.
struct NotADate: Error {}

/// A day or a period that a text names.
struct DatePhrase {
    /// How the text names it.
    enum Form {
        /// A day: 6月30日.
        case day
        /// The last days of a period: 年底, 6月末, 2月上旬.
        case end
        /// A period: 2024年, 6月, 三季度. 前 behind it could mean its first or its last day.
        case period
        /// The first days of a period: 年初. It begins a span and is no deadline.
        case beginning
    }

    /// The first day.
    var first: CalendarDate
    /// The last day.
    var last: CalendarDate
    /// How the text names it.
    var form: Form
    /// Whether the text says the year.
    var statesYear: Bool
    /// Whether it is the year as a whole, without the year's number: 全年, 年内.
    var isWholeYear = false
    /// Whether it is only understood where a stage begins: 年内 is part of 三年内, too.
    var needsBoundary: Bool

    /// Whether it is one year or several, as a whole.
    var isYear: Bool { form == .period && first.month == 1 && last.month == 12 }

    init(
        _ first: CalendarDate?,
        _ last: CalendarDate?,
        _ form: Form,
        statesYear: Bool,
        needsBoundary: Bool
    ) throws(NotADate) {
        guard let first, let last, first <= last else { throw NotADate() }
        self.first = first
        self.last = last
        self.form = form
        self.statesYear = statesYear
        self.needsBoundary = needsBoundary
    }

    /// Months of one year, from 1.
    init(
        months: ClosedRange<Int>,
        of year: Int,
        _ form: Form,
        statesYear: Bool,
        needsBoundary: Bool
    ) throws(NotADate) {
        try self.init(
            CalendarDate(year: year, month: months.lowerBound, day: 1),
            CalendarDate(
                year: year,
                month: months.upperBound,
                day: CalendarDate.daysInMonth(months.upperBound, of: year)
            ),
            form,
            statesYear: statesYear,
            needsBoundary: needsBoundary
        )
    }
}
