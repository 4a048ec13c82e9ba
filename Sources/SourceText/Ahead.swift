internal import Dispatch
internal import Synchronization

/// What another core makes, where there is one, while this one does something else.
///
/// It is worth the while from some milliseconds on; what is less is made when it is asked for.
package final class Ahead<Made: Sendable>: Sendable {
    /// None where it is made only when it is asked for.
    private let queue: DispatchQueue?
    private let state: Mutex<State>

    private enum State {
        case waiting(@Sendable () -> Made)
        case made(Made)
    }

    /// Begins to make something, if it `isLong`.
    package init(isLong: Bool = true, _ make: @escaping @Sendable () -> Made) {
        state = Mutex(.waiting(make))
        queue = isLong ? DispatchQueue(label: "ahead") : nil
        queue?.async { [self] in _ = finished() }
    }

    /// What was made; waits for it.
    package var value: Made {
        queue?.sync { finished() } ?? finished()
    }

    private func finished() -> Made {
        state.withLock { state in
            switch state {
            case .made(let one): return one
            case .waiting(let make):
                let one = make()
                // What it was made of is given up.
                state = .made(one)
                return one
            }
        }
    }
}
