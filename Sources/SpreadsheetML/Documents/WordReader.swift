internal import DocumentText

/// Reads the main part of a Word document.
///
/// Changes that were tracked count as accepted: what was deleted or moved away is no text.
struct WordReader: ~Copyable {
    /// Whether changes were tracked.
    private(set) var hasTrackedChanges = false

    private var xml: XMLReader
    private var lists: ListNumbers
    private var builder = DocumentBuilder()
    private var paragraph = Paragraph()
    /// Whether the run being read is hidden.
    private var isHidden = false
    /// The row whose first cell is still to come.
    private var row: Row?
    /// The cell whose content is still to come.
    private var cell: Cell?

    /// What is known of the paragraph being read.
    private struct Paragraph {
        var isHeading = false
        /// Whether its end was deleted, so that the next one goes on with it.
        var isJoined = false
        var list: ListNumbers.ListLevel?
        /// Whether its text has begun.
        var hasBegun = false
    }

    private struct Row {
        var skipped = 0
    }

    private struct Cell {
        var columns = 1
        /// How many elements were open outside it.
        var depth: Int
        var continuesAbove = false
    }

    init(_ xml: consuming XMLReader, _ lists: ListNumbers) {
        self.xml = xml
        self.lists = lists
    }

    /// Reads all of it.
    mutating func read() throws(DocumentFailure) -> DocumentContent {
        do {
            var hasBody = false
            while true {
                switch try xml.next() {
                case .start:
                    guard case .document(let element) = xml.element else { continue }
                    if element == .body { hasBody = true }
                    try start(element)
                case .end:
                    guard case .document(let element) = xml.element else { continue }
                    try end(element)
                case .endOfDocument:
                    guard hasBody else { throw SpreadsheetError.notAWorkbook }
                    return builder.finish()
                case .text: continue
                }
            }
        } catch {
            throw DocumentFailure(error)
        }
    }

    // MARK: Elements

    private mutating func start(_ element: DocumentElement) throws {
        switch element {
        case .paragraph:
            try openCell()
            paragraph = Paragraph()
        case .table:
            try openCell()
            try builder.beginTable()
        case .row: row = Row()
        case .cell: try startCell()
        case .run: isHidden = false
        case .text: try appendText()
        case .lineBreak, .carriageReturn:
            if !isHidden { builder.endLine(isHeading: paragraph.isHeading) }
        case .tab where !isHidden && paragraph.hasBegun: builder.append(0x20)
        case .noBreakHyphen where !isHidden: builder.append(UInt8(ascii: "-"))
        case .deleted, .movedFrom, .inserted, .movedTo: try takeChange(element)
        case .phonetic, .fallback: try xml.skipElement()
        case .paragraphProperties: try readParagraphProperties()
        case .runProperties: try readRunProperties()
        case .rowProperties: try readRowProperties()
        case .cellProperties: try readCellProperties()
        default: return
        }
    }

    private mutating func end(_ element: DocumentElement) throws {
        switch element {
        case .paragraph:
            try beginParagraph()
            if !paragraph.isJoined { builder.endLine(isHeading: paragraph.isHeading) }
        case .table: builder.endTable()
        case .cell:
            try openCell()
            builder.endCell()
        case .row:
            if row != nil { try openRow() }
            builder.endCell()
        default: return
        }
    }

    /// Takes the start of what was inserted, or the whole of what was deleted.
    private mutating func takeChange(_ element: DocumentElement) throws {
        hasTrackedChanges = true
        if element == .deleted || element == .movedFrom { try xml.skipElement() }
    }

    // MARK: Text

    private mutating func appendText() throws {
        var bytes: [UInt8] = []
        let keepsBlanks = xml.string("space", in: .xml) == "preserve"
        try xml.appendContent(to: &bytes, limit: RichText.longest)
        if !keepsBlanks { RichText.trim(&bytes, from: 0) }
        guard !isHidden, !bytes.isEmpty else { return }
        try beginParagraph(hasText: true)
        builder.append(bytes.map { $0 == 0x0A || $0 == 0x09 || $0 == 0x0D ? 0x20 : $0 })
    }

