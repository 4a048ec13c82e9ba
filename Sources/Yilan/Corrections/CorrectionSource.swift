public import TargetModel

/// One file of corrections.
public struct CorrectionSource: Sendable {
    /// What the file holds.
    public enum Content: Sendable {
        /// A table, or a part of its rows and columns, in which cells may have been changed.
        ///
        /// A table from a format that spreadsheet programs write (XLSX, CSV) is compared as
        /// `.spreadsheet`.
        case table(TargetTable, TextComparison)
        /// A list of corrections.
        case document(CorrectionsDocument)
    }

    /// The file's name as the user gave it.
    public var file: String
    /// What it holds.
    public var content: Content

    /// Makes a source.
    public init(file: String, _ content: Content) {
        self.file = file
        self.content = content
    }
}

/// What a user may say about how corrections are applied.
public struct ApplyOptions: Sendable {
    /// What becomes of a cell that the official table has changed, too, or on which two files of
    /// corrections disagree.
    public enum ConflictRule: String, Sendable, CaseIterable {
        /// Nothing is written.
        case fail
        /// The official table's text stays.
        case keep
        /// The correction counts; of several, that of the file given last.
        case take
    }

    /// What becomes of tabs and line breaks in a new text: the official layout can't hold them.
    public enum LineBreakRule: String, Sendable, CaseIterable {
        /// They are errors.
        case refuse
        /// Each run of them becomes one blank.
        case space
    }

    /// What becomes of conflicts.
    public var onConflict = ConflictRule.fail
    /// What becomes of tabs and line breaks.
    public var lineBreaks = LineBreakRule.refuse
    /// Whether a serial that the official table doesn't have makes a new target.
    public var addsTargets = false
    /// Whether files that were made from a table with another title, year or issuer count.
    public var takesOtherTables = false
    /// Keys or labels of the columns whose corrections count; nil: all of them.
    public var onlyFields: [String]?
    /// Serials of targets to delete.
    public var deletedSerials: [String] = []
    /// The official table that the corrections started from, for files that don't keep what their
    /// cells said.
    public var base: TargetTable?

    /// Makes the options that hold where the user says nothing.
    public init() {}

    /// A finding for each of the columns asked for that the official table doesn't have.
    public func unknownFields(of official: TargetTable) -> [Diagnostic] {
        guard let onlyFields, let official = OfficialTable(official, lineBreaks: lineBreaks) else {
            return []
        }
        return onlyFields.filter { official.column(named: $0) == nil }
            .map { Diagnostic.unknownField($0, official.table.columns).about(field: $0) }
    }
}

extension CorrectionSource {
    /// Whether it is known what its cells said before they were corrected.
    func knowsBase(_ options: ApplyOptions) -> Bool {
        switch content {
        case .table(let table, _): table.baseline != nil || options.base != nil
        case .document: true
        }
    }
}
