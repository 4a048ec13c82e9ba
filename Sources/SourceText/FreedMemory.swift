/// Memory that was freed and that malloc(3) keeps for what is asked for next.
package enum FreedMemory {
    /// What was made of fewer bytes leaves too little to be worth a call.
    private static let smallest = 1 << 23

    /// Gives it back to the system, when something was made of as many bytes.
    ///
    /// What was freed lies between what is still there, where nothing large has room: without it, 20 MB of what
    /// 110 MB of JSON are read with are there beside all that is made of them.
    package static func giveBack(after bytes: Int) {
        guard bytes >= smallest else { return }
        _ = trim(0)
    }
}

/// What malloc_trim(3) is, which Glibc's module doesn't have.
@_silgen_name("malloc_trim")
private func trim(_ kept: Int) -> Int32
