public import TargetModel

/// What `diff` shows, and what `apply` would do or has done: changes, conflicts, whole targets.
///
/// It can be had as text for a terminal, as Markdown, CSV, and JSON that `apply` reads.
public struct ChangeReport: Sendable, Equatable {
    /// A cell that says something else.
    public struct Change: Sendable, Equatable {
        /// The target's serial.
        public var serial: String
        /// The leader who answers for it, as the cell says; empty where none is named.
        public var leader = ""
        /// The column.
        public var column: Column
        /// What it said.
        public var old: String
        /// What it says now.
        public var new: String
        /// Where it stands in the old or official file.
        public var place: Place
        /// Where the new text stands.
        public var sources: [Place]
        /// Whether no reader sees or means the difference.
        public var isCosmetic: Bool
        /// Where the target stands, where its serial alone doesn't tell which is meant.
        public var target: Correction.TargetPlace?
    }

    /// A target that only one table has.
    public struct WholeTarget: Sendable, Equatable {
        /// Its serial.
        public var serial: String
        /// Its texts, one for each of `columns`.
        public var texts: [String]
        /// The columns.
        public var columns: [Column]
        /// Where it stands.
        public var place: Place
    }

    /// Cells that say something else.
    public var changes: [Change] = []
    /// Cells about which corrections and the official table disagree.
    public var conflicts: [ApplyPlan.Conflict] = []
    /// Targets that are new.
    public var added: [WholeTarget] = []
    /// Targets that are gone.
    public var removed: [WholeTarget] = []
    /// Cells that get a text although what they mean doesn't change.
    public var filled: [ApplyPlan.FilledCell] = []
    /// How many of the changed cells stay blank, because the text above changes alike.
    public var followingCount = 0
    /// Columns that are new.
    public var addedColumns: [Column] = []
    /// Columns that are gone.
    public var removedColumns: [Column] = []
    /// What stands around the targets and is different.
    public var surroundings: [SurroundingChange] = []
    /// Cells that stay as they are, because their texts differ in form only.
    public var formOnly: [LeftAlone.Cell] = []
    /// What the run came to whose changes these are; nil where there was none.
    public var run: Run?

    /// The title of the table; nil where it has none.
    public var title: String?
    /// The old or official file, as it is shown.
    public var file = ""
    /// The new file or those with corrections, as they are shown.
    public var sources: [String] = []

    /// Reports that nothing changed.
    public init() {}

    /// Reports what is different between two files.
    public init(_ diff: TableDiff, old: String, new: String) {
        title = diff.old.document.title ?? diff.new.document.title
        file = old
        sources = [new]
        let oldPlaces = TablePlaces(diff.old, file: old)
        let newPlaces = TablePlaces(diff.new, file: new)
        let index = SerialIndex(diff.old)
        changes = diff.changes.map { change in
            let column = diff.old.columns.firstIndex(of: change.column) ?? 0
            let newColumn = diff.new.column(like: change.newColumn)
            return Change(
                serial: diff.old.string(change.oldTarget, .serial),
                leader: diff.old.string(change.oldTarget, .leader),
                column: change.column,
                old: change.old,
                new: change.new,
                place: oldPlaces.place(change.oldTarget, column),
                sources: [newPlaces.place(change.newTarget, newColumn ?? column)],
                isCosmetic: change.isCosmetic,
                target: index.place(ofRepeated: change.oldTarget)
            )
        }
        added = diff.added.map { Self.whole($0, of: diff.new, newPlaces) }
        removed = diff.removed.map { Self.whole($0, of: diff.old, oldPlaces) }
        addedColumns = diff.addedColumns
        removedColumns = diff.removedColumns
        surroundings = diff.surroundings.map { change in
            var named = change
            named.place.file = old
            named.source.file = new
            return named
        }
    }

    /// Reports what a plan does.
    public init(_ plan: ApplyPlan) {
        let official = plan.official
        title = official.document.title
        file = official.document.file
        let planned = plan.changes
        for change in planned {
            for place in change.places where place.file != sources.last {
                if !place.file.isEmpty, !sources.contains(place.file) { sources.append(place.file) }
            }
        }
        let pieces = Cores.ranges(of: Self.changesPerPiece, in: planned.count)
        changes = Cores.map(pieces.count) { piece in
            pieces[piece].map { Change(planned[$0], of: plan, official) }
        }.flatMap(\.self)
        conflicts = plan.conflicts
        filled = plan.filled
        formOnly = plan.leftAlone.cells
        followingCount = plan.followingCount
        func whole(_ target: ApplyPlan.WholeTarget) -> WholeTarget {
            WholeTarget(
                serial: target.serial,
                texts: target.texts,
                columns: official.columns,
                place: target.place
            )
        }
        added = plan.added.map(whole)
        removed = plan.deleted.map(whole)
    }

    /// How many changes one core looks at a time.
    private static let changesPerPiece = 512

    /// How many targets the changes are of.
    public var changedTargetCount: Int {
        changes.indices.count { index in
            index == 0 || changes[index].target != changes[index - 1].target
                || !changes[index].serial.utf8.elementsEqual(changes[index - 1].serial.utf8)
        }
    }

    /// Whether there is nothing to report.
    public var isEmpty: Bool {
        changes.isEmpty && conflicts.isEmpty && added.isEmpty && removed.isEmpty
            && addedColumns.isEmpty && removedColumns.isEmpty && surroundings.isEmpty
    }

    private static func whole(
        _ target: Int,
        of table: TargetTable,
        _ places: TablePlaces
    ) -> WholeTarget {
        WholeTarget(
            serial: table.string(target, .serial),
            texts: table.columns.indices.map { table.string(target, column: $0) },
            columns: table.columns,
            place: places.place(target, table.column(of: .serial) ?? 0)
        )
    }
}

extension ChangeReport.Change {
    /// What a plan does to a cell.
    fileprivate init(_ change: ApplyPlan.Change, of plan: ApplyPlan, _ official: TargetTable) {
        serial = change.serial
        leader = official.string(change.target, .leader)
        column = change.column
        old = change.old
        new = change.new
        place = change.officialPlace
        sources = change.places
        isCosmetic = TextComparison.haveSameLook(change.old, change.new)
        target = plan.repeatedPlaces[change.target]
    }
}
