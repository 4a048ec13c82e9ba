/// A table as documents of other programs hold it: the tests' own writers share nothing with the
/// readers.
public struct DocumentMaking: Sendable {
    /// The lines above the table.
    public var above: [String]
    /// The rows, the header first; nil: the cell above reaches down to here.
    public var rows: [[String?]]
    /// How many columns a cell reaches over, by row and column (from 0), where that is more than one.
    public var spans: [[Int]: Int]

    /// Makes a table.
    public init(above: [String], rows: [[String?]], spans: [[Int]: Int] = [:]) {
        self.above = above
        self.rows = rows
        self.spans = spans
    }

    private func width(_ row: Int, _ column: Int) -> Int { spans[[row, column]] ?? 1 }

    /// Whether a cell is covered by one before it in its row.
    private func isCovered(_ row: Int, _ column: Int) -> Bool {
        (0..<column).contains { column < $0 + width(row, $0) }
    }

    /// How many rows the cell of a row and column covers.
    func height(_ row: Int, _ column: Int) -> Int {
        1 + rows[(row + 1)...].prefix { $0[column] == nil }.count
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// The cells of a row that aren't covered, with their columns.
    private func cells(_ row: Int) -> [(column: Int, text: String)] {
        rows[row].enumerated().compactMap { column, text in
            isCovered(row, column) ? nil : text.map { (column, $0) }
        }
    }

    /// As a web page, whose end tags are left out.
    public var html: [UInt8] {
        Array((above.map { "<p>\(Self.escaped($0))" }.joined() + table).utf8)
    }

    /// As a web page that is laid out by a table, in a cell of which everything stands.
    public var nestedHTML: [UInt8] {
        let lines = above.map { "<p>\(Self.escaped($0))</p>" }.joined()
        return Array(
            ("<table><tr><td colspan=2>首页 &gt; 政务公开<tr><td><ul><li>政策<li>解读</ul><td>"
                + lines + table + "<tr><td>版权所有<td></table>").utf8
        )
    }

    private var table: String {
        var page = "<table>"
        for row in rows.indices {
            page += "<tr>"
            for (column, text) in cells(row) {
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                page += "<td rowspan=\(height(row, column)) colspan=\(width(row, column))>"
                page += lines.map { Self.escaped(String($0)) }.joined(separator: "<br>")
            }
        }
        return page + "</table>"
    }

    /// As a Word document.
    public var docx: [UInt8] {
        func paragraph(_ text: String) -> String {
            let runs = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "<w:t xml:space=\"preserve\">\(Self.escaped(String($0)))</w:t>" }
            return "<w:p><w:r>\(runs.joined(separator: "<w:br/>"))</w:r></w:p>"
        }
        var body = above.map(paragraph).joined() + "<w:tbl>"
        for (row, cells) in rows.enumerated() {
            body += "<w:tr>"
            for (column, text) in cells.enumerated() where !isCovered(row, column) {
                let merge =
                    text == nil
                    ? "<w:vMerge/>"
                    : height(row, column) > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
                let span = "<w:gridSpan w:val=\"\(width(row, column))\"/>"
                body += "<w:tc><w:tcPr>\(span)\(merge)</w:tcPr>\(paragraph(text ?? ""))</w:tc>"
            }
            body += "</w:tr>"
        }
        return WordParts(body: body + "</w:tbl>").bytes
    }

    /// As an OpenDocument spreadsheet.
    public var ods: [UInt8] {
        let namespaces = ["office", "table", "text"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        func cell(_ text: String, _ height: Int, _ width: Int = 1) -> String {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "<text:p>\(Self.escaped(String($0)))</text:p>" }
            return "<table:table-cell table:number-rows-spanned=\"\(height)\""
                + " table:number-columns-spanned=\"\(width)\">"
                + lines.joined() + "</table:table-cell>"
        }
        var table = "<table:table table:name=\"目标\">"
        for line in above { table += "<table:table-row>\(cell(line, 1))</table:table-row>" }
        for (row, cells) in rows.enumerated() {
            table += "<table:table-row>"
            for (column, text) in cells.enumerated() {
                table +=
                    text.flatMap {
                        isCovered(row, column)
                            ? nil : cell($0, height(row, column), width(row, column))
                    } ?? "<table:covered-table-cell/>"
            }
            table += "</table:table-row>"
        }
        let document = "office:document-content"
        return Archive([
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            (
                "content.xml",
                "<\(document) \(namespaces.joined(separator: " "))>\(table)</table:table></\(document)>"
            ),
        ]).bytes()
    }
}
