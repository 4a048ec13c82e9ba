package import DocumentText

/// A Word document: its lines and tables, as Word shows them when all changes are accepted.
package struct WordDocument: Sendable {
    /// Lines and tables.
    package let content: DocumentContent
    /// Whether it holds changes that were tracked, and that nobody has accepted or refused yet.
    package let hasTrackedChanges: Bool

    /// Reads a file.
    ///
    /// - Throws: `DocumentFailure` where the bytes are no Word document that can be read.
    /// - Complexity: O(n) in the bytes of the document's part.
    package init(
        of bytes: [UInt8],
        limits: ExpansionLimits = ExpansionLimits()
    ) throws(DocumentFailure) {
        let result: Result<WordDocument, DocumentFailure>
        do throws(SpreadsheetError) {
            result = try ZIPArchive.withArchive(of: bytes, limits: limits) {
                archive throws(SpreadsheetError) in
                do throws(DocumentFailure) {
                    return .success(try WordDocument(archive))
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw .archive(error)
        }
        self = try result.get()
    }

    private init(_ archive: borrowing ZIPArchive) throws(DocumentFailure) {
        var lists = ListNumbers()
        var main: XMLReader
        do throws(SpreadsheetError) {
            let parts = try PackageParts(archive.entries)
            let package = try Relationships(of: "", among: parts, in: archive)
            guard let part = package.first("officeDocument")?.part,
                let entry = parts.entry(named: part)
            else { throw .notAWorkbook }
            let related = try Relationships(of: part, among: parts, in: archive)
            if let numbering = related.first("numbering").flatMap({ parts.entry(named: $0.part) }) {
                lists = try ListNumbers(archive.open(numbering))
            }
            main = try XMLReader(archive.open(entry))
        } catch {
            throw .archive(error)
        }
        var reader = WordReader(main, lists)
        content = try reader.read()
        hasTrackedChanges = reader.hasTrackedChanges
    }
}
