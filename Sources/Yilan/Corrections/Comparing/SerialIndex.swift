internal import SourceText
internal import TargetModel

/// Finds targets by their serials, never by their place: rows come back sorted and filtered.
///
/// Of several with one serial, those of the section count that is asked for.
///
/// The text itself comes first, then what can be seen of it, without `="…"` around it; then serials
/// are the same where their numbers are (5, 005, 5.0), or where a spreadsheet program may have made one of the other (6-1, 6月1日).
struct SerialIndex {
    /// What is found for a serial.
    enum Match: Equatable {
        /// No target.
        case none
        /// One target, by index from 0.
        case one(Int)
        /// Several targets that could be meant.
        case several([Int])

        /// What these targets (from 0) are.
        init(_ targets: [Int]) {
            switch targets.count {
            case 0: self = .none
            case 1: self = .one(targets[0])
            default: self = .several(targets)
            }
        }

        /// The targets, by index from 0.
        var targets: [Int] {
            switch self {
            case .none: []
            case .one(let target): [target]
            case .several(let targets): targets
            }
        }
    }

    /// Targets whose serial is a plain number such as 140, in the order of these numbers: two arrays
    /// instead of a dictionary, because nearly every table has its numbers in order: with one, `diff`
    /// takes 3 % more instructions.
    private var plainNumbers: [Int] = []
    private var plainTargets: [Int32] = []
    /// All other targets, by the bytes of their serial.
    private var texts: [[UInt8]: [Int]] = [:]
    /// Those of them whose serial is a number in some notation.
    private var numbers: [Int: [Int]] = [:]
    /// Those of them whose serial is a date in some notation.
    private var notations: [Notation: [Int]] = [:]

    /// The sections that targets stand in, as UTF-8; empty where the table has no sections.
    private let sections: Set<[UInt8]>

    private let table: TargetTable
    /// Whether no two targets can be meant by one serial: all are plain numbers, and no two the same.
    private var isUnambiguous = false

    /// Indexes the targets of a table.
    ///
    /// - Complexity: O(n) in the targets.
    init(_ table: TargetTable) {
        self.table = table
        sections = Self.sections(of: table)
        guard let column = table.column(of: .serial) else { return }
        plainNumbers.reserveCapacity(table.count)
        plainTargets.reserveCapacity(table.count)
        var rises = true
        isUnambiguous = true
        let pieces = Cores.ranges(of: Self.targetsPerPiece, in: table.count)
        let numbers = Cores.map(pieces.count) { piece in
            pieces[piece].map {
                table.text.withSpan(of: table.range($0, column), Self.plainNumber)
            }
        }
        for (target, number) in numbers.joined().enumerated() {
            if let number {
                isUnambiguous = isUnambiguous && number > plainNumbers.last ?? -1
                rises = rises && number >= plainNumbers.last ?? 0
                plainNumbers.append(number)
                plainTargets.append(Int32(truncatingIfNeeded: target))
            } else {
                add(target, Array(table.text.bytes(table.range(target, column))))
            }
        }
        isUnambiguous = isUnambiguous && texts.isEmpty
        if !rises { sortPlain() }
    }

    /// How many targets one core looks at a time.
    private static let targetsPerPiece = 1 << 14

