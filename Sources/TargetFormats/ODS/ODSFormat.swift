internal import SourceText
internal import SpreadsheetML

extension TargetFormat {
    /// An OpenDocument spreadsheet, as LibreOffice makes them.
    public static let ods = TargetFormat(
        name: "ods",
        fileExtensions: ["ods"],
        noun: Wording(en: "an OpenDocument spreadsheet", zh: "ODS 工作簿"),
        summary: Wording(
            en: "an OpenDocument spreadsheet with a table of targets",
            zh: "OpenDocument 工作簿，其中有目标表"
        ),
        traits: [.workbook, .savedBySpreadsheets],
        reader: ODSReader(),
        writer: nil,
        isMarked: { PackageKind(of: $0) == .openDocumentSpreadsheet }
    )
}
