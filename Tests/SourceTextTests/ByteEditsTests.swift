import TestSupport
import Testing

@testable import SourceText

/// Edits in the memory of a text come to what replacing its ranges one by one does.
@Suite struct ByteEditsTests {
    /// A text, edits of it, and what it is then.
    private struct Case {
        var text: [UInt8] = []
        var edits = ByteEdits()
        var expected: [UInt8] = []
        /// For each byte of the text, where it is then; nil where it is replaced.
        var places: [Int?] = []
        /// What is replaced, and by what.
        var news: [(range: Range<Int>, bytes: [UInt8])] = []

        /// Longer or shorter texts, or both, and none at all, in places that may touch each other.
        init(seed: UInt64) {
            var random = SplitMix64(seed: seed)
            let lengths = [0...0, 0...2, 0...40, 3...3][random.below(4)]
            let kept = [0...1, 0...30, 20...300][random.below(3)]
            func bytes(_ count: Int) -> [UInt8] {
                (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            }
            func keep(_ count: Int) {
                places += (expected.count..<(expected.count + count)).map { $0 }
                let bytes = bytes(count)
                text += bytes
                expected += bytes
            }
            for _ in 0..<random.below(20) {
                keep(random.number(in: kept))
                let old = bytes(random.number(in: 0...30))
                let new = bytes(random.number(in: lengths))
                let range = text.count..<(text.count + old.count)
                edits.replace(range, with: new)
                news.append((range, new))
                text += old
                places += [Int?](repeating: nil, count: old.count)
                expected += new
            }
            keep(random.number(in: kept))
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func editsAreReplacements(seed: UInt64) {
        let one = Case(seed: seed)
        var text = one.text
        one.edits.make(in: &text)
        #expect(text == one.expected)
        #expect(one.edits.growth == one.expected.count - one.text.count)
        let replaced = one.edits.replacedRanges.flatMap { one.text[$0] }
        #expect(replaced.count == one.edits.replacedCount)
        one.edits.inverse(replaced.span).make(in: &text)
        #expect(text == one.text)
    }

    /// Replaced bytes are found among all that are, where one edit replaces them.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func replacedBytesAreFound(seed: UInt64) {
        var random = SplitMix64(seed: seed ^ 0xE)
        let one = Case(seed: seed)
        let replaced = one.edits.replacedRanges.flatMap { one.text[$0] }
        var hint = 0
        for range in one.edits.replacedRanges where !range.isEmpty {
            let start = range.lowerBound + random.below(range.count)
            let part = start..<(start + 1 + random.below(range.upperBound - start))
            let offset = one.edits.offset(ofReplaced: part, hint: &hint)
            #expect(offset.map { replaced[$0..<($0 + part.count)] } == one.text[part])
            let wider = range.lowerBound..<(range.upperBound + 1)
            #expect(one.edits.offset(ofReplaced: wider, hint: &hint) == nil)
        }
        for (index, place) in one.places.enumerated() where place != nil {
            #expect(one.edits.offset(ofReplaced: index..<(index + 1), hint: &hint) == nil)
        }
    }

    /// Bytes that take the place of others are found where these were replaced.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func newBytesAreFound(seed: UInt64) {
        let one = Case(seed: seed)
        var hint = 0
        for (range, new) in one.news where !range.isEmpty {
            let place = one.edits.place(replacing: range, hint: &hint)
            #expect(place.map { Array(one.expected[$0]) } == new)
            let part = range.lowerBound..<(range.upperBound - 1)
            #expect(part.isEmpty || one.edits.place(replacing: part, hint: &hint) == nil)
        }
        #expect(one.edits.place(replacing: 0..<one.text.count + 1, hint: &hint) == nil)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func bytesAreFoundWhereTheyWent(seed: UInt64) {
        var random = SplitMix64(seed: seed ^ 0xF)
        let one = Case(seed: seed)
        var hint = 0
        for _ in 0..<50 where !one.text.isEmpty {
            let start = random.below(one.text.count)
            let range = start..<min(one.text.count, start + 1 + random.below(9))
            let places = one.places[range]
            let isWhole = zip(places, places.dropFirst()).allSatisfy { here, next in
                here.flatMap { here in next.map { $0 == here + 1 } } ?? false
            }
            let expected = places.first.flatMap { $0 }.flatMap { first in
                isWhole ? first..<(first + range.count) : nil
            }
            #expect(one.edits.range(of: range, hint: &hint) == expected)
        }
    }

    /// Whoever else has the text keeps what it said.
    @Test func aTextThatIsSharedStays() {
        let text = Array("一二三".utf8)
        var edited = text
        var edits = ByteEdits()
        edits.replace(3..<6, with: Array("五六".utf8))
        edits.make(in: &edited)
        #expect(edited == Array("一五六三".utf8))
        #expect(text == Array("一二三".utf8))
    }

    /// With room, the bytes stay where they lie: that is what it is for.
    @Test func aTextWithRoomStaysInItsMemory() {
        var text = Array(repeating: UInt8(ascii: "a"), count: 1 << 16)
        text.reserveCapacity(text.count + 100)
        let before = Self.address(of: text)
        var edits = ByteEdits()
        edits.replace(10..<12, with: Array("bcdef".utf8))
        edits.replace(1000..<1100, with: [])
        edits.replace(2000..<2000, with: Array("gh".utf8))
        edits.make(in: &text)
        #expect(Self.address(of: text) == before)
        #expect(text.count == (1 << 16) + 3 - 100 + 2)
        #expect(text[10..<15].elementsEqual("bcdef".utf8))
    }

    private static func address(of text: [UInt8]) -> Int {
        unsafe text.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    }
}
