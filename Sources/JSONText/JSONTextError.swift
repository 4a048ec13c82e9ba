/// Why a text is not JSON, with its place.
public struct JSONTextError: Error, Sendable, Equatable {
    /// What is wrong.
    public enum Code: Sendable, CaseIterable {
        /// The text has 2 GiB or more.
        case tooLarge
        /// Arrays and objects in each other, more than `JSONDocument.depthLimit`.
        case tooDeep
        /// A byte that is no UTF-8.
        case invalidUTF8
        /// The text ends in the middle of a value, or holds none.
        case unexpectedEnd
        /// A character that can't stand there.
        case unexpectedCharacter
        /// A comma with no value after it.
        case trailingComma
        /// `//`, `/*` or `#`.
        case comment
        /// More text after the value.
        case trailingText
        /// A number that is not written as JSON writes numbers: `01`, `.5`, `NaN`.
        case invalidNumber
        /// A control character in a string, not written as an escape.
        case controlCharacter
        /// `\` and something that is no escape.
        case invalidEscape
        /// An escape that is half of a character only, such as `\ud800`.
        case loneSurrogate
        /// A key that its object has already.
        case duplicateKey
    }

    /// What is wrong.
    public var code: Code
    /// The bytes concerned, from 0; empty at the end of the text.
    public var range: Range<Int>

    init(_ code: Code, _ range: Range<Int>) {
        self.code = code
        self.range = range
    }
}
