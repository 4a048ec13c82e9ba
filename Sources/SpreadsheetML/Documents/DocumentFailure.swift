package import DocumentText

/// Why a document in an archive is not read.
package enum DocumentFailure: Error, Sendable, Equatable {
    /// The archive or the XML in it is damaged, refused, or something else.
    case archive(SpreadsheetError)
    /// The document asks for more than any honest one does.
    case limit(DocumentLimit)
}
