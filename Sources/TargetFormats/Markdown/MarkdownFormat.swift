internal import SourceText

extension TargetFormat {
    /// A pipe table, as GitHub and most editors of Markdown know them, under a heading.
    public static let md = TargetFormat(
        name: "md",
        fileExtensions: ["md", "markdown"],
        summary: Wording(
            en: "a Markdown pipe table, one row per target",
            zh: "Markdown 表格，每项目标一行"
        ),
        traits: [.text, .namesOwnEncoding],
        reader: MarkdownReader(),
        writer: .stream(MarkdownWriter())
    )
}
