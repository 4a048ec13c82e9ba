internal import SourceText

/// The names of the responsible units in a text.
public enum UnitNames {
    /// Splits a text at blanks, line breaks, `、` `,` `，` `;` `；` `/` outside brackets.
    ///
    /// Names stand in the order of the text, each once; the first one leads. 等, 牵头, 配合 and 负责 at a
    /// name's end, and labels such as 牵头: before it, are no part of a name; otherwise a name is
    /// never rewritten, but for characters that nobody sees; nor are the numbers of a list (1.市甲局2.市乙局) and signs that mark a name (*). 和,
    /// 与 and 会同 part two names where each is whole: 市发改委和市工信局. A bracket without its partner is a character like any other. 各县、市、区政府 and
    /// 市 教 育 局 are one name each, and a line that ends in 和 goes on in the next.
    /// - Complexity: O(n) in the text.
    public static func split(_ text: String) -> [String] {
        let scalars = text.unicodeScalars.filter { !$0.isInvisible }.map(\.self)
        let partners = BracketPartners(scalars)
        let numbers = listNumbers(in: scalars)
        var names = DistinctNames()
        var start = 0
        var depth = 0
        func finish(at end: Int) {
            let name = withoutMarks(scalars[start..<end], partners)
            guard !name.isEmpty else { return }
            let string = String(scalars: name)
            guard !RowWords.nothing.contains(string) else { return }
            _ = names.number(of: string)
        }
        for index in scalars.indices where index >= start {
            let isIdeograph = UnitWords.isIdeograph(scalars[index])
            if isIdeograph, !UnitWords.mayJoin(scalars[index]) { continue }
            if depth == 0,
                let end = isIdeograph
                    ? joint(at: index, in: scalars, from: start) : numbers[index]
            {
                finish(at: index)
                start = end
            } else if let partner = partners[index] {
                depth += partner > index ? 1 : -1
                // 市甲局（主办）市乙局（会办）: what a bracket says of a unit ends its name.
                if depth == 0, partner < index, isBracketedMark(scalars[(partner + 1)..<index]) {
                    finish(at: index + 1)
                    start = index + 1
                }
            } else if depth == 0, UnitWords.listSigns.contains(scalars[index]) {
                finish(at: index)
                start = index + 1
            } else if depth == 0, isSeparator(scalars[index]),
                !goesOn(scalars[start..<index], scalars[(index + 1)...], over: scalars[index])
            {
                finish(at: index)
                start = index + 1
            }
        }
        finish(at: scalars.count)
        return names.all
    }

    /// Where the numbers of a list stand, each with where it ends: 1.市甲局2.市乙局.
    ///
    /// A list begins at the text's start, and counts on.
    private static func listNumbers(in scalars: [Unicode.Scalar]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var index = 0
        while index < scalars.count {
            let digits = scalars[index...].prefix { (0x30...0x39).contains($0.value) }
            guard !digits.isEmpty else {
                guard !found.isEmpty || scalars[index].isWhitespace else { return found }
                index += 1
                continue
            }
            let isNext = String(scalars: digits) == String(found.count + 1)
            if isNext, let sign = scalars[digits.endIndex...].first,
                ".．、)）".unicodeScalars.contains(sign),
                scalars.dropFirst(digits.endIndex + 1).first.map({
                    $0.properties.isIdeographic || $0.isWhitespace
                }) ?? false
            {
                found[index] = digits.endIndex + 1
            } else if found.isEmpty {
                return found
            }
            index = digits.endIndex
        }
        return found
    }

    /// Where the next name begins behind a word that joins it to the one that ends at `index`.
    private static func joint(at index: Int, in scalars: [Unicode.Scalar], from start: Int) -> Int?
    {
        guard index > start, UnitWords.joinedEnds.contains(scalars[index - 1]) else { return nil }
        let rest = scalars[index...]
        guard let word = UnitWords.joiningWords.first(where: { rest.starts(with: $0) }),
            let next = rest.dropFirst(word.count).first, UnitWords.joinedStarts.contains(next)
        else { return nil }
        let name = rest.dropFirst(word.count).prefix {
            !isSeparator($0) && !"(（".unicodeScalars.contains($0)
        }
        return name.count > 2 && name.last.map(UnitWords.lastCharacters.contains) ?? false
            ? index + word.count : nil
    }

