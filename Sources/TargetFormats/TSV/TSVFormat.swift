internal import SourceText
internal import TargetModel

extension TargetFormat {
    /// The official layout: blocks side by side in a tab-separated table.
    public static let tsv = TargetFormat(
        name: "tsv",
        fileExtensions: ["tsv", "tab", "txt"],
        summary: Wording(
            en: "the official layout, blocks side by side",
            zh: "官方版式，多个区块左右并列"
        ),
        traits: [.text, .official, .keepsLayout, .namesOwnEncoding],
        reader: TSVReader(),
        writer: .stream(TSVWriter())
    )
}
