internal import SourceText
internal import TargetModel

extension TableProposals {
    /// Reports a text that can't stand in a cell.
    mutating func report(
        _ error: UnfitText,
        _ place: Place,
        target: Int?,
        column: Int
    ) {
        result.diagnostics.report(
            error.diagnostic.at(place).about(
                serial: target.map(official.serial),
                field: official.table.columns[column].key
            )
        )
    }

    /// Reports columns with text that the official table doesn't have.
    mutating func reportUnknownColumns(_ places: TablePlaces) {
        let unknown = columns.indices.filter { column in
            columns[column] == nil
                && !(0..<table.count).allSatisfy { table.range($0, column).isEmpty }
        }
        if !unknown.isEmpty, columns.allSatisfy({ $0 == nil || $0 == official.serialColumn }) {
            result.diagnostics.report(
                Diagnostic.noKnownColumn.at(Place(file: file))
            )
            return
        }
        // A section is where a row stands, on a sheet or under a heading: nobody typed it.
        for column in unknown where !table.columns[column].isSection {
            let first = (0..<table.count).first { !table.range($0, column).isEmpty }
            result.diagnostics.report(
                Diagnostic.unknownColumn(table.columns[column].label)
                    .at(first.map { places.place($0, column) } ?? Place(file: file))
            )
        }
    }

    /// Looks for columns that moved against their rows, where enough cells of one are changed.
    mutating func reportShifted(_ identities: [RowIdentity], _ places: TablePlaces) {
        let changed = result.cells.lazy.filter { !$0.isSaidAlready }.map(\.column)
        let counts = Dictionary(changed.map { ($0, 1) }, uniquingKeysWith: +)
        for (column, officialColumn) in columns.enumerated() {
            guard let officialColumn, officialColumn != official.serialColumn,
                counts[officialColumn, default: 0] >= ShiftedCells.fewestCells
            else { continue }
            var cells: [ShiftedCells.Cell] = []
            for (row, identity) in identities.enumerated() {
                guard case .target(let target) = identity else { continue }
                cells.append(
                    ShiftedCells.Cell(
                        old: official.text(target, officialColumn),
                        new: table.string(row, column: column),
                        place: places.place(row, column)
                    )
                )
            }
            guard let shifted = ShiftedCells(in: cells) else { continue }
            result.diagnostics.report(shifted.finding(official.table.columns[officialColumn]))
        }
    }

    /// Looks for targets whose cells moved against their columns, where enough of one are changed.
    mutating func reportShiftedRows(_ identities: [RowIdentity], _ places: TablePlaces) {
        let changed = result.cells.lazy.filter { !$0.isSaidAlready }.map(\.target)
        let counts = Dictionary(changed.map { ($0, 1) }, uniquingKeysWith: +)
        var shifted = ShiftedRows()
        for (row, identity) in identities.enumerated() {
            guard case .target(let target) = identity,
                counts[target, default: 0] >= ShiftedRows.fewestCells
            else { continue }
            shifted.look(
                columns.map { $0.map { official.text(target, $0) } ?? "" },
                columns.indices.map { columns[$0] == nil ? "" : table.string(row, column: $0) }
            ) { places.place(row, $0) }
        }
        if let finding = shifted.finding { result.diagnostics.report(finding) }
    }

    /// Says how many cells are changed although it isn't known what they said before.
    mutating func reportUnknownBase() {
        let undecided = result.cells.filter { !$0.isBaseKnown && !$0.isSaidAlready }
        guard let first = undecided.first else { return }
        result.diagnostics.report(
            Diagnostic.unknownBase(undecided.count).at(first.place).about(
                serial: official.serial(first.target),
                field: official.table.columns[first.column].key
            )
        )
    }

    /// Says how many cells differ only in what spreadsheet programs change on their own.
    mutating func reportCosmetic(_ places: TablePlaces) {
        guard let first = cosmetic.first else { return }
        let serial = columns.firstIndex(of: official.serialColumn)
        for cell in cosmetic {
            guard let officialColumn = columns[cell.column] else { continue }
            result.leftAlone.add(
                LeftAlone.Cell(
                    serial: official.serial(cell.target),
                    column: official.table.columns[officialColumn],
                    official: official.text(cell.target, officialColumn),
                    text: table.string(cell.row, column: cell.column),
                    place: places.place(cell.row, cell.column)
                )
            )
        }
        result.diagnostics.report(
            Diagnostic.cosmeticChanges(cosmetic.count).at(places.place(first.row, first.column))
                .about(
                    serial: serial.map { table.string(first.row, column: $0) },
                    field: table.columns[first.column].key
                )
        )
    }
}
