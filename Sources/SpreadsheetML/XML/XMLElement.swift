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
        } else if uri.equals("http://schemas.openxmlformats.org/spreadsheetml/2006/main")
            || uri.equals("http://purl.oclc.org/ooxml/spreadsheetml/main")
        {
            self = .spreadsheet
        } else if uri.equals("http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            || uri.equals("http://purl.oclc.org/ooxml/officeDocument/relationships")
        {
            self = .documentRelationships
        } else if uri.equals("http://schemas.openxmlformats.org/package/2006/relationships") {
            self = .packageRelationships
        } else if uri.equals("http://www.w3.org/XML/1998/namespace") {
            self = .xml
        } else {
            self = Self.documents(uri)
        }
    }

    private static func documents(_ uri: Span<UInt8>) -> XMLNamespace {
        if uri.equals("http://schemas.openxmlformats.org/wordprocessingml/2006/main")
            || uri.equals("http://purl.oclc.org/ooxml/wordprocessingml/main")
        {
            return .word
        }
        if uri.equals("http://schemas.openxmlformats.org/markup-compatibility/2006") {
            return .compatibility
        }
        if uri.equals("http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing")
            || uri.equals("http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing")
            || uri.equals("http://schemas.openxmlformats.org/drawingml/2006/main")
            || uri.equals("http://purl.oclc.org/ooxml/drawingml/main")
        {
            return .drawing
        }
        if uri.equals("urn:oasis:names:tc:opendocument:xmlns:office:1.0") { return .office }
        if uri.equals("urn:oasis:names:tc:opendocument:xmlns:text:1.0") { return .officeText }
        if uri.equals("urn:oasis:names:tc:opendocument:xmlns:table:1.0") { return .officeTable }
        if uri.equals("urn:oasis:names:tc:opendocument:xmlns:style:1.0") { return .officeStyle }
        if uri.equals("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0") { return .officeDrawing }
        if uri.equals("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0") {
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
    @inline(__always)
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

    @inline(__always)
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
        case 2 where name.equals("si"): .si
        case 2 where name.equals("is"): .is
        case 2 where name.equals("xf"): .xf
        case 3 where name.equals("row"): .row
        case 3 where name.equals("rPr"): .rPr
        case 3 where name.equals("rPh"): .rPh
        case 3 where name.equals("sst"): .sst
        case 4 where name.equals("font"): .font
        case 5 where name.equals("fonts"): .fonts
        case 5 where name.equals("table"): .table
        case 5 where name.equals("sheet"): .sheet
        case 6 where name.equals("sheets"): .sheets
        case 6 where name.equals("strike"): .strike
        case 6 where name.equals("numFmt"): .numFmt
        case 7 where name.equals("numFmts"): .numFmts
        case 7 where name.equals("comment"): .comment
        case 7 where name.equals("cellXfs"): .cellXfs
        case 8 where name.equals("workbook"): .workbook
        case 9 where name.equals("worksheet"): .worksheet
        case 9 where name.equals("sheetData"): .sheetData
        case 9 where name.equals("mergeCell"): .mergeCell
        case 10 where name.equals("mergeCells"): .mergeCells
        case 10 where name.equals("workbookPr"): .workbookPr
        case 10 where name.equals("styleSheet"): .styleSheet
        default: .other
        }
    }

    private static func drawing(_ name: Span<UInt8>) -> XMLElement {
        if name.equals("t") { return .drawnText }
        return name.equals("pic") ? .drawnPicture : .other
    }

    private static func package(_ name: Span<UInt8>) -> XMLElement {
        if name.equals("Relationship") { return .relationship }
        return name.equals("Relationships") ? .relationships : .other
    }
}

extension Span where Element == UInt8 {
    /// Whether the bytes are those of a text.
    @inline(__always)
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for index in indices where unsafe self[index] != text.utf8Start[index] { return false }
        return true
    }
}

extension Array where Element == UInt8 {
    /// Appends bytes in one copy.
    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
