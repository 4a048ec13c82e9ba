import SourceText
import TargetModel

/// An official table made from a seed, as some city would publish it, and what it says.
///
/// What it says is known from how it was made; no reader of the project is asked. The same seed and
/// options give the same table on every machine.
///
///     for seed in 1...1_000 {
///         let official = OfficialTable.random(seed: seed)
///         #expect(try read(official.bytes) == official.table, "\(official)")
///     }
public struct OfficialTable: Sendable, CustomStringConvertible {
    /// The seed that it was made from.
    public let seed: UInt64
    /// The whole file.
    public let bytes: [UInt8]
    /// The file's text, without a byte-order mark.
    public let text: String
    /// How the text is encoded in `bytes`.
    public let encoding: TextEncoding
    /// The title, without Markdown's `#`; nil where the file has none.
    public let title: String?
    /// The columns in the order of the header; those that the table lacks are missing.
    public let columns: [Column]
    /// The targets in the order of the official list.
    public let targets: [OfficialTarget]
    /// How many rows continue a target of a row above; a reader warns of each.
    public let continuedRows: Int
    /// What of the options the table really has.
    public let oddities: Set<OfficialTableOptions.Oddity>

    /// The seed and what is odd about the table: what a failed test prints.
    public var description: String {
        let names = OfficialTableOptions.Oddity.allCases.filter(oddities.contains).map(\.rawValue)
        return "seed \(seed): \(encoding.name) \(names.joined(separator: " "))"
    }

    /// Makes the table of a seed.
    public static func random(
        seed: UInt64,
        options: OfficialTableOptions = OfficialTableOptions()
    ) -> OfficialTable {
        var maker = OfficialTableMaker(seed: seed, options: options)
        return maker.table()
    }

    /// What the file says, as a table with the places of its targets and without layout.
    public var table: TargetTable {
        var table = TargetTable.make(
            columns: columns.map { $0.field?.key ?? $0.label },
            rows: targets.map { target in columns.map { target.text(of: $0) } },
            title: title,
            file: "official.tsv"
        )
        table = TargetTable(
            documents: table.documents,
            columns: columns,
            text: table.text,
            cells: table.cells,
            origins: Origins(
                targets.map { Origin(line: $0.line, page: $0.page, block: $0.block) }
            )
        )
        table.documents[0].encoding = encoding.name
        return table
    }
}

/// One target of a generated table: what it says and where it stands.
public struct OfficialTarget: Sendable, Equatable {
    /// The text of each field that the table has a column for, without blanks around it.
    public var fields: [Field: String] = [:]
    /// The columns that nobody knows, in the order of the header.
    public var extra: [ExtraText] = []
    /// Line of the file that the target's row begins in, from 1.
    public var line = 0
    /// Page, from 1.
    public var page = 0
    /// Block of the page, from 1.
    public var block = 0

    /// Makes a target that says nothing and stands nowhere.
    public init() {}

    /// The text of a column that nobody knows.
    public struct ExtraText: Sendable, Equatable {
        /// The column's label.
        public var label: String
        /// The text, without blanks around it.
        public var text: String
    }

    /// The text of a column; empty where the target has none.
    public func text(of column: Column) -> String {
        if let field = column.field { return fields[field] ?? "" }
        return extra.first { $0.label == column.label }?.text ?? ""
    }

    /// Puts the text of a column.
    mutating func put(_ text: String, in column: Column) {
        if let field = column.field {
            fields[field] = text
        } else if let index = extra.firstIndex(where: { $0.label == column.label }) {
            extra[index].text = text
        } else {
            extra.append(ExtraText(label: column.label, text: text))
        }
    }
}
