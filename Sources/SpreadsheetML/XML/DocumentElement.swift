internal import SourceText

/// The elements that reading a Word document or an OpenDocument spreadsheet looks at.
enum DocumentElement: UInt8, Sendable, Equatable {
    // Word: blocks.
    case body, paragraph, table, row, cell
    // Word: what they are like.
    case paragraphProperties, paragraphStyle, outlineLevel, listProperties, listLevel, listNumber
    case rowProperties, skippedBefore, cellProperties, columnSpan, verticalMerge
    // Word: text.
    case run, runProperties, hidden, text, lineBreak, carriageReturn, tab, noBreakHyphen
    case phonetic, inserted, deleted, movedTo, movedFrom, formerProperties
    // Word: numbering.
    case numbering, abstractNumber, number, level, start, numberFormat, levelText
    case abstractNumberReference, levelOverride, startOverride
    // Content in several forms.
    case fallback
    // OpenDocument.
    case officeTable, officeRow, officeCell, officeCoveredCell, officeStyle, officeTableProperties
    case officeParagraph, officeHeading, officeBlanks, officeTab, officeLineBreak
    case officeAnnotation, officeChanges, officeRuby, officeEncryption
    // OpenDocument: shapes, the pictures in them, and what is of another program, as charts are.
    case officeShape, officePicture, officeObject

    /// Finds the element with a local name in a namespace; nil for the others.
    init?(_ name: Span<UInt8>, in namespace: XMLNamespace) {
        let known: [(name: StaticString, element: DocumentElement)] =
            switch namespace {
            case .word: Self.word
            case .compatibility: [("Fallback", .fallback)]
            case .office: [("annotation", .officeAnnotation)]
            case .officeText: Self.officeText
            case .officeTable: Self.officeTables
            case .officeStyle:
                [("style", .officeStyle), ("table-properties", .officeTableProperties)]
            case .officeManifest: [("encryption-data", .officeEncryption)]
            case .officeDrawing: [("image", .officePicture), ("object", .officeObject)]
            default: []
            }
        if let found = known.first(where: { name.isText($0.name) }) {
            self = found.element
        } else if namespace == .officeDrawing {
            self = .officeShape
        } else {
            return nil
        }
    }

    /// Those that a document has most of stand first.
    private static let word: [(name: StaticString, element: DocumentElement)] = [
        ("r", .run), ("t", .text), ("rPr", .runProperties), ("p", .paragraph),
        ("pPr", .paragraphProperties), ("tc", .cell), ("tcPr", .cellProperties), ("tr", .row),
        ("trPr", .rowProperties), ("tbl", .table), ("gridSpan", .columnSpan),
        ("vMerge", .verticalMerge), ("br", .lineBreak), ("cr", .carriageReturn), ("tab", .tab),
        ("noBreakHyphen", .noBreakHyphen), ("pStyle", .paragraphStyle),
        ("outlineLvl", .outlineLevel), ("numPr", .listProperties), ("ilvl", .listLevel),
        ("numId", .listNumber), ("gridBefore", .skippedBefore), ("vanish", .hidden),
        ("rt", .phonetic), ("ins", .inserted), ("del", .deleted), ("moveTo", .movedTo),
        ("moveFrom", .movedFrom), ("body", .body), ("numbering", .numbering),
        ("abstractNum", .abstractNumber), ("num", .number), ("lvl", .level), ("start", .start),
        ("numFmt", .numberFormat), ("lvlText", .levelText),
        ("abstractNumId", .abstractNumberReference), ("lvlOverride", .levelOverride),
        ("startOverride", .startOverride),
        ("pPrChange", .formerProperties), ("rPrChange", .formerProperties),
        ("trPrChange", .formerProperties), ("tcPrChange", .formerProperties),
    ]

    private static let officeText: [(name: StaticString, element: DocumentElement)] = [
        ("p", .officeParagraph), ("h", .officeHeading), ("s", .officeBlanks),
        ("tab", .officeTab), ("line-break", .officeLineBreak), ("ruby-text", .officeRuby),
        ("tracked-changes", .officeChanges),
    ]

    private static let officeTables: [(name: StaticString, element: DocumentElement)] = [
        ("table-cell", .officeCell), ("covered-table-cell", .officeCoveredCell),
        ("table-row", .officeRow), ("table", .officeTable), ("tracked-changes", .officeChanges),
    ]
}
