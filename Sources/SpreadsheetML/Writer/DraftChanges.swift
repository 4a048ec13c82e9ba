/// What libxlsxwriter 1.1.4 can't write and is put into its file afterwards.
///
/// - Sheets that no menu shows: it knows `hidden` only.
/// - Texts that formulas over arrays come to: it stores numbers only.
/// - Names of sheets in defined names (print areas, repeated rows): it leaves out the quotes where
///   a name has only letters and digits, and `A1!$A$1` is no reference.
struct DraftChanges {
    private var deeplyHidden: [Sheet] = []
    private var texts: [Int: [Text]] = [:]

    private struct Text {
        var position: CellPosition
        var text: String
    }

    /// Hides a sheet deeply.
    mutating func hideDeeply(_ sheet: Sheet) {
        deeplyHidden.append(sheet)
    }

    /// Sets the text that the formula of a cell comes to.
    mutating func setText(_ text: String, of position: CellPosition, in sheet: Sheet) {
        texts[sheet.index, default: []].append(Text(position: position, text: text))
    }

    /// The names of the parts that change.
    var parts: [String] {
        ["xl/workbook.xml"] + texts.keys.sorted().map(Self.part(ofSheet:))
    }

    /// The name of a sheet's part (from 0), as the library gives it.
    static func part(ofSheet index: Int) -> String {
        "xl/worksheets/sheet\(index + 1).xml"
    }

    /// Returns a part with its changes.
    ///
    /// - Throws: `damagedOutput` where the part isn't as the library writes it; what checking texts
    ///   throws.
    /// - Complexity: O(n) in the part's bytes.
    func applied(to xml: [UInt8], of part: String) throws(WorkbookError) -> [UInt8] {
        if part == "xl/workbook.xml" { return try changedWorkbook(xml) }
        var changed = xml
        for (index, texts) in texts where Self.part(ofSheet: index) == part {
            changed = try Self.set(texts, in: changed, part)
        }
        return changed
    }

    private func changedWorkbook(_ xml: [UInt8]) throws(WorkbookError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(xml.count + 256)
        var scanner = XMLPieces(xml)
        let numbers = Set(deeplyHidden.map { String($0.index + 1) })
        var hidden = 0
        while let tag = scanner.nextTag(copyingTo: &result) {
            if tag.isElement("sheet"), numbers.contains(tag.attribute("sheetId")) {
                result += tag.replacing("\"hidden\"", with: "\"veryHidden\"")
                hidden += 1
            } else if tag.isElement("definedName") {
                result += tag.bytes
                scanner.quoteSheet(copyingTo: &result)
            } else {
                result += tag.bytes
            }
        }
        guard hidden == deeplyHidden.count else {
            throw WorkbookError(.damagedOutput(part: "xl/workbook.xml"))
        }
        return result
    }

    private static func set(
        _ texts: [Text],
        in xml: [UInt8],
        _ part: String
    ) throws(WorkbookError) -> [UInt8] {
        let wanted = Dictionary(
            texts.map { ($0.position.reference, $0.text) },
            uniquingKeysWith: { $1 }
        )
        var result: [UInt8] = []
        result.reserveCapacity(xml.count + 4096)
        var scanner = XMLPieces(xml)
        var done = 0
        while let tag = scanner.nextTag(copyingTo: &result) {
            guard tag.isElement("c"), let text = wanted[tag.attribute("r")] else {
                result += tag.bytes
                continue
            }
            result += tag.bytes.dropLast()
            result += " t=\"str\">".utf8
            try scanner.replaceValue(with: text, copyingTo: &result)
            done += 1
        }
        guard done == wanted.count else { throw WorkbookError(.damagedOutput(part: part)) }
        return result
    }
}
