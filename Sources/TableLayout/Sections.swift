internal import SourceText
internal import TargetModel

/// A heading between targets: 一、经济发展; or the name of a part of the grid, such as a sheet.
private struct SectionHeading {
    /// What it says.
    var text: String
    /// The first target (from 0) under it.
    var target: Int
    /// Whether its number or shape says that it is a heading.
    var isKnown: Bool
    /// Whether it is the name of a part.
    var isPart: Bool
    /// The row (from 0) that it stands in; nil for a part.
    var row: Int?
    /// Whether it stands alone in its row.
    var isAlone = false
    /// Whether its section ends here.
    var isEnd = false
}

/// The sections of a table, as headings and parts open them.
///
/// A row that stands alone and has no number, such as 民生保障, is a heading where the numbering
/// begins anew below it.
struct Sections {
    private var headings: [SectionHeading] = []
    private var lastNumber = 0
    /// Whether a heading stands above the next target.
    private var isPending = false
    /// Whether the numbering begins anew under a heading.
    private var restarts = false

    /// How many headings there were above the page that is being read.
    private var countAbovePage = 0

    /// Adds a heading above the target with an index (from 0); `isAlone` says whether the row holds
    /// nothing else.
    mutating func add(_ text: String, row: Int, isKnown: Bool, isAlone: Bool, _ target: Int) {
        var heading = SectionHeading(
            text: text,
            target: target,
            isKnown: isKnown,
            isPart: false,
            row: row
        )
        heading.isAlone = isAlone
        headings.append(heading)
        isPending = true
    }

    /// Whether a number isn't above the one before, so that the numbering begins anew, or begins at all.
    func restarts(with number: Int) -> Bool { number <= lastNumber || lastNumber == 0 }

    /// Adds what the targets from an index (from 0) on are grouped by, in a column of theirs.
    mutating func addGroup(_ text: String, _ target: Int) {
        headings.append(
            SectionHeading(text: text, target: target, isKnown: true, isPart: false, row: nil)
        )
    }

    /// Begins a page.
    mutating func beginPage() {
        countAbovePage = headings.count
    }

    /// Ends a page of several blocks: headings that all stand alone in their rows count for the rows
    /// below them in each block.
    mutating func endPage(_ page: WholeRowHeadings) {
        let onPage = headings[countAbovePage...]
        guard let last = onPage.last?.row, onPage.allSatisfy(\.isAlone) else { return }
        let placed = page.places(of: onPage.compactMap(\.row)).map { place in
            var heading = onPage[onPage.startIndex + place.heading]
            heading.target = place.target
            return heading
        }
        headings.replaceSubrange(countAbovePage..., with: placed)
        if page.isBelowAll(last) { isPending = true }
    }

    /// Adds the line above the first header, as one that may open a section.
    mutating func addCaption(_ text: String, row: Int) {
        headings.append(
            SectionHeading(
                text: text,
                target: 0,
                isKnown: RowWords.isSection(text),
                isPart: false,
                row: row
            )
        )
    }

    /// The rows (from 0) of headings that open sections, once all targets are read.
    var rows: Set<Int> { Set(headings.filter { $0.isKnown || restarts }.compactMap(\.row)) }

    /// Begins a part of the grid above the target with an index (from 0).
    mutating func begin(_ part: GridPart, _ target: Int) {
        headings.append(
            SectionHeading(text: part.name, target: target, isKnown: part.isSection, isPart: true)
        )
        // Where parts are sections, the numbering of one says nothing of the headings in another.
        if part.isSection { lastNumber = 0 } else { isPending = true }
    }

    /// Begins a target (from 0); `number` is its serial's, where that is one.
    mutating func beginTarget(_ target: Int, number: Int?) {
        if let number {
            if isPending, number <= lastNumber { restarts = true }
            lastNumber = number
        }
        isPending = false
    }

