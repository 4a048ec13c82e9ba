internal import SourceText

/// How the texts of one cell in two files are compared.
public enum TextComparison: Sendable, Equatable {
    /// Blanks around the text and the kind of its line ends don't count; everything else does.
    case literal
    /// Nor does what spreadsheet programs change on their own.
    ///
    /// That is the notation of numbers and dates (140 and 140.0), 是 that came back as TRUE, a
    /// no-break blank for a blank, another composition of the same character, invisible characters,
    /// a tab that was lost, and `_x0041_` that was taken for the character of that number.
    case spreadsheet
    /// As of a text that stands as text in a workbook's cell, and was typed there if it changed: no
    /// program gives it another notation.
    ///
    /// What is lost on the way through a program doesn't count either: another composition of the
    /// same character, a tab, `_x0041_`. What is invisible, and a no-break blank, somebody has put in or
    /// taken out.
    case typed

    /// How two texts differ.
    public enum Difference: Sendable, Equatable {
        /// Not at all.
        case none
        /// In a way that no reader sees or means; worth a note, never applied silently.
        case cosmetic(Cosmetic)
        /// They say different things.
        case real
    }

    /// Differences that nobody means.
    public enum Cosmetic: String, Sendable, Equatable {
        /// No-break blanks for blanks, invisible characters, or characters composed in another way.
        case characters
        /// Another notation of the same number, date or truth value.
        case notation
    }

    /// Says how two texts differ.
    ///
    /// - Complexity: O(n) in the texts.
    public func difference(from one: String, to other: String) -> Difference {
        if one.hasSameBytes(as: other) { return .none }
        let first = CellTextForm.compared(one, decodingEscapes: isFromSpreadsheet)
        let second = CellTextForm.compared(other, decodingEscapes: isFromSpreadsheet)
        if first.hasSameBytes(as: second) { return .none }
        guard isFromSpreadsheet else { return .real }
        return cosmetic(first, second).map(Difference.cosmetic) ?? .real
    }

    /// Whether a spreadsheet program may have saved the texts.
    var isFromSpreadsheet: Bool { self != .literal }

    /// Whether a reader sees no difference between two texts.
    static func haveSameLook(_ one: String, _ other: String) -> Bool {
        [.none, .cosmetic(.characters)].contains(spreadsheet.difference(from: one, to: other))
    }

    /// Whether two texts say the same, cosmetic differences apart.
    func agree(_ one: String, _ other: String) -> Bool {
        difference(from: one, to: other) != .real
    }

    /// What kind of cosmetic difference two different texts have; nil where it is a real one.
    private func cosmetic(_ one: String, _ other: String) -> Cosmetic? {
        let isTyped = self == .typed
        let haveSame = Self.haveSameCharacters(one, other) {
            isTyped ? $0 : CellTextForm.visible($0)
        }
        if haveSame { return .characters }
        // These are lost on the way through a program, and don't come from one.
        if one.holds(.tab) || one.holds(UInt8(ascii: "_")) {
            let plain = String(String.UnicodeScalarView(one.unicodeScalars.filter { $0 != "\t" }))
            if [plain, CellTextForm.unescaped(one)].contains(other) { return .characters }
        }
        return !isTyped && Notation.agree(one, other) ? .notation : nil
    }
}

extension TextComparison {
    /// Whether two texts have the same characters, however these are composed, once what counts of
    /// each character is `taken`.
    ///
    /// Equality of strings is just that, and takes long, as finding what counts does: what both
    /// begin with, up to an ideograph, which is never composed with what stands beside it, is left
    /// out. Together that was a fifth of applying 10,000 corrections.
    private static func haveSameCharacters(
        _ one: String,
        _ other: String,
        taken: (String) -> String
    ) -> Bool {
        let (first, second) = (one.utf8.span, other.utf8.span)
        var shared = 0
        while shared < min(first.count, second.count), first[shared] == second[shared] {
            shared += 1
        }
        var start = shared - 3
        while start > 0, !(0xE4...0xE9).contains(first[start]) { start -= 1 }
        guard start > 0 else { return taken(one) == taken(other) }
        let rest = one.utf8.index(one.startIndex, offsetBy: start)
        let otherRest = other.utf8.index(other.startIndex, offsetBy: start)
        return taken(String(one[rest...])) == taken(String(other[otherRest...]))
    }
}

