/// The languages that yilan speaks to people.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese, in simplified characters.
    case chinese = "zh"
}

/// One sentence or word in every language that yilan speaks.
///
/// It is made of all of them at once, so that a further language is a compile error wherever it is
/// not spoken yet. Values stand between the words as `\(value)`: of a long one the beginning is
/// repeated only, see `Phrase`.
public struct Wording: Sendable, Equatable {
    /// The English text.
    public var english: String
    /// The Chinese text.
    public var chinese: String

    /// Makes a wording from what is said in each language.
    public init(en english: Phrase, zh chinese: Phrase) {
        self.english = english.text(in: .english)
        self.chinese = chinese.text(in: .chinese)
    }

    /// Makes a wording that is the same in every language, such as a file name.
    public init(verbatim text: Phrase) {
        self.init(en: text, zh: text)
    }

    /// Makes a wording of texts that were made elsewhere and stay whole, however long.
    public init(english: String, chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// Returns the text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
