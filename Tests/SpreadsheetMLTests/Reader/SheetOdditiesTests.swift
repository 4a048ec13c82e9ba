import SourceText
import SpreadsheetML
import TestSupport
import Testing

/// Parts that other programs write oddly are read, as far as no value has to be guessed.
@Suite struct SheetOdditiesTests {
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook of one row whose styles 1 to 5 are a date, a time, a span, a text and a date.
    private func parts(_ cells: String, behind: String = "") -> WorkbookParts {
        var parts = WorkbookParts(
            rows: "<row r=\"1\">\(cells)</row>",
            strings: "<si><t>甲</t></si><si><r><rPr><strike/></rPr><t>乙</t></r><r><t>丙</t></r></si>",
            behind: behind
        )
        parts.formats = [
            (0, nil), (164, "yyyy-mm-dd"), (165, "h:mm:ss"), (46, nil), (166, "\"约\"@"),
            (167, "0 kg"),
        ]
        return parts
    }

    @Test(arguments: [
        ("<c r=\"A1\"><is><t>丙</t></is></c>", "A1=丙"),
        ("<c r=\"A1\" t=\"n\"><is><t>丙</t></is></c>", "A1=丙"),
        ("<c r=\"A1\" t=\"inlineStr\"><v>9</v><is><t>丙</t></is></c>", "A1=丙"),
        ("<c r=\"A1\" t=\"inlineStr\"><is><t>丙</t></is></c>", "A1=丙"),
        ("<c r=\"A1\" t=\"inlineStr\"><v>丁</v></c>", "A1=丁"),
        ("<c r=\"A1\" t=\"s\"><v>0</v><is><t>丙</t></is></c>", "A1=丙"),
        ("<c r=\"A1\" s=\"\"><v>1.50</v></c>", "A1=1.5"),
        ("<c r=\"A1\" s=\"99\"><v>1.50</v></c>", "A1=1.5"),
        ("<c r=\"A1\" s=\"x\" t=\"s\"><v>0</v></c>", "A1=甲"),
        ("<c r=\"A1\" s=\"5\"><v>3</v></c>", "A1=3"),
        ("<c r=\"A1\" s=\"4\" t=\"s\"><v>0</v></c>", "A1=约甲"),
        ("<c r=\"A1\" s=\"1\" t=\"d\"><v>2023-06-30T00:00:00</v></c>", "A1=2023-06-30"),
        ("<c r=\"A1\" s=\"2\" t=\"d\"><v>10:10:10</v></c>", "A1=10:10:10"),
        ("<c r=\"A1\" s=\"2\" t=\"d\"><v>10:10:10+08:00</v></c>", "A1=10:10:10"),
        ("<c r=\"A1\" s=\"3\" t=\"d\"><v>PT24H0M0.000S</v></c>", "A1=24:00:00"),
        ("<c r=\"A1\" t=\"d\"><v>PT24H0M0.000S</v></c>", "A1=24:00:00"),
        ("<c r=\"A1\" t=\"d\"><v>2023-12-15T08:30:00+08:00</v></c>", "A1=2023-12-15 8:30"),
        ("<c r=\"A1\" t=\"d\"><v>2023-12-15T08:30:05</v></c>", "A1=2023-12-15 8:30:05"),
        ("<c r=\"A1\" t=\"d\"><v>1899-12-31T10:10:10.000</v></c>", "A1=10:10:10"),
        ("<c r=\"A1\" s=\"1\" t=\"d\"><v>1850-01-01</v></c>", "A1=1850-01-01"),
        ("<c r=\"A1\" s=\"1\" t=\"d\"><v>2023-13-01</v></c>", "A1=2023-13-01"),
        ("<c r=\"B9\"/><c r=\"A1\"><v>1</v></c><c r=\"\" s=\"1\"/>", "A1=1"),
    ])
    func cellsAreRead(cells: String, expected: String) throws {
        #expect(try texts(parts(cells)) == [expected])
    }