    /// Whether a name goes on behind a separator: 各县 before 、区政府, 市 before a blank and 教.
    private static func goesOn(
        _ name: ArraySlice<Unicode.Scalar>,
        _ rest: ArraySlice<Unicode.Scalar>,
        over separator: Unicode.Scalar
    ) -> Bool {
        guard let last = name.last, let next = rest.first else { return false }
        if separator.properties.isWhitespace {
            if separator == "\n" || separator == "\r" {
                return UnitWords.conjunctions.contains(last) && name.count > 2
            }
            return isSpread(name, rest)
        }
        guard separator == "、", UnitWords.divisions.contains(next) else { return false }
        // Only what stands since the last separator, which may be part of the name, too.
        let part = name.suffix(while: { $0 != "、" })
        let bare = part.drop(while: UnitWords.eachDivision.contains)
        return !bare.isEmpty && bare.allSatisfy(UnitWords.divisions.contains)
    }

    /// Whether a blank only spreads the characters of a name: three or more stand alone, and the
    /// last is one that names of units end with.
    private static func isSpread(
        _ name: ArraySlice<Unicode.Scalar>,
        _ rest: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        // Most blanks stand behind a whole name: then nothing of the text needs to be looked at.
        guard let last = name.last, last.properties.isIdeographic,
            name.dropLast().last?.properties.isWhitespace ?? true
        else { return false }
        func singles(_ text: some Sequence<ArraySlice<Unicode.Scalar>>) -> [Unicode.Scalar] {
            text.prefix { $0.count == 1 && $0.allSatisfy(\.properties.isIdeographic) }
                .compactMap(\.first)
        }
        let before = singles(name.split(whereSeparator: \.properties.isWhitespace).reversed())
        let words = rest.prefix { $0.properties.isWhitespace || !isSeparator($0) }
        let after = singles(words.split(whereSeparator: \.properties.isWhitespace))
        return !before.isEmpty && before.count + after.count > 2
            && after.last.map(UnitWords.lastCharacters.contains) ?? false
    }

