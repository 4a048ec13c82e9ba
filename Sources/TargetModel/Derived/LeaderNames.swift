internal import SourceText

/// The names of the leaders in a text.
public enum LeaderNames {
    /// Splits a text as `UnitNames` does: at blanks, line breaks, `、` and the like outside brackets.
    ///
    /// Titles (常务副市长, 市委常委), alone, in brackets or beside a name, are no part of it, nor are
    /// 牵头 and 负责; a name of two or three characters that blanks spread (张 伦, 司马 光) is one. Where
    /// nothing but titles is left, the text as it stands is the name; a surname keeps its title (张县长).
    /// 待定 names nobody. No name stands twice.
    /// - Complexity: O(n) in the text.
    public static func split(_ text: String) -> [String] {
        let whole = DerivedValues.leaderName(text)
        guard !whole.isEmpty, !LeaderTitles.nobody.contains(whole) else { return [] }
        var names: [String] = []
        for piece in joiningSpread(UnitNames.split(whole)) {
            let name = withoutTitles(piece)
            if !name.isEmpty, !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
                names.append(name)
            }
        }
        return names.isEmpty ? [whole] : names
    }

    /// Whether a text is nothing but a name and a title of office behind it, with a blank between them or that
    /// of a government's head: 张明 市长, 刘 强 副县长, 张明副市长.
    package static func isTitledName(_ text: String) -> Bool {
        let pieces = joiningSpread(UnitNames.split(text)).map { Array($0.unicodeScalars) }
        guard let first = pieces.first else { return false }
        if pieces.count == 2 {
            return isName(first) && pieces[1].last.map(LeaderTitles.officeEnds.contains) ?? false
                && withoutTitle(pieces[1])?.isEmpty ?? false
        }
        let title = LeaderTitles.heads.first { first.suffix($0.count).elementsEqual($0) }
        return pieces.count == 1 && title.map { isName(Array(first.dropLast($0.count))) } ?? false
    }

    /// Whether a text may be a name: two or three characters, or four with a surname of two.
    private static func isName(_ text: [Unicode.Scalar]) -> Bool {
        let surname = String(scalars: text.prefix(2))
        let longest = LeaderTitles.longSurnames.contains(surname) ? 4 : 3
        return (2...longest).contains(text.count) && text.allSatisfy(\.properties.isIdeographic)
            && withoutTitle(text) == nil
            && !UnitNames.endsAsName(String(scalars: text))
    }

    /// Joins single characters that stand beside each other: 张 三 becomes 张三.
    private static func joiningSpread(_ pieces: [String]) -> [String] {
        var result: [String] = []
        var singles = ""
        func isSingle(_ text: String) -> Bool {
            text.unicodeScalars.count == 1
                && text.unicodeScalars.allSatisfy(\.properties.isIdeographic)
        }
        for piece in pieces {
            // 赵 云副市长: the title stands with the last character.
            let isTitled =
                singles.unicodeScalars.count == 1
                && withoutTitle(Array(piece.unicodeScalars))?.count == 1
            if isTitled {
                result.append(singles + piece)
                singles = ""
            } else if isSingle(piece), singles.isEmpty, let last = result.last,
                LeaderTitles.longSurnames.contains(last)
            {
                result[result.count - 1] += piece
            } else if isSingle(piece), singles.unicodeScalars.count < 2 {
                singles += piece
            } else {
                if !singles.isEmpty { result.append(singles) }
                singles = isSingle(piece) ? piece : ""
                if singles.isEmpty { result.append(piece) }
            }
        }
        return singles.isEmpty ? result : result + [singles]
    }

    private static func withoutTitles(_ piece: String) -> String {
        var name = Array(piece.unicodeScalars)
        while let shorter = withoutRemark(name) ?? withoutTitle(name) ?? behindOffice(name) {
            // 张县长 is no leader called 张.
            if shorter.count == 1, name.count > 1 { break }
            name = shorter
        }
        return String(scalars: name)
    }

    /// The name behind an office and its title, 市公安局局长王五; nothing where the office is all there is; nil
    /// of any other text.
    private static func behindOffice(_ name: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        if let last = name.last, name.count > 3, "局委办部厅院".unicodeScalars.contains(last) {
            return []
        }
        for title in LeaderTitles.words {
            // 牵头 and the like stand between two names.
            guard let end = title.last, LeaderTitles.officeEnds.contains(end),
                name.count > title.count + 2,
                let start = name.indices.dropFirst(2).last(where: {
                    name[$0...].starts(with: title)
                })
            else { continue }
            let rest = Array(name[(start + title.count)...])
            if (2...4).contains(rest.count), rest.allSatisfy(\.properties.isIdeographic) {
                return rest
            }
        }
        return nil
    }

    /// Without a bracket at an end, which says what the leader is.
    private static func withoutRemark(_ name: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        if let first = name.first, first == "(" || first == "（",
            let close = name.firstIndex(where: { $0 == ")" || $0 == "）" }),
            close + 1 < name.count, name[1..<close].allSatisfy(\.properties.isIdeographic)
        {
            return Array(name[(close + 1)...])
        }
        guard let last = name.last,
            let bracket = UnitWords.brackets.first(where: { $0.close.contains(last) }),
            let open = name.lastIndex(where: bracket.open.contains)
        else { return nil }
        return Array(name[..<open])
    }

    /// Returns a name without the title before or behind it, and without where that is held; nil where
    /// it has none.
    package static func withoutTitle(_ name: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        // 市政协副主席: where the title is held is no part of the name, either.
        let place = LeaderTitles.places.first { name.starts(with: $0) }
        let behind = name.dropFirst(place?.count ?? 0)
        for title in LeaderTitles.words {
            if behind.starts(with: title) || name.starts(with: title) {
                let rest = behind.starts(with: title) ? behind : name[...]
                // 分管副市长:张三
                return Array(rest.dropFirst(title.count).drop { $0 == ":" || $0 == "：" })
            }
            if name.suffix(title.count).elementsEqual(title) {
                let rest = name.dropLast(title.count)
                let place = LeaderTitles.places.first {
                    rest.count >= $0.count && rest.suffix($0.count).elementsEqual($0)
                }
                return Array(rest.dropLast(place?.count ?? 0))
            }
        }
        return nil
    }
}
