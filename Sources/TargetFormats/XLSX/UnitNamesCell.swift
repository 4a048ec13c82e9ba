internal import SpreadsheetML
internal import TargetModel

/// The hidden cell that names a target's units with `|` around each, so that formulas can count
/// the targets of a unit.
///
/// Where replacing the separators gives the names that yilan reads, the cell is a formula that
/// does so and follows corrections; else (separators inside brackets, 等 or 牵头 behind a name) it
/// holds the names.
struct UnitNamesCell {
    /// The columns with units, from 0, in the sheet.
    let columns: [Int]

    private static let separators: [Unicode.Scalar] = [
        "、", " ", ",", "，", ";", "；", "/", "\u{3000}", "\n",
    ]

    /// The cell's text for the names of units.
    static func text(_ names: [String]) -> String {
        names.isEmpty ? "" : "|" + names.joined(separator: "|") + "|"
    }

    /// Whether the formula reads the same names out of a target's texts; then what it comes to.
    func result(of texts: [String], names: [String]) -> String? {
        let joined = texts.joined(separator: "|")
        var replaced = String.UnicodeScalarView()
        for scalar in joined.unicodeScalars {
            replaced.append(Self.separators.contains(scalar) ? "|" : scalar)
        }
        let read = replaced.split(separator: "|").map { String($0) }
        guard read.count == names.count,
            zip(read, names).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
        else { return nil }
        return texts.allSatisfy(\.isEmpty) ? "" : "|" + String(replaced) + "|"
    }

    /// The formula in a row (from 0), without `=`.
    func formula(row: Int) -> String {
        let cells = columns.map { CellPosition(row: row, column: $0).reference }
        var text = cells.joined(separator: "&\"|\"&")
        for separator in Self.separators {
            let old = separator == "\n" ? "CHAR(10)" : "\"\(separator)\""
            text = "SUBSTITUTE(\(text),\(old),\"|\")"
        }
        return "IF(\(cells.joined(separator: "&"))=\"\",\"\",\"|\"&\(text)&\"|\")"
    }
}
