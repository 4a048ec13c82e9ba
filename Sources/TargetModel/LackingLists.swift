internal import SourceText

/// The targets of lists that have no column for a field, where other lists of the table have one: a
/// sheet, a page, an input.
///
/// What such a target doesn't say it was never asked: it is no blank cell.
package struct LackingLists {
    /// For each list, whether it lacks the column; empty where none does.
    private let lacks: [Bool]
    private let list: (Int) -> Int
    /// Of each list whose header shows that it lacks the column, the first target (from 0), in order.
    package let firstTargets: [Int]
    /// The same of inputs that have the column, for all that is known, and left it blank.
    package let firstOfBlank: [Int]
    private let isWholeTable: Bool

    /// Finds the lists of a table that have no column for `field`.
    ///
    /// Of several inputs, one that left the column blank has none either.
    /// - Complexity: O(p) in the pages, sheets or inputs, and O(n) in the targets where one of them
    ///   lacks the column.
    package init(_ table: TargetTable, _ field: Field) {
        guard let column = table.column(of: field) else {
            self.init(isWholeTable: true)
            return
        }
        let lists = Lists(table, column)
        var lacks = lists.mayLack
        guard lacks.contains(true) else {
            self.init(isWholeTable: false)
            return
        }
        var first = [Int?](repeating: nil, count: lacks.count)
        for target in 0..<table.count {
            let number = lists.list(target)
            guard lacks.indices.contains(number) else { continue }
            first[number] = first[number] ?? target
            // What is read from parts has no cell of its own.
            if lacks[number], !table.range(target, column).isEmpty { lacks[number] = false }
        }
        let found = lacks.indices.filter { lacks[$0] && first[$0] != nil }
        // A column that no header has says what headings say.
        let isAnywhere = zip(lacks, first).contains { !$0 && $1 != nil }
        guard !found.isEmpty, isAnywhere || lists.areInputs else {
            self.init(isWholeTable: false)
            return
        }
        self.init(
            lacks: lacks,
            list: lists.list,
            firstTargets: found.filter(lists.isShown).compactMap { first[$0] }.sorted(),
            firstOfBlank: found.filter { !lists.isShown($0) }.compactMap { first[$0] }.sorted(),
            isWholeTable: false
        )
    }

    /// All targets, or none.
    private init(isWholeTable: Bool) {
        self.init(
            lacks: [],
            list: { _ in 0 },
            firstTargets: [],
            firstOfBlank: [],
            isWholeTable: isWholeTable
        )
    }

    private init(
        lacks: [Bool],
        list: @escaping (Int) -> Int,
        firstTargets: [Int],
        firstOfBlank: [Int],
        isWholeTable: Bool
    ) {
        self.lacks = lacks
        self.list = list
        self.firstTargets = firstTargets
        self.firstOfBlank = firstOfBlank
        self.isWholeTable = isWholeTable
    }

    /// Whether the list of a target (from 0) lacks the column; always where the table has none.
    package func contains(_ target: Int) -> Bool {
        guard !lacks.isEmpty else { return isWholeTable }
        let number = list(target)
        return lacks.indices.contains(number) && lacks[number]
    }
}

/// What a table's targets stand in, and which of these has no cell for a column.
private struct Lists {
    /// The number (from 0) of a target's list.
    let list: (Int) -> Int
    /// For each list, whether nothing shows that it has the column.
    let mayLack: [Bool]
    /// Whether a header shows that a list (from 0) lacks the column.
    let isShown: (Int) -> Bool
    /// Whether they are inputs, of which one that left the column blank lacks it, too.
    let areInputs: Bool

    init(_ table: TargetTable, _ column: Int) {
        let origins = table.origins
        areInputs = table.documents.count > 1
        let lacking = table.lackingColumns.map { $0.contains(column) }
        isShown =
            areInputs ? { lacking.indices.contains($0) && lacking[$0] } : { _ in true }
        if table.documents.count > 1 {
            list = { Int(origins[$0].document) }
            mayLack = table.documents.map { _ in true }
        } else if case let lists = HeaderLists(of: table), lists.differ {
            list = lists.number
            mayLack = (0..<lists.count).map { !lists.has(column, inList: $0) }
        } else {
            list = { _ in 0 }
            mayLack = [false]
        }
    }
}
