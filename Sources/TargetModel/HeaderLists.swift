/// A header of a table: which page's, and which block's.
package struct HeaderPlace: Sendable, Hashable {
    /// The page, from 1.
    package var page: Int
    /// The block of the page, from 1.
    package var block: Int

    /// Names a header.
    package init(page: Int, block: Int) {
        self.page = page
        self.block = block
    }
}

extension TargetTable {
    /// For each page and block, the columns that its header has, as far as that is known; empty where
    /// all have the same.
    package var shownHeaderColumns: [[Set<Int>]] {
        guard headerColumns.isEmpty, let layout else { return headerColumns }
        return Self.headerColumns(of: layout)
    }

    /// The columns (from 0) of each page's blocks in a layout; empty where all have the same.
    package static func headerColumns(of layout: Layout) -> [[Set<Int>]] {
        headerColumns(
            layout.runs.compactMap { run in
                guard case .literal(let row) = run else { return nil }
                return row.blocks?.map { $0.columns.compactMap(\.self) }
            }
        )
    }

    /// The columns (from 0) of each page's blocks as sets; empty where all blocks have the same.
    package static func headerColumns(_ pages: [[[Int]]]) -> [[Set<Int>]] {
        let sets = pages.map { $0.map(Set.init) }
        guard let first = sets.joined().first else { return [] }
        return sets.joined().contains { $0 != first } ? sets : []
    }

    /// For each column, the headers that have it; empty where all headers have the same columns.
    ///
    /// No header has what headings say; nil stands for all of them.
    package var headerPlaces: [[HeaderPlace]?] {
        let pages = shownHeaderColumns
        guard !pages.isEmpty else { return [] }
        let all = pages.enumerated().flatMap { page, blocks in
            blocks.enumerated().map { block, columns in
                (place: HeaderPlace(page: page + 1, block: block + 1), columns: columns)
            }
        }
        return columns.indices.map { column in
            let places = all.filter { $0.columns.contains(column) }.map(\.place)
            return places.count == all.count ? nil : places
        }
    }

    /// Takes over which headers have which columns, as `headerPlaces` says it.
    ///
    /// Of headers, only those count that a target stands under.
    /// - Complexity: O(n) in the targets, where some column isn't in all headers.
    package mutating func setHeaders(_ places: [[HeaderPlace]?]) {
        guard places.count == columns.count, places.contains(where: { $0?.isEmpty == false })
        else { return }
        var counts: [Int: Int] = [:]
        for origin in origins where origin.page > 0 && origin.block > 0 {
            counts[Int(origin.page)] = max(counts[Int(origin.page)] ?? 0, Int(origin.block))
        }
        // What a document says of its pages may be anything.
        guard let last = counts.keys.max(), last <= count + Self.morePages,
            counts.values.allSatisfy({ $0 <= Self.mostBlocks })
        else { return }
        let sets = places.map { $0.map(Set.init) }
        headerColumns = Self.headerColumns(
            (1...last).map { page in
                (0..<(counts[page] ?? 0)).map { block in
                    let place = HeaderPlace(page: page, block: block + 1)
                    return columns.indices.filter { sets[$0]?.contains(place) ?? true }
                }
            }
        )
    }

    /// So many pages may have no target.
    private static let morePages = 1_000
    /// No page has more blocks.
    private static let mostBlocks = 256
}

/// The lists of a table: the targets under one header each, and which columns it has.
package struct HeaderLists {
    /// The columns of each list's header, as sets.
    private let columns: [Set<Int>]
    /// For each page (from 0), its first list; then the number of all.
    private var starts: [Int] = []
    private var origins = Origins()
    private var anywhere = Set<Int>()

    /// No lists: one header is above all targets.
    package init(columns: [Set<Int>]) {
        self.columns = columns
    }

    /// Finds the lists of a table, as far as they are known.
    package init(of table: TargetTable) {
        let pages = table.documents.count == 1 ? table.shownHeaderColumns : []
        columns = pages.flatMap(\.self)
        guard !columns.isEmpty else { return }
        var count = 0
        for blocks in pages {
            starts.append(count)
            count += blocks.count
        }
        starts.append(count)
        origins = table.origins
        anywhere = columns.reduce(into: []) { $0.formUnion($1) }
    }

    /// Whether some lists have other columns than others.
    package var differ: Bool { !columns.isEmpty }

    /// How many lists there are.
    package var count: Int { columns.count }

    /// The list (from 0) that a target (from 0) is of; -1 where that isn't known.
    package func number(of target: Int) -> Int {
        guard !columns.isEmpty else { return 0 }
        let origin = origins[target]
        let page = Int(origin.page) - 1
        guard page >= 0, page + 1 < starts.count, origin.block > 0 else { return -1 }
        let number = starts[page] + Int(origin.block) - 1
        return number < starts[page + 1] ? number : -1
    }

    /// Whether the header of a list (from 0) has a column (from 0).
    package func has(_ column: Int, inList list: Int) -> Bool {
        columns.indices.contains(list) && columns[list].contains(column)
    }

    /// Whether a column (from 0) is in the headers of some lists, and not of others.
    package func isOnlyInSome(_ column: Int) -> Bool {
        anywhere.contains(column) && !columns.allSatisfy { $0.contains(column) }
    }

    /// Whether the header above a target (from 0) has a column (from 0), or no header has it.
    package func has(_ column: Int, _ target: Int) -> Bool {
        guard !columns.isEmpty, anywhere.contains(column) else { return true }
        let list = number(of: target)
        return list < 0 || columns[list].contains(column)
    }
}
