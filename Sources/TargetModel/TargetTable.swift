public import SourceText

/// What is known of one official document: a table has one for each input it was made from.
public struct Document: Sendable, Equatable {
    /// The title, without Markdown's `#`; nil where the document has none.
    public var title: String?
    /// The government that issued it, from the title.
    public var issuer: String?
    /// The year the targets are for, from the title.
    public var year: Int?
    /// The file's name, without folders.
    public var file: String
    /// SHA-256 of the file as it was read, 64 hexadecimal digits; empty where unknown.
    public var sha256: String
    /// The name of the file's encoding (`TextEncoding.name`).
    public var encoding: String

    /// Makes a document.
    public init(
        title: String? = nil,
        issuer: String? = nil,
        year: Int? = nil,
        file: String = "",
        sha256: String = "",
        encoding: String = "utf-8"
    ) {
        self.title = title
        self.issuer = issuer
        self.year = year
        self.file = file
        self.sha256 = sha256
        self.encoding = encoding
    }
}

/// A line of a file that is no target.
package struct OtherText: Sendable, Equatable {
    /// Line of the file, or row of the sheet, counted from 1; nil where that isn't known.
    package var line: Int?
    /// What it says.
    package var text: String
    /// Where it stands among the targets.
    package var position: Position
    /// How many targets stand above it.
    package var targetsAbove = 0
    /// The cells of its row that say something, by the table's column (from 0) that they stand under;
    /// empty where one stands under none.
    package var cells: [Cell] = []

    /// A cell of a row that is no target.
    package struct Cell: Sendable, Equatable {
        /// The table's column (from 0) that it stands under.
        package var column: Int
        /// What it says.
        package var text: String

        /// Makes a cell.
        package init(column: Int, text: String) {
            self.column = column
            self.text = text
        }
    }

    /// Where a text stands among the targets.
    package enum Position: Sendable, Equatable {
        /// Above the first header: whatever the title doesn't say.
        case above
        /// Between targets: a sum.
        case between
        /// Below the last target: a note.
        case below
    }

    /// Makes a text.
    package init(line: Int?, text: String, position: Position = .between) {
        self.line = line
        self.text = text
        self.position = position
    }
}

/// The normalised table: one row per target, in the order of the official list.
///
/// Cells are ranges of `text` (a matrix of targets × columns, row after row), so a table of
/// millions of targets holds no strings. Text of a cell is what the official table says, without
/// the blanks around it; a merged leader is filled in.
public struct TargetTable: Sendable {
    /// The documents that the targets come from; never empty.
    public var documents: [Document]
    /// The columns, in the order of the source's header.
    public let columns: [Column]
    /// All text.
    @usableFromInline package var text: TextStore
    /// Targets × columns, row after row.
    @usableFromInline package var cells: TextRanges
    /// Where each target came from; one element per target.
    public package(set) var origins: Origins
    /// How the official file lays the targets out; nil where the table came from a format that
    /// carries no layout.
    package var layout: Layout? {
        didSet { latestColumns = layout?.latestColumns ?? [] }
    }
    /// The columns that say what the latest filled one of several others says.
    private(set) var latestColumns: [Layout.Latest]
    /// Whether there are columns that say what others say.
    package var hasColumnsOfOthers: Bool { !latestColumns.isEmpty }
    /// For each page and block (both from 0), the columns (from 0) that its header has; empty where
    /// all have the same, or that isn't known.
    package var headerColumns: [[Set<Int>]] = []
    /// For each document (from 0) of a table that was made of several inputs, the columns (from 0) that its
    /// input doesn't have; empty where that isn't known.
    package var lackingColumns: [Set<Int>] = []
    /// What the cells said when the file was made; nil where the file doesn't carry it.
    public var baseline: Baseline?
    /// What stands around the targets in a file that has no official layout: measures, sums, notes.
    package var otherTexts: [OtherText] = []
    /// Why columns (from 0) mean what they mean, in a file that has no official layout and doesn't say
    /// it itself.
    package var columnReasons: [Int: Wording] = [:]
    /// Where the cells stand in the file; nil where `origins` already tell.
    package var places: CellPlaces?
    /// The name, as the user gave it, of the one file that the table was read from.
    ///
    /// Nil where it was made otherwise; `documents` name the official files.
    public var inputName: String? {
        didSet { if let inputName { places?.nameFile(inputName) } }
    }

    /// For each target, the year of the title that its section is, where that is another one than its
    /// document's; 0 where it isn't, empty where no section has one.
    @usableFromInline package private(set) var sectionYears: [Int32] = []

    /// The column index (from 0) of each field, by `Field.allCases` order; -1 where it is missing.
    @usableFromInline package let fieldColumns: [Int]

    /// Makes a table; `cells` holds targets × columns ranges of `text`.
    package init(
        documents: [Document],
        columns: [Column],
        text: TextStore,
        cells: TextRanges,
        origins: Origins,
        layout: Layout? = nil
    ) {
        precondition(cells.count == columns.count * origins.count && !documents.isEmpty)
        self.documents = documents
        self.columns = columns
        self.text = text
        self.cells = cells
        self.origins = origins
        self.layout = layout
        latestColumns = layout?.latestColumns ?? []
        fieldColumns = Field.allCases.map { field in
            columns.firstIndex { $0.field == field } ?? -1
        }
        sectionYears = yearsOfSections
    }

