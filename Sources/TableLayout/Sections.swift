internal import TargetModel

/// A heading between targets: 一、经济发展.
package struct SectionHeading: Sendable, Equatable {
    /// The row (from 0) that it stands in.
    package var row: Int
    /// What it says.
    package var text: String
    /// The first target (from 0) under it.
    package var target: Int
    /// Whether its number or shape says that it is a heading.
    var isKnown: Bool
}

/// The sections of a table, as headings open them.
///
/// A row that stands alone and has no number, such as 民生保障, is a heading where the numbering
/// begins anew below it.
struct Sections {
    private(set) var headings: [SectionHeading] = []
    private var lastNumber = 0
    /// Whether a heading stands above the next target.
    private var isPending = false
    /// Whether the numbering begins anew under a heading.
    private var restarts = false

    /// Adds a heading above the target with an index (from 0).
    mutating func add(_ text: String, row: Int, isKnown: Bool, _ target: Int) {
        headings.append(SectionHeading(row: row, text: text, target: target, isKnown: isKnown))
        isPending = true
    }

    /// Begins a target (from 0); `number` is its serial's, where that is one.
    mutating func beginTarget(_ target: Int, number: Int?) {
        if let number {
            if isPending, number <= lastNumber { restarts = true }
            lastNumber = number
        }
        isPending = false
    }

    /// Adds the column of sections to what was read, where there are any.
    ///
    /// - Complexity: O(n) in the cells where there are sections.
    func addColumn(to result: inout Recognition) {
        let count = result.origins.count
        let opening = headings.filter { ($0.isKnown || restarts) && $0.target < count }
        guard !opening.isEmpty,
            !result.columns.contains(where: { $0.label == Column.section.label })
        else { return }
        let width = result.columns.count
        var table: [TextRange] = []
        table.reserveCapacity(count * (width + 1))
        var next = opening[...]
        var path = SectionPath()
        var section = TextRange.empty
        for target in 0..<count {
            var isNew = false
            while let heading = next.first, heading.target <= target {
                path.enter(heading.text)
                next.removeFirst()
                isNew = true
            }
            if isNew { section = result.text.add(path.text) }
            table += result.table[(target * width)..<((target + 1) * width)]
            table.append(section)
        }
        result.table = table
        result.columns.append(.section)
    }
}

/// A section with the one that it is a part of: 一、经济发展/（一）工业.
struct SectionPath {
    private var upper: String?
    private var lower: String?

    /// What the section is called.
    var text: String { [upper, lower].compactMap(\.self).joined(separator: "/") }

    /// Goes on to the section that a heading opens.
    mutating func enter(_ heading: String) {
        if RowWords.isSubsection(heading), upper != nil {
            lower = heading
        } else {
            upper = heading
            lower = nil
        }
    }
}
