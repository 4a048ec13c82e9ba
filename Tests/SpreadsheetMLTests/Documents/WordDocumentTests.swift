import DocumentText
import SpreadsheetML
import TestSupport
import Testing

/// Word documents as Word shows them.
@Suite struct WordDocumentTests {
    private func word(_ body: String, numbering: String? = nil) throws -> WordDocument {
        try WordDocument(of: WordParts(body: body, numbering: numbering).bytes)
    }

    private func lines(_ body: String, numbering: String? = nil) throws -> [String] {
        let content = try word(body, numbering: numbering).content
        return content.pieces.compactMap {
            guard case .line(let range, let isHeading) = $0 else { return nil }
            return (isHeading ? "#" : "") + content.string(range)
        }
    }

    private func cells(_ body: String) throws -> [String] {
        let content = try word(body).content
        let table = try #require(content.tables.first)
        return table.cells.map { cell in
            let span =
                cell.rowSpan > 1 || cell.columnSpan > 1
                ? "+\(cell.rowSpan)+\(cell.columnSpan)" : ""
            return "\(cell.row),\(cell.column)\(span) " + content.string(cell.text)
        }
    }

    // MARK: Text

    @Test(arguments: [
        (
            "<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙</w:t></w:r></w:p>",
            ["甲 乙"]
        ),
        ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p><w:p/>", ["甲", "乙"]),
        (
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>",
            ["#题"]
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p>",
            ["明"]
        ),
        ("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/></w:r></w:p>", ["甲 乙-"]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>", ["1"]),
    ])
    func whatIsShownIsText(body: String, expected: [String]) throws {
        #expect(try lines(body) == expected)
    }

    // MARK: Changes

    @Test(arguments: [
        (
            "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
            ["新"]
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>",
            ["新"]
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>",
            ["甲乙"]
        ),
        (
            "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>",
            ["甲"]
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["甲"]
        ),
    ])
    func changesCountAsAccepted(body: String, expected: [String]) throws {
        #expect(try lines(body) == expected)
        #expect(try word(body).hasTrackedChanges)
        #expect(try !word("<w:p/>").hasTrackedChanges)
    }

    // MARK: Tables

    private static func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }

    @Test func cellsAreMergedAsInWord() throws {
        let restart = "<w:vMerge w:val=\"restart\"/>"
        let rows = [
            Self.cell("甲", restart) + Self.cell("乙", "<w:gridSpan w:val=\"2\"/>"),
            Self.cell("", "<w:vMerge/>") + Self.cell("丙") + Self.cell("丁"),
            Self.cell("别", "<w:vMerge w:val=\"continue\"/>") + Self.cell("戊")
                + "<w:tc><w:p/></w:tc>",
            "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Self.cell("己"),
        ]
        let table = "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
        #expect(
            try cells(table) == [
                "0,0+3+1 甲", "0,1+1+2 乙", "1,1 丙", "1,2 丁", "2,1 戊", "3,1 己",
            ]
        )
    }

    @Test func aMergeThatBeginsNowhereIsACell() throws {
        let table = "<w:tbl><w:tr>\(Self.cell("甲", "<w:vMerge/>"))\(Self.cell("乙"))</w:tr></w:tbl>"
        #expect(try cells(table) == ["0,0 甲", "0,1 乙"])
    }

    @Test func paragraphsAndTablesInACellAreItsLines() throws {
        let inner = "<w:tbl><w:tr>\(Self.cell("丙"))\(Self.cell("丁"))</w:tr></w:tbl>"
        let cell =
            "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>乙</w:t></w:r></w:p>\(inner)<w:p/></w:tc>"
        #expect(try cells("<w:tbl><w:tr>\(cell)</w:tr></w:tbl>") == ["0,0 甲\n乙\n丙\n丁"])
    }

    // MARK: Lists

    /// Serials are often the numbers of a list: no text holds them.
    @Test func numbersOfListsAreSeen() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
            <w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
            """
        let list = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>"
        let body = "<w:p>\(list)</w:p><w:p>\(list)<w:r><w:t>甲</w:t></w:r></w:p><w:p>\(list)</w:p>"
        #expect(try lines(body, numbering: numbering) == ["1", "2.甲", "3"])
    }

    // MARK: What is no document

    @Test func hostileDocumentsAreRefused() throws {
        let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 1_000)
        #expect(throws: DocumentFailure.self) { try word(deep) }
        let wide =
            "<w:tbl><w:tr>"
            + String(repeating: Self.cell("甲", "<w:gridSpan w:val=\"9999\"/>"), count: 3)
        #expect(throws: DocumentFailure.limit(.tooWide(DocumentBuilder.mostColumns))) {
            try word(wide + "</w:tr></w:tbl>")
        }
        #expect(throws: DocumentFailure.self) { try WordDocument(of: Array("PK".utf8)) }
        let bomb = WordParts(body: String(repeating: "<w:p/>", count: 100_000)).bytes
        #expect(throws: DocumentFailure.self) {
            try WordDocument(of: bomb, limits: ExpansionLimits(perEntry: 10_000))
        }
    }
}
