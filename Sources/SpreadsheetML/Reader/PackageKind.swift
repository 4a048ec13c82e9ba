internal import SourceText

/// Tells what an archive holds, and what a file is that is no XLSX workbook.
package enum PackageKind: Sendable, Equatable {
    /// A workbook, or an archive that nothing else is known of.
    case workbook
    /// A Word document.
    case wordDocument
    /// An OpenDocument spreadsheet.
    case openDocumentSpreadsheet
    /// An OpenDocument text.
    case openDocumentText

    /// Looks at a file; nil where it is no archive.
    ///
    /// - Complexity: O(n) in the files of the archive.
    package init?(of bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        self = .workbook
        let names = try? ZIPArchive.withArchive(of: bytes) { $0.entries.map(\.name) }
        guard let names else { return }
        if names.contains("xl/workbook.xml") { return }
        if names.contains("word/document.xml") {
            self = .wordDocument
        } else if names.contains("mimetype"), names.contains("content.xml") {
            // The first file says what kind it is, and isn't compressed.
            let start = String(decoding: bytes.prefix(200), as: UTF8.self)
            let isText = start.contains("vnd.oasis.opendocument.text")
            self = isText ? .openDocumentText : .openDocumentSpreadsheet
        }
    }

    /// Refuses a file that is not a ZIP archive, and says what it is.
    ///
    /// - Throws: `encrypted-workbook`, `unsupported-workbook` or `not-a-workbook`.
    /// - Complexity: O(1) for ZIP archives, O(n) in the bytes of others.
    package static func check(_ bytes: [UInt8]) throws(SpreadsheetError) {
        guard !bytes.starts(with: [0x50, 0x4B]) else { return }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // A compound file lists its streams by their names in UTF-16.
            if holds("EncryptedPackage", bytes) { throw .encrypted }
            if holds("Workbook", bytes) || holds("Book", bytes) { throw unsupported("XLS") }
            if holds("WordDocument", bytes) { throw oldWordDocument }
            throw .notAWorkbook
        }
        // A stream of records without a compound file around it, as Excel 2 to 4 wrote.
        let isOldRecord =
            bytes.starts(with: [0x09]) && bytes.count > 3 && bytes[3] == 0
            && [0x00, 0x02, 0x04, 0x08].contains(bytes[1])
        if isOldRecord { throw unsupported("XLS") }
        throw .notAWorkbook
    }

    /// Refuses an archive that is a workbook of another kind.
    ///
    /// - Throws: `unsupported-workbook`.
    static func check(_ parts: PackageParts) throws(SpreadsheetError) {
        if parts.entry(named: "xl/workbook.bin") != nil { throw unsupported("XLSB") }
        let isOpenDocument =
            parts.entry(named: "mimetype") != nil && parts.entry(named: "content.xml") != nil
        if isOpenDocument { throw unsupported("ODS") }
    }

    private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
        let units = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        guard let first = units.first else { return false }
        var index = 0
        while let found = bytes[index...].firstIndex(of: first) {
            if bytes[found...].starts(with: units) { return true }
            index = found + 1
        }
        return false
    }

    private static let oldWordDocument = SpreadsheetError(
        .unsupportedWorkbook,
        Wording(
            en: "this is a Word document of 97 to 2003 (DOC or WPS), not DOCX",
            zh: "这是 97–2003 版 Word 文档（DOC 或 WPS），不是 DOCX"
        ),
        hint: Wording(
            en: "open it in Word or WPS Office and save it as DOCX",
            zh: "请用 Word 或 WPS 打开后另存为 DOCX"
        )
    )

    private static func unsupported(_ kind: String) -> SpreadsheetError {
        SpreadsheetError(
            .unsupportedWorkbook,
            Wording(en: "this is an \(kind) workbook, not XLSX", zh: "这是 \(kind) 格式的工作簿，不是 XLSX"),
            hint: Wording(
                en: "open it in a spreadsheet program and save it as XLSX",
                zh: "请用表格软件打开后另存为 XLSX"
            )
        )
    }
}
