internal import SourceText
internal import TargetModel

/// Which targets of a table stand under one serial: 1/1, 1/2, 1/3.
///
/// The official table has the serial in the first one's row, or in a row of its own above it that
/// heads the group, and blank cells below it; what the rows below leave blank of the group's texts is
/// that row's, too.
struct SerialGroups {
    /// For each target, the first of its group; empty where there are no groups.
    private var firsts: [Int32] = []

    /// Finds the groups of a table.
    ///
    /// - Complexity: O(n) in the targets.
    init(_ table: TargetTable) {
        guard let column = table.column(of: .serial), Self.mayFind(in: table, column)
        else { return }
        var found = false
        var firsts: [Int32] = []
        firsts.reserveCapacity(table.count)
        var open: (serial: Substring, first: Int)?
        for target in 0..<table.count {
            firsts.append(Int32(truncatingIfNeeded: target))
            guard Self.holdsSlash(target, column, table),
                let parts = Serial.groupParts(table.string(target, column: column))
            else {
                open = nil
                continue
            }
            if let open, parts.number > 1, open.serial == parts.serial {
                firsts[target] = Int32(truncatingIfNeeded: open.first)
                found = true
            } else {
                open = (parts.serial, target)
            }
        }
        if found { self.firsts = firsts }
    }

    /// Whether the serial of some target holds a slash: nearly no table has groups, and what takes
    /// long is to look at a text of every target at all.
    private static func mayFind(in table: TargetTable, _ column: Int) -> Bool {
        let pieces = Cores.ranges(of: targetsPerPiece, in: table.count)
        return Cores.map(pieces.count) { piece in
            pieces[piece].contains { holdsSlash($0, column, table) }
        }.contains(true)
    }

    private static let targetsPerPiece = 1 << 14

    private static func holdsSlash(_ target: Int, _ column: Int, _ table: TargetTable) -> Bool {
        table.text.withSpan(of: table.range(target, column)) { bytes in
            bytes.indices.contains { bytes[$0] == 0x2F }
        }
    }

    /// The first target (from 0) of the group that a target is in, below its first one; else nil.
    func first(of target: Int) -> Int? {
        guard !firsts.isEmpty, Int(firsts[target]) != target else { return nil }
        return Int(firsts[target])
    }

    /// Whether what stands in the serial's cell is the part of a serial that the table writes: 1 for
    /// 1/1, nothing for 1/2, and nothing for 1/1 where its group `isHeaded` by a row of its own.
    func stands(_ text: String, for serial: String, isHeaded: Bool) -> Bool {
        guard let parts = Serial.groupParts(serial) else { return false }
        return parts.number == 1 && !isHeaded
            ? Serial.areSame(text, String(parts.serial)) : text.isEmpty
    }

    /// Whether what stands in the serial's cell of a row that heads a group is the group's serial, of
    /// which `serial` is the first target's.
    func heads(_ text: String, _ serial: String) -> Bool {
        Serial.groupParts(serial).map { Serial.areSame(text, String($0.serial)) } ?? false
    }
}
