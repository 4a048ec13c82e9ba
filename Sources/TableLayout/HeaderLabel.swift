internal import SourceText
package import TargetModel

/// One label of a header.
package struct HeaderLabel: Sendable, Equatable {
    /// The label as it is shown: without blanks around it, line breaks, and blanks that only
    /// spread Chinese characters.
    package var text: String
    /// The group's label above it, in a header of two rows.
    package var group: String?
    /// What the label is compared by.
    package var normalized: String
    /// What the label means by the table of synonyms, or by what the user said.
    package var match: FieldLabels.Match?

    /// No label.
    static let blank = HeaderLabel(text: "", group: nil, normalized: "", match: nil)

    /// Whether the cell is blank.
    package var isBlank: Bool { text.isEmpty }

    /// The label in the table: the group's before its own.
    package var fullText: String { group.map { $0 + "/" + text } ?? text }

    /// The level of its group that names a field, and what that means: 进展情况 of 进展情况/上半年; nil where
    /// none does.
    var groupField: (name: String, match: FieldLabels.Match)? {
        guard let group else { return nil }
        let levels =
            group.contains("/") ? [group] + group.split(separator: "/").map(String.init) : [group]
        return levels.lazy.compactMap { name in
            FieldLabels.match(FieldLabels.normalize(name)).map { (name, $0) }
        }.first
    }

    /// What the label is compared by, group and all.
    var key: String { group.map { FieldLabels.normalize($0) + "/" + normalized } ?? normalized }

    init(text: String, group: String?, normalized: String, match: FieldLabels.Match?) {
        self.text = text
        self.group = group
        self.normalized = normalized
        self.match = match
    }

    /// Gives a column without a label of its own a name, which doesn't say by itself what it is.
    mutating func rename(_ name: String) {
        text = name
        normalized = FieldLabels.normalize(name)
    }

    /// Reads the label of a header's cell.
    ///
    /// `overrides` says what labels mean whatever they look like; nil: no field.
    init(_ cell: String, overrides: [String: Field?]) {
        self =
            overrides.isEmpty
            ? Self.known.value(of: cell) { HeaderLabel(reading: cell, overrides: [:]) }
            : HeaderLabel(reading: cell, overrides: overrides)
    }

    /// What labels are where nobody says otherwise: the same ones head each block, page and file, and to
    /// read them again was a tenth of reading many tables.
    private static let known = Remembered<HeaderLabel>()

    private init(reading cell: String, overrides: [String: Field?]) {
        text = Column.label(shownAs: Self.tidied(cell))
        group = nil
        normalized = FieldLabels.normalize(text)
        if let field = overrides[text] ?? overrides[normalized] {
            match = field.map(Self.said)
        } else if Field(rawValue: text) != nil {
            match = Field(rawValue: text).map { FieldLabels.Match(field: $0, specificity: Int.max) }
        } else {
            match = normalized.isEmpty ? nil : FieldLabels.match(normalized)
        }
    }

    /// What a label means because whoever runs the program says so.
    static func said(_ field: Field) -> FieldLabels.Match {
        FieldLabels.Match(field: field, specificity: Int.max, evidence: .said)
    }

    /// Drops line breaks, invisible characters, and blanks beside a Chinese character; other blanks become one.
    static func tidied(_ cell: String) -> String {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in cell.unicodeScalars {
            if scalar.isInvisible { continue }
            if scalar.isWhitespace {
                pending = pending || !(scalar == "\n" || scalar == "\r")
                continue
            }
            if pending, let last = result.last, !isChinese(last), !isChinese(scalar) {
                result.append(" ")
            }
            pending = false
            result.append(scalar)
        }
        return String(result)
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x2E80
    }
}
