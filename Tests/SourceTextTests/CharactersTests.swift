import SourceText
import TestSupport
import Testing

/// The rules about single characters.
@Suite struct CharactersTests {
    private static let all = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }

    @Test("what can't be seen is a format character, and no blank")
    func invisible() {
        for scalar in Self.all where scalar.isInvisible {
            // U+2065 is kept free for one.
            let kinds: Set<Unicode.GeneralCategory> = [.format, .unassigned]
            #expect(kinds.contains(scalar.properties.generalCategory), "\(scalar.codePoint)")
            #expect(!scalar.isBlank && !scalar.properties.isWhitespace, "\(scalar.codePoint)")
        }
        let met: [Unicode.Scalar] = ["\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}"]
        #expect(met.allSatisfy { $0.isInvisible })
        #expect(!Unicode.Scalar("\u{3000}").isInvisible)
    }

    @Test("what is told without Unicode's tables is what they tell")
    func blanks() {
        for scalar in Self.all {
            let isBlank = scalar.properties.generalCategory == .spaceSeparator
            #expect(scalar.isBlank == isBlank, "\(scalar.codePoint)")
            #expect(scalar.isWhitespace == scalar.properties.isWhitespace, "\(scalar.codePoint)")
        }
    }

    @Test("full width and half width are each other's")
    func widths() {
        for scalar in Self.all where scalar.narrowed != scalar {
            #expect(scalar.narrowed.isASCII && scalar.narrowed.widened == scalar)
        }
        for scalar in Self.all where scalar.widened != scalar {
            #expect(scalar.isASCII && scalar.widened.narrowed == scalar)
        }
        #expect(Unicode.Scalar("２").narrowed == "2")
        #expect(Unicode.Scalar("（").narrowed == "(")
    }

    @Test(
        "a message names it",
        arguments: [
            ("\n", "U+000A"), ("\u{AD}", "U+00AD"), ("一", "U+4E00"), ("𠮷", "U+20BB7"),
        ] as [(Unicode.Scalar, String)]
    )
    func codePoint(scalar: Unicode.Scalar, name: String) {
        #expect(scalar.codePoint == name)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func aTextOfScalarsIsThatOfAView(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let scalars = (0..<random.below(40)).map { _ -> Unicode.Scalar in
            let most = random.pick([0x7F, 0x7FF, 0xFFFF, 0x10FFFF])
            return Unicode.Scalar(UInt32(random.below(most + 1))) ?? "市"
        }
        let view = String(String.UnicodeScalarView(scalars))
        #expect(String(scalars: scalars).utf8.elementsEqual(view.utf8))
        #expect(String(scalars: scalars[...]).utf8.elementsEqual(view.utf8))
    }
}
