internal import DocumentText

/// Makes lines and tables of the elements and texts of a page.
final class HTMLHandler {
    /// The attributes that say something of how a page is shown.
    static let attributes: Set<String> = ["rowspan", "colspan", "hidden", "style", "name"]

    /// What went wrong, after which nothing more is taken.
    private(set) var failure: HTMLDocument.Failure? {
        didSet { if failure != nil { stop?() } }
    }
    /// Has the parser stop; set while it runs.
    var stop: (() -> Void)?

    private var builder = DocumentBuilder()
    private var depth = 0
    /// How many elements were open outside the one that nobody sees; nil where all is seen.
    private var hiddenFrom: Int?
    /// How many elements with lines of their own are open.
    private var preformatted = 0
    /// How many headings are open.
    private var headings = 0
    /// The page's title, and whether it is being read.
    private var title: (text: [UInt8], isOpen: Bool) = ([], false)
    /// The heading of a sheet that a spreadsheet program wrote over its table.
    private var sheet = SheetHeading()

    /// `<a name="table1"><h1>Sheet 2: <em>全部目标</em></h1></a>`, as LibreOffice writes it: it names the
    /// table, and is no title of it; the page has that.
    private struct SheetHeading {
        var isOpen = false
        /// Where its line begins, and in it the name.
        var start: Int?
        var nameStart: Int?
        /// The name for the table that comes next.
        var name: String?
    }

    /// Takes a start tag.
    func start(_ name: String, attributes: [String: String]) {
        guard failure == nil else { return }
        guard !HTMLElements.empty.contains(name) else {
            if hiddenFrom == nil { take(empty: name) }
            return
        }
        depth += 1
        if name == "title" { title.isOpen = title.text.isEmpty }
        guard depth <= HTMLDocument.deepest else {
            failure = .tooDeep(HTMLDocument.deepest)
            return
        }
        guard hiddenFrom == nil else { return }
        guard !HTMLElements.unseen.contains(name), !isHidden(attributes) else {
            hiddenFrom = depth - 1
            return
        }
        do throws(DocumentLimit) {
            switch name {
            case "table":
                try builder.beginTable(named: sheet.name)
                sheet = SheetHeading()
            case "a" where HTMLHandler.isSheetMark(attributes["name"]): sheet.isOpen = true
            case "em" where sheet.isOpen && sheet.start != nil: sheet.nameStart = builder.byteCount
            case "tr" where builder.isInTable: try builder.beginRow()
            case "td" where builder.isInTable, "th" where builder.isInTable:
                try builder.beginCell(
                    rowSpan: rowSpan(attributes["rowspan"]),
                    columnSpan: HTMLHandler.number(attributes["colspan"], most: 1_000) ?? 1
                )
            case _ where HTMLElements.headings.contains(name):
                endLine()
                headings += 1
                if sheet.isOpen { sheet.start = builder.byteCount }
            case "pre":
                endLine()
                preformatted += 1
            case _ where HTMLElements.blocks.contains(name): endLine()
            default: return
            }
        } catch {
            failure = .limit(error)
        }
    }

    /// Takes an end tag, also one that the page left out.
    func end(_ name: String) {
        guard failure == nil, !HTMLElements.empty.contains(name) else { return }
        if name == "title" { title.isOpen = false }
        depth = max(0, depth - 1)
        if let outside = hiddenFrom {
            if depth <= outside { hiddenFrom = nil }
            return
        }
        switch name {
        case "table": builder.endTable()
        case "td", "th": builder.endCell()
        case "tr": builder.endCell()
        case "em":
            if let start = sheet.nameStart { sheet.name = builder.text(from: start) }
            sheet.nameStart = nil
        case "a": sheet.isOpen = false
        case _ where HTMLElements.headings.contains(name):
            if let start = sheet.start, sheet.name != nil {
                builder.dropLinesAbove()
                builder.drop(from: start)
                builder.append(title.text)
            }
            sheet.start = nil
            endLine()
            headings = max(0, headings - 1)
        case "pre":
            endLine()
            preformatted = max(0, preformatted - 1)
        case _ where HTMLElements.blocks.contains(name): endLine()
        default: return
        }
    }

    /// Takes a piece of text; characters may not be cut in two, but words may.
    func text(_ bytes: Span<UInt8>) {
        if title.isOpen, title.text.count < HTMLHandler.longestTitle {
            title.text += (0..<bytes.count).lazy.map { bytes[$0] }
        }
        guard failure == nil, hiddenFrom == nil else { return }
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case 0x0A where preformatted > 0: endLine()
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
                // Blanks at the start of a line and behind others are not seen.
                if let last = builder.lastByte, last != 0x20 || preformatted > 0 {
                    builder.append(0x20)
                }
            default: builder.append(byte)
            }
        }
    }

    /// The whole page.
    ///
    /// - Throws: what went wrong.
    func finish() throws(HTMLDocument.Failure) -> DocumentContent {
        if let failure { throw failure }
        return builder.finish()
    }

    // MARK: Elements

    /// So many bytes of a page's title count.
    private static let longestTitle = 1_000

    /// Whether a link's name is what a spreadsheet program gives each sheet's table: `table1`.
    private static func isSheetMark(_ name: String?) -> Bool {
        guard let name, name.hasPrefix("table") else { return false }
        let number = name.utf8.dropFirst(5)
        return !number.isEmpty && number.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
    }

    private func take(empty name: String) {
        switch name {
        case "br", "hr": endLine()
        default: return
        }
    }

    private func endLine() {
        builder.endLine(isHeading: headings > 0)
    }

    private func isHidden(_ attributes: [String: String]) -> Bool {
        if attributes["hidden"] != nil { return true }
        guard let style = attributes["style"] else { return false }
        let bare = style.lowercased().filter { !$0.isWhitespace }
        return bare.contains("display:none") || bare.contains("visibility:hidden")
    }

    /// `rowspan=0` reaches to the table's end.
    private func rowSpan(_ text: String?) -> Int? {
        let number = HTMLHandler.number(text, most: DocumentBuilder.mostRows) ?? 1
        return number == 0 ? nil : number
    }

    /// A number as attributes have it: digits, and whatever follows; no more than `most`.
    private static func number(_ text: String?, most: Int) -> Int? {
        guard let text else { return nil }
        let digits = text.utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
            .prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        return min(most, Int(String(decoding: digits, as: UTF8.self)) ?? most)
    }
}
