internal import Glibc

/// Asks the kernel for large pages, where memory is filled from one end to the other.
///
/// A text of tens of megabytes lies in thousands of pages, and the first touch of each costs as
/// much as reading what it holds. It is advice: nothing changes but the time.
package enum LargePages {
    /// Memory below this is not worth a call.
    private static let smallest = 8 << 20
    private static let pageSize = 2 << 20

    /// Advises on memory that nothing was written to yet.
    package static func advise(on memory: UnsafeMutableRawBufferPointer) {
        guard memory.count >= smallest else { return }
        let base = Int(bitPattern: memory.baseAddress)
        let start = (base + pageSize - 1) & ~(pageSize - 1)
        let end = (base + memory.count) & ~(pageSize - 1)
        guard end > start else { return }
        _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), end - start, MADV_HUGEPAGE)
    }
}
