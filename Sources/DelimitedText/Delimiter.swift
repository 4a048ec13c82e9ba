internal import SourceText

/// What stands between the cells of a row of delimited text.
package enum Delimiter: UInt8, Sendable, CaseIterable {
    /// `,`: what RFC 4180 says.
    case comma = 0x2C
    /// `;`: what spreadsheet programs write where the comma is the decimal sign.
    case semicolon = 0x3B
    /// A tab.
    case tab = 0x09

    /// Finds the delimiter that the first line declares, as Excel understands it: `sep=;`.
    ///
    /// Returns nil where the first line says nothing of the kind; otherwise the delimiter and how
    /// many bytes the line has, without its end.
    package static func declared(in bytes: [UInt8]) -> (delimiter: Delimiter, length: Int)? {
        let length = 5
        guard bytes.starts(with: "sep=".utf8) || bytes.starts(with: "SEP=".utf8),
            bytes.count >= length, let delimiter = Delimiter(rawValue: bytes[length - 1])
        else { return nil }
        let isWholeLine =
            bytes.count == length || bytes[length] == .lineFeed || bytes[length] == .carriageReturn
        return isWholeLine ? (delimiter, length) : nil
    }
}
