public import SourceText
public import TargetFormats
public import TargetModel

/// What yilan saw in a file: for those who want to know before they believe its outputs.
public struct Inspection: Sendable, Equatable {
    /// The file's name as the user gave it.
    public var file: String
    /// The name of its format.
    public var format: String
    /// The name of its encoding; nil for a format that has none to choose.
    public var encoding: String?
    /// What ends its lines; nil for a format without lines of its own.
    public var lineEnds: LineEndCounts?
    /// The title, without Markdown's `#`; nil where there is none.
    public var title: Note?
    /// The government that issued it, as the title says.
    public var issuer: String?
    /// The year, as the title says.
    public var year: Int?
    /// How many targets there are.
    public var targets: Int
    /// The pages, in order; none in a format that has no pages.
    public var pages: [Page]
    /// The columns of the table.
    public var columns: [ColumnMeaning]
    /// The fields that no column has.
    public var missing: [Field] {
        Field.allCases.filter { field in !columns.contains { $0.field == field } }
    }
    /// Text around and between the targets: what stands above the title, sections, totals, notes.
    public var notes: [Note]
    /// Lines (from 1) whose text goes on with that of a target above, with the target's serial.
    public var continuations: [Note]

    /// How the lines of a file end.
    public struct LineEndCounts: Sendable, Equatable {
        /// How many lines end in LF alone.
        public var lineFeed: Int
        /// How many lines end in CR and LF.
        public var carriageReturnLineFeed: Int
        /// How many lines end in CR alone.
        public var carriageReturn: Int
        /// Whether the last line is ended.
        public var isLastEnded: Bool
    }

    /// A piece of text with its line.
    public struct Note: Sendable, Equatable {
        /// Line of the file, from 1; nil where the format has no lines.
        public var line: Int?
        /// The text.
        public var text: String
    }

    /// The lines under one header.
    public struct Page: Sendable, Equatable {
        /// The header's lines, from 1.
        public var header: ClosedRange<Int>
        /// The blocks, from left to right.
        public var blocks: [Block]
    }

    /// One block of a page.
    public struct Block: Sendable, Equatable {
        /// The cells of a row that it covers, from 1.
        public var cells: ClosedRange<Int>
        /// What its cells hold, from left to right.
        public var columns: [Cell]
        /// How many targets it has.
        public var targets: Int
        /// The lines of its first and its last target, from 1; nil where it has none.
        public var lines: ClosedRange<Int>?
        /// The serial of its first target.
        public var firstSerial: String
        /// The serial of its last target.
        public var lastSerial: String
    }

    /// One cell of a block's header.
    public struct Cell: Sendable, Equatable {
        /// The label, without line breaks in it; empty where the cell is blank.
        public var label: String
        /// What it means; nil for a column that is kept under its own label.
        public var field: Field?
        /// Why it means that; nil for a column that is kept under its own label for want of a
        /// meaning.
        public var reason: Wording?
    }

    /// What a column of the table means.
    public struct ColumnMeaning: Sendable, Equatable {
        /// The label.
        public var label: String
        /// What it means; nil for a column that is kept under its own label.
        public var field: Field?
        /// The line of the first header that has it, from 1; nil where the format has no lines.
        public var line: Int?
        /// Why it means that; nil where it has no meaning, or where the format tells it itself.
        public var reason: Wording?

        /// Whether it is a column that yilan makes of headings: the section, or what heads a group.
        public var isOfHeadings: Bool {
            let column = Column(field, label: label)
            return column.isSection || column.isGroup
        }

        /// Whether the label is another word for that of the official form.
        public var isSynonym: Bool { field.map { $0.label != label } ?? false }
    }
}

extension Inspection {
    /// Inspects a file.
    ///
    /// Everything that is wrong in it is reported. The result is nil where nothing can be seen.
    /// - Complexity: that of reading the file.
    public static func of(
        _ input: TableReading.Input,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) -> Inspection? {
        if input.format.has(.official) {
            do {
                let recognition = try TSVReader.recognize(
                    input.file,
                    options: options,
                    reporting: &diagnostics
                )
                var inspection = Inspection(of: recognition, in: input)
                inspection.year = options.year ?? inspection.year
                MergeMarkers.report(in: input.file, reporting: &diagnostics)
                return inspection
            } catch {
                diagnostics.report(contentsOf: error.findings)
                return nil
            }
        }
        return TableReading(options: options).table(of: input, reporting: &diagnostics).map {
            Inspection(of: $0, in: input)
        }
    }

    /// Tells what a table says of a file in a format without pages.
    init(of table: TargetTable, in input: TableReading.Input) {
        file = input.file.name
        format = input.format.name
        encoding = input.format.has(.namesOwnEncoding) ? table.document.encoding : nil
        lineEnds = nil
        title = table.document.title.map { Note(line: nil, text: $0) }
        issuer = table.document.issuer
        year = table.document.year
        targets = table.count
        pages = []
        columns = table.columns.enumerated().map { index, column in
            ColumnMeaning(
                label: column.label,
                field: column.field,
                line: nil,
                reason: table.columnReasons[index] ?? Self.reasonOfUnits(column)
            )
        }
        notes = table.otherTexts.map { Note(line: $0.line, text: $0.text) }
        continuations = []
    }
}
