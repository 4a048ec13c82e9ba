/// Pieces of formulas, written as files hold them.
package enum FormulaText {
    /// Returns a text as a formula quotes it.
    ///
    /// A quoted text holds 255 UTF-16 units; longer ones are joined from pieces.
    /// - Complexity: O(n) in the text.
    package static func literal(_ text: String) -> String {
        // Nearly all have neither: scalar by scalar, they were 1 % of writing 60 targets.
        let isPlain = text.utf8.count <= SheetLimits.formulaTextUnits && !has(text, "\"")
        if isPlain { return "\"\(text)\"" }
        var pieces: [String] = []
        var piece = ""
        var units = 0
        for scalar in text.unicodeScalars {
            let width = UTF16.width(scalar)
            if units + width > SheetLimits.formulaTextUnits {
                pieces.append(piece)
                piece = ""
                units = 0
            }
            piece.unicodeScalars.append(scalar)
            if scalar == "\"" { piece.unicodeScalars.append(scalar) }
            units += width
        }
        pieces.append(piece)
        let quoted = pieces.map { "\"\($0)\"" }
        return quoted.count == 1 ? quoted[0] : "(\(quoted.joined(separator: "&")))"
    }

    /// Returns texts as a row of an array: `{"是","√"}`.
    package static func array(_ texts: [String]) -> String {
        "{\(texts.map { "\"\(doubled($0, "\""))\"" }.joined(separator: ","))}"
    }

    /// Returns a sheet's name as a formula has it before `!`; always quoted, which is always right.
    package static func sheet(_ name: String) -> String {
        "'\(doubled(name, "'"))'"
    }

    private static func doubled(_ text: String, _ sign: Unicode.Scalar) -> String {
        guard has(text, sign) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(scalar)
            if scalar == sign { result.append(scalar) }
        }
        return String(result)
    }

    /// Whether an ASCII sign stands in a text.
    private static func has(_ text: String, _ sign: Unicode.Scalar) -> Bool {
        text.utf8.contains(UInt8(ascii: sign))
    }
}
