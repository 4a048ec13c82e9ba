import TestSupport
import Testing

@testable import TargetModel

/// Words that are looked for together.
@Suite struct WordListTests {
    private static let words = ["新建", "建", "新改建", "改", "建成", "ab", "b", "成"]
    private static let pieces = ["新", "改", "建", "成", "a", "b", " ", "路"]

    private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    /// The words that stand at an index, the longest first.
    private static func words(at index: Int, in text: [Unicode.Scalar]) -> [String] {
        words.filter { text[index...].starts(with: $0.unicodeScalars) }
            .sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }
    }

    @Test(arguments: 0..<200)
    func findsWhatASearchFinds(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = Self.scalars(random.text(of: Self.pieces, upTo: 12))
        let list = WordList(Self.words)
        for index in text.indices {
            let expected = Self.words(at: index, in: text).first
            let found = list.word(at: index, in: text[...])
            #expect(found.map { Self.words[$0.number] } == expected)
            #expect(found?.count == expected?.unicodeScalars.count)
            let refused = list.word(at: index, in: text[...]) { $0.count < 2 }
            #expect(
                refused.map { Self.words[$0.number] }
                    == Self.words(at: index, in: text).first { $0.unicodeScalars.count < 2 }
            )
        }
        let starts = text.indices.filter { !Self.words(at: $0, in: text).isEmpty }
        #expect(list.positions(in: text) == starts)
        #expect(list.isFound(in: text) == !starts.isEmpty)
        let last = starts.last.map {
            $0 + (Self.words(at: $0, in: text).first?.unicodeScalars.count ?? 0)
        }
        #expect(list.lastPosition(in: text[...]) == last)
        let endings = Self.words.filter {
            text.reversed().starts(with: $0.unicodeScalars.reversed())
        }
        let longest = endings.map(\.unicodeScalars.count).max()
        #expect(list.ending(of: text[...])?.count == longest)
        #expect(
            list.ending(of: text[...], atMost: 1)?.count
                == (endings.contains { $0.unicodeScalars.count == 1 } ? 1 : nil)
        )
        #expect(list.isSuffix(of: text[...]) == (longest != nil))
        #expect(list.isPrefix(of: text[...]) == (starts.first == 0))
    }

    /// A part of a text has no word that only begins in it.
    @Test func wordsLieInThePart() {
        let text = Self.scalars("路新改建成")
        let list = WordList(Self.words)
        #expect(!list.isFound(in: text[1..<2]))
        #expect(list.word(at: 1, in: text[1..<3]) == nil)
        #expect(list.word(at: 2, in: text[1..<3])?.count == 1)
        #expect(list.ending(of: text[3..<4])?.count == 1)
        #expect(list.lastPosition(in: text[...], butNot: Self.scalars("成建")) == 5)
    }
}
