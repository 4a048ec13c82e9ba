@testable import TargetModel
import Testing

@Suite struct ExactNumberTests {
    @Test(arguments: [
        ("1500", "1500"), ("180.06", "180.06"), ("0.50", "0.5"), ("2.95555", "2.9556"),
        ("0.99996", "1"), ("12.00001", "12"),
    ])
    func writesWhatItReads(_ digits: String, _ text: String) throws {
        #expect(try #require(ExactNumber(digits: digits.unicodeScalars)).text() == text)
    }

    @Test(arguments: ["", ".", "1a", "1.2.3", "1234567890123456789"])
    func readsNumbersOnly(_ digits: String) {
        #expect(ExactNumber(digits: digits.unicodeScalars) == nil)
    }

    @Test func sumsAreExact() throws {
        let tenth = try #require(ExactNumber(1, over: 10))
        let fifth = try #require(ExactNumber(2, over: 10))
        #expect(tenth.plus(fifth) == ExactNumber(3, over: 10))
        #expect(tenth < fifth)
        #expect(tenth.negated.text() == "-0.1")
    }

    @Test func whatDoesNotFitIsNoNumber() throws {
        let large = try #require(ExactNumber(Int128.max, over: 1))
        #expect(large.times(large) == nil)
        #expect(large.plus(large) == nil)
        #expect(large.divided(by: ExactNumber(0)) == nil)
    }
}
