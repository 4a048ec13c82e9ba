internal import SourceText
internal import SpreadsheetML

extension TargetFormat {
    /// A Word document with tables.
    public static let docx = TargetFormat(
        name: "docx",
        fileExtensions: ["docx"],
        noun: Wording(en: "a Word document", zh: "Word 文档"),
        summary: Wording(
            en: "a Word document with a table of targets",
            zh: "Word 文档，其中有目标表"
        ),
        traits: [],
        reader: DOCXReader(),
        writer: nil,
        isMarked: { PackageKind(of: $0) == .wordDocument }
    )
}