    /// How many targets there are.
    public var count: Int { origins.count }

    /// The first document: the table's own title, issuer and year.
    public var document: Document { documents[0] }

    /// The document that a target (from 0) comes from.
    public func document(of target: Int) -> Document {
        documents[Int(origins[target].document)]
    }

    /// The documents that targets (from 0) come from, in order of first appearance.
    ///
    /// - Complexity: O(n) in the targets, which mostly come from few documents.
    package func documents(of targets: some Sequence<Int>) -> [Document] {
        var numbers: [UInt16] = []
        for target in targets {
            let number = UInt16(origins[target].document)
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers.map { documents[Int($0)] }
    }

    /// The year that a target (from 0) is for, where its document or the title above it says; a
    /// document's texts aren't copied for it.
    @inlinable
    package func year(of target: Int) -> Int? {
        if !sectionYears.isEmpty, sectionYears[target] > 0 { return Int(sectionYears[target]) }
        return documents[Int(origins[target].document)].year
    }

    /// Takes all targets for those of a year, whatever titles say.
    package mutating func setYear(_ year: Int) {
        for index in documents.indices { documents[index].year = year }
        sectionYears = []
    }

    /// The index (from 0) of the column of `field`; nil where the table has none.
    public func column(of field: Field) -> Int? {
        let index = fieldColumns[field.index]
        return index < 0 ? nil : index
    }

    /// The range of a cell: target and column from 0.
    @inlinable
    package func range(_ target: Int, _ column: Int) -> TextRange {
        cells[target * columns.count + column]
    }

    /// Calls `body` with the ranges of a target's cells (the target from 0), column by column.
    @inlinable
    package func forEachRange(of target: Int, _ body: (TextRange) -> Void) {
        let first = target * columns.count
        cells.forEach(in: first..<(first + columns.count), body)
    }

    /// The range of a field's cell; empty where the table has no such column.
    package func range(_ target: Int, _ field: Field) -> TextRange {
        let index = fieldColumns[field.index]
        return index < 0 ? .empty : range(target, index)
    }

    /// Has the processor fetch the texts of some targets (from 0) that are looked at next, where these stand
    /// one behind the other in the source (`fetch`).
    package func fetch(_ targets: Range<Int>) {
        guard let first = targets.first, let last = targets.last else { return }
        func bounds(_ target: Int) -> some Sequence<Range<Int>> {
            columns.indices.lazy.map { range(target, $0) }
                .filter { !$0.isAdded && !$0.isEmpty }.map(\.bounds)
        }
        guard let start = bounds(first).map(\.lowerBound).min(),
            let end = bounds(last).map(\.upperBound).max(),
            start < end
        else { return }
        text.source.fetch(start..<end)
    }

    /// The text of a cell: target and column from 0.
    public func string(_ target: Int, column: Int) -> String {
        text.string(range(target, column))
    }

    /// The text of a field of a target (from 0); empty where the table has no such column.
    public func string(_ target: Int, _ field: Field) -> String {
        text.string(range(target, field))
    }

    /// Puts `new` into a cell: target and column from 0.
    ///
    /// A column that says what the latest filled one of several others says goes with them: the
    /// text is put into the part that it was read from, and the other way round. Where it says which
    /// of them is ticked, the tick is put into the other one.
    package mutating func replace(_ target: Int, column: Int, with new: String) {
        let row = target * columns.count
        let added = text.add(new)
        cells[row + column] = added
        for latest in latestColumns where latest.column == column || latest.parts.contains(column) {
            guard latest.names.isEmpty else {
                tick(latest, of: target, edited: column)
                continue
            }
            // Where no part is filled, what they say is blank, as the last one is.
            let part = part(of: latest, of: target)
            if latest.column != column {
                cells[row + latest.column] = part.map { cells[row + $0] } ?? .empty
            } else if let part {
                cells[row + part] = added
            }
        }
    }

    /// The column (from 0) that a column without a cell of its own is read from, of a target (from
    /// 0): the latest filled part, else the last; nil where there are no parts.
    package func part(of whole: Layout.Latest, of target: Int) -> Int? {
        Layout.Latest.filled(of: whole.parts) { range(target, $0).isEmpty } ?? whole.parts.last
    }
}

extension Field {
    /// The field's place, from 0, in the official form.
    @inlinable
    package var index: Int {
        switch self {
        case .serial: 0
        case .leader: 1
        case .objective: 2
        case .deadline: 3
        case .progress: 4
        case .onSchedule: 5
        case .units: 6
        }
    }
}

extension TargetTable: Equatable {
    /// Whether both tables say the same: documents' titles, columns and every text, not where the
    /// text came from.
    public static func == (one: TargetTable, other: TargetTable) -> Bool {
        guard one.columns == other.columns, one.count == other.count else { return false }
        return one.cells.indices.allSatisfy { index in
            one.text.equal(one.cells[index], other.cells[index], of: other.text)
        }
    }
}
