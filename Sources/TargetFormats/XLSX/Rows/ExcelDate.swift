internal import TargetModel

/// Dates as cells have them: days since 1899-12-30.
enum ExcelDate {
    /// Returns the number of a day; nil before 1900-03-01, where programs count differently.
    static func day(of date: CalendarDate) -> Int? {
        let days = daysSinceEra(date) - daysSinceEraOfFirst
        return days >= 61 ? days : nil
    }

    /// 1899-12-30, counted as below.
    private static let daysSinceEraOfFirst = 693_899

    /// Days since 0000-03-01 of the Gregorian calendar: years begin in March, so that a leap day
    /// is a year's last.
    private static func daysSinceEra(_ date: CalendarDate) -> Int {
        let year = date.month > 2 ? date.year : date.year - 1
        let month = (date.month + 9) % 12
        return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10
            + date.day - 1
    }
}
