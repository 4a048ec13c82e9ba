internal import SourceText

/// Gives the sheets of one workbook names that Excel accepts, each close to what was asked for.
///
/// A name has 1 to 31 UTF-16 units and none of `[]:*?/\`, doesn't begin or end with `'`, isn't
/// `History` (which Excel keeps for itself), and differs from every other by more than case.
package struct SheetNames: Sendable {
    private var taken: Set<String> = []

    /// Begins a workbook without sheets.
    package init() {}

    /// Returns a name for a sheet that should be called `wanted`, and keeps it from others.
    ///
    /// A name that is taken gets a number: `张鹏 (2)`. Where nothing is left of a name, it is
    /// `fallback`.
    /// - Complexity: O(k) for k sheets of one name.
    package mutating func add(_ wanted: String, fallback: String = "Sheet") -> String {
        var base = Self.sanitized(wanted)
        if base.isEmpty { base = Self.sanitized(fallback) }
        if base.isEmpty { base = "Sheet" }
        var name = Self.shortened(base, to: SheetLimits.nameUnits)
        var number = 1
        while Self.isReserved(name) || !taken.insert(Self.folded(name)).inserted {
            number += 1
            let suffix = " (\(number))"
            let room = SheetLimits.nameUnits - suffix.sheetUnits
            name = Self.shortened(base, to: room) + suffix
        }
        return name
    }

    /// Replaces what a name can't hold: forbidden signs by their full-width forms, so that people
    /// still read the same.
    ///
    /// `#` is replaced, too, because libxlsxwriter ends a link's sheet at it, and `_` before `x`,
    /// because a file may say `_x0041_` for `A`.
    private static func sanitized(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "[", "]", ":", "*", "?", "/", "\\", "#":
                result.append(scalar.widened)
            case "_" where index + 1 < scalars.count && scalars[index + 1] == "x":
                result.append(scalar.widened)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                result.append(" ")
            case "\u{FFFE}", "\u{FFFF}":
                result.append("\u{FFFD}")
            default:
                result.append(scalar)
            }
        }
        return trimmed(result)
    }

    private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
        func isOuter(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "'" || scalar.isWhitespace
        }
        var rest = scalars[...]
        while let first = rest.first, isOuter(first) { rest.removeFirst() }
        while let last = rest.last, isOuter(last) { rest.removeLast() }
        return String(String.UnicodeScalarView(rest))
    }

    private static func shortened(_ name: String, to units: Int) -> String {
        guard name.sheetUnits > units else { return name }
        var kept = ""
        var count = 0
        // By character, so that no name ends in half a letter.
        for character in name {
            count += character.utf16.count
            if count > units { break }
            kept.append(character)
        }
        if kept.isEmpty {
            var scalars = String.UnicodeScalarView()
            for scalar in name.unicodeScalars.prefix(units / 2) { scalars.append(scalar) }
            kept = String(scalars)
        }
        return trimmed(kept.unicodeScalars)
    }

    private static func isReserved(_ name: String) -> Bool {
        folded(name) == "history"
    }

    /// What names are compared by: without case, and full-width letters as half-width ones.
    private static func folded(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.lowercased().unicodeScalars { result.append(scalar.narrowed) }
        return String(result).lowercased()
    }
}
