package import SourceText

/// Why a workbook could not be read or written.
package struct SpreadsheetError: Error, Sendable, Equatable {
    /// The kind of failure.
    package var code: FindingCode
    /// What is wrong.
    package var message: Wording
    /// What to do about it, where that is known.
    package var hint: Wording?
    /// The setting that does it, where there is one.
    package var remedy: Remedy?
    /// The part of the workbook that it is about, such as `xl/worksheets/sheet1.xml`.
    package var part: String?

    /// Makes an error.
    package init(
        _ code: FindingCode,
        _ message: Wording,
        hint: Wording? = nil,
        remedy: Remedy? = nil,
        part: String? = nil
    ) {
        self.code = code
        self.message = message
        self.hint = hint
        self.remedy = remedy
        self.part = part
    }

    /// Returns the error as a finding about `file`.
    package func diagnostic(file: String) -> Diagnostic {
        let placed = part.map {
            Wording(en: "\(message) (in \($0))", zh: "\(message)（位于 \($0)）")
        }
        return Diagnostic(
            .error,
            code,
            placed ?? message,
            hint: hint,
            remedy: remedy,
            file: file
        )
    }
}
