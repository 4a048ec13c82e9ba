/// The shortest way from one sequence of numbers to another: Myers' algorithm, with bounded cost.
struct EditScript {
    /// A part of both sequences.
    enum Run: Equatable {
        /// Equal elements: their ranges (from 0) in the old and in the new sequence.
        case kept(Range<Int>, Range<Int>)
        /// Elements of the old sequence (the first range) that give way to elements of the new one.
        case changed(Range<Int>, Range<Int>)
    }

    /// The runs from start to end; kept and changed ones take turns.
    private(set) var runs: [Run] = []

    /// Compares two sequences.
    ///
    /// - Complexity: O((n + m) d) for d differences; after `costLimit` steps everything between
    ///   the equal ends is taken as changed.
    init(from old: [Int], to new: [Int], costLimit: Int) {
        let start = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - start
        let tail = zip(old.reversed().prefix(room), new.reversed().prefix(room))
            .prefix { $0 == $1 }.count
        append(.kept(0..<start, 0..<start))
        let before = start..<(old.count - tail)
        let after = start..<(new.count - tail)
        for run in Self.middle(old[before], new[after], costLimit: costLimit) { append(run) }
        append(.kept(before.upperBound..<old.count, after.upperBound..<new.count))
    }

    private mutating func append(_ run: Run) {
        switch run {
        case .kept(let before, let after), .changed(let before, let after):
            if before.isEmpty, after.isEmpty { return }
        }
        runs.append(run)
    }

    /// Takes short kept runs between two replacements into them, where they are no longer than the
    /// replacements on both sides: a single character that stays by chance tells nobody anything.
    static func absorbShortKept(_ runs: inout [Run]) {
        var result: [Run] = []
        for run in runs {
            if case .changed(let before, let after) = run, result.count >= 2,
                case .kept(let kept, _) = result[result.count - 1],
                case .changed(let earlierBefore, let earlierAfter) = result[result.count - 2],
                kept.count <= longestAbsorbed,
                kept.count <= min(earlierBefore.count, earlierAfter.count),
                kept.count <= min(before.count, after.count)
            {
                result.removeLast(2)
                result.append(
                    .changed(
                        earlierBefore.lowerBound..<before.upperBound,
                        earlierAfter.lowerBound..<after.upperBound
                    )
                )
            } else {
                result.append(run)
            }
        }
        runs = result
    }

    private static let longestAbsorbed = 2

    /// The runs of two sequences whose first and whose last elements differ.
    private static func middle(
        _ old: ArraySlice<Int>,
        _ new: ArraySlice<Int>,
        costLimit: Int
    ) -> [Run] {
        let whole = Run.changed(old.indices, new.indices)
        if old.isEmpty || new.isEmpty { return [whole] }
        guard let steps = trace(old, new, costLimit: costLimit) else { return [whole] }
        return walkBack(steps, from: old.indices, new.indices)
    }

    /// How far the old sequence is used up, per number of differences d and diagonal from -d to d
    /// (-1 where no way leads there); nil where the cost is too high.
    ///
    ///     diagonal = (used of old) - (used of new)
    private static func trace(
        _ old: ArraySlice<Int>,
        _ new: ArraySlice<Int>,
        costLimit: Int
    ) -> [[Int32]]? {
        var steps: [[Int32]] = []
        var cost = 0
        for differences in 0...(old.count + new.count) {
            cost += 2 * differences + 1
            guard cost <= costLimit else { return nil }
            var reached = [Int32](repeating: -1, count: 2 * differences + 1)
            for diagonal in stride(from: -differences, through: differences, by: 2) {
                guard
                    let step = Step(
                        to: diagonal,
                        after: steps.last,
                        of: differences,
                        old.count,
                        new.count
                    )
                else { continue }
                var used = step.used
                while used < old.count, used - diagonal < new.count,
                    old[old.startIndex + used] == new[new.startIndex + used - diagonal]
                {
                    used += 1
                    cost += 1
                }
                reached[diagonal + differences] = Int32(truncatingIfNeeded: used)
                if used == old.count, used - diagonal == new.count { return steps + [reached] }
            }
            steps.append(reached)
        }
        return nil
    }

    /// One element deleted or inserted on the way to a diagonal.
    private struct Step {
        /// How much of the old sequence is used up after it.
        let used: Int
        /// Whether an element was inserted, else deleted; nil for the start.
        let inserts: Bool?

        /// The step that leads furthest on `diagonal`, with `differences` in all.
        init?(to diagonal: Int, after before: [Int32]?, of differences: Int, _ old: Int, _ new: Int)
        {
            guard let before else {
                used = 0
                inserts = nil
                return
            }
            func reached(_ diagonal: Int) -> Int {
                let index = diagonal + differences - 1
                return before.indices.contains(index) ? Int(before[index]) : -1
            }
            let inserted = reached(diagonal + 1)
            let deleted = reached(diagonal - 1)
            let canInsert = inserted >= 0 && inserted - diagonal <= new
            let canDelete = deleted >= 0 && deleted < old
            guard canInsert || canDelete else { return nil }
            inserts = canInsert && (!canDelete || inserted > deleted)
            used = inserts == true ? inserted : deleted + 1
        }
    }

    /// Follows the way that was found from its end to its start.
    private static func walkBack(
        _ steps: [[Int32]],
        from before: Range<Int>,
        _ after: Range<Int>
    ) -> [Run] {
        var runs: [Run] = []
        var usedOld = before.count
        var usedNew = after.count
        // The end of the changed run that is being gathered.
        var changedTo = (old: usedOld, new: usedNew)
        func range(_ lower: Int, _ upper: Int, in whole: Range<Int>) -> Range<Int> {
            (whole.lowerBound + lower)..<(whole.lowerBound + upper)
        }
        for differences in steps.indices.reversed() {
            let diagonal = usedOld - usedNew
            guard
                let step = Step(
                    to: diagonal,
                    after: differences == 0 ? nil : steps[differences - 1],
                    of: differences,
                    before.count,
                    after.count
                )
            else { break }
            let kept = usedOld - step.used
            if kept > 0 {
                if changedTo != (usedOld, usedNew) {
                    runs.append(
                        .changed(
                            range(usedOld, changedTo.old, in: before),
                            range(usedNew, changedTo.new, in: after)
                        )
                    )
                }
                runs.append(
                    .kept(
                        range(usedOld - kept, usedOld, in: before),
                        range(usedNew - kept, usedNew, in: after)
                    )
                )
                usedOld -= kept
                usedNew -= kept
                changedTo = (usedOld, usedNew)
            }
            switch step.inserts {
            case true?: usedNew -= 1
            case false?: usedOld -= 1
            case nil: break
            }
        }
        if changedTo != (usedOld, usedNew) {
            runs.append(
                .changed(
                    range(usedOld, changedTo.old, in: before),
                    range(usedNew, changedTo.new, in: after)
                )
            )
        }
        return runs.reversed()
    }
}
