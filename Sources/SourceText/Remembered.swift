internal import Synchronization

/// What was found out about short texts that recur, for all cores.
package final class Remembered<Value: Sendable>: Sendable {
    /// Texts of more bytes are not kept, and no more texts than these.
    private static var longest: Int { 120 }
    private static var most: Int { 4096 }

    // By bytes: texts that only look alike are others, and strings are hashed by what characters mean,
    // which takes longer than much of what is found out.
    private let values = Mutex<[Key: Value]>([:])

    /// A text's UTF-8; an array would be hashed byte by byte.
    private struct Key: Hashable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }
    }

    /// Knows nothing yet.
    package init() {}

    /// What `find` finds out about a text, which must be the same whenever it is asked.
    ///
    /// Two cores may both find it out; that is as good.
    package func value(of text: String, _ find: () -> Value) -> Value {
        guard text.utf8.count <= Self.longest else { return find() }
        let key = Key(bytes: Array(text.utf8))
        if let known = values.withLock({ $0[key] }) { return known }
        let found = find()
        values.withLock { values in
            if values.count < Self.most { values[key] = found }
        }
        return found
    }
}
