internal import Glibc

/// Asks the kernel for large pages, where memory is filled from one end to the other.
///
/// A text of tens of megabytes lies in thousands of pages, and the first touch of each costs as
/// much as reading what it holds. It is advice: nothing changes but the time.
package enum LargePages {
    /// Memory below this is not worth a call.
    private static let smallest = 4 << 20
    private static let pageSize = 2 << 20

    /// Whether memory of as many bytes is worth a call.
    static func areWorth(_ count: Int) -> Bool { count >= smallest }

    /// Has the kernel touch the pages at addresses, from the end on; what they hold stays.
    static func fill(_ addresses: Range<Int>) {
        guard areWorth(addresses.count) else { return }
        var end = addresses.upperBound & ~(pageSize - 1)
        while end - pageSize >= addresses.lowerBound {
            end -= pageSize
            let page = unsafe UnsafeMutableRawPointer(bitPattern: end)
            guard unsafe madvise(page, pageSize, populateForWriting) == 0 else { return }
        }
    }

    /// `MADV_POPULATE_WRITE`, which Glibc's module doesn't have; older kernels refuse it.
    private static let populateForWriting: Int32 = 23

    /// Cuts memory of so many bytes into what lies in one large page each, as offsets from 0.
    package static func pieces(of memory: UnsafePointer<UInt8>, _ count: Int) -> [Range<Int>] {
        let first = pageSize - Int(bitPattern: memory) & (pageSize - 1)
        guard first < count else { return [0..<count] }
        let rest = stride(from: first, to: count, by: pageSize).map {
            $0..<min($0 + pageSize, count)
        }
        return [0..<first] + rest
    }

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

extension Array {
    /// Makes an array of so many elements that are looked up in any order.
    ///
    /// In pages of 4 KiB, each look-up in megabytes of them also looks up a page.
    init(repeating element: Element, inLargePages count: Int) {
        self = unsafe Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe LargePages.advise(on: UnsafeMutableRawBufferPointer(buffer))
            unsafe buffer.initialize(repeating: element)
            initialized = count
        }
    }

    /// Makes an empty array with room for elements that are written from the first to the last.
    package init(roomFor count: Int) {
        guard count > 0 else {
            // All arrays without room are one, in which each core would note that it is empty.
            self = []
            return
        }
        self = unsafe Array(unsafeUninitializedCapacity: count) { buffer, _ in
            unsafe LargePages.advise(on: UnsafeMutableRawBufferPointer(buffer))
        }
    }
}
