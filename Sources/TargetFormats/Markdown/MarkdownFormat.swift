internal import SourceText
internal import TableLayout

extension TargetFormat {
    /// A pipe table, as GitHub and most editors of Markdown know them, under a heading.
    public static let md = TargetFormat(
        name: "md",
        fileExtensions: ["md", "markdown"],
        noun: Wording(en: "Markdown", zh: "Markdown 文件"),
        summary: Wording(
            en: "a Markdown pipe table, one row per target",
            zh: "Markdown 表格，每项目标一行"
        ),
        traits: [.text, .namesOwnEncoding, .verified],
        reader: MarkdownReader(),
        writer: .stream(MarkdownWriter()),
        hasHeader: { source, recognizer in
            let rows = PipeRows(source)
            return rows.hasAlignment && recognizer.findsHeader(in: rows.cells)
        }
    )
}
