public import SourceText
public import TargetModel

/// One target of a table: its texts, and what they mean.
///
/// A value for reading: it keeps the table that it is of. Changing that table changes no target
/// that was taken from it before.
public struct Target: Sendable {
    /// The target's index in its table, from 0.
    public let index: Int
    /// The table.
    public let table: TargetTable
    /// What the text of the deadline means, in the year of the target's document.
    public let deadline: Deadline
    /// Whether it goes as planned; nil where the table doesn't clearly say.
    public let onSchedule: Bool?
    /// The names of its units, each once; the first one leads.
    public let units: [String]
    /// The names of its leaders, each once, without titles and spaces inside; empty where the table
    /// names none.
    public let leaders: [String]

    /// The text of a field; empty where the cell is blank or the table has no such column.
    public subscript(field: Field) -> String { table.string(index, field) }

    /// The text of the first column of this label, as the file's header has it; nil where there is
    /// none.
    public subscript(label: String) -> String? {
        table.columns.firstIndex { $0.label == label }.map { table.string(index, column: $0) }
    }

    /// Where it stands in the official layout: line, page and block, each from 1; 0 where unknown.
    public var origin: Origin { table.origins[index] }

    /// Where it stands in the file that the table was read from: the line of a text, or the sheet and
    /// the cell of the serial.
    public var place: Place { table.place(of: index, column: table.column(of: .serial)) }

    /// The document that it comes from, with title, issuer and year.
    public var document: Document { table.document(of: index) }
}

/// The targets of a table, in its order.
public struct Targets: Sequence, Sendable {
    let table: TargetTable

    /// Goes through the targets.
    public func makeIterator() -> Iterator { Iterator(table) }

    /// How many there are.
    public var underestimatedCount: Int { table.count }

    /// Makes one target after the other; what several have in common is worked out once.
    public struct Iterator: IteratorProtocol {
        private var derived: DerivedValues
        private var position = 0

        init(_ table: TargetTable) { derived = DerivedValues(table) }

        /// Returns the next target; nil behind the last.
        ///
        /// - Complexity: O(n) in the target's text at most.
        public mutating func next() -> Target? {
            guard position < derived.table.count else { return nil }
            defer { position += 1 }
            return Target(
                index: position,
                table: derived.table,
                deadline: derived.deadline(of: position),
                onSchedule: derived.onSchedule(of: position),
                units: derived.units(of: position),
                leaders: derived.leaders(of: position)
            )
        }
    }
}

extension TargetTable {
    /// The targets, one after the other.
    public var targets: Targets { Targets(table: self) }

    /// Puts a text into the cell of a target and a column, both from 0 and within the table.
    ///
    /// The layout stays, so that as TSV the official file comes back with this cell changed.
    public mutating func setText(_ text: String, ofTarget target: Int, column: Int) {
        precondition((0..<count).contains(target) && columns.indices.contains(column))
        replace(target, column: column, with: text)
    }
}
