internal import TargetModel

/// The cells of rows that head groups, and whose text each is.
///
/// Such a row stands above the targets whose texts it says; a row that says a leader again after a
/// page break stands below.
struct HeadingCells {
    typealias Cell = CarriedCells.Cell

    /// Where a row's part in a block stands, in the order in which targets are read.
    private struct Position: Comparable {
        var page: Int
        var block: Int
        var row: Int

        static func < (one: Position, other: Position) -> Bool {
            (one.page, one.block, one.row) < (other.page, other.block, other.row)
        }
    }

    /// A cell in a row without a target that says something of one.
    private struct Candidate {
        var place: Position
        /// The table's column (from 0) that it stands in.
        var column: Int
        /// Whose text it is.
        var source: Cell
    }

    /// The target's cell whose text a heading's cell is, by the first target of the group and the
    /// column that the heading's cell stands in.
    private var sources: [Cell: Cell] = [:]

    /// Finds them in a layout.
    ///
    /// - Complexity: O(n) in the targets where there are such rows, else in the cells that have a form
    ///   of their own.
    init(of layout: Layout, _ groups: SerialGroups) {
        var candidates: [Candidate] = []
        var page = 0
        for step in layout.steps {
            if case .literal(let row) = step.run, row.blocks != nil { page += 1 }
            guard case .targets(let rows) = step.run else { continue }
            for form in rows.forms {
                if let found = Self.candidate(form, step, page) { candidates.append(found) }
            }
        }
        guard !candidates.isEmpty else { return }
        let places = Self.places(of: Set(candidates.map(\.source.target)), in: layout)
        for candidate in candidates {
            let target = candidate.source.target
            guard let place = places[target], candidate.place < place else { continue }
            let first = groups.first(of: target) ?? target
            sources[Cell(target: first, column: candidate.column)] = candidate.source
        }
    }

    /// The cell that says what a group's heading says in a column: the group's first target and the
    /// column from 0; nil where the group has no heading, or that says nothing in the column.
    func source(of column: Int, _ first: Int) -> Cell? {
        sources.isEmpty ? nil : sources[Cell(target: first, column: column)]
    }

    private static func candidate(_ form: Layout.CellForm, _ step: Layout.Step, _ page: Int)
        -> Candidate?
    {
        guard let block = step.blocks.lastIndex(where: { $0.cell <= form.cell }) else { return nil }
        let columns = step.blocks[block].columns
        let offset = form.cell - step.blocks[block].cell
        guard offset < columns.count, let column = columns[offset] else { return nil }
        let source: Cell
        switch form.content {
        case .repeats(_, let target): source = Cell(target: target, column: column)
        case .piece(let piece) where piece.part == 0 && piece.column != column:
            source = Cell(target: piece.target, column: piece.column)
        case .value, .literal, .standsFor, .piece: return nil
        }
        let place = Position(page: page, block: block, row: step.rowsAbove + form.row)
        return Candidate(place: place, column: column, source: source)
    }

    private static func places(of targets: Set<Int>, in layout: Layout) -> [Int: Position] {
        var places: [Int: Position] = [:]
        var page = 0
        for step in layout.steps {
            if case .literal(let row) = step.run, row.blocks != nil { page += 1 }
            guard case .targets(let rows) = step.run else { continue }
            for (block, first) in rows.targets.enumerated() {
                guard let first else { continue }
                for row in 0..<rows.count where targets.contains(first + row) {
                    places[first + row] = Position(
                        page: page,
                        block: block,
                        row: step.rowsAbove + row
                    )
                }
            }
        }
        return places
    }
}
