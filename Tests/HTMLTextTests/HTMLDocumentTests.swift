import DocumentText
import HTMLText
import Testing

/// Pages as browsers show them.
@Suite struct HTMLDocumentTests {
    private func content(_ page: String) throws -> DocumentContent {
        try HTMLDocument.content(of: Array(page.utf8))
    }

    /// The lines of a page outside and inside tables, headings with a `#`.
    private func lines(_ page: String) throws -> [String] {
        let content = try content(page)
        return content.pieces.compactMap {
            guard case .line(let range, let isHeading) = $0 else { return nil }
            return (isHeading ? "#" : "") + content.string(range)
        }
    }

    /// The cells of the first table: `row,column` with `+rows+columns` where merged, and the text.
    private func cells(_ page: String) throws -> [String] {
        let content = try content(page)
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
        ("<p>甲  乙\n丙</p>", ["甲 乙 丙"]),
        ("<h2>题</h2><div>甲<b>乙</b></div>丙", ["#题", "甲乙", "丙"]),
        ("甲<br>乙<hr>丙", ["甲", "乙", "丙"]),
        ("&lt;甲&gt;&amp;&#20057;&nbsp;丙", ["<甲>&乙\u{A0}丙"]),
        ("<pre>甲  一\n乙</pre>", ["甲  一", "乙"]),
        ("<script>if (a < b) document.write('<p>乙</p>')</script><style>p{}</style>甲", ["甲"]),
        ("<p style='display: none'>乙</p><p hidden>丙<b>丁</b></p>甲", ["甲"]),
        ("<title>网站</title><p>甲", ["甲"]),
        // As Word saves pages.
        ("<p><![if !supportLists]>1.<![endif]>甲<o:p></o:p></p>", ["1.甲"]),
        ("<!--[if gte mso 9]><xml><w>乙</w></xml><![endif]--><p>甲", ["甲"]),
        ("", []),
    ])
    func whatIsSeenIsText(page: String, expected: [String]) throws {
        #expect(try lines(page) == expected)
    }

    /// No entity but HTML's own, and none of a document type.
    @Test func entitiesOfAPageAreNotExpanded() throws {
        let page = """
            <!DOCTYPE html [<!ENTITY a "甲甲甲甲"><!ENTITY b SYSTEM "file:///etc/passwd">]>
            <p>&a;&b;</p>
            """
        #expect(!(try lines(page).joined()).contains("甲甲"))
        #expect(!(try lines(page).joined()).contains("root"))
    }

    // MARK: Tables

    @Test(arguments: [
        // Tags that are left out.
        ("<table><tr><td>甲<td>乙<tr><td>丙</table>", ["0,0 甲", "0,1 乙", "1,0 丙"]),
        ("<table><tr><th>甲<span>乙<td>丙</tr></table>", ["0,0 甲乙", "0,1 丙"]),
        // Merged cells take the places of those below and behind them.
        (
            "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>",
            ["0,0+2+1 甲", "0,1+1+2 乙", "1,1 丙", "1,2 丁"]
        ),
        ("<table><tr><td rowspan=0>甲<td>乙<tr><td>丙</table>", ["0,0+2+1 甲", "0,1 乙", "1,1 丙"]),
        (
            "<table><tr><td rowspan=1000000000>甲<td>乙<tr><td>丙</table>",
            ["0,0+2+1 甲", "0,1 乙", "1,1 丙"]
        ),
        ("<table><tr><td colspan=1000000000>甲</table>", ["0,0+1+1000 甲"]),
        ("<table><tr><td colspan=-1>甲<td colspan=x>乙</table>", ["0,0 甲", "0,1 乙"]),
        // Lines of a cell.
        ("<table><tr><td>甲<br>乙<p>丙</p><td></table>", ["0,0 甲\n乙\n丙"]),
        ("<table><tr><td> <td>&nbsp;<td>甲</table>", ["0,1 \u{A0}", "0,2 甲"]),
        // A table in a cell is text of the cell, too.
        (
            "<table><tr><td>甲<table><tr><td>乙<td>丙</table>丁<td>戊</table>",
            ["0,0 甲\n乙\n丙\n丁", "0,1 戊"]
        ),
    ])
    func cellsStandWhereABrowserShowsThem(page: String, expected: [String]) throws {
        #expect(try cells(page) == expected)
    }

    @Test func aTableInACellIsATableOfItsOwn() throws {
        let content = try content(
            "<table><tr><td><table><caption>题</caption><tr><td>甲</table></table>"
        )
        #expect(content.tables.map(\.parent) == [nil, 0])
        #expect(content.tables[1].lines.map(content.string) == ["题"])
        #expect(content.tables[0].lines.isEmpty)
    }

    // MARK: Hostile pages

    @Test func whatNoPageNeedsIsRefused() throws {
        #expect(throws: HTMLDocument.Failure.tooDeep(HTMLDocument.deepest)) {
            try content(String(repeating: "<b>", count: 1_000_000))
        }
        #expect(throws: HTMLDocument.Failure.limit(.tooDeep(DocumentBuilder.deepest))) {
            try content(String(repeating: "<table><tr><td>", count: 100))
        }
        #expect(throws: HTMLDocument.Failure.limit(.tooWide(DocumentBuilder.mostColumns))) {
            try content("<table><tr>" + String(repeating: "<td colspan=1000>甲", count: 17))
        }
    }

    @Test func bytesOfAnySortEndNothing() throws {
        #expect(try lines("<p>甲\0乙</p>丙") == ["甲乙", "丙"])
        #expect(try lines("甲</table></td></tr><td>乙</p></p>") == ["甲", "乙"])
        #expect(try lines("<table>甲<tr>乙<td>丙") == ["甲", "乙", "丙"])
        #expect(try lines("<!-- 甲 --> <![CDATA[乙]]> <?xml:namespace prefix = o />丁") == ["丁"])
    }
}