    /// Puts the number of a list before the text of a paragraph.
    private mutating func beginParagraph(hasText: Bool = false) throws {
        guard !paragraph.hasBegun else { return }
        paragraph.hasBegun = true
        guard let place = paragraph.list, let number = lists.next(place) else { return }
        builder.append((hasText ? number.text : number.bare).utf8)
    }

    // MARK: Properties

    /// Reads the elements within the one whose start was read last, but for what they were before a
    /// change that was tracked.
    private mutating func readProperties(_ take: (inout WordReader, DocumentElement) -> Void) throws
    {
        let outside = xml.depth - 1
        while xml.depth > outside {
            guard try xml.next() == .start, case .document(let element) = xml.element else {
                continue
            }
            if element == .formerProperties {
                hasTrackedChanges = true
                try xml.skipElement()
            } else {
                take(&self, element)
            }
        }
    }

    private mutating func readParagraphProperties() throws {
        var place = ListNumbers.ListLevel(list: 0, level: 0)
        try readProperties { reader, element in
            switch element {
            case .paragraphStyle:
                let style = reader.xml.string("val", in: .word) ?? ""
                reader.paragraph.isHeading = Self.isHeading(style: style)
            case .outlineLevel: reader.paragraph.isHeading = true
            case .listLevel: place.level = reader.number("val") ?? 0
            case .listNumber: place.list = reader.number("val") ?? 0
            case .deleted:
                reader.hasTrackedChanges = true
                reader.paragraph.isJoined = true
            case .inserted: reader.hasTrackedChanges = true
            default: return
            }
        }
        if place.list > 0 { paragraph.list = place }
    }

    /// Styles of headings are called so, or by their level alone in documents made in Chinese.
    private static func isHeading(style: String) -> Bool {
        style == "Title" || style.hasPrefix("Heading")
            || (style.utf8.count == 1 && style.utf8.allSatisfy { (0x31...0x39).contains($0) })
    }

    private mutating func readRunProperties() throws {
        try readProperties { reader, element in
            guard element == .hidden else { return }
            let value = reader.xml.string("val", in: .word)
            reader.isHidden = value != "0" && value != "false" && value != "off"
        }
    }

    private mutating func readRowProperties() throws {
        let outside = xml.depth - 1
        var isDeleted = false
        try readProperties { reader, element in
            switch element {
            case .skippedBefore:
                let skipped = reader.number("val") ?? 0
                reader.row?.skipped = skipped
            case .deleted:
                reader.hasTrackedChanges = true
                isDeleted = true
            case .inserted: reader.hasTrackedChanges = true
            default: return
            }
        }
        guard isDeleted else { return }
        row = nil
        while xml.depth >= outside { _ = try xml.next() }
    }

    private mutating func readCellProperties() throws {
        try readProperties { reader, element in
            switch element {
            case .columnSpan:
                let columns = max(1, reader.number("val") ?? 1)
                reader.cell?.columns = columns
            case .verticalMerge:
                let continues = reader.xml.string("val", in: .word) != "restart"
                reader.cell?.continuesAbove = continues
            default: return
            }
        }
        try openCell()
    }

    private func number(_ name: StaticString) -> Int? {
        xml.string(name, in: .word).flatMap { Int($0) }
    }

    // MARK: Rows and cells

    private mutating func openRow() throws {
        guard let row else { return }
        self.row = nil
        try builder.beginRow()
        try builder.skipColumns(row.skipped)
    }

    private mutating func startCell() throws {
        try openRow()
        cell = Cell(depth: xml.depth - 1)
    }

    /// Begins the cell whose properties were read; one that only continues the cell above is passed
    /// over.
    private mutating func openCell() throws {
        guard let cell else { return }
        self.cell = nil
        if cell.continuesAbove, try builder.continueCellAbove(columnSpan: cell.columns) {
            while xml.depth > cell.depth { _ = try xml.next() }
            return
        }
        try builder.beginCell(columnSpan: cell.columns)
    }
}
