public import SourceText

/// Why a workbook could not be read or written.
public struct SpreadsheetError: Error, Sendable, Equatable {
    /// The kind of failure.
    public var code: FindingCode
    /// What is wrong.
    public var message: Wording
    /// What to do about it, where that is known.
    public var hint: Wording?
    /// The part of the workbook that it is about, such as `xl/worksheets/sheet1.xml`.
    public var part: String?

    /// Makes an error.
    public init(_ code: FindingCode, _ message: Wording, hint: Wording? = nil, part: String? = nil)
    {
        self.code = code
        self.message = message
        self.hint = hint
        self.part = part
    }

    /// Returns the error as a finding about `file`.
    public func diagnostic(file: String) -> Diagnostic {
        guard let part else {
            return Diagnostic(.error, code, message, hint: hint, file: file)
        }
        let placed = Wording(
            en: "\(message) (in \(part))",
            zh: "\(message)（位于 \(part)）"
        )
        return Diagnostic(.error, code, placed, hint: hint, file: file)
    }
}
