internal import SourceText
internal import TargetModel

/// Says which target each row of a workbook is.
///
/// A row is the target whose serial it shows: people sort the columns they see, swap rows and paste
/// them back, and what is hidden beside them stays where it was. A row's key only tells a target
/// whose serial was changed (its old serial is gone, and this is the only row with its key) from
/// one that is new. Where several targets have one serial, their other texts tell them apart, and
/// where these don't, the key. A serial is one of its section: a row that shows another section than
/// a target had is that target only where its key says so.
struct RowIdentities {
    /// What a row shows.
    struct Shown {
        /// Its serial, without what can't be seen.
        var serial: String
        /// The section that it shows; empty where it shows none.
        var section: ArraySlice<UInt8> = []
        /// Whether it is no target: it says 合计 or the like, or begins a note.
        var isRemark = false
    }

    /// For each row, its target (from 0); nil where somebody added the row.
    private(set) var targets: [Int?]

    /// For each row the target, from 0, that its key names; nil where it has none that fits.
    private let keys: [Int?]
    /// What those rows show that aren't just as they were.
    private var shown: [Int: Shown] = [:]
    private let kept: KeptTargets
    private var claimed: [Bool]
    /// The sections that targets had; nil until somebody asks.
    private var sections: Set<[UInt8]>?

    /// Finds the targets of rows with `keys`.
    ///
    /// `serials` says what some rows (from 0) have in the column of the serials, `shown` what a row shows, and
    /// `likeness` how many of its cells are as those of a target (from 0) were.
    /// - Complexity: O(n) in the rows where serials differ from one another.
    init(
        _ keys: [Int?],
        of kept: KeptTargets,
        serials: @Sendable (Range<Int>) -> [ArraySlice<UInt8>],
        shown: (Int) -> Shown,
        likeness: (Int, Int) -> Int
    ) {
        self.keys = keys
        self.kept = kept
        var known = Serials(kept)
        targets = Self.sure(keys, kept, besides: known.shared, serials)
        claimed = Array(repeating: false, count: kept.isKnown.count)
        for target in targets { if let target { claimed[target] = true } }
        var open: [Int] = []
        var repeated: [[Int]: [Int]] = [:]
        for row in keys.indices where targets[row] == nil {
            let shown = shown(row)
            self.shown[row] = shown
            let found = known.targets(of: shown)
            if found.count > 1 {
                repeated[found, default: []].append(row)
            } else if let target = found.first, canBe(target, row, shown) {
                claim(target, for: row)
            } else {
                open.append(row)
            }
        }
        for (candidates, rows) in repeated.sorted(by: { $0.key[0] < $1.key[0] }) {
            tellApart(rows, candidates, likeness)
            open += rows.filter { targets[$0] == nil }
        }
        adoptChangedSerials(open)
    }

    /// For each row the target that its key names, where it shows that one's serial as it was and that is none of
    /// `shared`: of nearly all rows, no more has to be known.
    private static func sure(
        _ keys: [Int?],
        _ kept: KeptTargets,
        besides shared: Set<Int>,
        _ serials: @Sendable (Range<Int>) -> [ArraySlice<UInt8>]
    ) -> [Int?] {
        let pieces = Cores.ranges(of: RoundTripReader.rowsAtOnce, in: keys.count)
        return Cores.map(pieces.count) { piece in
            zip(keys[pieces[piece]], serials(pieces[piece])).map { key, shown -> Int? in
                guard let key, let serial = kept.serial(of: key),
                    serial.utf8.span.hasSameBytes(as: shown.span), !shared.contains(key)
                else { return nil }
                return key
            }
        }.flatMap(\.self)
    }

    private mutating func claim(_ target: Int, for row: Int) {
        targets[row] = target
        claimed[target] = true
    }

    /// Whether a row that shows the serial of a target can be it, by the section that it shows.
    ///
    /// A row with a key whose section no target had has been renamed with all others, as likely as not.
    private mutating func canBe(_ target: Int, _ row: Int, _ shown: Shown?) -> Bool {
        guard let column = kept.sectionColumn, let shown, !shown.section.isEmpty,
            keys[row] != target, kept.original(target, column).says(shown.section) == false
        else { return true }
        guard keys[row] != nil else { return false }
        let known = sections ?? kept.sections
        sections = known
        return !known.contains(Array(shown.section))
    }

    /// Gives rows that show one serial to the targets that had it, the most alike first; a row that
    /// shows a section which none of them had gets none.
    private mutating func tellApart(
        _ rows: [Int],
        _ candidates: [Int],
        _ likeness: (Int, Int) -> Int
    ) {
        var pairs: [(row: Int, target: Int, likeness: Int)] = []
        for row in rows {
            for target in candidates where canBe(target, row, shown[row]) {
                // A key decides between targets that are as much alike.
                let witness = keys[row] == target ? 1 : 0
                pairs.append((row, target, likeness(row, target) * 2 + witness))
            }
        }
        pairs.sort { ($1.likeness, $0.row, $0.target) < ($0.likeness, $1.row, $1.target) }
        for pair in pairs where targets[pair.row] == nil && !claimed[pair.target] {
            claim(pair.target, for: pair.row)
        }
        // More rows than targets: copies.
        for row in rows where targets[row] == nil {
            targets[row] = pairs.first { $0.row == row }?.target
        }
    }

    private mutating func adoptChangedSerials(_ open: [Int]) {
        var counts: [Int: Int] = [:]
        for key in open.compactMap({ keys[$0] }) { counts[key, default: 0] += 1 }
        for row in open where shown[row]?.isRemark != true {
            guard let key = keys[row], !claimed[key], counts[key] == 1 else { continue }
            claim(key, for: row)
        }
    }
}

/// The serials that targets had.
private struct Serials {
    /// The targets (from 0) that had a serial which others had, too: nearly always none.
    private(set) var shared: Set<Int> = []
    private let kept: KeptTargets
    /// The targets by their serials; nil until somebody asks.
    private var byKey: [Serial.Key: [Int]]?
    private var byDigest: [UInt32: [Int]] = [:]

    init(_ kept: KeptTargets) {
        self.kept = kept
        guard !rise else { return }
        for targets in index().values where targets.count > 1 { shared.formUnion(targets) }
    }

    /// Whether all are numbers, each greater than the one before.
    private var rise: Bool {
        var last = -1
        for target in kept.isKnown.indices {
            guard let number = kept.serial(of: target).flatMap(Serial.number(of:)),
                number > last
            else { return false }
            last = number
        }
        return true
    }

    private mutating func index() -> [Serial.Key: [Int]] {
        if let byKey { return byKey }
        var targets: [Serial.Key: [Int]] = [:]
        for target in kept.isKnown.indices {
            if let serial = kept.serial(of: target) {
                targets[Serial.Key(serial), default: []].append(target)
            } else if let column = kept.serialColumn,
                case .digest(let digest) = kept.original(target, column)
            {
                byDigest[digest, default: []].append(target)
            }
        }
        byKey = targets
        return targets
    }

    /// The targets (from 0) that had the serial that a row shows.
    mutating func targets(of row: RowIdentities.Shown) -> [Int] {
        guard !row.serial.isEmpty else { return [] }
        if let found = index()[Serial.Key(row.serial)] { return found }
        guard !byDigest.isEmpty,
            case .digest(let digest) = Baseline.Original(digestOf: row.serial.utf8)
        else { return [] }
        return byDigest[digest] ?? []
    }
}
