internal import DocumentText

/// Reads the content of an OpenDocument spreadsheet.
struct OpenDocumentReader: ~Copyable {
    /// What is known of a sheet besides its texts.
    struct SheetFacts {
        /// Whether a user sees it.
        var isVisible = true
        /// Cells with a formula, row after row.
        var formulas: [CellReference] = []
        /// Cells whose formula went wrong.
        var errors: [CellReference] = []
        /// Cells that somebody wrote a comment on; at most a thousand.
        var comments: [CellReference] = []
        /// What lies over the cells.
        var drawings = SheetDrawings()
    }

    /// What is known of each sheet, in the order of the content's tables.
    private(set) var facts: [SheetFacts] = []
    /// Where the texts of values begin, rising, in the content's bytes.
    private(set) var valueStarts: [UInt32] = []

    private var xml: XMLReader
    private var builder = DocumentBuilder()
    /// The number, from 1, of the row being read.
    private var rowNumber = 0
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
        } catch {
            throw DocumentFailure(error)
        }
    }

    private mutating func start(_ element: DocumentElement) throws {
        switch element {
        case .officeStyle: style = xml.string("name", in: .officeStyle) ?? ""
        case .officeTableProperties:
            if xml.string("display", in: .officeTable) == "false" { hiddenStyles.insert(style) }
        case .officeTable:
            let isHidden = xml.string("style-name", in: .officeTable).map(hiddenStyles.contains)
            facts.append(SheetFacts(isVisible: !(isHidden ?? false)))
            rowNumber = 0
            blankRows = 0
            try builder.beginTable(named: xml.string("name", in: .officeTable) ?? "")
        case .officeRow: try readRow()
        case .officeChanges, .officeAnnotation: try xml.skipElement()
        case .officeShape: try noteShape()
        default: return
        }
    }

    // MARK: Rows and cells

    /// Reads a row; rows without a text are counted, and begun only where one with a text follows.
    private mutating func readRow() throws {
        let outside = xml.depth - 1
        let times = number("number-rows-repeated")
        var hasBegun = false
        var column = 0
        rowNumber += 1
        defer { rowNumber += times - 1 }
        var blanks = 0
        covered = 0
        while xml.depth > outside {
            guard try xml.next() == .start, case .document(let element) = xml.element,
                element == .officeCell || element == .officeCoveredCell
            else { continue }
            let columns = number("number-columns-repeated")
            let reference = CellReference(row: rowNumber, column: column + 1)
            column += columns
            let text =
                element == .officeCell
                ? try Cell(&self, at: reference) : try Cell(coveredIn: &self)
            if element == .officeCoveredCell {
                let coveredHere = min(columns, covered)
                covered -= coveredHere
                blanks += columns - coveredHere
                continue
            }
            note(text, at: reference, columns: columns, rows: times)
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
            if text.isValue, !text.bytes.isEmpty {
                valueStarts.append(UInt32(truncatingIfNeeded: builder.byteCount))
            }
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
        /// Whether a program made the text of a number, a date or a truth value.
        var isValue = false
        var hasFormula = false
        var isError = false

        init(_ reader: inout OpenDocumentReader, at reference: CellReference) throws {
            rows = reader.number("number-rows-spanned")
            columns = reader.number("number-columns-spanned")
            hasFormula = reader.xml.string("formula", in: .officeTable) != nil
            let type = reader.xml.string("value-type", in: .office)
            isValue = type.map { $0 != "string" } ?? false
            // A formula that went wrong has no text, and yet shows one.
            let isEmpty = reader.xml.string("string-value", in: .office) == ""
            try reader.appendText(to: &bytes, at: reference)
            isError = hasFormula && isEmpty && OpenDocumentReader.isErrorWord(bytes)
        }

        /// What a covered cell says is not shown.
        init(coveredIn reader: inout OpenDocumentReader) throws {
            (rows, columns) = (1, 1)
            try reader.xml.skipElement()
        }
    }

    /// Whether a text is what a program shows of a formula that went wrong: #REF!, Err:502.
    private static func isErrorWord(_ text: [UInt8]) -> Bool {
        text.first == UInt8(ascii: "#") || text.starts(with: "Err:".utf8)
    }

    /// Notes the formula of a cell that is repeated over columns and rows.
    private mutating func note(_ cell: Cell, at first: CellReference, columns: Int, rows: Int) {
        guard cell.hasFormula else { return }
        // Repetitions cost nothing in the file; of so many nobody reads all.
        for row in first.row..<(first.row + min(rows, Self.mostNoted)) {
            for column in first.column..<(first.column + min(columns, Self.mostNoted)) {
                let reference = CellReference(row: row, column: column)
                facts[facts.count - 1].formulas.append(reference)
                if cell.isError { facts[facts.count - 1].errors.append(reference) }
            }
        }
    }

    private static let mostNoted = 1_000

    private func number(_ name: StaticString) -> Int {
        let value = xml.string(name, in: .officeTable).flatMap { Int($0) } ?? 1
        return max(1, min(value, DocumentBuilder.mostRows))
    }

    // MARK: Text

    /// Appends the text of the cell whose start was read last: its paragraphs, one a line.
    private mutating func appendText(
        to bytes: inout [UInt8],
        at reference: CellReference
    ) throws {
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
                case .officeTab: bytes.append(0x09)
                case .officeLineBreak: bytes.append(0x0A)
                case .officeAnnotation:
                    let last = facts.count - 1
                    if last >= 0, facts[last].comments.count < Self.mostNoted {
                        facts[last].comments.append(reference)
                    }
                    try xml.skipElement()
                case .officeRuby, .officeTable: try xml.skipElement()
                case .officeShape: try noteShape()
                default: continue
                }
            case .text where paragraph != nil: appendCollapsed(to: &bytes)
            case .end:
                if let depth = paragraph, xml.depth <= depth { paragraph = nil }
            case .text, .endOfDocument: continue
            }
        }
        while let last = bytes.last, last == 0x0A || last == 0x20 || last == 0x09 {
            bytes.removeLast()
        }
    }

    /// Counts a shape that lies over the cells; its text is no cell's.
    private mutating func noteShape() throws {
        let outside = xml.depth - 1
        var isPicture = false
        var isObject = false
        var text: [UInt8] = []
        while xml.depth > outside {
            switch try xml.next() {
            case .start where xml.element == .document(.officePicture): isPicture = true
            case .start where xml.element == .document(.officeObject): isObject = true
            case .text: xml.appendText(to: &text)
            case .start, .end, .endOfDocument: continue
            }
        }
        guard let last = facts.indices.last, !isObject else { return }
        if text.contains(where: { $0 > 0x20 }) {
            facts[last].drawings.textBoxes += 1
        } else if isPicture {
            facts[last].drawings.pictures += 1
        }
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
