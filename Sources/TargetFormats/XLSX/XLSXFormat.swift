internal import SourceText
internal import SpreadsheetML
internal import TargetModel

extension TargetFormat {
    /// A workbook for staff.
    public static let xlsx = TargetFormat(
        name: "xlsx",
        fileExtensions: ["xlsx"],
        noun: Wording(en: "a workbook", zh: "XLSX 工作簿"),
        summary: Wording(
            en: "a workbook with a summary, all targets and a sheet for each leader",
            zh: "工作簿：汇总、全部目标、每位领导一张表"
        ),
        traits: [.workbook, .keepsLayout, .savedBySpreadsheets, .additions],
        reader: XLSXReader(),
        writer: .file(XLSXWriter()),
        isMarked: { PackageKind(of: $0) == .workbook }
    )
}
