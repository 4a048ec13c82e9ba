internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// Names the files that people hold and that aren't read, and says what to do with them.
enum UnreadFormat {
    /// What to tell of a file that is no text; nil where it can't be told.
    static func ofBinary(_ input: InputFile) -> Diagnostic? {
        if input.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            do {
                try PackageKind.check(input.bytes)
            } catch {
                if error.code == .notAWorkbook, let named = ofName(input) { return named }
                return error.diagnostic(file: input.name)
            }
        }
        if PackageKind(of: input.bytes) == .openDocumentText {
            return finding(
                Wording(en: "an OpenDocument text (ODT)", zh: "ODT 文档"),
                saveAsDOCX,
                input.name
            )
        }
        if input.bytes.starts(with: Array("%PDF-".utf8)) { return pdf(input.name) }
        if input.bytes.starts(with: Array("{\\rtf".utf8)) {
            return finding(
                Wording(en: "an RTF document", zh: "RTF 文档"),
                saveAsDOCX,
                input.name
            )
        }
        return nil
    }

    /// What to tell of a compound file that only its name tells what it is.
    private static func ofName(_ input: InputFile) -> Diagnostic? {
        let name = input.name.lowercased()
        if [".wps", ".wpt", ".doc", ".dot"].contains(where: name.hasSuffix) {
            return finding(
                Wording(en: "a document of WPS or Word 97 to 2003", zh: "WPS 文字或旧版 Word 文档"),
                saveAsDOCX,
                input.name
            )
        }
        guard [".et", ".ett", ".xls", ".xlt"].contains(where: name.hasSuffix) else { return nil }
        return finding(
            Wording(en: "a workbook of WPS or Excel 97 to 2003", zh: "WPS 表格或旧版 Excel 工作簿"),
            saveAsXLSX,
            input.name
        )
    }

    /// What to tell of a text that is no table; nil where it can't be told.
    static func ofText(_ input: InputFile) -> Diagnostic? {
        let text = String(decoding: input.bytes.prefix(2_048), as: UTF8.self)
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            return finding(
                Wording(en: "an XML spreadsheet of 2003", zh: "2003 版 XML 电子表格"),
                saveAsXLSX,
                input.name
            )
        }
        if text.contains("urn:oasis:names:tc:opendocument:xmlns:office") {
            return finding(
                Wording(en: "a flat OpenDocument file", zh: "单一 XML 的 OpenDocument 文件"),
                saveAsXLSX,
                input.name
            )
        }
        if text.contains("MIME-Version:"), text.contains("multipart/related") {
            return finding(
                Wording(en: "a web archive (MHT)", zh: "网页存档（MHT）"),
                Wording(
                    en: "open it in a browser or Word and save it as HTML only",
                    zh: "请用浏览器或 Word 打开后另存为“仅 HTML”"
                ),
                input.name
            )
        }
        return nil
    }

    private static let saveAsDOCX = Wording(
        en: "open it in a word processor and save it as DOCX",
        zh: "请用文字处理软件打开后另存为 DOCX"
    )
    private static let saveAsXLSX = Wording(
        en: "open it in a spreadsheet program and save it as XLSX",
        zh: "请用表格软件打开后另存为 XLSX"
    )

    private static func pdf(_ file: String) -> Diagnostic {
        finding(
            Wording(en: "a PDF", zh: "PDF 文件"),
            Wording(
                en: "copy the table into a spreadsheet program and save it as XLSX",
                zh: "请把表格复制到表格软件中，另存为 XLSX"
            ),
            file
        )
    }

    private static func finding(_ what: Wording, _ hint: Wording, _ file: String) -> Diagnostic {
        Diagnostic(
            .error,
            .otherFormat,
            Wording(
                en: "the file is \(what), which is not read",
                zh: "无法读取这种文件：\(what)"
            ),
            hint: hint,
            file: file
        )
    }
}
