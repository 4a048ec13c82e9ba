import TargetModel
import Testing

/// Days of the calendar.
@Suite struct CalendarDateTests {
    @Test(
        "days that exist, and how ISO 8601 writes them",
        arguments: [
            (2023, 12, 31, "2023-12-31"), (2024, 2, 29, "2024-02-29"), (1, 1, 1, "0001-01-01"),
            (9_999, 12, 31, "9999-12-31"), (987, 6, 5, "0987-06-05"), (2000, 2, 29, "2000-02-29"),
        ]
    )
    func iso(year: Int, month: Int, day: Int, iso: String) throws {
        #expect(try #require(CalendarDate(year: year, month: month, day: day)).iso == iso)
    }

    @Test(
        "days that don't exist",
        arguments: [
            (2023, 2, 29), (1900, 2, 29), (2023, 0, 1), (2023, 13, 1), (2023, 4, 31), (2023, 1, 0),
            (0, 1, 1),
            (10_000, 1, 1), (2023, 1, -1), (-1, 1, 1), (2023, Int.max, 1), (2023, 1, Int.max),
        ]
    )
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test("days are ordered by time")
    func order() throws {
        let dates = try [(2022, 12, 31), (2023, 1, 1), (2023, 1, 2), (2023, 2, 1), (2024, 1, 1)].map
        {
            try #require(CalendarDate(year: $0.0, month: $0.1, day: $0.2))
        }
        #expect(dates.sorted() == dates)
        #expect(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 && !($1 < $0) })
    }

    @Test(
        "a year has 365 days, a leap year 366",
        arguments: [(2023, 365), (2024, 366), (1900, 365), (2000, 366)]
    )
    func daysOfAYear(year: Int, days: Int) {
        #expect((1...12).reduce(0) { $0 + CalendarDate.daysInMonth($1, of: year) } == days)
    }
}
