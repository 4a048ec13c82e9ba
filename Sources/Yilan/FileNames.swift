/// Names of files made from names of people, valid on Linux, Windows and macOS and unlike each
/// other on all three.
public enum FileNames {
    /// Returns a name, without extension, for each of `names`, in their order.
    ///
    /// Characters that some system doesn't allow become `_`; a blank name becomes `unnamed`; a
    /// name that is too long is cut; of names that only differ in case, the later get a number.
    /// - Complexity: O(n) in the names, unless many are the same.
    public static func distinct(
        from names: [String],
        unnamed: String = "未注明"
    ) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            let base = safe(name)
            let start = base.isEmpty ? unnamed : base
            var candidate = start
            var number = 2
            while !taken.insert(folded(candidate)).inserted {
                candidate = "\(start)-\(number)"
                number += 1
            }
            return candidate
        }
    }

    /// At most this many bytes, so that an extension and a number fit into 255.
    private static let longest = 200

    private static func safe(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        var length = 0
        for scalar in name.unicodeScalars {
            let kept = isAllowed(scalar) ? scalar : "_"
            length += Unicode.UTF8.width(kept)
            if length > longest { break }
            scalars.append(kept)
        }
        // A dot in front hides a file; Windows drops dots and blanks at the end.
        while let first = scalars.first, first == "." || first.properties.isWhitespace {
            scalars.removeFirst()
        }
        while let last = scalars.last, last == "." || last.properties.isWhitespace {
            scalars.removeLast()
        }
        let text = String(scalars)
        return isReserved(text) ? text + "_" : text
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "/", "\\", ":", "*", "?", "\"", "<", ">", "|": false
        default:
            scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .format
        }
    }

    /// Names of devices on Windows, whatever extension follows.
    private static func isReserved(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.utf8.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
            && stem.last.map { "1"..."9" ~= $0 } == true
    }

    /// What two names are compared by: some systems ignore case and how accents are written.
    private static func folded(_ name: String) -> String {
        // `String` compares by canonical equivalence, as those systems do.
        name.lowercased()
    }
}
