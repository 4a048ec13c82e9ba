public import SourceText
public import TargetModel

/// How many cells stay as they are although files of corrections say something of them.
public struct LeftAlone: Sendable, Equatable {
    /// Why a cell stays as it is.
    public enum Reason: String, Sendable, CaseIterable {
        /// The official table says the new text already.
        case saidAlready = "saidAlready"
        /// The texts differ only in what spreadsheet programs change on their own.
        case cosmetic
        /// A program put `?` for characters that its encoding doesn't have.
        case lostCharacters = "lostCharacters"
        /// A program put its word for a missing value, such as NaN, into a blank cell.
        case missingValueWord = "missingValueWord"
        /// The correction is of a column that was not asked for.
        case otherColumn = "otherColumn"
    }

    /// A cell that differs in form only.
    public struct Cell: Sendable, Equatable {
        /// The target's serial.
        public var serial: String
        /// The column.
        public var column: Column
        /// What the official table says.
        public var official: String
        /// What the file says.
        public var text: String
        /// Where it says so.
        public var place: Place
    }

    private var counts: [Reason: Int] = [:]
    /// The cells that differ in form only, in the order of their files.
    public private(set) var cells: [Cell] = []

    /// Makes one that counts no cell.
    public init() {}

    /// How many cells stay for a reason.
    public subscript(_ reason: Reason) -> Int { counts[reason, default: 0] }

    /// Whether there is no such cell.
    public var isEmpty: Bool { counts.values.allSatisfy { $0 == 0 } }

    /// Counts cells.
    mutating func count(_ reason: Reason, _ number: Int = 1) {
        counts[reason, default: 0] += number
    }

    /// Counts a cell that differs in form only.
    mutating func add(_ cell: Cell) {
        count(.cosmetic)
        cells.append(cell)
    }

    /// Counts what another has counted.
    mutating func add(_ other: LeftAlone) {
        cells += other.cells
        counts.merge(other.counts, uniquingKeysWith: +)
    }
}
