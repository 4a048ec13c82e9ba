import TestSupport
import Testing

@testable import SourceText

/// Where rare bytes may stand is known from the one look that tells whether a text is UTF-8.
@Suite struct RareBytesTests {
    /// A text of several blocks, with signs near their ends and characters that are cut by them.
    private func text(_ seed: UInt64) -> [UInt8] {
        var generator = SplitMix64(seed: seed)
        var text = [UInt8](
            String(
                repeating: "工作目标",
                count: Int.random(in: 0...RareBytes.blockSize / 4, using: &generator)
            ).utf8
        )
        if Bool.random(using: &generator) { text.insert(0x61, at: 0) }
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let near = RareBytes.blockSize * Int.random(in: 0...3, using: &generator)
            var place = min(text.count, max(0, near + Int.random(in: -9...9, using: &generator)))
            while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
            text.insert(
                contentsOf: Array("<=>_".utf8).shuffled(using: &generator).prefix(2),
                at: place
            )
        }
        return text
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func noneStandsOutsideOfTheRanges(seed: UInt64) throws
    {
        let text = text(seed)
        let rare = try #require(SourceText.rareBytes(ofUTF8: text))
        let bytes: [(RareBytes.Kind, [UInt8])] = [
            (.comparison, Array("<=>".utf8)), (.underscore, Array("_".utf8)),
        ]
        for (kind, wanted) in bytes {
            let blocks = Set(
                text.indices.filter { wanted.contains(text[$0]) }.map { $0 / RareBytes.blockSize }
            )
            #expect(
                rare.ranges(of: kind)
                    == blocks.sorted().map { block in
                        let start = block * RareBytes.blockSize
                        return start..<min(start + RareBytes.blockSize, text.count)
                    },
                "seed \(seed)"
            )
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func aShortenedTextHasItsOwn(seed: UInt64) throws {
        let text = text(seed)
        let rare = try #require(SourceText.rareBytes(ofUTF8: text))
        for end in [0, text.count / 2, RareBytes.blockSize, RareBytes.blockSize + 1, text.count] {
            var shortened = rare
            shortened.shorten(to: end)
            let left = rare.ranges(of: .comparison).filter { $0.lowerBound < end }
            #expect(shortened.ranges(of: .comparison) == left.map { $0.clamped(to: 0..<end) })
        }
    }

    /// Of texts behind each other, blocks may hold what the blocks of the texts do.
    @Test(arguments: 0..<40 as Range<UInt64>) func joinedTextsHaveThoseOfEach(seed: UInt64) throws {
        var all: [UInt8] = []
        var rare = RareBytes()
        for part in 0..<4 as Range<UInt64> {
            let text = part == 1 ? [] : text(seed * 4 + part)
            rare.append(try #require(SourceText.rareBytes(ofUTF8: text)))
            all += text
        }
        let exact = try #require(SourceText.rareBytes(ofUTF8: all))
        for kind in RareBytes.Kind.allCases {
            let found = rare.ranges(of: kind)
            for range in exact.ranges(of: kind) {
                #expect(found.contains { $0.contains(range.lowerBound) }, "seed \(seed)")
            }
            #expect(found.allSatisfy { $0.upperBound <= all.count })
            let isAnywhere = all.contains(where: kind.isOne)
            #expect(found.isEmpty == !isAnywhere)
        }
    }

    /// A damaged character is found wherever it stands, at the ends of blocks and of what one core
    /// looks at, too.
    @Test(arguments: [0, 1, 2, 64, 65]) func damageAtTheEndsOfBlocksIsFound(block: Int) {
        let text = Array(String(repeating: "一二三", count: 66 * RareBytes.blockSize / 9).utf8)
        for place in -4...4 {
            let index = min(text.count - 1, max(0, block * RareBytes.blockSize + place))
            var damaged = text
            damaged[index] = text[index] & 0xC0 == 0x80 ? 0x61 : 0x80
            #expect(SourceText.rareBytes(ofUTF8: damaged) == nil, "\(index)")
        }
        #expect(SourceText.rareBytes(ofUTF8: text) != nil)
    }
}
