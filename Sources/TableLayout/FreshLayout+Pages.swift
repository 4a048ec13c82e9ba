internal import SourceText
package import TargetModel

extension FreshLayout {
    /// How a table is laid out in one block, its pages one below the other.
    package struct PageOptions: OptionSet, Sendable {
        /// The options, a bit each.
        package let rawValue: Int

        /// Sections are rows of their own above their targets.
        package static let headings = PageOptions(rawValue: 1)
        /// Targets whose list has other columns, or names no leader below one that does, have a header
        /// of their own.
        package static let headers = PageOptions(rawValue: 2)

        /// Takes options by their bits.
        package init(rawValue: Int) {
            self.rawValue = rawValue
        }
    }

    /// The ways in which a table may be laid out, the plainest first that says all of it.
    ///
    /// Where rows don't read as the sections again, these are written in a column; where a list without
    /// leaders stands below one that has them, it gets a header of its own, and so does one that lacks
    /// the column of a field: what its targets don't say, they were never asked. A row between targets
    /// needs one block.
    package var layouts: [() -> Layout?] {
        let plain: [() -> Layout?] = [
            { layoutInPages(.headings) }, { holdsRowsBetween ? layoutInPages([]) : nil }, layout,
        ]
        let split: [() -> Layout?] = [
            { layoutInPages([.headings, .headers]) }, { layoutInPages(.headers) },
        ]
        return needsHeaders ? split + plain : plain + split
    }

    /// Whether some list lacks the column of a field that another one has.
    private var needsHeaders: Bool {
        let lists = HeaderLists(of: table)
        return lists.differ
            && table.columns.indices.contains { column in
                table.columns[column].field.map { $0 != .serial } ?? false
                    && lists.isOnlyInSome(column)
            }
    }

    /// A row with each of its texts under the column that it stood in; in one cell where that isn't known.
    static func row(_ text: OtherText, _ columns: [Int]) -> String {
        guard !text.cells.isEmpty, text.cells.allSatisfy({ columns.contains($0.column) }) else {
            return cell(text.text)
        }
        let cells = columns.map { column in
            cell(text.cells.first { $0.column == column }?.text ?? "")
        }
        let filled = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        return cells.prefix(filled).joined(separator: "\t")
    }

    private var holdsRowsBetween: Bool {
        keepsNotes && table.otherTexts.contains { $0.position == .between }
    }

    /// Returns a layout of one block; nil where the table can't be laid out so, or need not be: where it
    /// has no sections for headings, or one header for all targets.
    ///
    /// Whether a heading reads as a section depends on what it says, and on the numbers under it: the
    /// caller reads again what it writes.
    /// - Complexity: O(n) in the cells.
    package func layoutInPages(_ options: PageOptions) -> Layout? {
        guard mayHavePages, !options.contains(.headings) || table.sectionColumn != nil else {
            return nil
        }
        let headers = PageHeaders(of: table, options)
        guard !options.contains(.headers) || headers.differ else { return nil }
        var pages = PageWriting(self, headers)
        var path: [Substring] = []
        var first = 0
        while first < table.count {
            let end = headers.end(ofRunFrom: first)
            if options.contains(.headings), let section = table.sectionColumn {
                let headings = table.string(first, column: section).split(separator: "/")
                if headings.isEmpty, !path.isEmpty { return nil }
                if headings != path {
                    let same = zip(path, headings).prefix { $0 == $1 }.count
                    // The first header stands above all headings.
                    if first == 0 { pages.begin(headers.columns(of: first)) }
                    for heading in headings.dropFirst(min(same, max(0, headings.count - 1))) {
                        pages.add(String(heading))
                    }
                    path = headings
                }
            }
            pages.begin(headers.columns(of: first))
            pages.add(first..<end)
            first = end
        }
        return Layout(encoding: .utf8, runs: titleRuns + pages.runs + notes(.below, pages.columns))
    }
}

/// Which columns the header above each target of a fresh layout has.
private struct PageHeaders {
    private let table: TargetTable
    private let options: FreshLayout.PageOptions
    private let shown: [Int]
    private let lists: HeaderLists
    /// The targets (from 0) that name no leader, below one that does.
    private let leaderless: Set<Int>

