import TestSupport
import Testing

@testable import TargetModel

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

    @Test(arguments: [
        0, 1, -1, Int128(UInt64.max), -Int128(UInt64.max), Int128(Int64.min), 1 << 64, -1 << 64,
        Int128.max, Int128.min, 0x0123_4567_89AB_CDEF_8000_0000_0000_0001,
    ])
    func holdsNumbersOf128Bits(_ value: Int128) throws {
        let whole = try #require(ExactNumber(value, over: 1))
        #expect(whole.numerator == value)
        #expect(whole.denominator == 1)
        guard value > 1 else { return }
        let part = try #require(ExactNumber(1, over: value))
        #expect(part.numerator == 1)
        #expect(part.denominator == value)
        #expect(part < whole)
    }

    /// Small numbers are reckoned with in another way than large ones, to the same end.
    @Test(arguments: 0..<200)
    func reckonsAlikeWithNumbersOfAnySize(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        func number() -> Int128 {
            let high = Int64(truncatingIfNeeded: random.next()) >> Int64(random.below(64))
            let low = Int64(truncatingIfNeeded: random.next()) >> Int64(random.below(64))
            let isLarge = random.oneIn(2)
            return isLarge ? Int128(high) << 64 | Int128(UInt64(bitPattern: low)) : Int128(low)
        }
        let (one, other) = (number(), number())
        let product = one.multipliedReportingOverflow(by: other)
        let (first, second) = (
            try #require(ExactNumber(one, over: 1)), try #require(ExactNumber(other, over: 1))
        )
        #expect(
            first.times(second)?.numerator == (product.overflow ? nil : product.partialValue)
        )
        #expect((first < second) == (one < other))
        guard one > 0, other > 0 else { return }
        let (ofOne, ofOther) = (
            try #require(ExactNumber(1, over: one)), try #require(ExactNumber(1, over: other))
        )
        #expect((ofOne < ofOther) == (other < one))
    }

    @Test func whatDoesNotFitIsNoNumber() throws {
        let large = try #require(ExactNumber(Int128.max, over: 1))
        #expect(large.times(large) == nil)
        #expect(large.plus(large) == nil)
        #expect(large.divided(by: ExactNumber(0)) == nil)
    }
}
