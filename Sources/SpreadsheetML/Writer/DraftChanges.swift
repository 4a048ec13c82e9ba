internal import SourceText

/// What is put into the parts that libxlsxwriter makes.
///
/// - Rows that were written as XML, and their texts.
/// - Sheets that no menu shows: libxlsxwriter 1.1.4 knows `hidden` only.
/// - Texts that formulas over arrays come to: it stores numbers only.
/// - Rows that grow with their texts: it fixes each height that it is given.
/// - Names for formulas: it holds short ones only.
/// - Names of sheets in defined names (print areas, repeated rows): it leaves out the quotes where
///   a name has only letters and digits, and `A1!$A$1` is no reference.
/// - Rows of areas that are printed: it leaves them out where they are all of a sheet's, and openpyxl
///   reads no `$A:$G` there.
struct DraftChanges {
    private var deeplyHidden: [WrittenSheet] = []
    private var texts: [Int: [String: String]] = [:]
    private var growing: [Int: Set<String>] = [:]
    private var rows: [Int: Rows] = [:]
    private var finished: Set<Int> = []
    /// Definitions of names, as XML.
    private var names: [UInt8] = []
    private var strings: SharedStringTable?
    private var haveStringsEnded = false
    private var libraryStrings = 0
    /// Packs rows and their texts.
    let background: BackgroundDeflating
    private let folder: ScratchSpace

    private struct Rows {
        var packed: BackgroundStretch
        var cells: WrittenCells
    }

    private static let workbook = "xl/workbook.xml"
    private static let sheets = "xl/worksheets/sheet"
    private static let sharedStrings = "xl/sharedStrings.xml"

    /// Makes none; what has no room in memory goes to a file without a name in `folder`.
    init(temporaryFolder folder: ScratchSpace) {
        self.folder = folder
        background = BackgroundDeflating(keeping: PieceKeeping(folder: folder))
    }

    /// Hides a sheet deeply.
    mutating func hideDeeply(_ sheet: WrittenSheet) {
        deeplyHidden.append(sheet)
    }

    /// Sets the text that the formula of a cell comes to.
    mutating func setText(_ text: String, of position: CellPosition, in sheet: WrittenSheet) {
        texts[sheet.index, default: [:]][position.reference] = text
    }

    /// Defines a name for formulas.
    ///
    /// - Throws: what checking texts throws.
    mutating func define(_ name: String, as formula: String) throws(WorkbookError) {
        var text = EscapedText()
        try text.set(name)
        names += "<definedName name=\"".utf8 + text.xml() + "\">".utf8
        try text.set(formula)
        names += text.xml() + "</definedName>".utf8
    }

    /// Lets a row (from 0) grow with its texts.
    mutating func letGrow(_ row: Int, in sheet: WrittenSheet) {
        growing[sheet.index, default: []].insert(String(row + 1))
    }

    /// Sets the rows, as XML, below those that the library writes.
    mutating func setRows(
        _ packed: BackgroundStretch,
        _ cells: WrittenCells,
        of sheet: WrittenSheet
    ) {
        rows[sheet.index] = Rows(packed: packed, cells: cells)
    }

    /// Says that a sheet gets no rows, and nothing else that the library doesn't write.
    mutating func finish(_ sheet: WrittenSheet) {
        finished.insert(sheet.index)
    }

    /// Hands over the texts of rows; they come back by `setStrings`.
    mutating func takeStrings() -> SharedStringTable {
        precondition(!haveStringsEnded, "texts come before others are told to have ended")
        let taken = strings
        strings = nil
        return taken
            ?? SharedStringTable(
                packing: BackgroundStretch(background),
                keeping: PieceKeeping(folder: folder)
            )
    }

    /// Sets the texts of rows, numbered behind those of the library; nothing follows texts that have
    /// ended.
    mutating func setStrings(
        _ strings: SharedStringTable,
        behind libraryStrings: Int,
        haveEnded: Bool = false
    ) {
        self.strings = strings
        haveStringsEnded = haveEnded
        self.libraryStrings = libraryStrings
    }

    /// Says that no texts of rows follow.
    mutating func endStrings() {
        guard !haveStringsEnded else { return }
        haveStringsEnded = true
        strings?.end()
    }

    /// Whether nothing comes to a part any more when the library's part is closed: it isn't one that gets
    /// rows or their texts.
    func areAll(for part: String) -> Bool {
        guard part.hasPrefix(Self.sheets) else { return part != Self.sharedStrings }
        return finished.contains { Self.part(ofSheet: $0) == part }
    }

    /// The name of a sheet's part (from 0), as the library gives it.
    static func part(ofSheet index: Int) -> String {
        "\(sheets)\(index + 1).xml"
    }

    /// Returns a part with its changes, packed.
    ///
    /// - Throws: `damagedOutput` where the part isn't as the library writes it; what checking texts
    ///   throws; `cannotWrite` where memory is short.
    /// - Complexity: O(n) in the library's part.
    func applied(to xml: [UInt8], of part: String) throws(WorkbookError) -> DeflatedBytes {
        switch part {
        case Self.workbook:
            return try DeflatedBytes(changedWorkbook(xml), before: .endOfEntry)
        case Self.sharedStrings: return try changedStrings(xml)
        default: break
        }
        var changed = xml
        let sheets = Array(growing.keys) + texts.keys
        if let sheet = sheets.first(where: { Self.part(ofSheet: $0) == part }) {
            let (texts, growing) = (texts[sheet] ?? [:], growing[sheet] ?? [])
            changed = try Self.set(texts, letting: growing, in: xml, part)
        }
        for (index, rows) in rows where Self.part(ofSheet: index) == part {
            return try Self.add(rows, to: changed, part)
        }
        return try DeflatedBytes(changed, before: .endOfEntry)
    }

