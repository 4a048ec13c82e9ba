internal import DelimitedText
internal import SourceText
internal import TableLayout

extension TargetFormat {
    /// RFC 4180 with CRLF, one row per target, with a byte-order mark so that Excel and WPS know
    /// UTF-8.
    public static let csv = TargetFormat(
        name: "csv",
        fileExtensions: ["csv"],
        noun: Wording(en: "CSV", zh: "CSV 文件"),
        summary: Wording(
            en: "one row per target, for spreadsheets and other programs",
            zh: "每项目标一行，供电子表格和其他程序使用"
        ),
        traits: [.text, .namesOwnEncoding, .savedBySpreadsheets, .packaged, .anyEncoding],
        reader: CSVReader(),
        writer: .stream(CSVWriter()),
        hasHeader: { DelimitedHeader.isFound(in: $0, separatedBy: [.comma, .semicolon], by: $1) }
    )
}

extension TextEncoding {
    /// What CSV is written in where nobody says anything else.
    static let csvDefault = TextEncoding(.utf8, byteOrderMark: true)
}
