public import SourceText
public import TargetModel

/// A table with the name that its input has for the user.
public struct NamedTable: Sendable {
    /// The input's name as the user gave it.
    public var name: String
    /// What was read from it.
    public var table: TargetTable

    /// Names a table.
    public init(name: String, table: TargetTable) {
        self.name = name
        self.table = table
    }
}

/// Makes one table of several.
///
/// Targets stand in the order of the tables. Columns are united by their field, else by their
/// label; a column that only a later table has stands behind the one that it follows there, and
/// is blank for the targets of the others. Each target keeps its document, and with it title,
/// issuer and year. A single table stays as it is, with its layout; of several, the layouts are
/// left out, since no file has them all.
public struct TableMerging: Sendable {
    private let parts: [TablePart]
    /// The text that those of the parts have in common which were joined.
    private let joined: [UInt8]

    /// Prepares to merge `parts`, in their order.
    ///
    /// - Complexity: O(n) in the targets.
    public init(_ parts: [NamedTable]) {
        self.init(parts.map { TablePart($0) }, joined: [])
    }

    /// Prepares to merge parts of which some, or all, were joined to a text.
    init(_ parts: [TablePart], joined: [UInt8]) {
        self.parts = parts
        self.joined = joined
    }

    /// Returns the one table; nil where there is nothing to make it of.
    ///
    /// Serials that occur in several parts are reported as warnings.
    /// - Complexity: O(n) in the cells and the bytes of text.
    public func table(reporting diagnostics: inout DiagnosticBag) -> TargetTable? {
        guard let first = parts.first else { return nil }
        guard parts.count > 1 else { return first.table }
        guard hasRoom else {
            diagnostics.report(Self.tooMuchText())
            return nil
        }
        // Most of it is the first touch of memory, as long as all else takes together.
        let text = Ahead { [self] in source }
        let repeated = Ahead { [self] in
            var findings = DiagnosticBag()
            RepeatedSerials(parts, joined: joined).report(to: &findings)
            return findings
        }
        let (columns, sources) = unitedColumns()
        let table = merged(columns, sources) { text.value }
        diagnostics.report(contentsOf: repeated.value)
        return table
    }

    /// Whether offsets reach over the text of all parts.
    private var hasRoom: Bool {
        parts.reduce(0) { $0 + $1.source.count } <= TextStore.limit
            && parts.reduce(0) { $0 + $1.table.text.added.count } <= TextStore.limit
    }

    /// The columns, and for each part the index (from 0) of its column for each of them; nil where
    /// the part has no such column.
    private func unitedColumns() -> (columns: [Column], sources: [[Int?]]) {
        // Nearly all tables of one list have the same columns.
        let areAsBefore = parts.indices.map {
            $0 > 0 && parts[$0].table.columns == parts[$0 - 1].table.columns
        }
        var identities: [Column.Identity] = []
        var columns: [Column] = []
        for (part, isAsBefore) in zip(parts, areAsBefore) where !isAsBefore {
            var place = 0
            for column in part.table.columns {
                if let index = identities.firstIndex(of: column.identity) {
                    place = index + 1
                } else {
                    identities.insert(column.identity, at: place)
                    columns.insert(column, at: place)
                    place += 1
                }
            }
        }
        var sources: [[Int?]] = []
        sources.reserveCapacity(parts.count)
        for (part, isAsBefore) in zip(parts, areAsBefore) {
            if isAsBefore, let before = sources.last {
                sources.append(before)
            } else {
                let ofPart = part.table.columns.map(\.identity)
                sources.append(identities.map { ofPart.firstIndex(of: $0) })
            }
        }
        return (columns, sources)
    }

