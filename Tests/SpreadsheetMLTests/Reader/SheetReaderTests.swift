import SourceText
import SpreadsheetML
import TestSupport
import Testing

/// What cells say, however the program that saved them wrote it.
@Suite struct SheetReaderTests {
    @Test(arguments: [
        // Shared texts, in runs, with pinyin, with blanks.
        ("<c r=\"A1\" t=\"s\"><v>0</v></c>", "A1=甲"),
        ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "A1=宁东大道"),
        ("<c r=\"A1\" t=\"s\"><v>2</v></c>", "A1= 乙 "),
        ("<c r=\"A1\" t=\"s\"><v>3</v></c>", "A1=乙"),
        ("<c r=\"A1\" t=\"s\"><v>5</v></c>", "A1=a\r\nb_x000D_<&"),
        ("<c r=\"A1\" t=\"s\"><v>6</v></c>", "A1=😀_x0000__xD83D_"),
        ("<c r=\"A1\" t=\"s\"><v> 0 </v></c>", "A1=甲"),
        ("<c r=\"A1\"><v>\n1.50 </v></c>", "A1=1.5"),
        // Inline ones.
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>丙</t></is></c>", "A1=丙"),
        (
            "<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>丙</t></r><r><t>丁</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>bing</t></rPh></is></c>", "A1=丙丁"
        ),
        // Formulas' values.
        ("<c r=\"A1\" t=\"str\"><f>B1</f><v>是_x0041_</v></c>", "A1=是A"),
        ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", "A1=2"),
        // Numbers.
        ("<c r=\"A1\"><v>140</v></c>", "A1=140"), ("<c r=\"A1\"><v>140.0</v></c>", "A1=140"),
        ("<c r=\"A1\" t=\"n\"><v>1.4E2</v></c>", "A1=140"),
        ("<c r=\"A1\"><v>0.30000000000000004</v></c>", "A1=0.3"),
        ("<c r=\"A1\"><v>-0</v></c>", "A1=0"), ("<c r=\"A1\"><v>007</v></c>", "A1=7"),
        ("<c r=\"A1\"><v>371702199001011234</v></c>", "A1=371702199001011000"),
        ("<c r=\"A1\" t=\"b\"><v>1</v></c>", "A1=TRUE"),
        ("<c r=\"A1\" t=\"b\"><v>0</v></c>", "A1=FALSE"),
        ("<c r=\"A1\" t=\"d\"><v>2023-06-30</v></c>", "A1=2023-06-30"),
        // Nothing.
        ("<c r=\"A1\"/>", nil), ("<c r=\"A1\"><v></v></c>", nil),
        ("<c r=\"A1\" t=\"s\"><v>4</v></c>", nil),
        ("<c r=\"A1\" t=\"s\"><v></v></c>", nil), ("<c r=\"A1\" t=\"s\"><v/></c>", nil),
    ])
    func cellsSayWhatAProgramShows(cell: String, expected: String?) throws {
        let parts = WorkbookParts(
            rows: "<row r=\"1\">\(cell)</row>",
            strings: "<si><t>甲</t></si>"
                + "<si><r><t>宁东</t></r><r><rPr><b/></rPr><t>大道</t></r>"
                + "<rPh sb=\"0\" eb=\"4\"><t>ningdongdadao</t></rPh><phoneticPr fontId=\"1\"/></si>"
                + "<si><t xml:space=\"preserve\"> 乙 </t></si><si><t>\n 乙 </t></si><si/>"
                + "<si><t>a_x000D_&#10;b_x005F_x000D_&lt;&amp;</t></si>"
                + "<si><t>_xD83D__xDE00__x0000__xD83D_</t></si>"
        )
        #expect(try texts(parts) == (expected.map { [$0] } ?? []))
    }

    @Test(arguments: [
        // Without references, with gaps, in any order.
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "A1=1 B1=2 A2=3"),
        (
            "<row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
            "C3=1 D3=2 A4=3"
        ),
        (
            "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"B1\"/></row>",
            "A1=1 C1=3"
        ),
        (
            "<row r=\"9\"><c r=\"A9\"><v>9</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
            "A2=2 A9=9"
        ),
        ("<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>", "A1=1"),
        ("<row r=\"1\"/><row r=\"2\"><c r=\"a2\"><v>1</v></c></row>", "A2=1"),
    ])
    func cellsStandWhereTheyBelong(rows: String, expected: String) throws {
        #expect(try texts(WorkbookParts(rows: rows)).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c><c r=\"B1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "<row r=\"0\"><c><v>1</v></c></row>",
        "<row r=\"1048577\"><c><v>1</v></c></row>", "<row r=\"-1\"/>", "<row r=\"x\"/>",
        "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"AAAA1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999999999999999</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"q\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"b\"><v>2</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1e999</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>nan</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>0x10p</v></c></row>",
    ])
    func contradictionsAreErrors(rows: String) {
        let parts = WorkbookParts(rows: rows, strings: "<si><t>甲</t></si>")
        #expect(code { () throws(SpreadsheetError) in _ = try texts(parts) } == .damagedWorkbook)
    }

    @Test func claimsOfSizeAreNotBelieved() throws {
        let rows =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
            + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>"
        let parts = WorkbookParts(
            [
                .init(
                    rows: rows,
                    behind: "<dimension ref=\"A1:XFD1048576\"/>"
                )
            ],
            strings: nil
        )
        let cells = try cells(parts.bytes)
        #expect(texts(cells) == ["A1=1", "XFD1048576=2"])
        #expect(cells.rowCount == 2)
        #expect(cells.bytes.count < 20_000)
    }

    @Test func emptyCellsFarToTheRightAreLimited() {
        let rows = (1...2_000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }
        let parts = WorkbookParts(rows: rows.joined())
        #expect(code { () throws(SpreadsheetError) in _ = try texts(parts) } == .unsafeWorkbook)
    }

    @Test func textsThatRepeatCostNothing() throws {
        let rows = (1...100).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }
        let long = String(repeating: "长", count: 10_000)
        let parts = WorkbookParts(rows: rows.joined(), strings: "<si><t>\(long)</t></si>")
        let cells = try cells(parts.bytes)
        #expect(cells.bytes.count < 31_000)
        #expect(cells.rowCount == 100)
        #expect(cells.string(row: 99, cell: 0) == long)
    }

    /// A format may show far more characters than the number has.
    @Test func textsMadeFromNumbersAreLimited() {
        let rows = (1...1_000).map {
            "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"1\"><v>1.\($0)e300</v></c></row>"
        }
        var parts = WorkbookParts(rows: rows.joined())
        parts.formats.append((1, nil))
        let limits = ExpansionLimits(perEntry: 100_000)
        #expect(
            code { () throws(SpreadsheetError) in _ = try cells(parts.bytes, limits: limits) }
                == .workbookTooLarge
        )
    }

    @Test func problemsAreNoted() throws {
        let parts = WorkbookParts(
            rows: "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c><c r=\"B2\"><f>A1</f></c></row>"
        )
        let cells = try cells(parts.bytes)
        #expect(texts(cells) == ["A2=#REF!"])
        #expect(cells.problems.map(\.kind) == [.error, .missingValue])
        #expect(cells.problems.map(\.cell.description) == ["A2", "B2"])
    }

    @Test func cellsWithFormulasCanBeLeftOut() throws {
        let rows =
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><f>A1</f><v>1</v></c><c r=\"B2\"><v>2</v></c></row>"
        let typed = try ZIPArchive.withArchive(of: WorkbookParts(rows: rows).bytes) {
            archive throws(SpreadsheetError) in
            var workbook = try Workbook(archive)
            return try workbook.cells(
                of: [(workbook.sheets[0], .typedCells)],
                in: archive
            )[0]
        }
        #expect(texts(typed) == ["A1=1", "B2=2"])
        #expect(typed.formulaRows == [2])
    }

    @Test func theFirstRowsCanBeReadAlone() throws {
        let rows = (1...9).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }
        let bytes = WorkbookParts(rows: rows.joined()).bytes
        let top = try ZIPArchive.withArchive(of: bytes) { archive throws(SpreadsheetError) in
            var workbook = try Workbook(archive)
            return try workbook.cells(
                of: [(workbook.sheets[0], .firstRows(2))],
                in: archive
            )[0]
        }
        #expect(texts(top) == ["A1=1", "A2=2"])
    }
}
