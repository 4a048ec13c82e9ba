internal import Synchronization

/// What was found out about short texts that recur, for all cores.
package final class Remembered<Value: Sendable>: Sendable {
    /// Texts of more bytes are not kept, and no more texts than these.
    private static var longest: Int { 120 }
    private static var most: Int { 4096 }

    private let values = Mutex<[String: Value]>([:])

    /// Knows nothing yet.
    package init() {}

    /// What `find` finds out about a text, which must be the same whenever it is asked.
    ///
    /// Two cores may both find it out; that is as good.
    package func value(of text: String, _ find: () -> Value) -> Value {
        guard text.utf8.count <= Self.longest else { return find() }
        if let known = values.withLock({ $0[text] }) { return known }
        let found = find()
        values.withLock { values in
            if values.count < Self.most { values[text] = found }
        }
        return found
    }
}