    private func merged(
        _ columns: [Column],
        _ sources: [[Int?]],
        _ source: () -> TextStore
    ) -> TargetTable {
        let places = Ahead { [self] in self.places(sources) }
        let count = parts.reduce(0) { $0 + $1.table.count }
        var cells = TextRanges(roomFor: columns.count * count)
        var origins = Origins()
        var documents: [Document] = []
        var (sourceStart, addedStart) = (0, 0)
        let all = columns.indices.map(Int?.some)
        var moved: [TextRange] = []
        for (part, indexes) in zip(parts, sources) {
            let table = part.table
            let (source, added) = (sourceStart - part.source.lowerBound, addedStart)
            if table.columns.count == columns.count, indexes == all {
                moved.append(addingCapacity: table.cells.count) { moved in
                    table.cells.forEach(in: table.cells.indices) {
                        moved.append($0.moved(source: source, added: added))
                    }
                }
                // As many as whole groups hold, which are packed from where they are.
                if moved.count >= 1 << 12 {
                    cells.append(moved.span)
                    moved.removeAll(keepingCapacity: true)
                }
            } else {
                cells.append(moved.span)
                moved.removeAll(keepingCapacity: true)
                for target in 0..<table.count {
                    for index in indexes {
                        let cell = index.map { table.range(target, $0) } ?? .empty
                        cells.append(cell.moved(source: source, added: added))
                    }
                }
            }
            origins.append(table.origins, documents: documents.count)
            documents += table.documents
            sourceStart += part.source.count
            addedStart += table.text.added.count
        }
        cells.append(moved.span)
        var table = TargetTable(
            documents: documents,
            columns: columns,
            text: source(),
            cells: cells,
            origins: origins
        )
        table.baseline = baseline(sources)
        table.places = places.value
        table.lackingColumns = zip(parts, sources).flatMap { part, indexes in
            let lacking = Set(indexes.indices.filter { indexes[$0] == nil })
            return part.table.documents.map { _ in lacking }
        }
        return table
    }

    /// The texts of all parts, one behind the other.
    private var source: TextStore {
        var rareBytes: RareBytes? = RareBytes()
        for part in parts {
            if let rare = part.rareBytes { rareBytes?.append(rare) } else { rareBytes = nil }
        }
        var text = TextStore(source: bytes, rareBytes: rareBytes)
        for part in parts { _ = text.add(part.table.text.added) }
        return text
    }

    private var bytes: [UInt8] {
        let count = parts.reduce(0) { $0 + $1.source.count }
        if count == joined.count, parts.allSatisfy(\.isJoined) { return joined }
        var source: [UInt8] = Array(roomFor: count)
        for part in parts {
            source += (part.isJoined ? joined : part.table.text.source)[part.source]
        }
        return source
    }

    /// Where the targets stand in the files.
    private func places(_ sources: [[Int?]]) -> CellPlaces {
        var all = CellPlaces(sheets: [], rows: [])
        var start = 0
        for (part, indexes) in zip(parts, sources) {
            let source = start..<start + part.source.count
            start = source.upperBound
            var places = part.places
            for sheet in places.sheets.indices {
                places.sheets[sheet].source = source
                let columns = places.sheets[sheet].columns
                places.sheets[sheet].columns = indexes.map { index in
                    index.flatMap { columns.indices.contains($0) ? columns[$0] : nil }
                }
            }
            all.append(places)
        }
        return all
    }

    /// What the cells said when the files were made; nil unless every part tells.
    private func baseline(_ sources: [[Int?]]) -> Baseline? {
        var cells: [Baseline.Original] = []
        for (part, indexes) in zip(parts, sources) {
            guard let originals = part.table.baseline?.cells else { return nil }
            let width = part.table.columns.count
            for target in 0..<part.table.count {
                for index in indexes {
                    cells.append(index.map { originals[target * width + $0] } ?? .unknown)
                }
            }
        }
        return Baseline(cells: cells)
    }

    private static func tooMuchText() -> Diagnostic {
        Diagnostic(
            .error,
            .inputsTooLarge,
            Wording(
                en: "together, the inputs have more than 2 GiB of text",
                zh: "所有输入合计超过 2 GiB 文字"
            ),
            hint: Wording(en: "convert them in parts", zh: "请分几次转换")
        )
    }
}
