import SourceText
import SpreadsheetML
import TestSupport
import Testing

/// Parts are found by their relationships, whatever they are called; what is no workbook is named.
@Suite struct WorkbookTests {
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
    private static let parts = WorkbookParts(rows: rows, strings: "<si><t>甲</t></si>")

    /// The archive with the text of one entry changed.
    private func archive(
        _ name: String,
        _ old: String,
        _ new: String
    ) -> Archive {
        var archive = Self.parts.archive
        for index in archive.entries.indices where archive.entries[index].name == name {
            let text = String(decoding: archive.entries[index].content, as: UTF8.self)
            archive.entries[index].content = Array(text.replacing(old, with: new).utf8)
        }
        return archive
    }

    /// The archive with an entry under another name.
    private func archive(renaming old: String, to new: String) -> Archive {
        var archive = Self.parts.archive
        for index in archive.entries.indices where archive.entries[index].name == old {
            archive.entries[index].name = new
        }
        return archive
    }

    private func code(_ archive: Archive) -> FindingCode? {
        SpreadsheetMLTests.code { () throws(SpreadsheetError) in _ = try cells(archive.bytes()) }
    }

    /// Two tabs may show one part: it is let go when the second was read.
    @Test func aPartThatIsReadTwiceIsLetGoLast() throws {
        // So large that another core expands it.
        let remark = "<!--\(String(repeating: "x", count: 10_000))-->"
        let parts = WorkbookParts(
            rows: WorkbookParts.rows([["序号", "1"]]),
            behind: String(repeating: remark, count: 500)
        )
        var bytes = parts.bytes
        let read = try ZIPArchive.withArchive(taking: &bytes) { archive throws(SpreadsheetError) in
            var workbook = try Workbook(archive)
            let sheet = workbook.sheets[0]
            return try workbook.cells(
                of: [(sheet, .all), (sheet, .all)],
                in: archive,
                isLast: true
            )
        }
        #expect(read.map { texts($0) } == [["A1=序号", "B1=1"], ["A1=序号", "B1=1"]])
        #expect(bytes.isEmpty)
    }

    @Test(arguments: [
        "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml",
        "./worksheets/../worksheets/sheet1.xml",
        "..\\xl\\worksheets\\sheet1.xml", "WorkSheets/Sheet1.XML",
        "../../../xl/worksheets/sheet1.xml",
    ])
    func targetsAreFound(target: String) throws {
        let rels = archive("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", target)
        #expect(try texts(cells(rels.bytes())) == ["A1=甲"])
    }

    @Test func namesOfPartsDoNotMatter() throws {
        var archive = archive(renaming: "xl/workbook.xml", to: "book/main.bin.xml")
        for index in archive.entries.indices {
            let entry = archive.entries[index]
            if entry.name == "_rels/.rels" {
                let text = String(decoding: entry.content, as: UTF8.self)
                archive.entries[index].content = Array(
                    text.replacing("xl/workbook.xml", with: "book/main.bin.xml").utf8
                )
            }
            if entry.name == "xl/_rels/workbook.xml.rels" {
                let text = String(decoding: entry.content, as: UTF8.self)
                archive.entries[index].name = "book/_rels/main.bin.xml.rels"
                archive.entries[index].content = Array(
                    text.replacing("worksheets/", with: "../xl/worksheets/")
                        .replacing("\"styles.xml", with: "\"/xl/styles.xml").utf8
                )
            }
        }
        #expect(try texts(cells(archive.bytes())) == ["A1=甲"])
    }

    @Test func sheetsThatAreNoWorksheetsAreLeftOut() throws {
        var parts = WorkbookParts(
            [
                .init("图表", rows: ""), .init("一", rows: Self.rows),
                .init("二", rows: Self.rows, state: "hidden"),
                .init("三", rows: Self.rows, state: "veryHidden"),
                .init("四 &amp; &quot;五&quot;", rows: Self.rows, state: "visible"),
            ],
            strings: "<si><t>甲</t></si>"
        )
        parts.properties = "<bookViews><workbookView/></bookViews>"
        var archive = parts.archive
        for index in archive.entries.indices
        where archive.entries[index].name == "xl/_rels/workbook.xml.rels" {
            let text = String(decoding: archive.entries[index].content, as: UTF8.self)
            archive.entries[index].content = Array(
                text.replacing(
                    "/worksheet\" Target=\"worksheets/sheet1.xml\"",
                    with: "/chartsheet\" Target=\"worksheets/sheet1.xml\""
                ).utf8
            )
        }
        let sheets = try ZIPArchive.withArchive(of: archive.bytes()) {
            archive throws(SpreadsheetError) in
            try Workbook(archive).sheets
        }
        #expect(sheets.map(\.name) == ["一", "二", "三", "四 & \"五\""])
        #expect(sheets.map(\.visibility) == [.visible, .hidden, .hidden, .visible])
    }

