internal import SourceText

/// The labels that official tables use for the seven fields.
package enum FieldLabels {
    /// What a column of units says of them.
    ///
    /// The cases stand in the order in which the units are named.
    package enum Role: Sendable, Equatable, CaseIterable {
        /// The leading ones.
        case lead
        /// All of them, or not a column of units.
        case main
        /// Those that join.
        case joint
    }

    /// What a label means.
    package struct Match: Sendable, Equatable {
        /// The field.
        package var field: Field
        /// Of two labels of one field, the one with the larger number is the field's.
        package var specificity: Int
        /// What a column of units says of them.
        package var role: Role
        /// Whether the label is the status where another column says what was achieved.
        package var maybeStatus: Bool
        /// Why the label is read so.
        package var evidence: LabelEvidence

        /// Makes a match.
        package init(
            field: Field,
            specificity: Int,
            role: Role = .main,
            maybeStatus: Bool = false,
            evidence: LabelEvidence = .known
        ) {
            self.field = field
            self.specificity = specificity
            self.role = role
            self.maybeStatus = maybeStatus
            self.evidence = evidence
        }
    }

    /// Returns what a normalised label means; nil where nobody knows.
    ///
    /// The surest reading counts: a label that is known as it stands; one with a remark in brackets
    /// (完成时限(月份)) or a period before it (第二季度完成情况); one that begins with a known label and a
    /// conjunction (责任单位及责任人); one that ends as labels of a field do (整改任务).
    /// - Complexity: O(n²) in the label, of which 40 scalars are looked at.
    package static func match(_ normalized: String) -> Match? {
        known.value(of: normalized) {
            if let match = sureMatch(normalized) { return match }
            guard let bare = bareLabel(normalized) else { return nil }
            return beginningMatch(bare) ?? LabelEndings.match(bare)
        }
    }

    /// What labels mean: a header's are looked up several times each, and many tables have the same.
    private static let known = Remembered<Match?>()

    /// No label of more scalars is looked into, nor one of more with remarks in brackets.
    private static let longest = 40
    private static let longestRemarked = 300

    /// A normalised label without remarks; nil where it is too long to be looked into.
    private static func bareLabel(_ normalized: String) -> String? {
        guard normalized.unicodeScalars.count <= longestRemarked else { return nil }
        let bare = withoutRemarks(normalized)
        return bare.unicodeScalars.count <= longest ? bare : nil
    }

    /// Returns what a normalised label means that is known as it stands, or but for a remark or a
    /// period; nil where nobody listed it.
    package static func sureMatch(_ normalized: String) -> Match? {
        if let match = LabelWords.known[normalized] { return match }
        guard let first = normalized.unicodeScalars.first, let bare = bareLabel(normalized) else {
            return nil
        }
        if bare.utf8.count != normalized.utf8.count, var match = LabelWords.known[bare] {
            match.specificity -= 1
            match.evidence = .remark
            return match
        }
        guard LabelWords.periodSigns.contains(first) else { return nil }
        return periodMatch(bare)
    }

    /// A known label behind a period.
    private static func periodMatch(_ label: String) -> Match? {
        var rest = label[...]
        while let next = rest.indices.dropFirst().first {
            rest = rest[next...]
            guard var match = LabelWords.known[String(rest)] ?? reportMatch(rest) else { continue }
            let period = String(label[..<rest.startIndex])
            guard isPeriod(period) || isYear(period, before: rest) else { return nil }
            // 一季度目标 is a step on the way, 2023年工作任务 is what there is to do.
            guard match.field == .progress || !isPartOfYear(period) else { return nil }
            match.specificity -= 2
            // Of a period it is a report, never the status.
            match.maybeStatus = false
            match.evidence = .period
            return match
        }
        return nil
    }

    /// What a word says that is a report only behind a period.
    private static func reportMatch(_ word: Substring) -> Match? {
        guard LabelWords.periodReports.contains(String(word)) else { return nil }
        return Match(field: .progress, specificity: 40)
    }

    /// A known label before a conjunction, or one that ends as known ones do.
    private static func beginningMatch(_ label: String) -> Match? {
        guard let cut = label.firstIndex(where: { "及和与暨、".contains($0) }),
            cut != label.startIndex
        else { return nil }
        let first = String(label[..<cut])
        guard var match = LabelWords.known[first] ?? periodMatch(first) ?? LabelEndings.match(first)
        else { return nil }
        // 落实措施及成效 ends in a report: what was done is no longer to be done.
        if match.field == .objective, match.evidence == .ending,
            let whole = LabelEndings.match(label), whole.field == .progress
        {
            return whole
        }
        match.specificity -= 3
        if match.evidence != .ending { match.evidence = .beginning }
        return match
    }

    /// Labels of at most this specificity, such as 单位, say too little to join another column of
    /// their field.
    package static let vague = 30

    /// Returns what a label is compared by: without blanks, line breaks and invisible characters,
    /// full-width letters and signs made half-width, small letters, no colon or mark of a footnote at
    /// the end.
    package static func normalize(_ label: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in label.unicodeScalars
        where !scalar.isInvisible && !scalar.isWhitespace {
            result.append(scalar.narrowed)
        }
        while result.count > 1, let last = result.last, isMark(last) { result.removeLast() }
        if result.count == 1, result.first == ":" || result.first == "*" { result.removeLast() }
        return String(result).lowercased()
    }

    /// Whether a scalar stands behind a label and is no part of it: a colon, * ① ¹.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x2460...0x2473).contains(scalar.value) || ":*※¹²³".unicodeScalars.contains(scalar)
    }

    /// What a part of a group of units says of them, both labels normalised: 配合 under 责任单位 joins;
    /// nil where the group is none of units.
    package static func role(of part: String, under group: String) -> Role? {
        guard let whole = match(group), whole.field == .units else { return nil }
        return match(part + "单位")?.role ?? .main
    }

    /// Whether a normalised label is known to be no field's, and no part of a group.
    package static func standsAlone(_ normalized: String) -> Bool {
        LabelWords.others.contains(normalized)
    }

    /// Without remarks in brackets at either end.
    package static func withoutRemarks(_ label: String) -> String {
        var bare = label[...]
        if let last = bare.last, ")]】".contains(last), let open = opening(of: bare),
            open != bare.startIndex
        {
            bare = bare[..<open]
        }
        if let first = bare.first, "([【".contains(first),
            let close = bare.firstIndex(where: { ")]】".contains($0) })
        {
            let rest = bare[bare.index(after: close)...]
            if !rest.isEmpty { bare = rest }
        }
        return String(bare)
    }

    /// Where the bracket opens that a label ends with, over those within it: 责任目标(投资(万元)).
    private static func opening(of label: Substring) -> Substring.Index? {
        var depth = 0
        for index in label.indices.reversed() {
            if ")]】".contains(label[index]) { depth += 1 }
            if "([【".contains(label[index]) { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// Whether a text is a year whose 年 belongs to what follows: 2024年度目标.
    private static func isYear(_ text: String, before rest: Substring) -> Bool {
        rest.hasPrefix("年") && text.utf8.count == 4
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a normalised text says when: 第二季度, 1-6月, 2023年上半年, 截至12月底.
    package static func isPeriod(_ text: String) -> Bool {
        LabelWords.periodUnits.contains(where: text.contains)
            && text.unicodeScalars.allSatisfy(LabelWords.periodSigns.contains)
    }

    /// The last month (from 1) of a time that a text names and nothing else: 第一季度, 1-9月, 上半年; nil
    /// where it names none.
    package static func lastMonth(ofPeriod text: String) -> Int? {
        var name = normalize(text)
        for mark in ["进展情况", "完成情况", "情况", "进展", "末", "底", "份", "第"] {
            name = String(name.split(separator: mark).joined())
        }
        guard isPeriod(name) else { return nil }
        let days = name.contains("季") ? 3 : 1
        if name.contains("上半年") { return 6 }
        if name.contains("下半年") || name.contains("全年") || name.contains("年度") { return 12 }
        let scalars = Array(name.unicodeScalars)
        guard let unit = scalars.lastIndex(where: { $0 == "月" || $0 == "季" }) else { return nil }
        let digits = scalars[..<unit].reversed().prefix { $0.properties.numericType != nil }
            .reversed()
        let number =
            Int(String(scalars: digits))
            ?? ChineseNumeral.value(of: Array(digits)[...])
        return number.map { $0 * days }.flatMap { (1...12).contains($0) ? $0 : nil }
    }

    /// Whether a normalised label that says when says by when: 6月底, 年底前.
    package static func saysByWhen(_ label: String) -> Bool {
        LabelWords.byWhen.contains(where: label.contains)
    }

    /// Whether a normalised label begins as those of what there is to do: 任务描述.
    package static func beginsAsObjective(_ label: String) -> Bool {
        LabelWords.objectiveBeginnings.contains(where: label.hasPrefix)
    }

    /// Whether a normalised label says that something is done, which is a report where what stands
    /// below is one: 已完成 above 18处.
    package static func saysDone(_ label: String) -> Bool {
        LabelWords.done.contains(withoutRemarks(label))
    }

    /// Whether a normalised label may say what figures are counted in, as well as whose they are.
    package static func mayBeMeasure(_ label: String) -> Bool {
        label == LabelWords.measure
    }

    /// A label for a column that isn't the field's which its own label would be read as: 其他(工作任务).
    package static func asOther(_ label: String) -> String {
        LabelWords.other + "(" + label + ")"
    }

    /// Whether a period is shorter than a year.
    private static func isPartOfYear(_ period: String) -> Bool {
        period.unicodeScalars.contains { "季月旬半q".unicodeScalars.contains($0) }
    }
}
