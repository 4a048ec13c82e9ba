public import SourceText
internal import TargetModel

/// Something around the targets that two tables say differently.
public struct SurroundingChange: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// The title of a document.
        case title
        /// The year that the targets are for.
        case year
        /// Who issued the document.
        case issuer
        /// The label of a column.
        case label
        /// A row that is no target: a note, a sum.
        case text

        /// The word for it.
        public var wording: Wording {
            switch self {
            case .title: Wording(en: "title", zh: "标题")
            case .year: Wording(en: "year", zh: "年份")
            case .issuer: Wording(en: "issuer", zh: "发布单位")
            case .label: Wording(en: "label", zh: "栏目名称")
            case .text: Wording(en: "text around the targets", zh: "目标以外的文字")
            }
        }
    }

    /// What it is.
    public var kind: Kind
    /// The key of the field, or the label, whose label it is; nil where it is none.
    public var field: String?
    /// What the old table says; nil where it has nothing there.
    public var old: String?
    /// What the new table says; nil where it has nothing there.
    public var new: String?
    /// Where it stands in the old table, as far as that is known.
    public var place: Place
    /// Where it stands in the new table, as far as that is known.
    public var source: Place

    /// What a message repeats of a change: what it is, and what it is to say.
    static func shown(kind: Kind?, new: String?) -> Wording {
        let word = kind?.wording ?? Kind.text.wording
        guard let new else { return word }
        let text = new.count > 40 ? new.prefix(39) + "…" : new[...]
        return Wording(en: "\(word): \(String(text))", zh: "\(word)：\(String(text))")
    }
}

extension Diagnostic {
    /// What else is different in a file of corrections, which is left as it is.
    static func surroundingsLeftOut(_ texts: [Wording]) -> Diagnostic {
        let listed = texts.dropFirst().prefix(2).reduce(texts.first ?? Wording(verbatim: "")) {
            Wording(en: "\($0); \($1)", zh: "\($0)；\($1)")
        }
        let count = texts.count
        return Diagnostic(
            .warning,
            .surroundingsLeftOut,
            Wording(
                en: "\(count) \(count == 1 ? "text" : "texts") around the targets"
                    + " \(count == 1 ? "is" : "are") different here, and not corrected:"
                    + " \(listed)\(count > 3 ? "; …" : "")",
                zh: "目标以外有 \(count) 处文字不同，不会随更正改动：\(listed)\(count > 3 ? "；……" : "")"
            ),
            hint: Wording(
                en: "only targets are corrected; change these in the official file by hand",
                zh: "更正只改目标的内容；这些文字请直接在官方文件里改"
            )
        )
    }
}

/// Compares what stands around the targets of two tables.
struct SurroundingComparison {
    private(set) var changes: [SurroundingChange] = []
    private let old: Surroundings
    private let new: Surroundings
    private let comparison: TextComparison
    private let files: (old: String, new: String)

    /// Compares two tables.
    ///
    /// - Complexity: O(n) in the rows of both files, where few are different.
    init(from old: TargetTable, to new: TargetTable, comparison: TextComparison) {
        files = (old.shownName, new.shownName)
        self.old = Surroundings(of: old)
        self.new = Surroundings(of: new)
        self.comparison = comparison
        compareDocuments()
        compareLabels()
        compareRows()
    }

    /// Whether both files keep everything, letter by letter.
    private var areWhole: Bool { old.isWhole && new.isWhole }

    private mutating func add(
        _ kind: SurroundingChange.Kind,
        field: String? = nil,
        _ old: (text: String?, line: Int?),
        _ new: (text: String?, line: Int?)
    ) {
        changes.append(
            SurroundingChange(
                kind: kind,
                field: field,
                old: old.text,
                new: new.text,
                place: Place(file: files.old, line: old.line),
                source: Place(file: files.new, line: new.line)
            )
        )
    }

    // MARK: Documents

    private mutating func compareDocuments() {
        for index in 0..<max(old.documents.count, new.documents.count) {
            let one = old.documents.indices.contains(index) ? old.documents[index] : nil
            let other = new.documents.indices.contains(index) ? new.documents[index] : nil
            compare(.title, one?.title, other?.title)
            compare(.year, one?.year.map(String.init), other?.year.map(String.init))
            compare(.issuer, one?.issuer, other?.issuer)
        }
    }

    private mutating func compare(_ kind: SurroundingChange.Kind, _ one: String?, _ other: String?)
    {
        // What a file can't hold it doesn't deny.
        guard areWhole || (one != nil && other != nil) else { return }
        if saysTheSame(one ?? "", other ?? "") { return }
        add(kind, (one, nil), (other, nil))
    }

    private func saysTheSame(_ one: String, _ other: String) -> Bool {
        guard areWhole, comparison == .literal else {
            return RowWords.squeezed(one) == RowWords.squeezed(other)
        }
        return comparison.agree(one, other)
    }

    // MARK: Labels

    private mutating func compareLabels() {
        for label in old.labels {
            guard let partner = new.labels.first(where: { $0.identity == label.identity }),
                label.isTold, partner.isTold, !haveSameSpellings(label, partner)
            else { continue }
            add(
                .label,
                field: label.key,
                (label.spellings.joined(separator: " / "), label.line),
                (partner.spellings.joined(separator: " / "), partner.line)
            )
        }
    }

    private func haveSameSpellings(_ one: Surroundings.Label, _ other: Surroundings.Label) -> Bool {
        if areWhole, comparison == .literal {
            return one.spellings.elementsEqual(other.spellings) { $0.hasSameBytes(as: $1) }
        }
        // Pages of one layout may be spelled in several ways, which a sheet can't tell.
        let spellings = Set(one.spellings.map(FieldLabels.normalize))
        return !spellings.isDisjoint(with: other.spellings.map(FieldLabels.normalize))
    }

    // MARK: Rows

    private mutating func compareRows() {
        guard let oldRows = old.rows, let newRows = new.rows else { return }
        var numbers: [String: Int] = [:]
        func number(_ row: Surroundings.Row) -> Int {
            let isLiteral = areWhole && comparison == .literal
            let text = isLiteral ? row.text : RowWords.squeezed(row.text)
            let key = numbers[text] ?? numbers.count
            numbers[text] = key
            return key
        }
        let script = EditScript(
            from: oldRows.map(number),
            to: newRows.map(number),
            costLimit: TextDiff.costLimit
        )
        for case .changed(let before, let after) in script.runs {
            for offset in 0..<max(before.count, after.count) {
                let one = offset < before.count ? oldRows[before.lowerBound + offset] : nil
                let other = offset < after.count ? newRows[after.lowerBound + offset] : nil
                add(.text, (one?.text, one?.line), (other?.text, other?.line))
            }
        }
    }
}