    package static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        UnitWords.separators.contains(scalar) || scalar.isWhitespace
    }

    /// Whether a text ends as names of units do.
    package static func endsAsName(_ text: String) -> Bool {
        let last = text.unicodeScalars.last { !$0.isWhitespace && !$0.isInvisible }
        return last.map(UnitWords.lastCharacters.contains) ?? false
    }

    /// Whether the last name of a text goes on in a piece of the row below: 局 below 市水利, 建设局 below
    /// 市住房和城乡, 区)政府 below 各县(市、.
    ///
    /// A text that ends as names do is whole, and a piece that begins as names of other units do
    /// begins another one.
    package static func isCut(_ text: String, before piece: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.self)
        let signs = scalars.enumerated().filter { !UnitWords.isIdeograph($0.element) }
        let partners = BracketPartners(scalars)
        let opens = Set(UnitWords.brackets.flatMap(\.open))
        if signs.contains(where: { opens.contains($0.element) && partners[$0.offset] == nil }) {
            return true
        }
        guard let last = scalars.last, let first = piece.unicodeScalars.first, !isSeparator(last)
        else { return false }
        if UnitWords.conjunctions.contains(last) || UnitWords.conjunctions.contains(first) {
            return true
        }
        let isOneCharacter = scalars.dropLast().last.map(isSeparator) ?? true
        let isClosed = UnitWords.brackets.contains { $0.close.contains(last) }
        let isWhole =
            isClosed || endsAsName(text) && !isOneCharacter && !text.hasSuffix("城乡")
        guard !isWhole, endsAsName(piece) else { return false }
        return piece.unicodeScalars.count <= 2 || !UnitWords.joinedStarts.contains(first)
    }

    // MARK: What is no part of a name

    private static func withoutMarks(
        _ piece: ArraySlice<Unicode.Scalar>,
        _ partners: BracketPartners
    ) -> ArraySlice<Unicode.Scalar> {
        var name = piece
        while let shorter = droppingLabel(name) ?? droppingNumber(name)
            ?? droppingMark(name, partners)
        {
            name = shorter
        }
        return name
    }

    private static func droppingLabel(
        _ name: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar>? {
        if let first = name.first, UnitWords.leadingSigns.contains(first) {
            return name.dropFirst()
        }
        for label in UnitWords.labels where name.starts(with: label) {
            let rest = name.dropFirst(label.count)
            if rest.first == ":" || rest.first == "：" { return rest.dropFirst() }
        }
        return nil
    }

    /// Without the number of a list before a name: 1.市甲局.
    private static func droppingNumber(
        _ name: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar>? {
        let rest = name.drop { (0x30...0x39).contains($0.value) }
        guard rest.count < name.count, let sign = rest.first, sign == "." || sign == "．",
            rest.dropFirst().first?.properties.isIdeographic ?? false
        else { return nil }
        return rest.dropFirst()
    }

    private static func droppingMark(
        _ name: ArraySlice<Unicode.Scalar>,
        _ partners: BracketPartners
    ) -> ArraySlice<Unicode.Scalar>? {
        guard !name.isEmpty else { return nil }
        for mark in UnitWords.marks where name.suffix(mark.count).elementsEqual(mark) {
            return name.dropLast(mark.count)
        }
        let end = name.endIndex - 1
        if let open = partners[end], open < end, open >= name.startIndex,
            isBracketedMark(name[(open + 1)..<end])
        {
            return name[..<open]
        }
        if let close = partners[name.startIndex], close < name.endIndex, close > name.startIndex,
            isBracketedMark(name[(name.startIndex + 1)..<close])
        {
            return name[(close + 1)...]
        }
        return nil
    }

    private static func isBracketedMark(_ inside: ArraySlice<Unicode.Scalar>) -> Bool {
        inside.count <= 8
            && UnitWords.bracketedMarks.contains(String(scalars: inside))
    }
}

/// Which brackets of a text belong together; a half-width one may close a full-width one.
private struct BracketPartners {
    private var partners: [Int: Int] = [:]

    init(_ scalars: [Unicode.Scalar]) {
        var open: [(index: Int, kind: Int)] = []
        // How many of each kind are open, so that a sign that closes nothing isn't looked for.
        var counts = [Int](repeating: 0, count: UnitWords.brackets.count)
        for (index, scalar) in scalars.enumerated() where !UnitWords.isIdeograph(scalar) {
            if let kind = Self.openers[scalar] {
                open.append((index, kind))
                counts[kind] += 1
            } else if let kind = Self.closers[scalar], counts[kind] > 0 {
                // What was opened within and never closed has no partner.
                while let last = open.popLast() {
                    counts[last.kind] -= 1
                    guard last.kind != kind else {
                        partners[last.index] = index
                        partners[index] = last.index
                        break
                    }
                }
            }
        }
    }

    /// The index (from 0) of the partner of the bracket at `index`; nil where it has none.
    subscript(index: Int) -> Int? { partners[index] }

    private static let openers = kinds(of: UnitWords.brackets.map(\.open))
    private static let closers = kinds(of: UnitWords.brackets.map(\.close))

    /// The kind of each sign: the index (from 0) of the list that it is in.
    private static func kinds(of signs: [[Unicode.Scalar]]) -> [Unicode.Scalar: Int] {
        var kinds: [Unicode.Scalar: Int] = [:]
        for (kind, signs) in signs.enumerated() {
            for sign in signs { kinds[sign] = kind }
        }
        return kinds
    }
}

extension BidirectionalCollection where SubSequence: BidirectionalCollection {
    /// The longest end of which every element satisfies `predicate`.
    fileprivate func suffix(while predicate: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, predicate(self[index(before: start)]) {
            start = index(before: start)
        }
        return self[start...]
    }
}
