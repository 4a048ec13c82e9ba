internal import DocumentText

/// Reads the content of an OpenDocument spreadsheet.
struct OpenDocumentReader: ~Copyable {
    private var xml: XMLReader
    private var builder = DocumentBuilder()
    /// The styles of sheets that are hidden.
    private var hiddenStyles = Set<String>()
    /// The name of the style being read.
    private var style = ""
    /// How many cells behind the last one are covered by it.
    private var covered = 0
    /// How many rows without a cell stand before the next one.
    private var blankRows = 0

    init(_ xml: consuming XMLReader) {
        self.xml = xml
    }

    /// Reads all of it.
    mutating func read() throws(DocumentFailure) -> DocumentContent {
        do {
            while true {
                switch try xml.next() {
                case .start:
                    guard case .document(let element) = xml.element else { continue }
                    try start(element)
                case .end where xml.element == .document(.officeTable): builder.endTable()
                case .endOfDocument: return builder.finish()
                case .end, .text: continue
                }
            }
        } catch let error as SpreadsheetError {
            throw .archive(error)
        } catch let error as DocumentLimit {
            throw .limit(error)
        } catch {
            throw .archive(.notAWorkbook)
        }
    }

    private mutating func start(_ element: DocumentElement) throws {
        switch element {
        case .officeStyle: style = xml.string("name", in: .officeStyle) ?? ""
        case .officeTableProperties:
            if xml.string("display", in: .officeTable) == "false" { hiddenStyles.insert(style) }
        case .officeTable:
            let isHidden = xml.string("style-name", in: .officeTable).map(hiddenStyles.contains)
            guard !(isHidden ?? false) else { return try xml.skipElement() }
            blankRows = 0
            try builder.beginTable(named: xml.string("name", in: .officeTable) ?? "")
        case .officeRow: try readRow()
        case .officeChanges, .officeAnnotation: try xml.skipElement()
        default: return
        }
    }

    // MARK: Rows and cells

    /// Reads a row; rows without a text are counted, and begun only where one with a text follows.
    private mutating func readRow() throws {
        let outside = xml.depth - 1
        let times = number("number-rows-repeated")
        var hasBegun = false
        var blanks = 0
        covered = 0
        while xml.depth > outside {
            guard try xml.next() == .start, case .document(let element) = xml.element,
                element == .officeCell || element == .officeCoveredCell
            else { continue }
            let columns = number("number-columns-repeated")
            let text = element == .officeCell ? try Cell(&self) : try Cell(coveredIn: &self)
            if element == .officeCoveredCell {
                let own = min(columns, covered)
                covered -= own
                blanks += columns - own
                continue
            }
            guard !text.bytes.isEmpty || text.isMerged else {
                blanks += columns
                continue
            }
            if !hasBegun {
                try builder.beginRow(skipping: blankRows)
                blankRows = 0
                hasBegun = true
            }
            try builder.skipColumns(blanks)
            blanks = 0
            try builder.beginCell(rowSpan: text.rows, columnSpan: text.columns)
            builder.append(text.bytes)
            builder.endCell()
            covered = text.columns - 1
            try builder.repeatCell(columns - 1)
        }
        if hasBegun {
            try builder.repeatRow(times - 1)
        } else {
            blankRows = min(DocumentBuilder.mostRows, blankRows + times)
        }
    }

    /// A cell as it was read.
    private struct Cell {
        var bytes: [UInt8] = []
        var rows: Int
        var columns: Int
        var isMerged: Bool { rows > 1 || columns > 1 }

        init(_ reader: inout OpenDocumentReader) throws {
            rows = reader.number("number-rows-spanned")
            columns = reader.number("number-columns-spanned")
            try reader.appendText(to: &bytes)
        }

        /// What a covered cell says is not shown.
        init(coveredIn reader: inout OpenDocumentReader) throws {
            (rows, columns) = (1, 1)
            try reader.xml.skipElement()
        }
    }

    private func number(_ name: StaticString) -> Int {
        let value = xml.string(name, in: .officeTable).flatMap { Int($0) } ?? 1
        return max(1, min(value, DocumentBuilder.mostRows))
    }

    // MARK: Text

    /// Appends the text of the cell whose start was read last: its paragraphs, one a line.
    private mutating func appendText(to bytes: inout [UInt8]) throws {
        let outside = xml.depth - 1
        // How many elements are open outside the paragraph being read.
        var paragraph: Int?
        while xml.depth > outside {
            switch try xml.next() {
            case .start:
                guard case .document(let element) = xml.element else { continue }
                switch element {
                case .officeParagraph, .officeHeading:
                    if !bytes.isEmpty { bytes.append(0x0A) }
                    paragraph = xml.depth - 1
                case .officeBlanks: try appendBlanks(to: &bytes)
                case .officeTab: bytes.append(0x20)
                case .officeLineBreak: bytes.append(0x0A)
                case .officeAnnotation, .officeRuby, .officeTable: try xml.skipElement()
                default: continue
                }
            case .text where paragraph != nil: appendCollapsed(to: &bytes)
            case .end:
                if let depth = paragraph, xml.depth <= depth { paragraph = nil }
            case .text, .endOfDocument: continue
            }
        }
        while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
    }

    /// OpenDocument takes several blanks for one; `text:s` stands for the others.
    private mutating func appendCollapsed(to bytes: inout [UInt8]) {
        var text: [UInt8] = []
        xml.appendText(to: &text)
        for byte in text {
            let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if !isBlank {
                bytes.append(byte)
            } else if let last = bytes.last, last != 0x20, last != 0x0A {
                bytes.append(0x20)
            }
        }
    }

    private mutating func appendBlanks(to bytes: inout [UInt8]) throws {
        let count = xml.string("c", in: .officeText).flatMap { Int($0) } ?? 1
        guard (0...RichText.longest).contains(count) else {
            throw xml.unsafeXML("a text of blanks", zh: "过长的空格")
        }
        bytes += repeatElement(0x20, count: count)
    }
}