/// The forms of a cell's text that are compared instead of the text.
enum CellTextForm {
    /// Returns the text without blanks, tabs and line breaks around it and with LF as line end; with
    /// `decodingEscapes` also with SpreadsheetML's `_x000D_` taken for the CR that it stands for.
    static func compared(_ text: String, decodingEscapes: Bool) -> String {
        if isPlainAtEdges(text), !text.holds(.carriageReturn), !text.holds(UInt8(ascii: "_")) {
            return text
        }
        var scalars = Array(text.unicodeScalars)
        if decodingEscapes { decodeReturns(&scalars) }
        var result = String.UnicodeScalarView()
        let trimmed = trimmedRange(of: scalars) { isAtEdge($0) || $0 == "\n" || $0 == "\r" }
        var index = trimmed.lowerBound
        while index < trimmed.upperBound {
            if scalars[index] == "\r" {
                result.append("\n")
                if index + 1 < trimmed.upperBound, scalars[index + 1] == "\n" { index += 1 }
            } else {
                result.append(scalars[index])
            }
            index += 1
        }
        return String(result)
    }

    /// Returns the text as it goes into a cell: without the blanks and tabs around it.
    ///
    /// A spreadsheet's text (`fromSpreadsheet`) also loses the line breaks around it, and its line
    /// ends become LF.
    static func written(_ text: String, fromSpreadsheet: Bool) -> String {
        if fromSpreadsheet { return compared(text, decodingEscapes: true) }
        if isPlainAtEdges(text) { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[trimmedRange(of: scalars, where: isAtEdge)])
        return String(result)
    }

    /// The text of one of the form `="0140"`, by which programs keep spreadsheets from taking it for a
    /// number; any other as it is.
    static func withoutTextFormula(_ text: String) -> String {
        guard text.hasPrefix("=\""), text.utf8.count > 3, text.hasSuffix("\"") else { return text }
        let inner = text.dropFirst(2).dropLast()
        return inner.contains("\"") ? text : String(inner)
    }

    /// Returns what a reader sees: without invisible characters, with a blank for each no-break
    /// blank.
    static func visible(_ text: String) -> String {
        // The first bytes of no-break blanks and of what is invisible.
        guard text.utf8.contains(where: { [0xC2, 0xD8, 0xE1, 0xE2, 0xEF].contains($0) }) else {
            return text
        }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isInvisible { continue }
            result.append(scalar == "\u{A0}" ? " " : scalar)
        }
        return String(result)
    }

    /// Returns the text with each `_xHHHH_` decoded, as openpyxl saves it: it escapes no `_`.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if let character = escaped(scalars[index...].prefix(7)) {
                result.append(character)
                index += 7
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    /// The character that `_xHHHH_` stands for; nil for anything else.
    private static func escaped(_ scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        let text = String(String.UnicodeScalarView(scalars))
        guard scalars.count == 7, text.hasPrefix("_x"), text.hasSuffix("_") else { return nil }
        let digits = text.dropFirst(2).dropLast()
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }

    /// Whether a text clearly begins and ends with what isn't dropped there, as nearly all do: then
    /// no copy of it is made, which was half of applying 10,000 corrections.
    private static func isPlainAtEdges(_ text: String) -> Bool {
        let text = text.utf8
        guard let first = text.first, let last = text.last else { return true }
        return (first > 0x20 && first < 0x7F || (0xE4...0xE9).contains(first))
            && (last > 0x20 && last < 0x7F || isIdeographAtEnd(text))
    }

    private static func isIdeographAtEnd(_ text: String.UTF8View) -> Bool {
        guard let lead = text.index(text.endIndex, offsetBy: -3, limitedBy: text.startIndex) else {
            return false
        }
        return (0xE4...0xE9).contains(text[lead])
    }

    /// Whether a scalar is dropped at the edges of a cell: a blank, or a tab, which comes there with
    /// what is pasted and couldn't stand in the official layout.
    private static func isAtEdge(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isBlank || scalar == "\t"
    }

    private static func trimmedRange(
        of scalars: [Unicode.Scalar],
        where isOutside: (Unicode.Scalar) -> Bool
    ) -> Range<Int> {
        guard let first = scalars.firstIndex(where: { !isOutside($0) }),
            let last = scalars.lastIndex(where: { !isOutside($0) })
        else { return 0..<0 }
        return first..<(last + 1)
    }

    /// Puts a CR in the place of each `_x000D_` before an LF or at the end.
    ///
    /// There a program escaped it twice; elsewhere it is text, which the reader has decoded once.
    private static func decodeReturns(_ scalars: inout [Unicode.Scalar]) {
        let escape = Array("_x000D_".unicodeScalars)
        guard scalars.count >= escape.count, scalars.contains("_") else { return }
        var decoded: [Unicode.Scalar] = []
        decoded.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            let end = index + escape.count
            if scalars[index] == "_", end <= scalars.count,
                end == scalars.count || scalars[end] == "\n",
                zip(scalars[index..<end], escape).allSatisfy({
                    $0 == $1 || ($0 == "d" && $1 == "D")
                })
            {
                decoded.append("\r")
                index = end
            } else {
                decoded.append(scalars[index])
                index += 1
            }
        }
        scalars = decoded
    }
}
