public import SourceText
public import TargetModel

/// What applying corrections to an official table would do; made without touching anything.
///
/// Each correction is weighed three ways: what the cell said where the correction started, what it
/// is to say, and what the official table says now. Where the official table still says the
/// former, the correction applies; where it says the latter already, nothing is left to do;
/// otherwise there is a conflict.
public struct ApplyPlan: Sendable {
    /// One cell that changes.
    public struct Change: Sendable, Equatable {
        /// The target's serial in the official table.
        public var serial: String
        /// Index (from 0) of the target in the official table.
        public var target: Int
        /// Index (from 0) of the column in the official table.
        public var columnIndex: Int
        /// The column.
        public var column: Column
        /// What the official table says.
        public var old: String
        /// What it is to say.
        public var new: String
        /// Where the target stands in the official file.
        public var officialPlace: Place
        /// Where the correction stands; several files may have the same.
        public var places: [Place]
    }

    /// A cell about which the official table and corrections, or corrections among themselves,
    /// disagree.
    public struct Conflict: Sendable, Equatable {
        /// Why there is a conflict.
        public enum Cause: String, Sendable {
            /// The official table has changed since the correction started.
            case officialChanged = "official-changed"
            /// The official table no longer has the target.
            case targetGone = "target-gone"
            /// The official table has targets of the serial; none of them is the target for certain.
            case targetUnclear = "target-unclear"
            /// Two corrections want different texts.
            case correctionsDisagree = "corrections-disagree"
        }

        /// What becomes of it.
        public enum Resolution: String, Sendable {
            /// Nothing yet, so nothing may be written.
            case open
            /// The official table's text stays.
            case kept
            /// The last candidate counts; it is among the changes, too.
            case taken
        }

        /// One text that a correction wants.
        public struct Candidate: Sendable, Equatable {
            /// What the cell said where the correction started.
            public var base: Baseline.Original
            /// What it is to say.
            public var new: String
            /// Where the correction stands.
            public var place: Place
            /// Whether the table that was sent out (`ApplyOptions.base`) would tell what the cell said,
            /// which nobody knows.
            public var needsBase = false
        }

        /// The target's serial.
        public var serial: String
        /// Index (from 0) of the target in the official table; nil where it no longer has the target.
        public var target: Int?
        /// The column.
        public var column: Column
        /// What the official table says; nil where it no longer has the target.
        public var official: String?
        /// Where the target stands in the official file; nil where it is gone.
        public var officialPlace: Place?
        /// What corrections want, in the order of their files.
        public var candidates: [Candidate]
        /// Why there is a conflict.
        public var cause: Cause
        /// What becomes of it.
        public var resolution: Resolution
        /// Where the target stands, where others have its serial, too; else nil.
        public var targetPlace: Correction.TargetPlace?

        /// What is to be said where there is no official text.
        public var absence: Wording {
            cause == .targetUnclear
                ? Wording(
                    en: "none of the official targets of this serial is surely this one:"
                        + " numbers, sections or texts have changed",
                    zh: "官方表格里有这个序号，但编号、分组或内容已改动，无法确定就是这一项"
                )
                : Wording(
                    en: "the official table no longer has the target",
                    zh: "官方表格里已没有这项目标"
                )
        }

        /// The target in words: its serial, and its line where others have the serial, too.
        public var name: Wording {
            guard let line = targetPlace?.line else { return Wording(verbatim: "\(serial)") }
            return Wording(en: "\(serial) (line \(line))", zh: "\(serial)（第 \(line) 行）")
        }
    }

    /// A target that is added or deleted.
    public struct WholeTarget: Sendable, Equatable {
        /// Its serial.
        public var serial: String
        /// The texts of all columns of the official table.
        public var texts: [String]
        /// Where it stands: the correction that adds it, or the official file it is deleted from.
        public var place: Place
    }

    /// A cell that gets a text although what it means doesn't change: it was blank, or said 同上,
    /// and meant a text above that is corrected.
    public struct FilledCell: Sendable, Equatable {
        /// The target's serial.
        public var serial: String
        /// The column.
        public var column: Column
        /// The text that it meant, and is to say.
        public var text: String
        /// Where the target stands in the official file.
        public var place: Place
    }

    /// Both tables.
    var tables: PlannedTables
    private let changedCells: ChangedCells
    /// Conflicts, in the order of the official table; those about lost targets last.
    public let conflicts: [Conflict]
    /// Targets that are added.
    public let added: [WholeTarget]
    /// Targets that are deleted.
    public let deleted: [WholeTarget]
    /// Cells that get a text although what they mean doesn't change.
    public let filled: [FilledCell]
    /// How many of the changed cells stay blank: they mean the text above, which changes alike.
    public let followingCount: Int
    /// How many cells stay as they are although the corrections name them, and why.
    public let leftAlone: LeftAlone
    /// The files in which nothing was corrected.
    public let unedited: [String]
    /// Those of them that don't tell what their cells said before: they say what the table says.
    public let agreeing: [String]
    /// What is wrong with the corrections, and what is worth knowing of them.
    public let diagnostics: DiagnosticBag
    /// Where targets (from 0) with changes stand whose serial others have, too.
    let repeatedPlaces: [Int: Correction.TargetPlace]

    /// Cells that change, in the order of the official table.
    public var changes: Changes { Changes(changedCells, of: tables) }

    /// Weighs corrections against the official table.
    ///
    /// The order of `sources` matters only where two of them disagree.
    /// - Complexity: O(n) in the cells of all tables.
    public init(
        official: TargetTable,
        sources: consuming [CorrectionSource],
        options: ApplyOptions = ApplyOptions()
    ) {
        var builder = PlanBuilder(official: official, options: options)
        builder.weigh(consume sources)
        tables = PlannedTables(official: official, corrected: builder.corrected)
        changedCells = ChangedCells(builder.changes, texts: builder.newTexts)
        conflicts = builder.conflicts
        added = builder.added
        deleted = builder.deleted
        repeatedPlaces = builder.repeatedPlaces
        filled = builder.filled
        followingCount = builder.followingCount
        leftAlone = builder.leftAlone
        unedited = builder.unedited
        agreeing = builder.agreeing
        diagnostics = builder.diagnostics
    }

    /// The official table as it is.
    ///
    /// - Complexity: O(n) in the cells once the file has been corrected, else O(1).
    public var official: TargetTable { tables.official }

    /// The official table as it will be, with its layout.
    public var corrected: TargetTable { tables.corrected }

    /// Whether the official table stays as it is.
    public var changesNothing: Bool {
        changedCells.count == 0 && added.isEmpty && deleted.isEmpty
    }

    /// How many targets the changes are of.
    var changedTargetCount: Int {
        (0..<changedCells.count).count { index in
            index == 0 || changedCells.target(index) != changedCells.target(index - 1)
        }
    }

    /// Whether any conflict keeps everything from being written.
    public var hasOpenConflicts: Bool { conflicts.contains { $0.resolution == .open } }

    /// Whether the corrected table may be written: nothing is wrong and no conflict is open.
    public var isWritable: Bool { !diagnostics.hasErrors && !hasOpenConflicts }
}

extension [ApplyPlan.Change] {
    /// Those of a column (from 0) of the official table.
    ///
    /// - Complexity: O(n); a change is copied only where it is one of them.
    func ofColumn(_ column: Int) -> [ApplyPlan.Change] {
        indices.filter { self[$0].columnIndex == column }.map { self[$0] }
    }
}
