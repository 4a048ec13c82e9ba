import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Workbooks of yilan that were saved in OpenDocument's format.
@Suite struct ODSReaderTests {
    /// The sheets of a workbook as LibreOffice keeps them in its own format.
    private static func ods(_ sheets: [(name: String, rows: [[String]], isHidden: Bool)]) -> [UInt8]
    {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                .replacing(" ", with: "<text:s/>").replacing("\n", with: "</text:p><text:p>")
        }
        let tables = sheets.map { sheet in
            let rows = sheet.rows.map { row in
                let cells = row.map { text in
                    "<table:table-cell office:value-type=\"string\"><text:p>\(escaped(text))</text:p>"
                        + "</table:table-cell>"
                }
                return "<table:table-row>\(cells.joined())</table:table-row>"
            }
            let style = sheet.isHidden ? "hidden" : "shown"
            return "<table:table table:name=\"\(sheet.name)\" table:style-name=\"\(style)\">"
                + rows.joined() + "</table:table>"
        }
        let namespaces = ["office", "table", "text", "style"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        let style =
            "<style:style style:name=\"hidden\"><style:table-properties table:display=\"false\"/>"
            + "</style:style>"
        let content =
            "<office:document-content \(namespaces.joined(separator: " "))>\(style)"
            + "\(tables.joined())</office:document-content>"
        return Archive([
            (name: "mimetype", text: "application/vnd.oasis.opendocument.spreadsheet"),
            (name: "content.xml", text: content),
        ]).bytes()
    }

    private func read(_ bytes: [UInt8]) throws -> (table: TargetTable, findings: DiagnosticBag) {
        var findings = DiagnosticBag()
        let file = InputFile(name: "folder/table.ods", bytes: bytes)
        let table = try ODSReader().read(file, options: .keepingLayout, reporting: &findings)
        return (table, findings)
    }

    /// Everything that the workbook keeps is there, whatever it was saved as: the table, what its
    /// cells said, and its layout.
    @Test(arguments: UInt64(0)..<10, ReturnedWorkbook.Form.allCases)
    func aWorkbookSaysTheSameAsASpreadsheet(seed: UInt64, form: ReturnedWorkbook.Form) throws {
        var random = SplitMix64(seed: seed)
        // A spreadsheet has no tabs in its texts, one kind of line ends, and no escapes.
        let options = OfficialTableOptions.without(.quotedCells, .escapes)
        let official = OfficialTable.random(seed: seed, options: options)
        let table = try readTSV(official.bytes).table
        var workbook = try ReturnedWorkbook(table, form)
        let row = Int.random(in: 1..<workbook.rows.count, using: &random)
        workbook.rows[row][2] = "改过的目标"
        let xlsx = try workbook.read()
        let ods = try read(
            Self.ods([
                ("汇总", [["领导", "目标数", "按计划", "未按计划"]], false), ("全部目标", workbook.rows, false),
                ("yilan", workbook.record, true),
            ])
        )
        #expect(ods.table.rows == xlsx.table.rows)
        let isSame = ods.table == xlsx.table && ods.table.layout == xlsx.table.layout
        #expect(isSame)
        #expect(ods.table.baseline?.cells == xlsx.table.baseline?.cells)
        #expect(codes(ods.findings) == codes(xlsx.findings))
        #expect(ods.table.baseline != nil)
    }
}
