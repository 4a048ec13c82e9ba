/// What a row says in several columns each of which is a status: 已完成, 推进中 and 未完成, of which it
/// ticks one.
package struct Ticks {
    /// What a cell of such a column says.
    package enum Mark: Sendable {
        /// The column is the target's status.
        case tick
        /// It is, unless another is ticked.
        case circle
        /// It isn't.
        case cross
    }

    /// The cells (from 0) that are ticked.
    package let ticked: [Int]

    /// Looks at a row's cells of the columns, in order.
    package init(_ cells: [String]) {
        let marks = cells.map(Status.mark)
        func places(_ mark: Mark) -> [Int] { marks.indices.filter { marks[$0] == mark } }
        let ticks = places(.tick)
        ticked = ticks.isEmpty ? places(.circle) : ticks
    }

    /// The one that is ticked; nil where none is, or more than one.
    package var only: Int? { ticked.count == 1 ? ticked[0] : nil }

    /// What a column that nobody ticked yet is ticked with.
    package static let usual = "√"

    /// The column that a text means, of columns with these names: the one that has it for its name, or the
    /// only one that says as much (是: 已完成); nil where there is none.
    package static func place(of text: String, in names: [String]) -> Int? {
        if let place = names.firstIndex(of: text) { return place }
        guard let value = Status.value(of: text) else { return nil }
        let alike = names.indices.filter { Status.value(of: names[$0]) == value }
        return alike.count == 1 ? alike[0] : nil
    }
}
