/// Names of files made from names of people: valid everywhere, and no two the same.
///
/// Valid means: on Linux, Windows and macOS, in a ZIP archive, and in a data package, where `$`,
/// `%` and `~` could stand for something else. The same means: on a file system that doesn't tell
/// capitals from small letters, nor composed from decomposed characters.
public enum FileNames {
    /// At most this many bytes, so that an extension and a number fit into 255.
    private static let longest = 200

    /// Returns a name, without extension, for each of `names`, in their order.
    ///
    /// Characters that some system doesn't allow become `_`, those that can't be seen are dropped;
    /// a name with nothing to show becomes `unnamed`; a name that is too long is cut; of names that
    /// are the same, the later get a number.
    /// - Complexity: O(n) in the names.
    public static func distinct(
        from names: [String],
        unnamed: String = "未注明"
    ) -> [String] {
        var taken: Set<String> = []
        // Where the search for a number goes on: a thousand equal names are no thousand searches.
        var numbers: [String: Int] = [:]
        var result: [String] = []
        result.reserveCapacity(names.count)
        for name in names {
            let safe = safe(name)
            let base = safe.isEmpty ? unnamed : safe
            let key = folded(base)
            var number = numbers[key, default: 0] + 1
            while !taken.insert(folded(numbered(base, number))).inserted { number += 1 }
            numbers[key] = number
            result.append(numbered(base, number))
        }
        return result
    }

    /// The second 张三 is 张三-2.
    private static func numbered(_ name: String, _ number: Int) -> String {
        number == 1 ? name : "\(name)-\(number)"
    }

    private static func safe(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        var length = 0
        for scalar in name.unicodeScalars where !hasNoPlaceInNames(scalar) {
            let kept = forbidden.contains(scalar) ? "_" : scalar
            // A dot in front hides a file.
            if scalars.isEmpty, kept == "." || kept.properties.isWhitespace { continue }
            length += UTF8.width(kept)
            guard length <= longest else { break }
            scalars.append(kept)
        }
        // Windows drops dots and blanks at the end.
        while let last = scalars.last, last == "." || last.properties.isWhitespace {
            scalars.removeLast()
        }
        let text = String(scalars)
        return isReserved(text) ? "_" + text : text
    }

    private static let forbidden = Set("/\\:*?\"<>|$%~[]{}".unicodeScalars)

    private static func hasNoPlaceInNames(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }

    /// Names of devices on Windows, whatever extension follows.
    private static func isReserved(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.utf8.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
            && stem.last.map { "0"..."9" ~= $0 } == true
    }

    /// What two names are compared by: some systems ignore case and how accents are written.
    private static func folded(_ name: String) -> String {
        // `String` compares by canonical equivalence, as those systems do.
        name.uppercased().lowercased()
    }
}
