/// Makes sure that a finished workbook is whole.
///
/// libxlsxwriter reports no error where the disk fills: the archive is cut, or a part is, with a
/// checksum that fits the cut part. So each entry is read through its checksum, and each part of
/// XML must end with the element that it began.
struct WorkbookVerification {
    /// How many sheets were written.
    let sheetCount: Int

    /// Makes sure that the library has made all parts of the workbook, each to its end.
    ///
    /// - Throws: `damagedOutput` with the part.
    func check(_ parts: [LibraryPart]) throws(WorkbookError) {
        try check(names: parts.map(\.name))
        for part in parts where !DocumentEnds(of: part.bytes).match {
            throw WorkbookError(.damagedOutput(part: part.name))
        }
    }

    /// Reads a workbook through, and returns what its entries expand to, in the archive's order.
    ///
    /// - Throws: `damagedOutput` with the part.
    /// - Complexity: O(n) in the expanded bytes.
    func wholeParts(of path: String) throws(WorkbookError) -> [LibraryPart] {
        try checkParts(of: path)
        var part = Self.whole
        var parts: [LibraryPart] = []
        do {
            let archive = try ZIPArchive(path: path, limits: .none)
            var piece = [UInt8](repeating: 0, count: ZIPEntryReader.pieceSize)
            for entry in archive.entries {
                part = entry.name
                var reader = try archive.open(entry)
                var bytes: [UInt8] = []
                while true {
                    let count = try reader.read(into: &piece)
                    if count == 0 { break }
                    bytes += piece[..<count]
                }
                guard DocumentEnds(of: bytes).match else { throw SpreadsheetError.notAWorkbook }
                parts.append(LibraryPart(name: entry.name, bytes: bytes))
            }
            return parts
        } catch {
            throw WorkbookError(.damagedOutput(part: part))
        }
    }

    /// Makes sure that an archive has all parts of the workbook, each where its directory says.
    ///
    /// - Throws: `damagedOutput` with the part.
    func checkParts(of path: String) throws(WorkbookError) {
        guard let archive = try? ZIPArchive(path: path, limits: .none), !archive.isInconsistent
        else { throw WorkbookError(.damagedOutput(part: Self.whole)) }
        try check(names: archive.entries.map(\.name))
    }

    private func check(names: [String]) throws(WorkbookError) {
        let names = Set(names)
        if let missing = expected.first(where: { !names.contains($0) }) {
            throw WorkbookError(.damagedOutput(part: missing))
        }
    }

    /// What the archive as a whole is called.
    static let whole = "zip"

    private var expected: [String] {
        ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml"]
            + (0..<sheetCount).map(DraftChanges.part(ofSheet:))
    }
}

/// The first bytes and the last bytes of an XML document.
private struct DocumentEnds {
    private let head: ArraySlice<UInt8>
    private let tail: ArraySlice<UInt8>
    // More than a declaration and a root's name need.
    private static let size = 256

    init(of document: [UInt8]) {
        head = document.prefix(Self.size)
        tail = document.suffix(Self.size)
    }

    /// Whether the document ends with the element that it begins with.
    var match: Bool {
        var start = head
        while let open = start.firstIndex(of: UInt8(ascii: "<")) {
            start = start[(open + 1)...]
            guard let first = start.first else { return false }
            if first == UInt8(ascii: "?") { continue }
            let name = start.prefix { $0 != 0x20 && $0 != 0x3E && $0 != 0x2F }
            let end = tail.reversed().drop { $0 == 0x0A || $0 == 0x0D }
            if end.starts(with: (Array("</".utf8) + name + Array(">".utf8)).reversed()) {
                return true
            }
            // An empty root, as a sheet's relationships may be.
            return end.starts(with: "/>".utf8.reversed()) && !start.contains(UInt8(ascii: "<"))
        }
        return false
    }
}
