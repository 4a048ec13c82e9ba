internal import SourceText
internal import TargetModel

extension TargetFormat {
    /// The whole table as one JSON document, from which the official file can be written back.
    public static let json = TargetFormat(
        name: "json",
        fileExtensions: ["json"],
        noun: Wording(en: "JSON", zh: "JSON 文件"),
        summary: Wording(
            en: "one document that loses nothing, with summary and layout",
            zh: "完整无损的单一文档，含汇总和版式"
        ),
        traits: [.text, .keepsLayout, .listsCorrections, .additions],
        reader: JSONTableReader(),
        writer: .stream(JSONTableWriter()),
        isMarked: { JSONMark($0) == .document }
    )

    /// JSON Lines: one target a line.
    public static let jsonl = TargetFormat(
        name: "jsonl",
        fileExtensions: ["jsonl", "ndjson"],
        noun: Wording(en: "JSONL", zh: "JSONL 文件"),
        summary: Wording(
            en: "one JSON object a line, a target each",
            zh: "每行一个 JSON 对象，即一项目标"
        ),
        traits: [.text],
        reader: JSONLinesReader(),
        writer: .stream(JSONLinesWriter()),
        isMarked: { JSONMark($0) == .lines }
    )
}
