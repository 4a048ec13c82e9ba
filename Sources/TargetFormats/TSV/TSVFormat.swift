internal import DelimitedText
internal import SourceText
internal import TableLayout
internal import TargetModel

extension TargetFormat {
    /// The official layout: blocks side by side in a tab-separated table.
    public static let tsv = TargetFormat(
        name: "tsv",
        fileExtensions: ["tsv", "tab", "txt"],
        noun: Wording(en: "TSV", zh: "TSV 文件"),
        summary: Wording(
            en: "the official layout, blocks side by side",
            zh: "官方版式，多个区块左右并列"
        ),
        traits: [.text, .official, .keepsLayout, .namesOwnEncoding, .anyEncoding, .verified],
        reader: TSVReader(),
        writer: .stream(TSVWriter()),
        hasHeader: { DelimitedHeader.isFound(in: $0, separatedBy: [.tab], by: $1) }
    )
}