    private func changedWorkbook(_ xml: [UInt8]) throws(WorkbookError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(xml.count + 256)
        var scanner = XMLPieces(xml)
        let numbers = Set(deeplyHidden.map { String($0.index + 1) })
        var hidden = 0
        var left = names
        while let tag = scanner.nextTag(copyingTo: &result) {
            if tag.isElement("sheet"), numbers.contains(tag.attribute("sheetId")) {
                result += tag.replacing("\"hidden\"", with: "\"veryHidden\"")
                hidden += 1
            } else if tag.isElement("definedName") {
                result += tag.bytes
                scanner.quoteSheet(copyingTo: &result)
                if tag.attribute("name") == "_xlnm.Print_Area" {
                    scanner.nameRows(copyingTo: &result)
                }
            } else if tag.isElement("/definedNames") {
                result += left
                left = []
                result += tag.bytes
            } else if tag.isElement("calcPr"), !left.isEmpty {
                // The library has no names of its own.
                result += "<definedNames>".utf8 + left + "</definedNames>".utf8
                left = []
                result += tag.bytes
            } else {
                result += tag.bytes
            }
        }
        guard hidden == deeplyHidden.count, left.isEmpty else {
            throw WorkbookError(.damagedOutput(part: Self.workbook))
        }
        return result
    }

    private func changedStrings(_ xml: [UInt8]) throws(WorkbookError) -> DeflatedBytes {
        guard let strings, strings.count > 0 else {
            return try DeflatedBytes(xml, before: .endOfEntry)
        }
        var head: [UInt8] = []
        var scanner = XMLPieces(xml)
        while let tag = scanner.nextTag(copyingTo: &head) {
            if tag.isElement("sst") {
                // Other texts behind ours would have their numbers.
                guard tag.attribute("uniqueCount") == String(libraryStrings),
                    let count = Int(tag.attribute("count"))
                else { break }
                let name = "xmlns=\"\(tag.attribute("xmlns"))\""
                let references = rows.values.reduce(0) { $0 + $1.cells.references }
                head += "<sst \(name) count=\"\(count + references)\" ".utf8
                head += "uniqueCount=\"\(libraryStrings + strings.count)\">".utf8
            } else if tag.isElement("/sst") {
                return try Self.joined(head, strings.result(), Array(tag.bytes))
            } else {
                head += tag.bytes
            }
        }
        throw WorkbookError(.damagedOutput(part: Self.sharedStrings))
    }

    private static func add(
        _ rows: Rows,
        to xml: [UInt8],
        _ part: String
    ) throws(WorkbookError) -> DeflatedBytes {
        var head: [UInt8] = []
        var scanner = XMLPieces(xml)
        while let tag = scanner.nextTag(copyingTo: &head) {
            if tag.isElement("dimension"), let extent = rows.cells.extent {
                head += "<dimension ref=\"\(extent.joined(tag.attribute("ref")))\"/>".utf8
            } else if tag.isElement("sheetData"), tag.bytes.dropLast().last == UInt8(ascii: "/") {
                head += "<sheetData>".utf8
                let tail = Array("</sheetData>".utf8) + scanner.rest
                return try joined(head, rows.packed.result(), tail)
            } else if tag.isElement("/sheetData") {
                return try joined(head, rows.packed.result(), Array(tag.bytes) + scanner.rest)
            } else {
                head += tag.bytes
            }
        }
        throw WorkbookError(.damagedOutput(part: part))
    }

    private static func joined(
        _ head: [UInt8],
        _ packed: DeflatedBytes,
        _ tail: [UInt8]
    ) throws(WorkbookError) -> DeflatedBytes {
        var all = try DeflatedBytes(head, before: .moreToCome)
        all.append(packed)
        all.append(try DeflatedBytes(tail, before: .endOfEntry))
        return all
    }

    /// Sets the texts that formulas over arrays come to, by their cells, and lets rows grow.
    private static func set(
        _ texts: [String: String],
        letting growing: Set<String>,
        in xml: [UInt8],
        _ part: String
    ) throws(WorkbookError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(xml.count + 4096)
        var scanner = XMLPieces(xml)
        var done = 0
        while let tag = scanner.nextTag(copyingTo: &result) {
            if tag.isElement("row"), growing.contains(tag.attribute("r")) {
                result += tag.replacing(" customHeight=\"1\"", with: "")
                continue
            }
            guard tag.isElement("c"), scanner.isBeforeArrayFormula,
                let text = texts[tag.attribute("r")]
            else {
                result += tag.bytes
                continue
            }
            result += tag.bytes.dropLast()
            result += " t=\"str\">".utf8
            try scanner.replaceValue(with: text, copyingTo: &result)
            done += 1
        }
        guard done == texts.count else { throw WorkbookError(.damagedOutput(part: part)) }
        return result
    }
}

extension CellRange {
    /// Returns this range, which is written as rows below others, and those others' range (`A1` or
    /// `A1:G3`) as one, from A1 on.
    fileprivate func joined(_ reference: String) -> String {
        let column = (MergedRange(reference)?.last.column ?? 1) - 1
        let corner = CellPosition(row: last.row, column: max(column, last.column))
        return "A1:\(corner.reference)"
    }
}
