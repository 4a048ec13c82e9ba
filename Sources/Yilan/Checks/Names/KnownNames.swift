internal import Synchronization
internal import TargetModel

/// What stands as unit or as leader in a table, for all checks together.
final class KnownNames: Sendable {
    private let table: TargetTable
    private let fields = Mutex<[String: Field]?>(nil)

    init(_ table: TargetTable) {
        self.table = table
    }

    /// The field whose text a short text is elsewhere in the table: units or leader; nil for others.
    ///
    /// - Complexity: O(n) in the targets the first time; later O(1).
    subscript(text: String) -> Field? {
        fields.withLock { fields in
            let known = fields ?? collected()
            fields = known
            return known[text]
        }
    }

    private func collected() -> [String: Field] {
        var known: [String: Field] = [:]
        for field in [Field.units, .leader] {
            guard let column = table.column(of: field) else { continue }
            var texts = DistinctTexts()
            for target in 0..<table.count {
                let range = table.range(target, column)
                let count = texts.count
                guard texts.number(of: range, in: table.text) == count, !range.isEmpty,
                    range.count <= 60
                else { continue }
                let text = table.text.string(range)
                known[text] = field
                if field == .units { for name in UnitNames.split(text) { known[name] = field } }
            }
        }
        return known
    }
}
