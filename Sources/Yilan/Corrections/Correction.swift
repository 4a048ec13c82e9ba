/// One cell of the official table that is to say something else.
public struct Correction: Sendable, Equatable {
    /// Where a target stands in the official file; what is nil isn't asked for.
    public struct TargetPlace: Sendable, Equatable {
        /// Line of its row, counted from 1.
        public var line: Int?
        /// Page, counted from 1.
        public var page: Int?
        /// Block of the page, counted from 1.
        public var block: Int?
        /// The section that it stands in; it counts before the others, which change where lines are put
        /// in.
        public var section: String?

        /// Makes a place.
        public init(
            line: Int? = nil,
            page: Int? = nil,
            block: Int? = nil,
            section: String? = nil
        ) {
            self.line = line
            self.page = page
            self.block = block
            self.section = section
        }
    }

    /// The target's serial in the official table.
    public var serial: String
    /// The key of a field (`progress`), or the label of a column.
    public var field: String
    /// What the cell says so far; nil where the correction counts whatever it says.
    public var old: String?
    /// What it is to say.
    public var new: String
    /// Which target is meant, where several have the serial; nil: the only one.
    public var target: TargetPlace?
    /// Where the correction stands.
    public var place: Place

    /// Makes a correction.
    public init(
        serial: String,
        field: String,
        old: String? = nil,
        new: String,
        target: TargetPlace? = nil,
        place: Place = Place()
    ) {
        self.serial = serial
        self.field = field
        self.old = old
        self.new = new
        self.target = target
        self.place = place
    }
}

/// Corrections as other systems send them, and as `diff` writes them: `yilan-corrections/1`.
public struct CorrectionsDocument: Sendable, Equatable {
    /// A target that only the new table has.
    public struct NewTarget: Sendable, Equatable {
        /// The texts by the key of a field or the label of a column, in the table's order; the
        /// serial is one of them.
        public var texts: [(field: String, text: String)]
        /// Where the target stands.
        public var place: Place

        /// Makes a target.
        public init(texts: [(field: String, text: String)], place: Place = .init()) {
            self.texts = texts
            self.place = place
        }

        /// Whether both have the same texts and place.
        public static func == (one: NewTarget, other: NewTarget) -> Bool {
            one.place == other.place && one.texts.elementsEqual(other.texts, by: ==)
        }
    }

    /// A target that only the old table has.
    public struct RemovedTarget: Sendable, Equatable {
        /// Its serial.
        public var serial: String
        /// Where this stands.
        public var place: Place

        /// Makes one.
        public init(serial: String, place: Place = .init()) {
            self.serial = serial
            self.place = place
        }
    }

    /// The value of the member `format`.
    public static let format = family + "1"
    /// What `format` begins with in every version.
    static let family = "yilan-corrections/"

    /// Cells that say something else.
    public var corrections: [Correction]
    /// Targets to add.
    public var added: [NewTarget]
    /// Targets that are gone.
    public var removed: [RemovedTarget]

    /// Makes a document.
    public init(
        corrections: [Correction],
        added: [NewTarget] = [],
        removed: [RemovedTarget] = []
    ) {
        self.corrections = corrections
        self.added = added
        self.removed = removed
    }
}
