internal import TargetModel

/// The serials of groups (1/1, 1/2) once some of their targets are gone: those that are left are
/// counted anew, and one that is left alone has the group's serial.
struct GroupNumbers {
    private let table: TargetTable
    private let deleted: Set<Int>

    /// Prepares to look at a table and the targets (from 0) to delete.
    init(of table: TargetTable, deleting deleted: Set<Int>) {
        self.table = table
        self.deleted = deleted
    }

    /// The new serials, by target (from 0); only those that change.
    ///
    /// - Complexity: O(n) in the targets, where some of a group are deleted.
    func changed() -> [Int: String] {
        var serials: [Int: String] = [:]
        for first in Set(deleted.compactMap(firstOfGroup)) {
            let members = group(from: first)
            let left = members.filter { !deleted.contains($0) }
            guard let whole = Serial.groupParts(table.string(first, .serial))?.serial else {
                continue
            }
            for (number, target) in left.enumerated() {
                let isAlone = left.count == 1 && !isHeaded(first)
                let serial = isAlone ? String(whole) : "\(whole)/\(number + 1)"
                if serial != table.string(target, .serial) { serials[target] = serial }
            }
        }
        return serials
    }

    /// The target (from 0) whose row says what the row of a deleted one said of its group: the next
    /// that is left; nil where none is.
    func heir(of target: Int) -> Int? {
        guard let first = firstOfGroup(target) else { return nil }
        return group(from: first).first { $0 > target && !deleted.contains($0) }
    }

    private func firstOfGroup(_ target: Int) -> Int? {
        guard let parts = Serial.groupParts(table.string(target, .serial)) else { return nil }
        let first = target - parts.number + 1
        return first >= 0 && group(from: first).contains(target) ? first : nil
    }

    private func group(from first: Int) -> Range<Int> {
        guard let whole = Serial.groupParts(table.string(first, .serial))?.serial else {
            return first..<first
        }
        var end = first
        while end < table.count, let parts = Serial.groupParts(table.string(end, .serial)),
            parts.serial == whole, parts.number == end - first + 1
        {
            end += 1
        }
        return first..<end
    }

    /// Whether a row of its own above the group's first target (from 0) says its serial.
    private func isHeaded(_ first: Int) -> Bool {
        (table.layout?.runs ?? []).contains { run in
            guard case .targets(let rows) = run else { return false }
            return rows.forms.contains { form in
                switch form.content {
                case .repeats(_, let target):
                    target == first && rows.targets.allSatisfy { $0 == nil }
                case .piece(let piece):
                    piece.part == 0 && piece.target == first
                        && rows.targets.allSatisfy { $0 == nil }
                case .value, .literal, .standsFor: false
                }
            }
        }
    }
}
