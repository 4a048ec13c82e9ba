internal import DocumentText
internal import TargetModel

/// Tells which tables of a document go on with another one: a table that was split has its header only
/// once.
struct DocumentTables {
    private let content: DocumentContent
    private let taken: [Bool]

    /// Prepares to look at tables, of which those are known that are taken.
    init(_ content: DocumentContent, taken: [Bool]) {
        self.content = content
        self.taken = taken
    }

    /// The table (index from 0) that one without a header goes on with: the one before it that is
    /// taken, as wide as it, whose serials it counts on; nil where there is none.
    func beginning(of rest: Int) -> Int? {
        let parent = content.tables[rest].parent
        guard
            let before = (0..<rest).last(where: {
                content.tables[$0].parent == parent && isTable($0)
            }),
            taken[before], width(of: before) == width(of: rest),
            let last = serials(of: before).last, let first = serials(of: rest).first
        else { return nil }
        return first == last + 1 ? before : nil
    }

    /// Whether it has cells: what another one goes on with has none any more.
    private func isTable(_ index: Int) -> Bool { !content.tables[index].cells.isEmpty }

    private func width(of index: Int) -> UInt32 {
        content.tables[index].cells.map { $0.column + $0.columnSpan }.max() ?? 0
    }

    /// The numbers in the first column; none where its first row has none.
    private func serials(of index: Int) -> [Int] {
        let cells = content.tables[index].cells.filter { $0.column == 0 }
        return cells.compactMap { Serial.number(of: RowWords.squeezed(content.string($0.text))) }
    }
}
