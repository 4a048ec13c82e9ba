internal import SourceText

/// What the text in a cell's `v` is.
enum CellType {
    case number, shared, string, inline, boolean, error, date

    /// Reads the attribute `t`; nil where it says nothing that is known.
    init?(_ text: Span<UInt8>) {
        if text.count == 1 {
            switch text[0] {
            case UInt8(ascii: "s"): self = .shared
            case UInt8(ascii: "n"): self = .number
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .date
            default: return nil
            }
        } else if text.isText("str") {
            self = .string
        } else if text.isText("inlineStr") {
            self = .inline
        } else {
            return nil
        }
    }
}
