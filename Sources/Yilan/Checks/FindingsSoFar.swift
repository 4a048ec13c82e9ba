internal import Synchronization

/// What several cores have found so far in the targets that they share among them.
///
/// Of each code only the first findings are shown. A core that looks at later targets learns here of
/// what there are enough before them, and makes none of those: with twenty findings of each code for
/// every thousand targets, making them was a twelfth of `check`.
final class FindingsSoFar: Sendable {
    private struct State {
        /// By check, what was found in the shares up to the first that isn't done.
        var counts: [[CheckFindings.Count]]
        /// How many shares that are.
        var done = 0
        /// What was found in shares behind an open one.
        var later: [Int: [[CheckFindings.Count]]] = [:]
    }

    private let state: Mutex<State>

    /// Prepares for some checks.
    init(checks: Int) {
        state = Mutex(State(counts: Array(repeating: [], count: checks)))
    }

    /// By check, what was found in targets before those of a share that isn't done.
    ///
    /// It may be less than there is: then more findings are made than are shown.
    var before: [[CheckFindings.Count]] { state.withLock(\.counts) }

    /// Takes down what was found in a share (from 0), by check.
    func add(_ found: [[CheckFindings.Count]], ofShare share: Int) {
        state.withLock { state in
            state.later[share] = found
            while let next = state.later.removeValue(forKey: state.done) {
                for check in next.indices {
                    CheckFindings.add(next[check], to: &state.counts[check])
                }
                state.done += 1
            }
        }
    }
}
