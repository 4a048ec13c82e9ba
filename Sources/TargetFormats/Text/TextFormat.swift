internal import SourceText

extension TargetFormat {
    /// Text in which blanks, bars or lines tell the cells apart, as it is copied from elsewhere.
    public static let text = TargetFormat(
        name: "text",
        fileExtensions: ["text"],
        noun: Wording(en: "a text in columns", zh: "按栏排列的文本"),
        summary: Wording(
            en: "text with | or two blanks between columns, or one cell a line",
            zh: "以 | 或两个以上空格分栏、或每行一个单元格的文本"
        ),
        traits: [.text, .namesOwnEncoding],
        reader: TextReader(),
        writer: nil,
        hasHeader: { TextTable($0, $1) != nil }
    )
}
