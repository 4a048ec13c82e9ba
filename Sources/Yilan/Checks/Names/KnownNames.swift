internal import TargetModel

/// What stands as unit or as leader in a table, for all checks together.
struct KnownNames: Sendable {
    private var fields: [String: Field] = [:]
    /// How many bytes the names have, with their last three: most texts are no name by that alone.
    private var shapes: Set<UInt32> = []
    /// No name has more bytes.
    private static let longest = 60

    /// Collects the names of a table whose texts were read.
    init(_ derived: DerivedValues) {
        let text = derived.table.text
        for field in [Field.units, .leader] {
            for found in derived.texts(of: field)?.all ?? []
            where !found.range.isEmpty && found.range.count <= Self.longest {
                let whole = text.string(found.range)
                let names = field == .units ? UnitNames.split(whole) : LeaderNames.split(whole)
                // 暂无 and – name nobody, wherever they stand.
                guard !names.isEmpty else { continue }
                add(whole, field)
                if field == .units { for name in names { add(name, field) } }
            }
        }
    }

    private mutating func add(_ name: String, _ field: Field) {
        fields[name] = field
        shapes.insert(Self.shape(Array(name.utf8).span))
    }

    /// The field whose text a short text is elsewhere in the table: units or leader; nil for others.
    func field(of range: TextRange, in text: TextStore) -> Field? {
        guard !range.isEmpty, range.count <= Self.longest,
            shapes.contains(text.withSpan(of: range, Self.shape))
        else { return nil }
        return fields[text.string(range)]
    }

    private static func shape(_ name: Span<UInt8>) -> UInt32 {
        var shape = UInt32(name.count)
        for index in max(0, name.count - 3)..<name.count {
            shape = shape << 8 | UInt32(name[index])
        }
        return shape
    }
}
