internal import SourceText
internal import TargetModel

extension TableProposals {
    /// For each row, whether it says what the official table says, and said so before: nearly all do, and one look
    /// by all cores at all of them takes a quarter of what it takes to weigh each cell.
    func silence(of identities: [RowIdentity]) -> [Bool] {
        let pieces = Cores.ranges(of: Self.rowsAtOnce, in: identities.count)
        return Cores.map(pieces.count) { [table, official, columns, statesAll] piece in
            pieces[piece].map { row in
                guard case .target(let target) = identities[row] else { return false }
                return columns.indices.allSatisfy { column in
                    guard let officialColumn = columns[column] else { return true }
                    return table.text.equal(
                        table.range(row, column),
                        official.table.range(target, officialColumn),
                        of: official.table.text
                    ) && (!statesAll || table.isOriginal(row, column) == true)
                }
            }
        }.flatMap(\.self)
    }

    /// How many rows one core looks at at a time.
    private static let rowsAtOnce = 1 << 10
}
