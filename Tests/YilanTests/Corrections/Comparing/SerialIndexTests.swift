import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Which target a serial means.
@Suite struct SerialIndexTests {
    private static let serials = [
        "140", "005", "6-1", "（一）", "乙", "3.", "12", "7", "0", "Am\u{E9}",
    ]

    private let index = SerialIndex(.make(rows: Self.serials.map { [$0] }))

    @Test(arguments: [
        ("140", 0), ("140.0", 0), ("１４０", 0), (" 140 ", 0), ("0140", 0), ("5", 1), ("005", 1),
        ("5.0", 1),
        ("6-1", 2), ("6月1日", 2), ("1-Jun", 2), ("（一）", 3), ("乙", 4), ("\u{3000}乙", 4), ("3.", 5),
        ("12", 6),
        ("7", 7), ("0", 8), ("Am\u{E9}", 9),
    ])
    func findsATarget(serial: String, target: Int) {
        #expect(index.find(serial) == .one(target))
    }

    @Test(arguments: ["141", "", "甲", "6-2", "-140", "140.5", "Ame\u{301}", "99999999999999999999"])
    func findsNone(serial: String) {
        #expect(index.find(serial) == .none)
    }

    @Test func namesEveryTargetThatCouldBeMeant() {
        let index = SerialIndex(.make(rows: ["5", "甲", "5", "甲", "007", "07"].map { [$0] }))
        #expect(index.find("5") == .several([0, 2]))
        #expect(index.find("005") == .several([0, 2]))
        #expect(index.find("甲") == .several([1, 3]))
        #expect(index.find("007") == .one(4))
        #expect(index.find("7") == .several([4, 5]))
    }

    @Test func aTableWithoutSerialsHasNoTargetToFind() {
        #expect(SerialIndex(.make(columns: ["leader"], rows: [["张鹏"]])).find("张鹏") == .none)
    }

    @Test(arguments: [
        ("5", "005", true), ("5", "5.0", true), ("甲", "甲", true), ("5", "6", false),
        ("甲", "乙", false),
        ("6-1", "6月1日", false),
    ])
    func serialsAreTheSameWhereTheirNumbersAre(one: String, other: String, same: Bool) {
        #expect(SerialIndex.areSame(one, other) == same)
        #expect(SerialIndex.areSame(other, one) == same)
    }
}
