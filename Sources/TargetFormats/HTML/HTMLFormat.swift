internal import SourceText

extension TargetFormat {
    /// A web page, saved from a browser or copied, or what other programs export as one.
    public static let html = TargetFormat(
        name: "html",
        fileExtensions: ["html", "htm", "xhtml"],
        noun: Wording(en: "a web page", zh: "网页"),
        summary: Wording(
            en: "a web page, saved or copied, with a table of targets",
            zh: "保存或复制的网页，其中有目标表"
        ),
        traits: [.text, .namesOwnEncoding],
        reader: HTMLReader(),
        writer: nil,
        isMarked: { HTMLReader.isPage($0) }
    )
}
