public import SourceText

/// Why a workbook could not be read or written.
public struct SpreadsheetError: Error, Sendable, Equatable {
    /// The stable word that names a kind of failure; each half of the module adds its own.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The word, as it is shown behind a message.
        public let rawValue: String

        /// Makes a code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }

    /// The kind of failure.
    public var code: Code
    /// What is wrong.
    public var message: Wording
    /// What to do about it, where that is known.
    public var hint: Wording?
    /// The part of the workbook that it is about, such as `xl/worksheets/sheet1.xml`.
    public var part: String?

    /// Makes an error.
    public init(_ code: Code, _ message: Wording, hint: Wording? = nil, part: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.part = part
    }

    /// Returns the error as a finding about `file`.
    public func diagnostic(file: String) -> Diagnostic {
        guard let part else {
            return Diagnostic(.error, code.rawValue, message, hint: hint, file: file)
        }
        let placed = Wording(
            en: "\(message.english) (in \(part))",
            zh: "\(message.chinese)（位于 \(part)）"
        )
        return Diagnostic(.error, code.rawValue, placed, hint: hint, file: file)
    }
}

extension SpreadsheetError.Code {
    /// The file is not a workbook at all.
    public static let notAWorkbook = Self(rawValue: "not-a-workbook")
    /// The file is a workbook of a kind that is not read: XLS, XLSB, ODS.
    public static let unsupportedWorkbook = Self(rawValue: "unsupported-workbook")
    /// The workbook is locked with a password.
    public static let encryptedWorkbook = Self(rawValue: "encrypted-workbook")
    /// The workbook is cut short, or its parts contradict each other.
    public static let damagedWorkbook = Self(rawValue: "damaged-workbook")
    /// The workbook expands to more than the limit.
    public static let workbookTooLarge = Self(rawValue: "workbook-too-large")
    /// The workbook holds what an honest one never does, such as a document type declaration.
    public static let unsafeWorkbook = Self(rawValue: "unsafe-workbook")
    /// The file can't be opened or read.
    public static let unreadableFile = Self(rawValue: "unreadable-file")
}
