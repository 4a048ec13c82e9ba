import SourceText
import TestSupport
import Testing

/// Looking for bytes sixteen at a time finds what looking at each finds.
@Suite struct ByteLanesTests {
    /// Bytes of which most are near those that are looked for.
    private func text(_ random: inout SeededGenerator) -> [UInt8] {
        let near: [UInt8] = [
            0x00, 0x01, 0x08, 0x0A, 0x0D, 0x1F, 0x20, 0x21, 0x22, 0x3B, 0x3C, 0x3E, 0x80, 0xFF,
        ]
        return (0..<Int.random(in: 0...70, using: &random)).map { _ in
            Bool.random(using: &random)
                ? near.randomElement(using: &random) ?? 0
                : UInt8.random(in: 0x61...0x7A, using: &random)
        }
    }

    @Test(arguments: 0..<400)
    func theFirstIsTheFirst(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = text(&random)
        let start = Int.random(in: 0...text.count, using: &random)
        func check(
            _ name: String,
            _ lanes: (ByteLanes) -> ByteLanes.Lanes,
            _ isMeant: (UInt8) -> Bool
        ) {
            let found = text.span.firstIndex(from: start, lanes) { isMeant(text[$0]) }
            let expected = text[start...].firstIndex(where: isMeant) ?? text.count
            #expect(found == expected, "\(name), seed \(seed), from \(start) in \(text)")
        }
        check("equal", { $0.equal(0x0A) }, { $0 == 0x0A })
        check("below", { $0.below(0x20) }, { $0 < 0x20 })
        check("some of those below", { $0.below(0x0E) }, { $0 == 0x0A || $0 == 0x0D })
        check("one bit apart", { $0.equal(0x3C, orWith: 0x02) }, { $0 == 0x3C || $0 == 0x3E })
        check("at least", { $0.atLeast(0x80) }, { $0 >= 0x80 })
        check("in a range", { $0.within(0x3B...0x3E) }, { (0x3B...0x3E).contains($0) })
        check("one of two", { $0.below(0x22) ^ $0.equal(0x20) }, { $0 < 0x22 && $0 != 0x20 })
        check("either", { $0.equal(0x22) | $0.below(0x02) }, { $0 == 0x22 || $0 < 0x02 })
    }

    @Test(arguments: 0..<400)
    func theLastIsTheLast(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = text(&random)
        let start = Int.random(in: 0...text.count, using: &random)
        let end = Int.random(in: start...text.count, using: &random)
        func check(
            _ name: String,
            _ lanes: (ByteLanes) -> ByteLanes.Lanes,
            _ isMeant: (UInt8) -> Bool
        ) {
            let found = text.span.lastIndex(from: start, upTo: end, lanes) { isMeant(text[$0]) }
            let expected = text[start..<end].lastIndex(where: isMeant)
            #expect(found == expected, "\(name), seed \(seed), \(start)..<\(end) of \(text)")
        }
        check("equal", { $0.equal(0x0A) }, { $0 == 0x0A })
        check("some of those below", { $0.below(0x0E) }, { $0 == 0x0A || $0 == 0x0D })
        check("either", { $0.equal(0x22) | $0.atLeast(0x80) }, { $0 == 0x22 || $0 >= 0x80 })
        check("none", { $0.equal(0x7F) }, { $0 == 0x7F })
    }

    @Test(arguments: 0..<100)
    func textsAreComparedByteForByte(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let one = text(&random)
        var other = one
        let isSame = one.span.hasSameBytes(as: other.span)
        let copy = one.span.array
        #expect(isSame)
        #expect(copy == one)
        if let index = other.indices.randomElement(using: &random) {
            other[index] &+= 1
            let isStillSame = one.span.hasSameBytes(as: other.span)
            #expect(!isStillSame, "seed \(seed)")
        }
        let longer = one + [0]
        let isSameAsLonger = one.span.hasSameBytes(as: longer.span)
        #expect(!isSameAsLonger)
    }

    @Test func wordsStandWhereTheyStand() {
        let text = Array("<row r=\"1\">".utf8)
        let places = [0, 1, 8].filter { text.span.holds("row", at: $0) }
        #expect(places == [1])
        let isPastTheEnd = text.span.holds("1\">>", at: 8)
        let (isWhole, isStart) = (text.span.isText("<row r=\"1\">"), text.span.isText("<row"))
        #expect([isPastTheEnd, isWhole, isStart] == [false, true, false])
    }

    @Test(arguments: ["", "abc", "表𠮷a", "👨‍👩‍👧"])
    func unitsAreThoseOfUTF16(text: String) {
        let units = text.utf8.span.utf16Count
        #expect(units == text.utf16.count)
    }
}
