internal import SourceText
public import TargetFormats
internal import TargetModel

/// Two descendants of one official file merged cell by cell, as git's merge driver needs it.
///
/// Two people who correct two targets that stand on one line, in its left and its right block,
/// don't disturb each other. A cell that both changed in different ways says so in its text:
///
///     <<<<<<< ours ||||||| base ======= theirs >>>>>>>
///
/// What stands around the targets (title, notes) is merged row by row; a target that only one side
/// added or deleted is added or deleted.
public struct CellMerge: Sendable {
    /// A cell that both sides changed in different ways.
    public struct Conflict: Sendable, Equatable {
        /// The target's serial; empty for a row that is no target's.
        public var serial: String
        /// The label of the column; empty for a row that is no target's.
        public var label: String
        /// The key of the field, or the label of a column that is not known; empty for a row that is
        /// no target's.
        public var key: String
        /// What the common ancestor says; nil where it doesn't have the target.
        public var base: String?
        /// What our file says; nil where it deleted the target.
        public var ours: String?
        /// What their file says; nil where it deleted the target.
        public var theirs: String?

        /// The text that stands in the cell; `size` is how long each marker is.
        public func marked(size: Int = 7) -> String {
            func part(_ mark: String, _ text: String?) -> String {
                let sign = String(repeating: mark, count: size)
                return sign + (text.map { $0.isEmpty ? "" : " " + $0 } ?? " (deleted)")
            }
            let end = String(repeating: ">", count: size)
            let base = base.map { [part("|", $0)] } ?? []
            return ([part("<", ours)] + base + [part("=", theirs), end]).joined(separator: " ")
        }
    }

    /// The merged file, with marked cells where there are conflicts.
    public let bytes: [UInt8]
    /// Cells that both sides changed in different ways, in the order of the file.
    public let conflicts: [Conflict]

    /// Merges two files; `base` is their common ancestor, an empty file where they have none.
    ///
    /// - Throws: `FormatError` where a file is no official table, or where the layouts have grown so
    ///   far apart that cells can't be merged: then git's own merge is left.
    /// - Complexity: O(n) in the files.
    public init(
        base: InputFile,
        ours: InputFile,
        theirs: InputFile,
        options: ReadingOptions = ReadingOptions(),
        markerSize: Int = 7
    ) throws(FormatError) {
        var reading = options
        reading.keepsLayout = true
        func table(_ file: InputFile) throws(FormatError) -> TargetTable {
            var findings = DiagnosticBag()
            let table = try TSVReader().read(file, options: reading, reporting: &findings)
            guard let error = findings.all.first(where: { $0.severity == .error }) else {
                return table
            }
            throw FormatError(.data, error)
        }
        let merger = try TableMerger(
            base: base.bytes.isEmpty ? nil : table(base),
            ours: table(ours),
            theirs: table(theirs)
        )
        let merged = try merger.merged(markerSize: markerSize)
        conflicts = merged.conflicts
        bytes = try TSVWriter.bytes(of: merged.table, options: WritingOptions())
    }
}
