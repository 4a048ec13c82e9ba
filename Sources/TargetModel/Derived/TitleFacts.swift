internal import SourceText

/// What the title of an official document says of it.
package struct TitleFacts: Sendable, Equatable {
    /// The government that issued it: 菏泽市人民政府; nil where the title names none.
    package var issuer: String?
    /// The year the targets are for; nil where the title names none.
    package var year: Int?

    /// The longest title, in scalars, that is looked at.
    static let limit = 400

    /// Reads a title.
    ///
    /// Of several years, 2023年度 counts, else the one before what the table is about. The issuer is
    /// what stands before year or subject, if it ends as the name of a government or one of its
    /// parts does.
    /// - Complexity: O(n) in the title.
    package init(title: String) {
        let text = FoldedTitle(title)
        guard text.folded.count <= Self.limit else { return }
        let years = TitleYear.years(in: text.folded)
        let best = TitleYear.best(in: text.folded, years: years)
        year = best?.year
        issuer = text.issuer(firstYear: years.first?.range ?? best?.range)
    }

    /// Reads a title and, where that names no year, the lines around it: 截至2022年10月31日.
    ///
    /// - Complexity: O(n) in the texts.
    package init(title: String?, lines: [String]) {
        if let title { self.init(title: title) } else { self.init(title: "") }
        guard year == nil else { return }
        year =
            lines.lazy.filter { TitleLine($0) != .furniture }
            .compactMap { TitleFacts(title: $0).year }.first
            ?? lines.lazy.compactMap { TitleYear.filledIn($0) }.first
    }
}

/// A title to compare, beside the title as it stands.
struct FoldedTitle {
    /// As `TextFolding.folded` returns it.
    let folded: [Unicode.Scalar]
    /// Each folded scalar as it stands in the title.
    private let originals: [Unicode.Scalar]

    init(_ title: String) {
        folded = TextFolding.folded(title)
        var originals: [Unicode.Scalar] = []
        for scalar in title.unicodeScalars where !scalar.isInvisible {
            let isBlank = scalar.isWhitespace
            if isBlank, originals.last.map(\.isWhitespace) ?? true { continue }
            originals.append(scalar)
        }
        self.originals = Array(originals.prefix(folded.count))
    }

    /// Returns the issuer; `firstYear` is where the first year stands.
    func issuer(firstYear: Range<Int>?) -> String? {
        // 省政府民生实事涉我区工作任务 is of another government's list.
        guard !TitleWords.ofAnother.isFound(in: folded) else { return nil }
        let subject = [
            TitleWords.subjects.positions(in: folded).first,
            TitleWords.reports.positions(in: folded).first,
        ].compactMap(\.self).min()
        var parts: [Range<Int>] = []
        if let firstYear {
            parts.append(0..<firstYear.lowerBound)
            if let subject, subject >= firstYear.upperBound {
                parts.append(firstYear.upperBound..<subject)
            }
        }
        if let subject { parts.append(0..<subject) }
        for part in parts {
            guard let issuer = issuer(in: part) else { continue }
            // Behind the year, 市政府 alone says whose report or work it is: 2024年市政府工作报告….
            if part.lowerBound == 0 || issuer.unicodeScalars.count > 3 { return issuer }
        }
        return nil
    }

    /// Returns the issuer that a part of the title ends with or 关于 follows; nil where it names none.
    private func issuer(in part: Range<Int>) -> String? {
        var part = part
        if let about = folded[part].indices.first(where: {
            $0 > part.lowerBound && folded[$0..<part.upperBound].starts(with: "关于".unicodeScalars)
        }) {
            part = part.lowerBound..<about
        }
        if let sign = folded[part].lastIndex(where: TitleWords.breaks.contains) {
            part = (sign + 1)..<part.upperBound
        }
        part = withoutOpeners(trimmed(part))
        let name = folded[part]
        guard (2...40).contains(name.count), name.allSatisfy(Self.isPartOfName),
            TitleWords.issuers.isSuffix(of: name), !TitleWords.places.isSuffix(of: name)
        else { return nil }
        return String(scalars: originals[part])
    }

    /// Without blanks at both ends and brackets that open at the end.
    private func trimmed(_ part: Range<Int>) -> Range<Int> {
        var part = part
        while let last = folded[part].last, last == " " || last == "(" || last == "[" || last == "【"
        {
            part = part.lowerBound..<(part.upperBound - 1)
        }
        while folded[part].first == " " { part = (part.lowerBound + 1)..<part.upperBound }
        return part
    }

    private func withoutOpeners(_ part: Range<Int>) -> Range<Int> {
        var cursor = ScalarCursor(folded)
        cursor.position = part.lowerBound
        if cursor.take(anyOf: TitleWords.attachments) {
            _ = cursor.takeSmallNumber()
        }
        while cursor.take(anyOf: TitleWords.openers) {}
        return trimmed(min(cursor.position, part.upperBound)..<part.upperBound)
    }

    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        // Nearly all are of these, and needn't be looked up.
        (0x4E00...0x9FA5).contains(scalar.value)
            || scalar.properties.isIdeographic || scalar.properties.isAlphabetic
            || " 、·()×○*".unicodeScalars.contains(scalar)
    }
}
