/// The parts of a workbook as XML: only what a test is about has to be written.
public struct WorkbookParts: Sendable {
    /// A worksheet.
    public struct Sheet: Sendable {
        /// The name on its tab.
        public var name: String
        /// What stands in `worksheet`: `<sheetData>…</sheetData>` and what comes behind it.
        public var content: String
        /// The attribute `state` of the sheet, such as `hidden`.
        public var state: String?

        /// Makes a sheet of its rows.
        public init(
            _ name: String = "Sheet1",
            rows: String,
            behind: String = "",
            state: String? = nil
        ) {
            self.name = name
            content = "<sheetData>\(rows)</sheetData>\(behind)"
            self.state = state
        }
    }

    /// The namespace of SpreadsheetML.
    public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    /// The namespace of relationships.
    public static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    /// The worksheets.
    public var sheets: [Sheet]
    /// What stands in `sst`, as `<si>…</si>`; nil: the workbook has no such part.
    public var strings: String?
    /// For each style, its number format; those from 164 on have a code.
    public var formats: [(id: Int, code: String?)] = [(0, nil)]
    /// What stands in `workbook` before `sheets`.
    public var properties = ""

    /// Makes a workbook.
    public init(_ sheets: [Sheet], strings: String? = nil) {
        self.sheets = sheets
        self.strings = strings
    }

    /// Makes a workbook of one sheet with these rows.
    public init(rows: String, strings: String? = nil, behind: String = "") {
        self.init([Sheet(rows: rows, behind: behind)], strings: strings)
    }

    /// Makes a workbook of plain texts: one array for each row; empty ones are left out.
    public init(texts: [[String]], sheet: String = "Sheet1") {
        self.init([Sheet(sheet, rows: Self.rows(texts))])
    }

    /// The XML of rows of plain texts, from row 1 on.
    public static func rows(_ texts: [[String]]) -> String {
        texts.enumerated().map { row, cells in
            let cells = cells.enumerated().map { column, text in
                text.isEmpty
                    ? ""
                    : "<c r=\"\(letters(column))\(row + 1)\" t=\"inlineStr\">"
                        + "<is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
            }
            return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
        }.joined()
    }

    /// The letters of a column (from 0).
    static func letters(_ column: Int) -> String {
        let first = column / 26
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return first == 0 ? last : letters(first - 1) + last
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case "\r": result += "&#13;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The parts by their names.
    public var archive: Archive {
        var parts = [
            ("_rels/.rels", Self.relationships([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", workbookRelationships),
            ("xl/styles.xml", styles),
        ]
        if let strings {
            parts.append(("xl/sharedStrings.xml", Self.document("sst", strings)))
        }
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                ("xl/worksheets/sheet\(index + 1).xml", Self.document("worksheet", sheet.content))
            )
        }
        return Archive(parts)
    }

    /// The workbook's bytes.
    public var bytes: [UInt8] { archive.bytes() }

    private static func document(_ root: String, _ content: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<\(root) xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(content)</\(root)>"
    }

    private var workbook: String {
        let list = sheets.enumerated().map { index, sheet in
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state)"
                + " r:id=\"rId\(index + 1)\"/>"
        }
        return Self.document("workbook", "\(properties)<sheets>\(list.joined())</sheets>")
    }

    private var workbookRelationships: String {
        var targets = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        targets.append(("styles", "styles.xml"))
        if strings != nil { targets.append(("sharedStrings", "/xl/sharedStrings.xml")) }
        return Self.relationships(targets)
    }

    private static func relationships(_ targets: [(String, String)]) -> String {
        let list = targets.enumerated().map { index, target in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(target.0)\""
                + " Target=\"\(target.1)\"/>"
        }
        return "<Relationships xmlns=\"\(package)/relationships\">\(list.joined())</Relationships>"
    }

    private var styles: String {
        let codes = formats.compactMap { format in
            format.code.map { code in
                let escaped = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
                    .replacing("<", with: "&lt;")
                return "<numFmt numFmtId=\"\(format.id)\" formatCode=\"\(escaped)\"/>"
            }
        }
        let styles = formats.map { "<xf numFmtId=\"\($0.id)\"/>" }
        return Self.document(
            "styleSheet",
            "<numFmts>\(codes.joined())</numFmts><cellXfs>\(styles.joined())</cellXfs>"
        )
    }
}
