internal import Glibc

/// Memory that nothing stands in any more.
package enum FreedMemory {
    /// What was made of fewer bytes leaves too little to be worth a call.
    private static let smallest = 1 << 23

    /// Whether memory of so many bytes is worth a call.
    package static func isWorthGiving(_ bytes: Int) -> Bool { bytes >= smallest }

    /// Gives back to the system what was freed and malloc(3) keeps for what is asked for next, when something
    /// was made of as many bytes.
    ///
    /// What was freed lies between what is still there, where nothing large has room: without it, 20 MB of what
    /// 110 MB of JSON are read with are there beside all that is made of them.
    package static func giveBack(after bytes: Int) {
        guard isWorthGiving(bytes) else { return }
        _ = trim(0)
    }

    /// Gives back to the system the memory behind the bytes of an array, which has room for more.
    package static func giveBackRoom(of bytes: inout [UInt8]) {
        giveBack(bytes.count..<bytes.capacity, of: &bytes)
    }

    /// Gives back to the system the memory of bytes of an array (from 0) that nobody reads any more: most of
    /// them are zero from then on.
    package static func giveBack(_ range: Range<Int>, of bytes: inout [UInt8]) {
        guard isWorthGiving(range.count) else { return }
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            let base = Int(bitPattern: buffer.baseAddress)
            let start = (base + range.lowerBound + pageSize - 1) & ~(pageSize - 1)
            let end = (base + range.upperBound) & ~(pageSize - 1)
            _ = unsafe madvise(
                UnsafeMutableRawPointer(bitPattern: start),
                end - start,
                MADV_DONTNEED
            )
        }
    }

    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))
}

/// What malloc_trim(3) is, which Glibc's module doesn't have.
@_silgen_name("malloc_trim")
private func trim(_ kept: Int) -> Int32
