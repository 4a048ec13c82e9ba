internal import TargetModel

/// The sections of a table with corrections and of the official one: a serial is unique within one.
struct MatchingSections {
    private let table: TargetTable
    private let official: TargetTable
    private let columns: (corrected: Int, official: Int)?
    /// Columns (from 0) of both, other than serials and sections.
    private let texts: [(corrected: Int, official: Int)]

    /// Compares the sections of a table with those of the official one; `columns` says which column of
    /// the official table each of the table's is (both from 0).
    init(_ table: TargetTable, _ official: TargetTable, _ columns: [Int?]) {
        self.table = table
        self.official = official
        self.columns = table.sectionColumn.flatMap { corrected in
            official.sectionColumn.map { (corrected, $0) }
        }
        texts = columns.enumerated().compactMap { corrected, column in
            guard let column, official.columns[column].field != .serial,
                !official.columns[column].isSection
            else { return nil }
            return (corrected, column)
        }
    }

    /// Whether a row (from 0) of the table and a target (from 0) of the official one stand in the same
    /// section; false where the tables don't say both.
    func areSame(_ row: Int, _ target: Int) -> Bool {
        guard let columns else { return false }
        return table.text.equal(
            table.range(row, columns.corrected),
            official.range(target, columns.official),
            of: official.text
        )
    }

    /// The section of a target (from 0) of the official table; nil where the tables don't say both.
    func official(_ target: Int) -> String? {
        columns.map { official.string(target, column: $0.official) }
    }

    /// The targets that a serial means where a row (from 0) stands.
    ///
    /// They are those of its section. Where that has none, and the row was moved there from another
    /// one, it is the target there; where the official table calls its sections otherwise since, any.
    func find(_ serial: String, _ row: Int, in index: SerialIndex) -> SerialIndex.Match {
        let section = table.section(of: row)
        let match = index.find(serial, inSection: section)
        guard let columns, let section, !section.isEmpty,
            match == .none || !index.hasSection(section)
        else { return match }
        let original = table.original(row, columns.corrected)
        let found = index.find(serial).targets
        switch original.says(section.utf8) {
        case true?: return match
        case false?:
            let formerly = found.filter { target in
                let range = official.range(target, columns.official)
                return original.says(official.text.bytes(range)) == true
            }
            return .init(formerly)
        case nil: return .init(found.filter { isLike(row, $0) })
        }
    }

    /// Whether a row says of most things what a target says, and of what is to be achieved or was: many
    /// targets share leader, deadline and status.
    private func isLike(_ row: Int, _ target: Int) -> Bool {
        let filled = texts.filter { !table.range(row, $0.corrected).isEmpty }
        let alike = filled.filter { column in
            table.text.equal(
                table.range(row, column.corrected),
                official.range(target, column.official),
                of: official.text
            )
        }
        let isTold = filled.contains(where: isTelling)
        return alike.count * 2 >= filled.count && (!isTold || alike.contains(where: isTelling))
    }

    private func isTelling(_ column: (corrected: Int, official: Int)) -> Bool {
        let field = official.columns[column.official].field
        return field == .objective || field == .progress
    }
}
