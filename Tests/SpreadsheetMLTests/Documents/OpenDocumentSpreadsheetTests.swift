import DocumentText
import SpreadsheetML
import TestSupport
import Testing

/// OpenDocument spreadsheets as LibreOffice shows them.
@Suite struct OpenDocumentSpreadsheetTests {
    private func content(_ body: String, manifest: String? = nil) throws -> DocumentContent {
        try spreadsheet(body, manifest: manifest).content
    }

    private func spreadsheet(
        _ body: String,
        manifest: String? = nil
    ) throws -> OpenDocumentSpreadsheet {
        let namespaces = [
            ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
            ("draw", "drawing"),
        ].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1):1.0\""
        }.joined(separator: " ")
        var entries = [
            (name: "mimetype", text: "application/vnd.oasis.opendocument.spreadsheet"),
            (
                name: "content.xml",
                text: "<office:document-content \(namespaces)>\(body)</office:document-content>"
            ),
        ]
        if let manifest { entries.append((name: "META-INF/manifest.xml", text: manifest)) }
        return try OpenDocumentSpreadsheet(of: Archive(entries).bytes())
    }

    private func cells(_ table: String) throws -> [String] {
        let content = try content(table)
        let table = try #require(content.tables.first)
        return table.cells.map { cell in
            let span =
                cell.rowSpan > 1 || cell.columnSpan > 1
                ? "+\(cell.rowSpan)+\(cell.columnSpan)" : ""
            return "\(cell.row),\(cell.column)\(span) " + content.string(cell.text)
        }
    }

    private static func cell(_ text: String, _ attributes: String = "") -> String {
        "<table:table-cell \(attributes)><text:p>\(text)</text:p></table:table-cell>"
    }

    private static let blank = "<table:table-cell table:number-columns-repeated=\"3\"/>"
    private static let covered = "<table:covered-table-cell/>"

    @Test(arguments: [
        ("甲<text:s/>乙<text:s text:c=\"2\"/>丙", "甲 乙  丙"), ("甲<text:line-break/>乙", "甲\n乙"),
        ("甲<text:tab/> 乙<text:tab/>", "甲\t 乙"),
        ("甲</text:p><text:p>乙", "甲\n乙"), ("甲<text:span>乙</text:span>  丙", "甲乙 丙"),
        ("甲<office:annotation><text:p>批注</text:p></office:annotation>", "甲"),
    ])
    func textsAreThoseShown(text: String, expected: String) throws {
        let row = "<table:table-row>\(Self.cell(text))</table:table-row>"
        #expect(try cells("<table:table>\(row)</table:table>") == ["0,0 " + expected])
    }

    @Test func repeatedAndMergedCellsStandWhereTheyAreShown() throws {
        let rows = [
            Self.cell("甲", "table:number-columns-repeated=\"2\"") + Self.blank + Self.cell("乙"),
            Self.cell("丙", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"")
                + Self.covered + Self.cell("丁"),
            "<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + Self.cell("戊"),
        ].map { "<table:table-row>\($0)</table:table-row>" }
        let blanks =
            "<table:table-row table:number-rows-repeated=\"1048000\">\(Self.blank)</table:table-row>"
        let twice =
            "<table:table-row table:number-rows-repeated=\"2\">\(Self.cell("己"))</table:table-row>"
        let some = blanks.replacing("1048000", with: "4")
        #expect(
            try cells("<table:table>" + rows.joined() + some + twice + blanks + "</table:table>")
                == [
                    "0,0 甲", "0,1 甲", "0,5 乙", "1,0+2+2 丙", "1,2 丁", "2,2 戊", "7,0 己", "8,0 己",
                ]
        )
    }

    @Test func hiddenSheetsAreTold() throws {
        let style =
            "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>"
        let row = "<table:table-row>\(Self.cell("甲"))</table:table-row>"
        let spreadsheet = try spreadsheet(
            style + "<table:table table:name=\"一\" table:style-name=\"h\">\(row)</table:table>"
                + "<table:table table:name=\"二\" table:style-name=\"v\">\(row)</table:table>"
        )
        #expect(spreadsheet.sheets.map(\.name) == ["一", "二"])
        #expect(spreadsheet.sheets.map(\.visibility) == [.hidden, .visible])
    }

    /// What a formula makes is told from what somebody typed, and a number from a text.
    @Test func formulasValuesAndCommentsAreTold() throws {
        let formula = "table:formula=\"of:=1/0\" office:value-type=\"string\""
        let cells = [
            Self.cell("甲", "office:value-type=\"string\""),
            Self.cell("0.5", "office:value-type=\"float\" office:value=\"0.5\""),
            Self.cell("#DIV/0!", formula + " office:string-value=\"\""),
            Self.cell("#1", formula + " office:string-value=\"#1\""),
            "<table:table-cell><office:annotation><text:p>注</text:p></office:annotation>"
                + "<text:p>乙</text:p></table:table-cell>",
        ].joined()
        let rows =
            "<table:table-row table:number-rows-repeated=\"3\"/><table:table-row>\(cells)</table:table-row>"
        let spreadsheet = try spreadsheet("<table:table table:name=\"一\">\(rows)</table:table>")
        let all = spreadsheet.cells(of: [(spreadsheet.sheets[0], .all)])[0]
        let typed = spreadsheet.cells(of: [(spreadsheet.sheets[0], .typedCells)])[0]
        #expect((0..<5).map { all.string(row: 0, cell: $0) } == ["甲", "0.5", "#DIV/0!", "#1", "乙"])
        #expect((0..<5).map { typed.string(row: 0, cell: $0) } == ["甲", "0.5", "", "", "乙"])
        #expect(all.formulaRows == [4])
        #expect(all.problems.map(\.kind) == [.error])
        #expect(all.problems.map(\.cell) == [CellReference(row: 4, column: 3)])
        #expect(all.comments == [CellReference(row: 4, column: 5)])
        let starts = (0..<5).map { UInt32(all.range(row: 0, cell: $0)?.lowerBound ?? 0) }
        #expect(all.valueStarts == [starts[1]])
    }

    /// What lies over the cells is counted, and its text is no cell's.
    @Test func drawingsAreNoTextsOfCells() throws {
        let box = "<draw:frame><draw:text-box><text:p>改为否</text:p></draw:text-box></draw:frame>"
        let shape = "<draw:custom-shape><text:p>改</text:p></draw:custom-shape>"
        let cell = "<table:table-cell>\(shape)<text:p>甲</text:p>\(box)</table:table-cell>"
        let over =
            "<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>"
            + "<draw:line><text:p/></draw:line>"
        let spreadsheet = try spreadsheet(
            "<table:table table:name=\"一\"><table:shapes>\(over)</table:shapes>"
                + "<table:table-row>\(cell)</table:table-row></table:table>"
        )
        let sheet = spreadsheet.cells(of: [(spreadsheet.sheets[0], .all)])[0]
        #expect(sheet.string(row: 0, cell: 0) == "甲")
        #expect(sheet.drawings.textBoxes == 2)
        #expect(sheet.drawings.pictures == 1)
    }

    @Test func hostileSpreadsheetsAreRefused() throws {
        let many = "table:number-columns-repeated=\"1000000000\""
        let often = "table:number-rows-repeated=\"1000000000\""
        for row in [
            "<table:table-row>\(Self.cell("甲", many))</table:table-row>",
            "<table:table-row \(often)>\(Self.cell("甲", "table:number-columns-repeated=\"9\""))</table:table-row>",
            "<table:table-row \(often)/><table:table-row>\(Self.cell("甲"))</table:table-row>",
            "<table:table-row>\(Self.cell("<text:s text:c=\"1000000000\"/>"))</table:table-row>",
        ] {
            #expect(throws: DocumentFailure.self) {
                try content("<table:table>\(row)</table:table>")
            }
        }
        let deep = String(repeating: "<table:table>", count: 1_000)
        #expect(throws: DocumentFailure.self) { try content(deep) }
    }

    @Test func aLockedSpreadsheetIsNamed() throws {
        let manifest = """
            <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:encryption-data/></m:manifest>
            """
        #expect(throws: DocumentFailure.archive(.encrypted)) {
            try content("", manifest: manifest)
        }
    }
}
