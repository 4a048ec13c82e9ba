internal import SpreadsheetML
internal import TargetModel

/// A formula that finds a figure in a text again after somebody has corrected it.
///
/// It looks behind what stands before the figure and before what stands behind it, so it works for a
/// plain one only: digits, and a unit as it is counted.
struct FigureFormula {
    private let before: String
    private let behind: String

    /// Characters before a figure that tell it from others.
    private static let context = 6

    /// Prepares to find the figure of a text; nil where it isn't plain, or where what stands before
    /// it stands elsewhere, too.
    init?(_ figure: Figure, in text: String) {
        let scalars = Array(text.unicodeScalars)
        guard figure.range.upperBound <= scalars.count, !figure.range.isEmpty else { return nil }
        let written = scalars[figure.range]
        let digits = written.prefix { ("0"..."9").contains($0) || $0 == "." }
        guard let value = ExactNumber(digits: digits), value == figure.value,
            Self.string(written.dropFirst(digits.count)).utf8.elementsEqual(figure.unit.utf8)
        else { return nil }
        let start = max(0, figure.range.lowerBound - Self.context)
        before = Self.string(scalars[start..<figure.range.lowerBound])
        let rest = written.dropFirst(digits.count) + scalars[figure.range.upperBound...].prefix(1)
        behind = Self.string(rest.prefix(3))
        guard figure.range.lowerBound > 0 || !behind.isEmpty else { return nil }
        // A letter before a number may be part of it; a digit surely is.
        if let last = before.unicodeScalars.last, ("0"..."9").contains(last) || last == "." {
            return nil
        }
        guard !before.isEmpty else { return }
        let sign = Array(before.unicodeScalars)
        let first = (0...(scalars.count - sign.count)).first { scalars[$0...].starts(with: sign) }
        guard first == start else { return nil }
    }

    /// The formula, without `=`, for the text of a cell: a number, or another text where it finds none.
    func formula(_ cell: String, otherwise text: String) -> String {
        let none = FormulaText.literal(text)
        var from = "1"
        if !before.isEmpty {
            from = "FIND(\(FormulaText.literal(before)),\(cell))+\(before.sheetUnits)"
        }
        guard !behind.isEmpty else { return "IFERROR(VALUE(MID(\(cell),\(from),99)),\(none))" }
        let end = "FIND(\(FormulaText.literal(behind)),\(cell),\(from))"
        return "IFERROR(VALUE(MID(\(cell),\(from),\(end)-(\(from)))),\(none))"
    }

    private static func string(_ scalars: some Collection<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