    @Test(arguments: [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml",
    ])
    func missingPartsAreErrors(name: String) {
        var archive = Self.parts.archive
        archive.entries.removeAll { $0.name == name }
        #expect(code(archive) == .damagedWorkbook)
    }

    @Test func partsOfOneNameAreErrors() {
        #expect(code(archive(renaming: "xl/styles.xml", to: "XL/Workbook.xml")) == .damagedWorkbook)
    }

    @Test func otherPackagesAreNamed() {
        let none = archive("_rels/.rels", "/officeDocument\"", "/other\"")
        #expect(code(none) == .notAWorkbook)
        let document = archive("xl/workbook.xml", "<workbook ", "<document ")
        let closed = archive("xl/workbook.xml", "workbook", "document")
        #expect(code(document) == .damagedWorkbook)
        #expect(code(closed) == .notAWorkbook)
        #expect(
            code(archive(renaming: "xl/styles.xml", to: "xl/workbook.bin")) == .unsupportedWorkbook
        )
        var open = Self.parts.archive
        open.entries += [("mimetype", Array("application/x".utf8)), ("content.xml", [])]
        #expect(code(open) == .unsupportedWorkbook)
    }

    @Test func externalTargetsNameNoPart() {
        let external = archive(
            "xl/_rels/workbook.xml.rels",
            "Target=\"worksheets/sheet1.xml\"",
            "TargetMode=\"External\" Target=\"worksheets/sheet1.xml\""
        )
        #expect(code(external) == .damagedWorkbook)
    }

    @Test func anotherNamespaceIsNotRead() {
        let other = archive("xl/worksheets/sheet1.xml", WorkbookParts.main, "urn:other")
        #expect(code(other) == .damagedWorkbook)
    }

    @Test(arguments: [
        ([], FindingCode.notAWorkbook), (Array("PK".utf8), .notAWorkbook),
        (Array("序号,领导\r\n".utf8), .notAWorkbook), (Array("<html>".utf8), .notAWorkbook),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .notAWorkbook),
        ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .unsupportedWorkbook),
    ])
    func otherFilesAreNamed(bytes: [UInt8], expected: FindingCode) {
        #expect(
            SpreadsheetMLTests.code { () throws(SpreadsheetError) in _ = try cells(bytes) }
                == expected
        )
    }

    /// XML that was changed at random inside whole archives: it reads, or is refused.
    @Test(arguments: 0..<6)
    func noXMLEndsTheProgram(seed: UInt64) {
        var parts = WorkbookParts(
            rows:
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45107</v></c></row>"
                + "<row r=\"2\"><c r=\"C2\" t=\"inlineStr\"><is><t>乙_x000D_</t></is></c></row>",
            strings: "<si><r><t>甲&amp;</t></r><rPh><t>x</t></rPh></si>",
            behind: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
        )
        parts.formats = [(0, nil), (176, "m\"月\"d\"日\";[>=1]0.0E+00"), (9, nil)]
        let whole = parts.archive
        let spice = Array("<>&;\"'=/ 019-:xABrts\u{0}".utf8) + [0xE4, 0xFF, 0x80]
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            var archive = whole
            let index = Int.random(in: 0..<archive.entries.count, using: &random)
            var content = archive.entries[index].content
            // What the XML declaration says is not looked at closely.
            let start = content.starts(with: "<?xml".utf8) ? (content.firstIndex(of: 0x0A) ?? 0) : 0
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let place = Int.random(in: start..<content.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: content[place] = spice[Int.random(in: 0..<spice.count, using: &random)]
                case 1: content.remove(at: place)
                default:
                    let end = min(content.count, place + Int.random(in: 1..<40, using: &random))
                    content.insert(contentsOf: content[place..<end], at: place)
                }
            }
            archive.entries[index].content = content
            guard let read = try? cells(archive.bytes(isStored: true)) else { continue }
            // What is accepted is well-formed (prefixes of other attributes don't matter), and text.
            if archive.entries[index].name != "xl/styles.xml" {
                #expect(
                    ExpatEvents.events(of: content, namespaces: false) != nil,
                    "seed \(seed): \(String(decoding: content, as: UTF8.self))"
                )
            }
            #expect(texts(read).allSatisfy { !$0.contains("\u{FFFD}") })
        }
    }
}
