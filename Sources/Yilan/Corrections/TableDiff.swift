public import SourceText
public import TargetModel

/// What is different between two tables, target by target: by serial, whatever the order.
public struct TableDiff: Sendable {
    /// A cell that says something else.
    public struct CellChange: Sendable, Equatable {
        /// Index (from 0) of the target in the old table.
        public var oldTarget: Int
        /// Index (from 0) of the target in the new table.
        public var newTarget: Int
        /// The column, as the old table has it.
        public var column: Column
        /// The column, as the new table has it: 备 注 may be what the old one calls 备注.
        public var newColumn: Column
        /// What the old table says.
        public var old: String
        /// What the new table says.
        public var new: String
        /// Whether no reader sees or means the difference.
        public var isCosmetic: Bool
    }

    /// The old table.
    public let old: TargetTable
    /// The new table.
    public let new: TargetTable
    /// Cells that say something else, in the order of the old table.
    public private(set) var changes: [CellChange] = []
    /// Targets (from 0) of the new table that the old one doesn't have.
    public private(set) var added: [Int] = []
    /// Targets (from 0) of the old table that the new one doesn't have.
    public private(set) var removed: [Int] = []
    /// Columns that only the new table has; with text, unless both tables have all that is in their
    /// official files.
    public private(set) var addedColumns: [Column] = []
    /// Columns that only the old table has, likewise.
    public private(set) var removedColumns: [Column] = []
    /// What stands around the targets and is different.
    public private(set) var surroundings: [SurroundingChange] = []
    /// How many cells differ only in what spreadsheet programs change on their own.
    public private(set) var cosmeticCount = 0
    /// Serials that can't be told apart: their targets are not compared.
    public private(set) var diagnostics = DiagnosticBag()
    /// Targets (from 0) of the old table that share their serial and couldn't be told apart.
    private var undecided: Set<Int> = []

    /// Compares two tables.
    ///
    /// What stands around the targets (titles, labels, notes) is compared as far as both tables have
    /// it: read them with their layouts.
    ///
    /// `comparison` is `.spreadsheet` where one of the two may have been saved by a spreadsheet
    /// program: then what such programs change on their own is no difference.
    /// - Complexity: O(n) in the bytes of both tables.
    public init(from old: TargetTable, to new: TargetTable, comparison: TextComparison = .literal) {
        self.old = old
        self.new = new
        guard let official = OfficialTable(old, lineBreaks: .refuse),
            let serialColumn = new.column(of: .serial)
        else {
            let table = old.column(of: .serial) == nil ? old : new
            diagnostics.report(
                Diagnostic.missingSerialColumn.at(Place(file: table.document.file))
            )
            return
        }
        let columns = official.columns(of: new)
        compareColumns(columns)
        surroundings =
            SurroundingComparison(from: old, to: new, comparison: comparison).changes
        let partners = match(official, columns, serialColumn: serialColumn)
        for (target, partner) in partners.enumerated() {
            guard let partner else {
                if !undecided.contains(target) { removed.append(target) }
                continue
            }
            for (column, baseColumn) in columns.enumerated() {
                guard let baseColumn else { continue }
                compare(target, baseColumn, partner, column, comparison)
            }
        }
    }

    /// Whether both tables say the same, and nothing in them was left undecided.
    public var isEmpty: Bool {
        diagnostics.all.isEmpty && changes.isEmpty && added.isEmpty && removed.isEmpty
            && addedColumns.isEmpty
            && removedColumns.isEmpty && surroundings.isEmpty
    }

    /// For each target of the old table, that of the new one; nil where it is gone.
    private mutating func match(
        _ official: OfficialTable,
        _ columns: [Int?],
        serialColumn: Int
    ) -> [Int?] {
        var repeated: [[Int]: [Int]] = [:]
        var partners = [Int?](repeating: nil, count: old.count)
        for target in 0..<new.count {
            let serial = new.string(target, column: serialColumn)
            switch official.index.find(serial, inSection: new.section(of: target)) {
            case .none: added.append(target)
            case .several(let targets): repeated[targets, default: []].append(target)
            case .one(let found):
                if let first = partners[found] {
                    report(repeated: target, first, serialColumn)
                } else {
                    partners[found] = target
                }
            }
        }
        for (found, rows) in repeated.sorted(by: { $0.value[0] < $1.value[0] }) {
            // Rows of their own section speak for the others.
            let targets = found.filter { partners[$0] == nil }
            let matched = SameSerialRows(rows, of: new, to: targets, of: old, columns: columns)
            for (target, row) in matched.rows { partners[target] = row }
            guard !matched.ambiguous.isEmpty else { continue }
            undecided.formUnion(targets.filter { matched.rows[$0] == nil })
            for row in matched.ambiguous { report(ambiguous: row, targets, official, serialColumn) }
        }
        return partners
    }

    /// The others are compared all the same, so it is a warning.
    private mutating func report(
        ambiguous row: Int,
        _ targets: [Int],
        _ official: OfficialTable,
        _ serialColumn: Int
    ) {
        let oldPlaces = TablePlaces(old, file: old.document.file)
        let newPlaces = TablePlaces(new, file: new.document.file)
        var finding = Diagnostic.ambiguousSerial(
            new.string(row, .serial),
            targets.map { oldPlaces.place($0, official.serialColumn) }
        )
        finding.severity = .warning
        diagnostics.report(finding.at(newPlaces.place(row, serialColumn)))
    }

    private mutating func report(repeated row: Int, _ first: Int, _ serialColumn: Int) {
        let places = TablePlaces(new, file: new.document.file)
        var finding = Diagnostic.repeatedRow(
            new.string(row, .serial),
            first: places.place(first, serialColumn)
        )
        finding.severity = .warning
        diagnostics.report(finding.at(places.place(row, serialColumn)))
    }

    private mutating func compareColumns(_ columns: [Int?]) {
        let areWhole = old.layout != nil && new.layout != nil
        func counts(_ table: TargetTable, _ column: Int) -> Bool {
            areWhole || (0..<table.count).contains { !table.range($0, column).isEmpty }
        }
        let shared = Set(columns.compactMap { $0 })
        removedColumns = old.columns.indices.filter { !shared.contains($0) && counts(old, $0) }
            .map { old.columns[$0] }
        addedColumns = columns.indices.filter { columns[$0] == nil && counts(new, $0) }
            .map { new.columns[$0] }
    }

    private mutating func compare(
        _ target: Int,
        _ column: Int,
        _ partner: Int,
        _ partnerColumn: Int,
        _ comparison: TextComparison
    ) {
        let ranges = (old.range(target, column), new.range(partner, partnerColumn))
        if old.text.equal(ranges.0, ranges.1, of: new.text) { return }
        let (one, other) = (
            old.string(target, column: column), new.string(partner, column: partnerColumn)
        )
        if old.columns[column].field == .serial, SerialIndex.areSame(one, other) { return }
        switch comparison.difference(from: one, to: other) {
        case .none: return
        case .cosmetic: cosmeticCount += 1
        case .real:
            changes.append(
                CellChange(
                    oldTarget: target,
                    newTarget: partner,
                    column: old.columns[column],
                    newColumn: new.columns[partnerColumn],
                    old: one,
                    new: other,
                    isCosmetic: TextComparison.spreadsheet.agree(one, other)
                )
            )
        }
    }
}
