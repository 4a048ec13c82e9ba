internal import Dispatch
internal import Synchronization

/// Work that is done by several cores at once, where there are several.
package enum Cores {
    /// Returns what `make` makes of 0..<`count`, in this order.
    ///
    /// What it makes of a number must not depend on the others, so that one core comes to the same
    /// as many. It is worth the while from some hundred microseconds a number on.
    package static func map<Made: Sendable>(
        _ count: Int,
        _ make: @Sendable (Int) -> Made
    ) -> [Made] {
        guard count > 1 else { return (0..<count).map(make) }
        let made = Mutex([Made?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let one = make(number)
            made.withLock { $0[number] = one }
        }
        return made.withLock { $0.compactMap { $0 } }
    }

    /// Cuts 0..<`count` into ranges of `size`; the last one is shorter.
    package static func ranges(of size: Int, in count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}
