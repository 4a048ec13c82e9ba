internal import SourceText
internal import TargetModel

/// A text that a file of corrections wants in a cell of the official table.
struct Proposal {
    /// A cell of the official table.
    struct Cell: Hashable {
        /// Index (from 0) of the target.
        var target: Int
        /// Index (from 0) of the column.
        var column: Int
    }

    /// Index (from 0) of the target in the official table.
    var target: Int
    /// Index (from 0) of the column in the official table.
    var column: Int
    /// What the official table says.
    var current: String
    /// What the cell said where the correction started.
    var base: Baseline.Original
    /// Whether the official table still says that.
    var applies: Bool
    /// The text.
    var new: String
    /// Where the correction stands.
    var place: Place
    /// How its text is compared with that of other files.
    var comparison: TextComparison
    /// Whether the official table says the text already: nothing is to be done, unless another
    /// file wants something else.
    var isSaidAlready = false
    /// Whether it is known what the cell said where the correction started.
    var isBaseKnown = true
    /// The cell that it is about.
    var cell: Cell { Cell(target: target, column: column) }
}

/// A correction of a target that the official table no longer has.
struct LostProposal {
    var serial: String
    /// The section that the target stood in; nil where the table has no sections.
    var section: String?
    var column: Int
    var base: Baseline.Original
    var new: String
    var place: Place
}

/// A target that a file of corrections adds to the official table.
struct ProposedTarget {
    /// The texts of all columns of the official table.
    var texts: [String]
    var place: Place
    var comparison: TextComparison
    /// The serial of an official target that this one may be, renumbered; nil where none is known.
    var formerSerial: String?
}

/// Everything that files of corrections want.
struct Proposals {
    var cells: [Proposal] = []
    var lost: [LostProposal] = []
    var targets: [ProposedTarget] = []
    var leftAlone = LeftAlone()
    var diagnostics = DiagnosticBag()

    /// Whether the file wants nothing, so that nobody corrected anything in it.
    var isEmpty: Bool { cells.isEmpty && lost.isEmpty && targets.isEmpty && leftAlone.isEmpty }

    /// Adds what was found behind this.
    mutating func add(_ other: Proposals) {
        cells += other.cells
        lost += other.lost
        targets += other.targets
        leftAlone.add(other.leftAlone)
        diagnostics.report(contentsOf: other.diagnostics)
    }
}
