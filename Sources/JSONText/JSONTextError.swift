/// Why a text is not JSON, with its place.
public struct JSONTextError: Error, Sendable, Equatable {
    /// What is wrong; the raw value is the stable code of the finding.
    public enum Code: String, Sendable, CaseIterable {
        /// The text has 2 GiB or more.
        case tooLarge = "json-too-large"
        /// Arrays and objects in each other, more than `JSONDocument.depthLimit`.
        case tooDeep = "json-too-deep"
        /// A byte that is no UTF-8.
        case invalidUTF8 = "json-invalid-utf8"
        /// The text ends in the middle of a value, or holds none.
        case unexpectedEnd = "json-unexpected-end"
        /// A character that can't stand there.
        case unexpectedCharacter = "json-unexpected-character"
        /// A comma with no value after it.
        case trailingComma = "json-trailing-comma"
        /// `//`, `/*` or `#`.
        case comment = "json-comment"
        /// More text after the value.
        case trailingText = "json-trailing-text"
        /// A number that is not written as JSON writes numbers: `01`, `.5`, `NaN`.
        case invalidNumber = "json-invalid-number"
        /// A control character in a string, not written as an escape.
        case controlCharacter = "json-control-character"
        /// `\` and something that is no escape.
        case invalidEscape = "json-invalid-escape"
        /// An escape that is half of a character only, such as `\ud800`.
        case loneSurrogate = "json-lone-surrogate"
        /// A key that its object has already.
        case duplicateKey = "json-duplicate-key"
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
