internal import SourceText
internal import TargetModel

extension ApplyPlan {
    /// Cells that change, in the order of the official table.
    ///
    /// Each is put together when it is asked for, of the tables that hold what the cell says and is to say:
    /// with texts of their own, 10,000 took 7 MB of the 71 that applying them may take.
    public struct Changes: RandomAccessCollection, Sendable {
        private let cells: ChangedCells
        private let tables: PlannedTables

        init(_ cells: ChangedCells, of tables: PlannedTables) {
            self.cells = cells
            self.tables = tables
        }

        /// The first change's index.
        public var startIndex: Int { 0 }
        /// How many changes there are.
        public var endIndex: Int { cells.count }

        /// The change at an index (from 0).
        ///
        /// - Complexity: O(log n) in the changes, and O(m) in the cell's texts.
        public subscript(index: Int) -> Change { cells.change(index, of: tables) }
    }
}

extension ApplyPlan.Changes: Equatable {
    /// Whether both say the same, be it put together of whatever tables.
    public static func == (one: Self, other: Self) -> Bool { one.elementsEqual(other) }
}

/// Which cells change, and where the corrections stand.
struct ChangedCells: Sendable {
    /// A cell whose texts stand in the tables.
    private struct Cell {
        /// The target and the column, by index (from 0) in the official table.
        var target: UInt32
        var column: UInt32
        /// The new text, in the store of the corrected table.
        var new: TextRange
        /// Where its one correction stands: the file, by index in `files`, the line and the column (both
        /// from 1, 0 where unknown); of other places, the file is `Self.elsewhere`.
        var file: UInt32
        var line: UInt32
        var character: UInt32

        static let elsewhere = UInt32.max
    }

    private var cells: [Cell] = []
    private var files: [String] = []
    /// By index of a change, where its corrections stand, if it isn't one place of a text.
    private var otherPlaces: [Int: [Place]] = [:]
    /// The changes themselves, where the corrected table has other targets than the official one.
    private let whole: [ApplyPlan.Change]

    /// Takes changes over; `texts` says where the new text of each stands in the store of the corrected table,
    /// where that has the targets of the official one.
    init(_ changes: [ApplyPlan.Change], texts: [TextRange]?) {
        guard let texts, texts.count == changes.count else {
            whole = changes
            return
        }
        whole = []
        cells.reserveCapacity(changes.count)
        for (index, new) in texts.enumerated() {
            var cell = Cell(
                target: UInt32(changes[index].target),
                column: UInt32(changes[index].columnIndex),
                new: new,
                file: Cell.elsewhere,
                line: 0,
                character: 0
            )
            let places = changes[index].places
            if places.count != 1 || !put(places[0], in: &cell) { otherPlaces[index] = places }
            cells.append(cell)
        }
    }

    /// Puts a place into a cell; false where it isn't one of a text, or one of many files.
    private mutating func put(_ place: Place, in cell: inout Cell) -> Bool {
        guard place.sheet == nil, place.cell == nil,
            let line = UInt32(exactly: place.line ?? 0), place.line != 0,
            let character = UInt32(exactly: place.column ?? 0), place.column != 0
        else { return false }
        // Corrections follow each other by target, and mostly are of one file.
        if files.last.map({ $0.hasSameBytes(as: place.file) }) != true { files.append(place.file) }
        (cell.file, cell.line, cell.character) = (UInt32(files.count - 1), line, character)
        return true
    }

    /// How many there are.
    var count: Int { whole.isEmpty ? cells.count : whole.count }

    /// The target (from 0, in the official table) of a change.
    func target(_ index: Int) -> Int {
        whole.isEmpty ? Int(cells[index].target) : whole[index].target
    }

    /// A change, put together of the tables.
    func change(_ index: Int, of tables: PlannedTables) -> ApplyPlan.Change {
        guard whole.isEmpty else { return whole[index] }
        let cell = cells[index]
        let (target, column) = (Int(cell.target), Int(cell.column))
        return ApplyPlan.Change(
            serial: tables.officialSerial(of: target),
            target: target,
            columnIndex: column,
            column: tables.columns[column],
            old: tables.officialText(target, column),
            new: tables.corrected.text.string(cell.new),
            officialPlace: tables.officialPlace(of: target),
            places: otherPlaces[index] ?? [place(of: cell)]
        )
    }

    private func place(of cell: Cell) -> Place {
        Place(
            file: files[Int(cell.file)],
            line: cell.line == 0 ? nil : Int(cell.line),
            column: cell.character == 0 ? nil : Int(cell.character)
        )
    }
}
