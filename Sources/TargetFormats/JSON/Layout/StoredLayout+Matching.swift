internal import SourceText
package import TargetModel

extension StoredLayout {
    /// Finds which original each target of a table was.
    ///
    /// The table has the layout's columns. Its targets get an index from 0, no two the same one;
    /// nil for a target that was added.
    ///
    /// Serials decide, as numbers where they are numbers (5 and 005 are the same). Targets that
    /// have one serial are matched in order, if there are as many as there were. A target whose
    /// serial was changed is known by all its other texts.
    /// - Complexity: O(n) in the cells.
    package func match(_ table: TargetTable) -> [Int?] {
        guard let column = table.column(of: .serial) else {
            return Array(repeating: nil, count: table.count)
        }
        let width = table.columns.count
        if hasSerials(of: table) { return (0..<count).map { $0 } }
        let serials = (0..<table.count).map { Serial.Key(table.string($0, column: column)) }
        let original = (0..<count).map { target -> Serial.Key? in
            guard case .text(let text) = originals.original(target * width + column) else {
                return nil
            }
            return Serial.Key(text)
        }
        if serials == original { return (0..<count).map { $0 } }
        var places: [Serial.Key: [Int]] = [:]
        for (target, key) in zip(original.indices, original).reversed() {
            if let key { places[key, default: []].append(target) }
        }
        let counts = serials.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        for (key, count) in counts where places[key]?.count != count { places[key] = nil }
        var result = serials.map { places[$0]?.popLast() }
        matchByTexts(&result, in: table, without: column)
        return result
    }

    /// Whether every target has just the text of its serial that it had: so it is nearly always.
    package func hasSerials(of table: TargetTable) -> Bool {
        guard table.count == count, let column = table.column(of: .serial) else { return false }
        let width = table.columns.count
        let pieces = Cores.ranges(of: Self.targetsAtOnce, in: count)
        return Cores.map(pieces.count) { piece in
            pieces[piece].allSatisfy { target in
                table.text.withSpan(of: table.range(target, column)) {
                    originals.isText(target * width + column, $0)
                }
            }
        }.allSatisfy(\.self)
    }

    private static let targetsAtOnce = 1 << 13

    /// Matches what is left by all texts but the serial, where only one original has them.
    private func matchByTexts(
        _ result: inout [Int?],
        in table: TargetTable,
        without serial: Int
    ) {
        let width = table.columns.count
        let others = table.columns.indices.filter { $0 != serial }
        let matched = Set(result.compactMap { $0 })
        guard !others.isEmpty, matched.count < count, result.contains(nil) else { return }
        var left: [[UInt32]: Int] = [:]
        var seen: Set<[UInt32]> = []
        for target in 0..<count where !matched.contains(target) {
            let texts = others.compactMap { originals.original(target * width + $0).digest }
            guard texts.count == others.count else { continue }
            left[texts] = seen.insert(texts).inserted ? target : nil
        }
        for target in result.indices where result[target] == nil {
            let texts = others.compactMap { column in
                Baseline.Original(digestOf: table.text.bytes(table.range(target, column))).digest
            }
            result[target] = left.removeValue(forKey: texts)
        }
    }
}

extension Baseline.Original {
    /// The digest of the text; nil where nothing is known of it.
    fileprivate var digest: UInt32? {
        switch self {
        case .text(let text): Baseline.Original(digestOf: text.utf8).digest
        case .digest(let digest): digest
        case .unknown: nil
        }
    }
}

extension TargetTable {
    /// Returns the table with a layout that was stored with it, and with its baseline.
    ///
    /// `originals` says which original each target was (see `StoredLayout.match`). Where it is
    /// exactly the targets that the layout was made for, in whatever order, they are put back into
    /// the official order and the layout holds again. Where targets were added or left out, the
    /// order stays, there is no layout, and only the baseline is kept.
    package func restoring(_ stored: StoredLayout, originals: [Int?]) -> TargetTable {
        guard originals.count != stored.count || !originals.elementsEqual(originals.indices, by: ==)
        else {
            var restored = self
            restored.layout = stored.layout
            restored.baseline = stored.originals
            return restored
        }
        var places = [Int?](repeating: nil, count: stored.count)
        for (target, original) in originals.enumerated() {
            if let original { places[original] = target }
        }
        let order = places.compactMap { $0 }
        let isWhole = order.count == stored.count && originals.count == stored.count
        let isInOrder = !isWhole || order.elementsEqual(order.indices)
        var restored = isInOrder ? self : selecting(order)
        restored.layout = isWhole ? stored.layout : nil
        restored.baseline =
            isWhole
            ? stored.originals : stored.originals.selecting(originals, columns: columns.count)
        return restored
    }
}
