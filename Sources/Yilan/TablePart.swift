internal import SourceText
internal import TargetModel

/// One of several tables that become one.
///
/// An object, so that whoever hands it on needn't count who has each of a table's parts: of merging 2,400
/// tables, that was a quarter.
final class TablePart: Sendable {
    /// What the table's input is called to the user.
    let name: String
    /// The table, without its texts' source where that was joined to others (`table(in:)`).
    let table: TargetTable
    let serials: PlainSerials
    /// The bytes of a source (from 0) that are this table's: of its own one, or of the joined one.
    let source: Range<Int>
    /// Whether the source was joined to others.
    let isJoined: Bool
    /// Where its own bytes may be rare ones; nil where nobody has looked.
    let rareBytes: RareBytes?

    /// Takes a table over, and puts the source of its texts among others from a byte (from 0) on, if that is
    /// possible and `put` takes it.
    ///
    /// - Complexity: O(n) in the targets, whose serials are read.
    init(_ named: NamedTable, at start: Int = 0, _ put: (Span<UInt8>) -> Bool = { _ in false }) {
        var table = named.table
        name = named.name
        serials = PlainSerials(table)
        rareBytes = table.text.rareBytes
        let count = table.text.source.count
        isJoined = Self.isMovable(table) && put(table.text.source.span)
        source = isJoined ? start..<(start + count) : 0..<count
        if isJoined {
            _ = table.text.takeSource()
            table.cells.move(source: start)
            table.layout = nil
            table.places = Self.places(of: table, in: source, of: name)
        }
        self.table = table
    }

    /// Whether cells are all that leads to a table's source, so that it may lie elsewhere.
    private static func isMovable(_ table: TargetTable) -> Bool {
        table.places == nil && table.baseline == nil && table.text.valueStarts == nil
            && table.origins.allSatisfy { $0.line > 0 }
    }

    /// The table with its texts, of which the source may be among those that were joined.
    func table(in joined: [UInt8]) -> TargetTable {
        guard isJoined else { return table }
        var whole = table
        whole.text.setSource(joined)
        return whole
    }

    /// Where the targets stand in the file.
    var places: CellPlaces { Self.places(of: table, in: source, of: name) }

    private static func places(of table: TargetTable, in source: Range<Int>, of file: String)
        -> CellPlaces
    {
        var places =
            table.places
            ?? CellPlaces(lines: table.origins.map { .init(number: Int($0.line)) })
        places.nameFile(file)
        for sheet in places.sheets.indices { places.sheets[sheet].source = source }
        return places
    }
}

extension TextRange {
    /// The same text in a store that holds it so many bytes later, in its source or among what was added.
    func moved(source: Int, added: Int) -> TextRange {
        guard !isEmpty else { return .empty }
        let distance = UInt32(truncatingIfNeeded: isAdded ? added : source)
        return TextRange(start: start &+ distance, length: length)
    }
}