    init(of table: TargetTable, _ options: FreshLayout.PageOptions) {
        self.table = table
        self.options = options
        shown = table.columns.indices.filter {
            !options.contains(.headings) || !table.columns[$0].isSection
        }
        guard options.contains(.headers) else {
            lists = HeaderLists(columns: [])
            leaderless = []
            return
        }
        lists = HeaderLists(of: table)
        leaderless = Self.leaderless(table)
    }

    /// Whether some targets have another header than others.
    var differ: Bool { !leaderless.isEmpty || lists.differ }

    /// The columns (from 0) of the header above a target (from 0).
    func columns(of target: Int) -> [Int] {
        let isLeaderless = leaderless.contains(target)
        return shown.filter { column in
            switch table.columns[column].field {
            case .serial: true
            case .leader where isLeaderless: false
            default: lists.has(column, target)
            }
        }
    }

    /// The end (exclusive) of the targets from one on that follow each other under one header, in one
    /// section.
    func end(ofRunFrom first: Int) -> Int {
        let section = options.contains(.headings) ? table.sectionColumn : nil
        let text = section.map { table.range(first, $0) }
        let list = lists.number(of: first)
        let isLeaderless = leaderless.contains(first)
        var end = first + 1
        while end < table.count, lists.number(of: end) == list,
            leaderless.contains(end) == isLeaderless
        {
            if let section, let text,
                !table.text.equal(table.range(end, section), text, of: table.text)
            {
                break
            }
            end += 1
        }
        return end
    }

    private static func leaderless(_ table: TargetTable) -> Set<Int> {
        guard let leader = table.column(of: .leader) else { return [] }
        var isNamed = false
        var found = Set<Int>()
        for target in 0..<table.count {
            if !table.range(target, leader).isEmpty {
                isNamed = true
            } else if isNamed {
                found.insert(target)
            }
        }
        return found
    }
}

/// Writes the pages of a fresh layout of one block.
private struct PageWriting {
    private let layout: FreshLayout
    /// The rows that stand between targets, those that are written already left out.
    private var between: ArraySlice<OtherText>
    private var header: Layout.Block?
    private(set) var runs: [Layout.Run] = []
    /// The columns (from 0) of the page that was begun last.
    var columns: [Int] { header?.columns.compactMap(\.self) ?? [] }

    init(_ layout: FreshLayout, _ headers: PageHeaders) {
        self.layout = layout
        between =
            layout.keepsNotes
            ? layout.table.otherTexts.filter { $0.position == .between }[...] : []
    }

    /// Begins a page with these columns (from 0), unless the one above has the same.
    mutating func begin(_ columns: [Int]) {
        let block = Layout.Block(cell: 0, columns: columns.map(Optional.init))
        guard block != header else { return }
        header = block
        let labels = columns.map { FreshLayout.cell(layout.table.columns[$0].shownLabel) }
        runs.append(
            .literal(.init(text: labels.joined(separator: "\t"), end: "\n", blocks: [block]))
        )
    }

    /// Adds the heading of a section.
    mutating func add(_ heading: String) {
        runs.append(.literal(.init(text: FreshLayout.cell(heading), end: "\n")))
    }

    /// Adds rows of targets, and those that stand between and below them.
    mutating func add(_ targets: Range<Int>) {
        var first = targets.lowerBound
        if first == 0 { addBetween(below: 0) }
        while first < targets.upperBound {
            let next = between.first?.targetsAbove ?? targets.upperBound
            let end = max(first + 1, min(next, targets.upperBound))
            addRows(first..<end)
            addBetween(below: end)
            first = end
        }
    }

    private mutating func addBetween(below count: Int) {
        while let next = between.first, next.targetsAbove <= count {
            between.removeFirst()
            runs.append(.literal(.init(text: FreshLayout.row(next, columns), end: "\n")))
        }
    }

    private mutating func addRows(_ targets: Range<Int>) {
        guard let header else { return }
        let form = PageForm(
            blocks: [header],
            cells: header.columns.count,
            height: targets.count,
            end: "\n"
        )
        runs += layout.rows(of: Array(targets), in: form)
    }
}
