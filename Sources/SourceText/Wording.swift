/// The languages that yilan speaks to people.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Chinese, in simplified characters.
    case chinese = "zh"
}

/// One sentence or word in every language that yilan speaks.
public struct Wording: Sendable, Equatable {
    /// The English text.
    public var english: String
    /// The Chinese text.
    public var chinese: String

    /// Makes a wording from both texts.
    public init(en english: String, zh chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// Makes a wording that is the same in every language, such as a file name.
    public init(verbatim text: String) {
        self.init(en: text, zh: text)
    }

    /// Returns the text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