    @Test(arguments: [
        "<c r=\"B9\"><v>1</v></c>", "<c r=\"B9\"><is><t>丙</t></is></c>",
        "<c r=\"B9\"><f>A1</f></c>",
    ])
    func valuesInTheWrongRowAreErrors(cells: String) {
        let bytes = parts(cells).bytes
        #expect(
            code { () throws(SpreadsheetError) in _ = try SpreadsheetMLTests.cells(bytes) }
                == .damagedWorkbook
        )
    }

    @Test(arguments: [
        ("A1:B2", 1, 1, 2, 2), ("B2:A1", 1, 1, 2, 2), ("$A$1:$B$2", 1, 1, 2, 2), ("C3", 3, 3, 3, 3),
        ("A:A", 1, 1, 1_048_576, 1), ("B:C", 1, 2, 1_048_576, 3), ("2:3", 2, 1, 3, 16_384),
    ])
    func mergesHaveExactCorners(
        text: String,
        top: Int,
        left: Int,
        bottom: Int,
        right: Int
    ) throws {
        let merges = "<mergeCells><mergeCell ref=\"\(text)\"/></mergeCells>"
        let merge = try #require(try cells(parts("", behind: merges).bytes).merges.first)
        #expect(merge.first == CellReference(row: top, column: left))
        #expect(merge.last == CellReference(row: bottom, column: right))
    }

    @Test(arguments: ["", "#REF!", "A", "A1:B2:C3", "A1:", "1:A"])
    func mergesThatAreNoneAreLeftOutAndTold(text: String) throws {
        let merges = "<mergeCells><mergeCell ref=\"\(text)\"/></mergeCells>"
        let sheet = try cells(parts("<c r=\"A1\"><v>1</v></c>", behind: merges).bytes)
        #expect(sheet.merges.isEmpty)
        #expect(sheet.leftOut.count == 1)
        #expect(texts(sheet) == ["A1=1"])
    }

    @Test(arguments: [
        "_xlfn.DISPIMG(\"ID_1\",1)", "=DISPIMG(\"ID_1\",1)",
        "_xlfn.IMAGE(\"https://example.org/a.png\")",
        "image(A1)", "_xlfn._xlws.IMAGE(B1)",
    ])
    func picturesAreNoTexts(formula: String) throws {
        for cell in [
            "<c r=\"B1\" t=\"str\"><f>\(formula)</f><v>=\(formula)</v></c>",
            "<c r=\"B1\" t=\"e\"><f>\(formula)</f><v>#VALUE!</v></c>",
            "<c r=\"B1\" t=\"inlineStr\"><is><t>=\(formula)</t></is></c>",
        ] {
            let sheet = try cells(parts("<c r=\"A1\"><v>1</v></c>" + cell).bytes)
            #expect(texts(sheet) == ["A1=1"])
            #expect(sheet.problems.map(\.kind) == [.picture])
            #expect(sheet.problems.map(\.cell) == [CellReference(row: 1, column: 2)])
        }
    }

    @Test(arguments: ["IMAGES(A1)", "\"DISPIMG(\"", "IF(A1,IMAGE(A1),1)", "A1"])
    func otherFormulasAreNoPictures(formula: String) throws {
        let sheet = try cells(parts("<c r=\"A1\" t=\"str\"><f>\(formula)</f><v>x</v></c>").bytes)
        #expect(texts(sheet) == ["A1=x"])
        #expect(sheet.problems.isEmpty)
    }

    @Test func struckOutTextIsTold() throws {
        let sheet = try cells(
            parts("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>").bytes
        )
        #expect(texts(sheet) == ["A1=甲", "B1=丙"])
        #expect(sheet.struckOut == [CellReference(row: 1, column: 2)])
    }

    /// Words that are struck out beside others don't count; a whole text that is struck out stays.
    @Test(arguments: [
        ([("否", true), ("是", false)], "是"), ([("是", false), ("否", true)], "是"),
        ([("甲", true), ("乙", true)], "甲乙"), ([("甲", true), (" ", false)], "甲 "),
        ([("甲", false), ("乙", true), ("丙", false), ("丁", true)], "甲丙"),
    ])
    func struckOutWordsAreLeftOut(runs: [(text: String, isStruck: Bool)], text: String) throws {
        let content = runs.map { run in
            "<r><rPr>\(run.isStruck ? "<strike/>" : "<strike val=\"0\"/>")</rPr>"
                + "<t xml:space=\"preserve\">\(run.text)</t></r>"
        }
        let cell = "<c r=\"A1\" t=\"inlineStr\"><is>\(content.joined())</is></c>"
        let sheet = try cells(parts(cell).bytes)
        #expect(texts(sheet) == ["A1=" + text])
        #expect(sheet.struckOut == [CellReference(row: 1, column: 1)])
    }

    @Test func commentsAndTotalsRowsAreTold() throws {
        var archive = WorkbookParts(texts: [["序号"], ["1"], ["汇总"]]).archive
        let relation = { (id: Int, kind: String, target: String) in
            "<Relationship Id=\"rId\(id)\" Type=\"\(Self.office)/\(kind)\" Target=\"\(target)\"/>"
        }
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        let list =
            relation(1, "comments", "../comments1.xml") + relation(2, "table", "../table1.xml")
            + relation(3, "table", "../missing.xml")
        archive.entries += [
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                Array("<Relationships xmlns=\"\(namespace)\">\(list)</Relationships>".utf8)
            ),
            (
                "xl/comments1.xml",
                Array(
                    "<comments xmlns=\"\(WorkbookParts.main)\"><commentList><comment ref=\"A2\"><text/></comment></commentList></comments>"
                        .utf8
                )
            ),
            (
                "xl/table1.xml",
                Array(
                    "<table xmlns=\"\(WorkbookParts.main)\" ref=\"A1:A3\" totalsRowCount=\"1\"/>"
                        .utf8
                )
            ),
        ]
        let sheet = try cells(archive.bytes())
        #expect(sheet.comments == [CellReference(row: 2, column: 1)])
        #expect(sheet.totalsRows == [3...3])
        #expect(texts(sheet.withoutTotalsRows) == ["A1=序号", "A2=1"])
    }

    /// What lies over the cells is counted: shapes with a text, and pictures; no arrow, and no chart.
    @Test func drawingsAreTold() throws {
        let main = "http://schemas.openxmlformats.org/drawingml/2006"
        func anchor(_ content: String) -> String {
            "<xdr:twoCellAnchor><xdr:from/><xdr:to/>\(content)<xdr:clientData/></xdr:twoCellAnchor>"
        }
        func shape(_ text: String) -> String {
            "<xdr:sp><xdr:spPr/><xdr:txBody><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        }
        let shapes = [
            shape("改为否"), shape(" "), "<xdr:pic/>", "<xdr:sp/>", "<xdr:graphicFrame/>",
            "<xdr:grpSp>\(shape("甲"))<xdr:pic/>\(shape("乙"))</xdr:grpSp>",
        ]
        var archive = WorkbookParts(texts: [["序号"], ["1"]]).archive
        let relation =
            "<Relationship Id=\"rId1\" Type=\"\(Self.office)/drawing\" Target=\"../drawing1.xml\"/>"
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.entries += [
            (
                "xl/worksheets/_rels/sheet1.xml.rels",
                Array("<Relationships xmlns=\"\(namespace)\">\(relation)</Relationships>".utf8)
            ),
            (
                "xl/drawing1.xml",
                Array(
                    ("<xdr:wsDr xmlns:xdr=\"\(main)/spreadsheetDrawing\" xmlns:a=\"\(main)/main\">"
                        + shapes.map(anchor).joined() + "</xdr:wsDr>").utf8
                )
            ),
        ]
        let drawings = try cells(archive.bytes()).drawings
        #expect(drawings.textBoxes == 2)
        #expect(drawings.pictures == 1)
    }

    /// Shared texts that aren't there are missed where a sheet is read, not where it is looked at.
    @Test func missingSharedTextsAreMissedWhereTheyAreRead() throws {
        let own = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c></row>"
        let other = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
        var archive = WorkbookParts(
            [.init("全部", rows: own), .init("汇总", rows: other)],
            strings: "<si><t>乙</t></si>"
        ).archive
        archive.entries.removeAll { $0.name == "xl/sharedStrings.xml" }
        func read(_ extents: Workbook.Extent...) throws(SpreadsheetError) -> [SheetCells] {
            try ZIPArchive.withArchive(of: archive.bytes(), limits: ExpansionLimits()) {
                archive throws(SpreadsheetError) in
                var workbook = try Workbook(archive)
                let requests = zip(workbook.sheets, extents).map { ($0, $1) }
                return try workbook.cells(of: requests, in: archive)
            }
        }
        #expect(texts(try read(.all, .firstRows(9))[0]) == ["A1=甲"])
        #expect(
            code { () throws(SpreadsheetError) in _ = try read(.all, .all) } == .damagedWorkbook
        )
    }

    @Test(arguments: [true, false], [true, false])
    func partsMayBeUTF16(isBigEndian: Bool, hasMark: Bool) throws {
        var archive = parts("<c r=\"A1\" t=\"s\"><v>0</v></c>").archive
        for index in archive.entries.indices {
            let text = String(decoding: archive.entries[index].content, as: UTF8.self)
                .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
                .replacing("甲", with: String(repeating: "甲😀", count: 50_000))
            let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
            archive.entries[index].content = units.flatMap { unit in
                let bytes = [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
                return isBigEndian ? bytes : bytes.reversed()
            }
        }
        let expected = "A1=" + String(repeating: "甲😀", count: 50_000)
        #expect(try texts(cells(archive.bytes())) == [expected])
    }

    @Test func numbersWhoseStylesAreMissingArePlain() throws {
        var plain = parts("<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>7</v></c>")
            .archive
        plain.entries.removeAll { $0.name == "xl/styles.xml" }
        #expect(try texts(cells(plain.bytes())) == ["A1=甲", "B1=7"])
        var date = parts("<c r=\"A1\" s=\"1\"><v>45107</v></c>").archive
        date.entries.removeAll { $0.name == "xl/styles.xml" }
        let shown = try cells(date.bytes())
        #expect(texts(shown) == ["A1=45107"])
        #expect(shown.leftOut.count == 1)
    }

    @Test func sheetsOfMacrosAreLeftOutAndTold() throws {
        var archive = WorkbookParts([
            .init("宏", rows: ""), .init("表", rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
        ]).archive
        for index in archive.entries.indices where archive.entries[index].name == "xl/workbook.xml"
        {
            let text = String(decoding: archive.entries[index].content, as: UTF8.self)
            archive.entries[index].content = Array(
                text.replacing("r:id=\"rId1\"", with: "r:id=\"\"").utf8
            )
        }
        let (names, count) = try ZIPArchive.withArchive(of: archive.bytes()) {
            archive throws(SpreadsheetError) in
            let workbook = try Workbook(archive)
            return (workbook.sheets.map(\.name), workbook.leftOut.count)
        }
        #expect(names == ["表"])
        #expect(count == 1)
    }
}
