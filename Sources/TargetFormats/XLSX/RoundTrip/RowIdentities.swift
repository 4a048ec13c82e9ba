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
        /// The target, from 0, that its key names; nil where it has none that fits.
        var key: Int?
        /// Its serial, without what can't be seen.
        var serial: String
        /// The section that it shows; empty where it shows none.
        var section: ArraySlice<UInt8> = []
        /// Whether it is no target: it says 合计 or the like, or begins a note.
        var isRemark = false
    }

    /// For each row, its target (from 0); nil where somebody added the row.
    private(set) var targets: [Int?]

    private let rows: [Shown]
    private let kept: KeptTargets
    private var claimed: [Bool]

    /// Finds the targets.
    ///
    /// `likeness` says how many cells of a row (from 0) are as those of a target (from 0) were.
    /// - Complexity: O(n) in the rows where serials differ from one another.
    init(_ rows: [Shown], of kept: KeptTargets, likeness: (Int, Int) -> Int) {
        self.rows = rows
        self.kept = kept
        targets = Array(repeating: nil, count: rows.count)
        claimed = Array(repeating: false, count: kept.isKnown.count)
        var serials = Serials(kept)
        var open: [Int] = []
        var repeated: [[Int]: [Int]] = [:]
        for (row, shown) in rows.enumerated() {
            if serials.areUnique, let key = shown.key, let keptSerial = kept.serial(of: key),
                keptSerial.utf8.elementsEqual(shown.serial.utf8)
            {
                claim(key, for: row)
                continue
            }
            let found = serials.targets(of: shown)
            if found.count > 1 {
                repeated[found, default: []].append(row)
            } else if let target = found.first, canBe(target, row) {
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

    private mutating func claim(_ target: Int, for row: Int) {
        targets[row] = target
        claimed[target] = true
    }

    /// Whether a row that shows the serial of a target can be it, by the section that it shows.
    ///
    /// A row with a key whose section no target had has been renamed with all others, as likely as not.
    private func canBe(_ target: Int, _ row: Int) -> Bool {
        let shown = rows[row]
        guard let column = kept.sectionColumn, !shown.section.isEmpty, shown.key != target,
            kept.original(target, column).says(shown.section) == false
        else { return true }
        return shown.key != nil && !kept.sections.contains(Array(shown.section))
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
            for target in candidates where canBe(target, row) {
                // A key decides between targets that are as much alike.
                let witness = self.rows[row].key == target ? 1 : 0
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
        for key in open.compactMap({ rows[$0].key }) { counts[key, default: 0] += 1 }
        for row in open where !rows[row].isRemark {
            guard let key = rows[row].key, !claimed[key], counts[key] == 1 else { continue }
            claim(key, for: row)
        }
    }
}

/// The serials that targets had.
private struct Serials {
    /// Whether no two targets had one serial, as nearly always.
    private(set) var areUnique = true
    private let kept: KeptTargets
    /// The targets by their serials; nil until somebody asks.
    private var byKey: [Serial.Key: [Int]]?
    private var byDigest: [UInt32: [Int]] = [:]

    init(_ kept: KeptTargets) {
        self.kept = kept
        guard !rise else { return }
        areUnique = index().values.allSatisfy { $0.count == 1 }
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
