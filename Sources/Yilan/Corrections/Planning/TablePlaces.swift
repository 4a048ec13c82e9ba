internal import TargetModel

/// Where the cells of a table stand in its file.
struct TablePlaces {
    private let table: TargetTable
    private let file: String

    init(_ table: TargetTable, file: String) {
        self.table = table
        self.file = file
    }

    /// The place of a cell: target and column from 0.
    func place(_ target: Int, _ column: Int) -> Place {
        guard let places = table.places else {
            let line = Int(table.origins[target].line)
            return Place(file: file, line: line > 0 ? line : nil)
        }
        guard let place = places.place(target, column) else { return Place(file: file) }
        guard let sheet = place.sheet.name else {
            return Place(file: file, line: place.number)
        }
        return Place(file: file, sheet: sheet, cell: place.cell)
    }
}
