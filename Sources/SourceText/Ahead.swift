internal import Dispatch
internal import Synchronization

/// What another core makes, where there is one, while this one does something else.
///
/// It is worth the while from some milliseconds on; what is less is made when it is asked for. So is what no
/// core has begun yet: whoever asks makes it, and waits only for what has been begun. What is made must not ask
/// for itself.
package final class Ahead<Made: Sendable>: Sendable {
    private let state: Mutex<State>
    /// Whoever waits for the core that makes it.
    private let waiting = DispatchGroup()

    private enum State {
        case planned(@Sendable () -> Made)
        case begun
        case made(Made)
        case givenUp
    }

    /// Begins to make something, if it `isLong`.
    package init(isLong: Bool = true, _ make: @escaping @Sendable () -> Made) {
        state = Mutex(.planned(make))
        // Of queues of their own, each has a thread: with those, writing a workbook of 60 targets takes 6 % longer.
        if isLong { DispatchQueue.global().async { [self] in makeIfPlanned() } }
    }

    /// Has it not made at all if no core has begun; waits for one that has.
    ///
    /// Nobody may ask for what was made then.
    package func giveUp() {
        state.withLock { state in
            if case .planned = state { state = .givenUp }
        }
        waiting.wait()
    }

    /// What was made; waits for it.
    ///
    /// Whoever made it has given up what it was made of.
    package var value: Made {
        makeIfPlanned()
        waiting.wait()
        return state.withLock { state in
            guard case .made(let one) = state else { preconditionFailure("nobody made it") }
            return one
        }
    }

    private func makeIfPlanned() {
        var make: (@Sendable () -> Made)? = state.withLock { state in
            guard case .planned(let make) = state else { return nil }
            state = .begun
            waiting.enter()
            return make
        }
        guard let made = make?() else { return }
        make = nil
        state.withLock { $0 = .made(made) }
        waiting.leave()
    }
}