    /// Adds a heading that was taken for the target with an index (from 0), above what was added since.
    mutating func insert(_ text: String, row: Int, _ target: Int) {
        let place =
            headings.lastIndex { $0.target <= target && $0.row ?? -1 < row }.map { $0 + 1 } ?? 0
        headings.insert(
            SectionHeading(text: text, target: target, isKnown: true, isPart: false, row: row),
            at: place
        )
    }

    /// Ends the section of a heading above the target with an index (from 0).
    mutating func leave(_ text: String, _ target: Int) {
        var end = SectionHeading(text: text, target: target, isKnown: true, isPart: false, row: nil)
        end.isEnd = true
        headings.append(end)
    }

    /// Takes note of a target (from 0) that turned out to be none: those below it move up.
    mutating func removeTarget(_ target: Int) {
        for index in headings.indices.reversed() {
            guard headings[index].target > target else { return }
            headings[index].target -= 1
        }
    }

    /// Whether a line above the first header heads no section.
    ///
    /// Another heading stands below it, or the others are of another kind. A title heads one where tables stand one below the other, each
    /// under a line of its own.
    private func isOnlyTitle(
        _ caption: SectionHeading,
        before others: ArraySlice<SectionHeading>,
        _ result: Recognition
    ) -> Bool {
        guard !caption.isKnown, !caption.isPart, let row = caption.row,
            row < result.pages.first?.header.lowerBound ?? 0
        else { return false }
        guard let next = others.first, next.target > 0, !next.isKnown else { return true }
        guard result.heading.titleRows.contains(row) else { return false }
        return !result.pages.contains { page in
            next.row.map { $0 + 1 == page.header.lowerBound } ?? false
        }
    }

    /// Adds the column of sections to what was read, where there are any.
    ///
    /// - Complexity: O(n) in the cells where there are sections.
    func addColumn(to result: inout Recognition) {
        let count = result.origins.count
        var opening = headings.filter { ($0.isKnown || restarts) && $0.target < count }
        if let caption = opening.first, isOnlyTitle(caption, before: opening.dropFirst(), result) {
            opening.removeFirst()
        }
        guard !opening.isEmpty,
            !result.columns.contains(where: { $0.label == Column.section.label })
        else { return }
        var next = opening[...]
        var path = SectionPath()
        var section = TextRange.empty
        result.append(.section) { target, store in
            var isNew = false
            while let heading = next.first, heading.target <= target {
                if heading.isEnd {
                    path.leave(heading.text)
                } else if heading.isPart {
                    path = SectionPath(part: heading.text)
                } else {
                    path.enter(heading.text)
                }
                next.removeFirst()
                isNew = true
            }
            if isNew { section = store.add(path.text) }
            return section
        }
    }
}

/// A section with the one that it is a part of: 一、经济发展/（一）工业.
struct SectionPath {
    private let part: String?
    /// The headings, each of a lower level than the one before.
    private var levels: [String] = []

    /// Begins a table, or a part of it.
    init(part: String? = nil) {
        self.part = part
    }

    /// What the section is called.
    var text: String { ([part].compactMap(\.self) + levels).joined(separator: "/") }

    /// Goes on to the section that a heading opens.
    mutating func enter(_ heading: String) {
        while let last = levels.last, !Self.isPart(heading, of: last) { levels.removeLast() }
        levels.append(heading)
    }

    /// Goes back to the section that the one of a heading is in.
    mutating func leave(_ heading: String) {
        guard let level = levels.lastIndex(of: heading) else { return }
        levels.removeSubrange(level...)
    }

    /// Whether a heading is of a lower level than another: （一）工业 below 一、经济, 1.1 税收 below 1 财政.
    private static func isPart(_ heading: String, of upper: String) -> Bool {
        if RowWords.isSubsection(heading) { return !RowWords.isSubsection(upper) }
        func serial(_ text: String) -> String { String(text.prefix { !$0.isWhitespace }) }
        let isNumbered = { (text: String) in
            text.unicodeScalars.first?.properties.numericType == .decimal
        }
        guard isNumbered(heading) else { return false }
        return !isNumbered(upper) && RowWords.isSection(upper)
            || Outline.isPart(serial(heading), of: serial(upper))
    }
}
