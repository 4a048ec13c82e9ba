/// What is said in one language: fixed words with values between them.
///
/// A value is mostly a text that somebody wrote into a file. However long it is, a message repeats
/// `Phrase.longestQuotation` characters of it at most: a key of a megabyte must not fill the
/// terminal. Wordings that stand in a phrase are whole, and speak its language.
///
/// Marks around what is quoted are written “ and ”, and are those of the language: English ones are
/// straight, because Chinese fonts draw the others as wide as their characters.
public struct Phrase: Sendable, ExpressibleByStringInterpolation {
    /// How many characters (Unicode scalars) of one value are repeated, the ellipsis counted.
    public static let longestQuotation = 200

    fileprivate enum Piece: Sendable {
        case words(String)
        case value(String)
        case wording(Wording)
    }

    private var pieces: [Piece]

    /// Makes a phrase of fixed words.
    public init(stringLiteral words: String) {
        pieces = [.words(words)]
    }

    /// Makes a phrase of fixed words and values.
    public init(stringInterpolation: Interpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Puts one phrase behind another.
    public static func + (one: Phrase, other: Phrase) -> Phrase {
        var joined = one
        joined.pieces += other.pieces
        return joined
    }

    /// Returns a value's text, cut to what messages repeat of it.
    ///
    /// - Complexity: O(`longestQuotation`), however long the text is.
    public static func quotation(of text: String) -> String {
        let scalars = text.unicodeScalars
        guard
            scalars.index(
                scalars.startIndex,
                offsetBy: longestQuotation + 1,
                limitedBy: scalars.endIndex
            ) != nil
        else { return text }
        return String(String.UnicodeScalarView(scalars.prefix(longestQuotation - 1))) + "…"
    }

    private static func withStraightMarks(_ words: String) -> String {
        guard words.utf8.contains(0xE2) else { return words }
        let bytes = Array(words.utf8)
        // By bytes: scalar by scalar it was 3 % of the instructions of checking 4,000 targets.
        var straight: [UInt8] = []
        straight.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let isMark =
                bytes.span.holds("“", at: index) || bytes.span.holds("”", at: index)
            straight.append(isMark ? UInt8(ascii: "\"") : bytes[index])
            index += isMark ? 3 : 1
        }
        return String(decoding: straight, as: UTF8.self)
    }

    /// The text where `language` is spoken.
    func text(in language: Language) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .words(let words):
                text += language == .english ? Phrase.withStraightMarks(words) : words
            case .value(let value): text += value
            case .wording(let wording): text += wording[language]
            }
        }
    }

    /// Collects the words and values of a phrase.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        /// Makes an empty collection.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Adds fixed words.
        public mutating func appendLiteral(_ words: String) {
            pieces.append(.words(words))
        }

        /// Adds a value, the beginning of a long one only.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            pieces.append(.value(Phrase.quotation(of: value.description)))
        }

        /// Adds what is said elsewhere, in the language of the phrase.
        public mutating func appendInterpolation(_ wording: Wording) {
            pieces.append(.wording(wording))
        }

        /// Adds values with a separator between them, the beginning of each long one only.
        public mutating func appendInterpolation(
            list values: [some CustomStringConvertible],
            _ separator: String
        ) {
            let quotations = values.map { Phrase.quotation(of: $0.description) }
            pieces.append(.value(quotations.joined(separator: separator)))
        }
    }
}
