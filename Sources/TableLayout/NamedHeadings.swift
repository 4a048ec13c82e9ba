internal import SourceText
internal import TargetModel

/// Rows that say who answers for the targets below them, where no column does: 责任领导：张三.
struct NamedHeadings {
    private struct Heading {
        var field: Field
        var label: String
        var name: String
        /// The row (from 0) that it stands in.
        var row: Int
        /// The first target (from 0) below.
        var target: Int
    }

    private var headings: [Heading] = []
    /// What texts say: a file of a few kilobytes may repeat a row a million times.
    private let said = Remembered<(field: Field, label: String, name: String)?>()
    /// The rows (from 0) that are such headings.
    private(set) var rows: Set<Int> = []
    /// How many headings there were above the page that is being read.
    private var countAbovePage = 0

    /// Begins a page.
    mutating func beginPage() {
        countAbovePage = headings.count
    }

    /// Ends a page of several blocks: headings count for the rows below them in each block.
    mutating func endPage(_ page: WholeRowHeadings) {
        let onPage = headings[countAbovePage...]
        guard !onPage.isEmpty else { return }
        let placed = page.places(of: onPage.map(\.row)).map { place in
            var heading = onPage[onPage.startIndex + place.heading]
            heading.target = place.target
            return heading
        }
        headings.replaceSubrange(countAbovePage..., with: placed)
    }

    /// Takes note of a row (from 0) above the target with an index (from 0).
    ///
    /// - Returns: whether it is such a heading, in a table with these columns.
    mutating func add(_ text: String, row: Int, _ target: Int, _ columns: [Column]) -> Bool {
        guard let said = said.value(of: text, { Self.said(text) }),
            !columns.contains(where: { $0.field == said.field })
        else { return false }
        headings.append(
            .init(
                field: said.field,
                label: said.label,
                name: said.name,
                row: row,
                target: target
            )
        )
        rows.insert(row)
        return true
    }

    /// Who answers for what stands below a text, 责任领导：张三 or 张三 副市长; nil where it doesn't say.
    static func said(_ text: String) -> (field: Field, label: String, name: String)? {
        guard text.utf8.count <= 120, !text.isEmpty else { return nil }
        if LeaderNames.isTitledName(text) { return (.leader, Field.leader.label, text) }
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let label = HeaderLabel.tidied(String(text[..<colon]))
        let name = text[text.index(after: colon)...].drop(while: \.isWhitespace)
        guard !name.isEmpty, !name.contains(where: { $0 == ":" || $0 == "：" }),
            let match = FieldLabels.sureMatch(FieldLabels.normalize(label)),
            // 单位：万元 names no unit.
            match.specificity > FieldLabels.vague
        else { return nil }
        let isOffice = name.unicodeScalars.count > 3 && UnitNames.endsAsName(String(name))
        guard match.field == .units || (match.field == .leader && !isOffice) else { return nil }
        return (match.field, label, String(name))
    }

    /// Adds the columns of what the headings say to what was read.
    ///
    /// - Complexity: O(n) in the cells where there are such headings.
    func addColumns(to result: inout Recognition) {
        let count = result.origins.count
        for field in [Field.leader, .units] {
            let ofField = headings.filter { $0.field == field && $0.target < count }
            guard let first = ofField.first else { continue }
            var next = ofField[...]
            var name = TextRange.empty
            result.append(Column(field, label: first.label)) { target, store in
                var isNew: String?
                while let heading = next.first, heading.target <= target {
                    isNew = heading.name
                    next.removeFirst()
                }
                if let isNew { name = store.add(isNew) }
                return name
            }
        }
    }
}