    /// Finds the targets that the bytes of a serial mean.
    func find(_ serial: some Collection<UInt8>) -> Match {
        let bytes = Array(serial)
        if let number = Self.plainNumber(bytes.span) {
            let exact = plain(number)
            if !exact.isEmpty { return Match(exact) }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if let exact = texts[bytes] { return Match(exact) }
        let seen = CellTextForm.visible(CellTextForm.withoutTextFormula(text))
        let bare = CellTextForm.compared(seen, decodingEscapes: true)
        if !bare.utf8.elementsEqual(serial) { return find(Array(bare.utf8)) }
        if let number = Self.number(of: text) {
            let alike = plain(number) + (numbers[number] ?? [])
            if !alike.isEmpty { return Match(alike) }
        }
        guard !notations.isEmpty else { return .none }
        let found = Notation.readings(of: text).flatMap { notations[$0] ?? [] }
        return Match(Array(Set(found)).sorted())
    }

    /// Finds the targets that a serial means.
    func find(_ serial: String) -> Match {
        find(serial.utf8)
    }

    /// Finds the targets that a serial means in a section; in all, where the table doesn't have that
    /// section, or it isn't known.
    func find(_ serial: String, inSection section: String?) -> Match {
        let match = find(serial)
        guard match != .none, let section, hasSection(section) else { return match }
        return Match(match.targets.filter { table.isTarget($0, inSection: section) })
    }

    /// Whether a target of the table stands in a section.
    func hasSection(_ section: String) -> Bool {
        sections.contains(Array(section.utf8))
    }

    /// - Complexity: O(n) in the targets.
    private static func sections(of table: TargetTable) -> Set<[UInt8]> {
        guard let column = table.sectionColumn else { return [] }
        var found: Set<[UInt8]> = []
        var last: TextRange?
        for target in 0..<table.count {
            let range = table.range(target, column)
            // Targets under one heading share its text.
            if range != last { found.insert(Array(table.text.bytes(range))) }
            last = range
        }
        return found
    }

    /// Where a target (from 0) stands, where others have its serial; else nil.
    func place(ofRepeated target: Int) -> Correction.TargetPlace? {
        guard !isUnambiguous, case .several = find(table.string(target, .serial)) else {
            return nil
        }
        let origin = table.origins[target]
        func known(_ number: Int32) -> Int? { number > 0 ? Int(number) : nil }
        return .init(
            line: known(origin.line),
            page: known(origin.page),
            block: known(origin.block),
            section: table.section(of: target)
        )
    }

    /// The target that one of another version of the table is, by serial and section.
    ///
    /// Targets that share both are told apart by their order, where both versions have as many.
    func counterpart(of target: Int, in other: SerialIndex) -> Int? {
        let (serial, section) = (
            other.table.string(target, .serial), other.table.section(of: target)
        )
        switch find(serial, inSection: section) {
        case .none: return nil
        case .one(let candidates): return candidates
        case .several(let candidates):
            guard case .several(let others) = other.find(serial, inSection: section),
                candidates.count == others.count
            else { return nil }
            return others.firstIndex(of: target).map { candidates[$0] }
        }
    }

    /// Whether two texts are the same serial: the same text, or the same number.
    static func areSame(_ one: String, _ other: String) -> Bool {
        if one.utf8.elementsEqual(other.utf8) { return true }
        guard let number = number(of: one) else { return false }
        return number == self.number(of: other)
    }

    private mutating func add(_ target: Int, _ serial: [UInt8]) {
        texts[serial, default: []].append(target)
        let text = String(decoding: serial, as: UTF8.self)
        if let number = Self.number(of: text) {
            numbers[number, default: []].append(target)
        } else {
            for reading in Notation.readings(of: text) {
                notations[reading, default: []].append(target)
            }
        }
    }

    private mutating func sortPlain() {
        let order = plainNumbers.indices.sorted {
            (plainNumbers[$0], $0) < (plainNumbers[$1], $1)
        }
        plainNumbers = order.map { plainNumbers[$0] }
        plainTargets = order.map { plainTargets[$0] }
    }

    /// Targets whose serial is this plain number, in order.
    ///
    /// - Complexity: O(log n).
    private func plain(_ number: Int) -> [Int] {
        var low = plainNumbers.partitionPoint { $0 >= number }
        var found: [Int] = []
        while low < plainNumbers.count, plainNumbers[low] == number {
            found.append(Int(plainTargets[low]))
            low += 1
        }
        return found
    }

    /// The number of a serial: its own, or that of 140.0.
    private static func number(of text: String) -> Int? {
        Serial.number(of: text) ?? DecimalNumber(text)?.wholeValue
    }

    /// The number of a serial that is written as numbers are, without leading zeros.
    private static func plainNumber(_ serial: Span<UInt8>) -> Int? {
        Serial.isCanonical(serial) ? Serial.number(ofDigits: serial) : nil
    }
}
