internal import Dispatch
internal import Synchronization

/// What another core makes, where there is one, while this one does something else.
///
/// It is worth the while from some milliseconds on; what is less is made when it is asked for.
package final class Ahead<Made: Sendable>: Sendable {
    private let queue = DispatchQueue(label: "ahead")
    private let make: @Sendable () -> Made
    private let made = Mutex<Made?>(nil)

    /// Begins to make something, if it `isLong`.
    package init(isLong: Bool = true, _ make: @escaping @Sendable () -> Made) {
        self.make = make
        if isLong { queue.async { [self] in _ = finished() } }
    }

    /// What was made; waits for it.
    package var value: Made {
        queue.sync { finished() }
    }

    private func finished() -> Made {
        made.withLock { made in
            let one = made ?? make()
            made = one
            return one
        }
    }
}
