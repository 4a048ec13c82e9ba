internal import SourceText

extension JSONParser {
    /// Why no value begins at `index`.
    static func noValue(at index: Int, to end: Int, in text: Span<UInt8>) -> JSONTextError {
        switch text[index] {
        case UInt8(ascii: "/"), UInt8(ascii: "#"):
            return JSONTextError(.comment, index..<(index + 1))
        case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "N"), UInt8(ascii: "I"):
            // `NaN`, `Infinity`, `+1` and `.5`; another word is just a word.
            let word = index..<afterWord(from: index, to: end, in: text)
            let first = text[index]
            let isNumber = first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
            guard isNumber || isWord("NaN", word, text) || isWord("Infinity", word, text)
            else { break }
            return JSONTextError(.invalidNumber, word)
        default: break
        }
        let word = index..<afterWord(from: index, to: end, in: text)
        return JSONTextError(
            .unexpectedCharacter,
            word.isEmpty ? scalar(at: index, in: text) : word
        )
    }

    /// Why a comma, a colon, a key or a closing bracket is missed at `index`.
    static func noSeparator(at index: Int, in text: Span<UInt8>) -> JSONTextError {
        let isComment = text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "#")
        return JSONTextError(
            isComment ? .comment : .unexpectedCharacter,
            scalar(at: index, in: text)
        )
    }

    /// The bytes of the character that begins at `index`.
    static func scalar(at index: Int, in text: Span<UInt8>) -> Range<Int> {
        var end = index + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return index..<end
    }
}
