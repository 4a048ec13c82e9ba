public import SourceText
internal import TableLayout
public import TargetModel

/// A file format for tables of targets.
public struct TargetFormat: Sendable {
    /// The name for `--from` and `--to`.
    public let name: String
    /// File name extensions without the dot, in lower case; the first is the usual one.
    public let fileExtensions: [String]
    /// What one of its files is called: a workbook, a web page.
    public let noun: Wording
    /// What it is, for `yilan formats`.
    public let summary: Wording
    /// What it is and can do.
    public let traits: Traits
    /// Reads it.
    public let reader: any TargetReader
    /// Writes it; nil for a format that is only read.
    public let writer: Writer?
    /// Whether bytes can be a file of this format only, whatever its name; cheap for others.
    var isMarked: @Sendable ([UInt8]) -> Bool = { _ in false }
    /// Whether a text that is marked by no format has a header of targets when read in this one.
    var hasHeader: @Sendable (SourceText, Recognizer) -> Bool = { _, _ in false }

    /// How a format is written.
    public enum Writer: Sendable {
        /// In one pass from start to end, so that it may go to standard output.
        case stream(any TargetStreamWriter)
        /// To a file of its own.
        case file(any TargetFileWriter)
    }
}

/// One input, whole in memory.
public struct InputFile: Sendable {
    /// The most bytes that the text of a table may have: what has more can't be read.
    public static let longestText = TextStore.limit

    /// The name as the user gave it; `-` for standard input.
    public var name: String
    /// The file as it is.
    public var bytes: [UInt8]
    /// When the file was last changed, in seconds since 1970; nil for standard input.
    public var modified: Int?

    /// Makes an input.
    public init(name: String, bytes: [UInt8], modified: Int? = nil) {
        self.name = name
        self.bytes = bytes
        self.modified = modified
    }
}

/// What a user may say about how inputs are read.
public struct ReadingOptions: Sendable {
    /// The encoding of text files; nil: detected.
    public var encoding: TextEncoding?
    /// How many blocks a header has; nil: found from the header.
    public var blocks: Int?
    /// What columns mean, by label as it stands and as labels are compared, where the user overrules
    /// the table of synonyms.
    package var columns: [String: Field] = [:]
    /// The year of the targets, whatever the titles say; nil: from the titles.
    public var year: Int?
    /// Whether the layout is wanted, too; finding it costs a little time.
    public var keepsLayout = false
    /// Whether rows of totals are wanted, too: a table that has some keeps its layout, which holds
    /// them.
    public var keepsTotals = false
    /// Whether the file's SHA-256 is wanted with the layout.
    public var keepsDigest = true
    /// Whether nobody else has the bytes of what is read: then those that were read may be let go.
    ///
    /// Where somebody has them, too, reading is right, but may copy them.
    public var ownsInput = false
    /// The most bytes that an entry of a workbook may expand to.
    public var maximumEntrySize = 1 << 30

    /// Makes the options that hold where the user says nothing.
    public init() {}

    /// Says what the columns of a label mean, whatever the table of synonyms says.
    ///
    /// Labels are compared without blanks, line breaks and marks of footnotes, as readers compare them.
    public mutating func setMeaning(_ field: Field, ofColumn label: String) {
        columns[label] = field
        columns[FieldLabels.normalize(label)] = field
    }
}

/// What a user may say about how outputs are written.
public struct WritingOptions: Sendable {
    /// What CSV has as header.
    public enum Headers: String, Sendable, CaseIterable {
        /// The labels of the source.
        case labels
        /// The keys of the JSON.
        case keys
    }

    /// The language of what yilan itself says in a workbook.
    public var language = Language.chinese
    /// The encoding of CSV and of a fresh TSV; nil: the format's own.
    public var encoding: TextEncoding?
    /// What CSV has as header.
    public var headers = Headers.labels
    /// How many blocks a fresh official layout has; nil: the layout the table has, or 2.
    public var blocks: Int?
    /// Date put into a workbook's properties, in seconds since 1970.
    public var created = 0
    /// What was found in the table; nil: nothing is said of it.
    ///
    /// A workbook lists it in a sheet and JSON in a member, in `language`; formats without the trait
    /// `additions` leave it out.
    public var findings: DiagnosticBag?
    /// Whether the figures that were promised and reached are listed there, too.
    public var hasIndicators = false

    /// Makes the options that hold where the user says nothing.
    public init() {}
}

/// Decodes one file format into a table.
public protocol TargetReader: Sendable {
    /// Reads a whole input.
    ///
    /// Problems inside the data are reported and reading goes on; no output may be made from the
    /// table where one of them is an error.
    /// - Throws: `FormatError` when there is nothing to go on with.
    func read(
        _ input: consuming InputFile,
        options: ReadingOptions,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable
}

/// Encodes a table in one pass; equal tables give equal bytes.
public protocol TargetStreamWriter: Sendable {
    /// Writes the whole table.
    ///
    /// - Throws: `FormatError` where the format can't hold the table, and what the buffer throws.
    func write(
        _ table: TargetTable,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws
}

/// Encodes a table in a file of its own; equal tables give equal bytes.
public protocol TargetFileWriter: Sendable {
    /// Has another core make ready what writing needs, while the table is still being read; it needn't be
    /// called.
    func prepare()

    /// Writes the whole table to a new file at `path`, checks what was written, and flushes it.
    ///
    /// `temporaryFolder` is an empty folder for files that are needed on the way; `progress` is
    /// called now and then with how much is done, from 0 to 1.
    /// - Throws: `FormatError` where the format can't hold the table or writing fails.
    func write(
        _ table: TargetTable,
        options: WritingOptions,
        toFileAt path: String,
        temporaryFolder: ScratchSpace,
        progress: (Double) -> Void
    ) throws(FormatError)
}

extension TargetFileWriter {
    /// Needs nothing.
    public func prepare() {}
}

extension TargetFormat {
    /// Has another core make ready what writing this format needs, while the table is still being read; it
    /// needn't be called.
    public func prepareToWrite() {
        if case .file(let writer) = writer { writer.prepare() }
    }
}

/// Why a format could not be read or written at all.
public struct FormatError: Error, Sendable {
    /// What kind of failure it is; the tool maps it to an exit status.
    public enum Kind: Sendable {
        /// The data is wrong: exit status 65.
        case data
        /// The output can't be written: exit status 74.
        case output
    }

    /// What kind of failure it is.
    public var kind: Kind
    /// What to tell the user; it has an error, and none of it was reported elsewhere.
    public private(set) var findings: DiagnosticBag

    /// The error to tell the user, where there is room for one only.
    public var diagnostic: Diagnostic? { findings.all.first { $0.severity == .error } }

    /// Makes an error of which there is one thing to say.
    public init(_ kind: Kind, _ diagnostic: Diagnostic) {
        self.init(kind, DiagnosticBag(diagnostic))
    }

    /// Makes an error that all findings explain; where none of them does, it says so itself, because
    /// a failure without a word is the worst.
    public init(_ kind: Kind, _ findings: DiagnosticBag) {
        self.kind = kind
        self.findings = findings
        if !findings.hasErrors { self.findings.report(.unexplained) }
    }

    /// Returns the error with other words or places in its findings; `change` leaves severities.
    public func mapping(_ change: (Diagnostic) -> Diagnostic) -> FormatError {
        var changed = self
        changed.findings = findings.mapping(change)
        return changed
    }
}
