package import DocumentText

/// An OpenDocument spreadsheet: the sheets that a user sees, each as a table.
///
/// What a cell says is the text that the program stored as shown.
package enum OpenDocumentSpreadsheet {
    /// Reads a file.
    ///
    /// - Throws: `DocumentFailure` where the bytes are no spreadsheet that can be read.
    /// - Complexity: O(n) in the bytes of its content, and in the cells that it repeats.
    package static func content(
        of bytes: [UInt8],
        limits: ExpansionLimits = ExpansionLimits()
    ) throws(DocumentFailure) -> DocumentContent {
        let result: Result<DocumentContent, DocumentFailure>
        do throws(SpreadsheetError) {
            result = try ZIPArchive.withArchive(of: bytes, limits: limits) {
                archive throws(SpreadsheetError) in
                let parts = try PackageParts(archive.entries)
                guard parts.entry(named: "mimetype") != nil,
                    let entry = parts.entry(named: "content.xml")
                else { throw .notAWorkbook }
                guard try !isEncrypted(parts, archive) else { throw .encrypted }
                var reader = OpenDocumentReader(try XMLReader(archive.open(entry)))
                do throws(DocumentFailure) {
                    return .success(try reader.read())
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw .archive(error)
        }
        return try result.get()
    }

    /// Whether the list of parts says how they are encrypted.
    private static func isEncrypted(
        _ parts: PackageParts,
        _ archive: borrowing ZIPArchive
    ) throws(SpreadsheetError) -> Bool {
        guard let manifest = parts.entry(named: "META-INF/manifest.xml") else { return false }
        var xml = try XMLReader(archive.open(manifest))
        while true {
            switch try xml.next() {
            case .start where xml.element == .document(.officeEncryption): return true
            case .endOfDocument: return false
            case .start, .end, .text: continue
            }
        }
    }
}
