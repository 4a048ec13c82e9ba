internal import SourceText

/// The namespaces that a workbook's parts are told apart by.
enum XMLNamespace: Sendable, Equatable {
    /// No namespace.
    case none
    /// SpreadsheetML, transitional or strict.
    case spreadsheet
    /// Relationships of an office document (`r:id`), transitional or strict.
    case documentRelationships
    /// The relationships of a package's parts.
    case packageRelationships
    /// WordprocessingML, transitional or strict.
    case word
    /// What offers one content in several forms.
    case compatibility
    /// What lies over the cells of a sheet, and the texts in it, transitional or strict.
    case drawing
    /// Files of OpenDocument, their texts, their tables, their styles, their drawings, the lists of
    /// their parts.
    case office, officeText, officeTable, officeStyle, officeDrawing, officeManifest
    /// What `xml:space` is in.
    case xml
    /// Every other one.
    case other

    /// Finds the namespace with a name.
    init(uri: Span<UInt8>) {
        if uri.isEmpty {
            self = .none
        } else if uri.isText("http://schemas.openxmlformats.org/spreadsheetml/2006/main")
            || uri.isText("http://purl.oclc.org/ooxml/spreadsheetml/main")
        {
            self = .spreadsheet
        } else if uri.isText("http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            || uri.isText("http://purl.oclc.org/ooxml/officeDocument/relationships")
        {
            self = .documentRelationships
        } else if uri.isText("http://schemas.openxmlformats.org/package/2006/relationships") {
            self = .packageRelationships
        } else if uri.isText("http://www.w3.org/XML/1998/namespace") {
            self = .xml
        } else {
            self = Self.documents(uri)
        }
    }

    private static func documents(_ uri: Span<UInt8>) -> XMLNamespace {
        if uri.isText("http://schemas.openxmlformats.org/wordprocessingml/2006/main")
            || uri.isText("http://purl.oclc.org/ooxml/wordprocessingml/main")
        {
            return .word
        }
        if uri.isText("http://schemas.openxmlformats.org/markup-compatibility/2006") {
            return .compatibility
        }
        if uri.isText("http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing")
            || uri.isText("http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing")
            || uri.isText("http://schemas.openxmlformats.org/drawingml/2006/main")
            || uri.isText("http://purl.oclc.org/ooxml/drawingml/main")
        {
            return .drawing
        }
        if uri.isText("urn:oasis:names:tc:opendocument:xmlns:office:1.0") { return .office }
        if uri.isText("urn:oasis:names:tc:opendocument:xmlns:text:1.0") { return .officeText }
        if uri.isText("urn:oasis:names:tc:opendocument:xmlns:table:1.0") { return .officeTable }
        if uri.isText("urn:oasis:names:tc:opendocument:xmlns:style:1.0") { return .officeStyle }
        if uri.isText("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0") { return .officeDrawing }
        if uri.isText("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0") {
            return .officeManifest
        }
        return .other
    }
}

/// The elements that reading a workbook or another document looks at.
///
/// Found once per tag, so that readers switch over an enum and never compare names.
enum XMLElement: Sendable, Equatable {
    // Sheets.
    case worksheet, sheetData, row, c, v, f, `is`, mergeCells, mergeCell
    // What belongs to a sheet.
    case table, comment
    // Texts.
    case sst, si, t, r, rPr, rPh
    // The workbook.
    case workbook, workbookPr, sheets, sheet
    // Formats.
    case styleSheet, numFmts, numFmt, fonts, font, strike, cellXfs, xf
    // What lies over a sheet's cells.
    case drawnPicture, drawnText
    // The package.
    case relationships, relationship
    /// An element of a document's text.
    case document(DocumentElement)
    /// Every other one, and those in other namespaces.
    case other

    /// Finds the element with a local name in a namespace.
    init(_ name: Span<UInt8>, in namespace: XMLNamespace) {
        switch namespace {
        case .spreadsheet: self = name.count == 1 ? Self.short(name[0]) : Self.long(name)
        case .packageRelationships: self = Self.package(name)
        case .drawing: self = Self.drawing(name)
        case .word, .compatibility, .office, .officeText, .officeTable, .officeStyle,
            .officeDrawing, .officeManifest:
            self = DocumentElement(name, in: namespace).map { .document($0) } ?? .other
        case .none, .documentRelationships, .xml, .other: self = .other
        }
    }

    private static func short(_ name: UInt8) -> XMLElement {
        switch name {
        case UInt8(ascii: "c"): .c
        case UInt8(ascii: "v"): .v
        case UInt8(ascii: "t"): .t
        case UInt8(ascii: "r"): .r
        case UInt8(ascii: "f"): .f
        default: .other
        }
    }

    private static func long(_ name: Span<UInt8>) -> XMLElement {
        switch name.count {
        case 2 where name.isText("si"): .si
        case 2 where name.isText("is"): .is
        case 2 where name.isText("xf"): .xf
        case 3 where name.isText("row"): .row
        case 3 where name.isText("rPr"): .rPr
        case 3 where name.isText("rPh"): .rPh
        case 3 where name.isText("sst"): .sst
        case 4 where name.isText("font"): .font
        case 5 where name.isText("fonts"): .fonts
        case 5 where name.isText("table"): .table
        case 5 where name.isText("sheet"): .sheet
        case 6 where name.isText("sheets"): .sheets
        case 6 where name.isText("strike"): .strike
        case 6 where name.isText("numFmt"): .numFmt
        case 7 where name.isText("numFmts"): .numFmts
        case 7 where name.isText("comment"): .comment
        case 7 where name.isText("cellXfs"): .cellXfs
        case 8 where name.isText("workbook"): .workbook
        case 9 where name.isText("worksheet"): .worksheet
        case 9 where name.isText("sheetData"): .sheetData
        case 9 where name.isText("mergeCell"): .mergeCell
        case 10 where name.isText("mergeCells"): .mergeCells
        case 10 where name.isText("workbookPr"): .workbookPr
        case 10 where name.isText("styleSheet"): .styleSheet
        default: .other
        }
    }

    private static func drawing(_ name: Span<UInt8>) -> XMLElement {
        if name.isText("t") { return .drawnText }
        return name.isText("pic") ? .drawnPicture : .other
    }

    private static func package(_ name: Span<UInt8>) -> XMLElement {
        if name.isText("Relationship") { return .relationship }
        return name.isText("Relationships") ? .relationships : .other
    }
}
