package import DocumentText

/// Why a document in an archive is not read.
package enum DocumentFailure: Error, Sendable, Equatable {
    /// The archive or the XML in it is damaged, refused, or something else.
    case archive(SpreadsheetError)
    /// The document asks for more than any honest one does.
    case limit(DocumentLimit)

    /// What an error of reading means; one that nobody knows means that this is no such document.
    init(_ error: any Error) {
        switch error {
        case let error as SpreadsheetError: self = .archive(error)
        case let error as DocumentLimit: self = .limit(error)
        default: self = .archive(.notAWorkbook)
        }
    }
}
