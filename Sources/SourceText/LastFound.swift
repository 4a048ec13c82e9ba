internal import Glibc
internal import Synchronization

/// What each core found out last of something that is nearly always the same as before, as the header of
/// many tables is.
///
/// Each has its own copy: where cores share texts, they wait for each other to count who has them.
package final class LastFound<Entry: AnyObject & Sendable>: Sendable {
    private let slots = (0..<16).map { _ in Slot() }

    private final class Slot: Sendable {
        let last = Mutex<Entry?>(nil)
    }

    /// Knows nothing yet.
    package init() {}

    /// What this core found out last, with what it is about; nil where it found nothing yet.
    package var last: Entry? { slot.last.withLock { $0 } }

    /// Keeps what was found out; what is asked next may be the same.
    package func keep(_ entry: Entry) {
        slot.last.withLock { $0 = entry }
    }

    /// The slot of this thread, which few others have.
    private var slot: Slot {
        let thread = UInt64(UInt(pthread_self())) >> 12
        return slots[Int((thread &* 0x9E37_79B9_7F4A_7C15) >> 60)]
    }
}
