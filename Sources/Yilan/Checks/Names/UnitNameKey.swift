internal import TargetModel

/// What names of units are compared by, so that the ways of writing one name are the same.
///
/// Only ways that can't mean another unit are joined: blanks and widths of characters, the city's
/// name before its bureaus, 和 between the parts of a bureau's name, and the abbreviations of
/// `UnitAbbreviations`.
struct UnitNameKey {
    /// The issuer's place: 菏泽市.
    private let place: [Unicode.Scalar]

    /// Prepares to compare names in a table that `issuer` issued (菏泽市人民政府).
    init(issuer: String?) {
        let government = Array("人民政府".unicodeScalars)
        let name = TextFolding.squeezed(issuer ?? "")
        let end = name.firstRange(of: government)?.lowerBound ?? 0
        place = Array(name[..<end])
    }

    /// The key of a name.
    func key(of name: String) -> String {
        var scalars = withoutPlace(TextFolding.squeezed(name)[...])
        scalars = UnitAbbreviations.shortening(scalars)
        let level = scalars.first.flatMap { UnitWords.levels.contains($0) ? $0 : nil }
        let stem = Self.withoutConjunctions(scalars.dropFirst(level == nil ? 0 : 1))
        let text = UnitAbbreviations.canonical(String(String.UnicodeScalarView(stem)))
        // 财政局 in a table of the city is the city's.
        let shownLevel = level ?? (Self.isBureau(stem) ? ownLevel : nil)
        return (shownLevel.map(String.init) ?? "") + text
    }

    private var ownLevel: Unicode.Scalar? {
        place.last.flatMap { UnitWords.levels.contains($0) ? $0 : nil }
    }

    /// 菏泽市财政局 is 市财政局, and 菏泽城投 is 城投.
    private func withoutPlace(_ name: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard place.count >= 3 else { return name }
        let bare = place.dropLast()
        guard name.starts(with: bare), name.count > place.count else { return name }
        return name.dropFirst(bare.count)
    }

    private static func isBureau(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        name.count >= 3 && (name.last == "局" || name.last == "委" || name.last == "办")
    }

    /// 住房和城乡建设局 is 住房城乡建设局; 和 at the start is part of a name (和县).
    private static func withoutConjunctions(
        _ name: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar> {
        guard isBureau(name), let first = name.first else { return name }
        let rest = name.dropFirst().filter { $0 != "和" && $0 != "与" && $0 != "及" }
        return [first] + rest
    }
}
