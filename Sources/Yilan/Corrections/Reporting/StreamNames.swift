internal import SourceText

/// What files are called in sentences: `-` is a stream.
enum StreamNames {
    /// A file that was read.
    static func input(_ file: String) -> Wording {
        file == "-"
            ? Wording(en: "standard input", zh: "标准输入") : Wording(english: file, chinese: file)
    }

    /// A file that was written.
    static func output(_ file: String) -> Wording {
        file == "-"
            ? Wording(en: "standard output", zh: "标准输出") : Wording(english: file, chinese: file)
    }

    /// Whether what was read and what was written is one file: the streams are two.
    static func areSameFile(_ one: String, _ other: String) -> Bool {
        one != "-" && one.utf8.elementsEqual(other.utf8)
    }
}
