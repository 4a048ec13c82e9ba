internal import CLinux
internal import Glibc

/// The pools that malloc(3) takes memory from, one after the other for each new thread.
enum MemoryPools {
    /// Lets threads share one pool for each core from now on; where much is read, before that.
    ///
    /// By itself the C library has up to eight times as many, each with what was let go in it, which is 4 MB of 72
    /// of writing JSON and 9 MB of 150 of writing a workbook. But threads that share a pool wait for each other:
    /// of writing a workbook of 60 targets, which has little to let go, that was 4 %.
    static func limit() { isLimited }

    private static let isLimited: Void = {
        _ = mallopt(M_ARENA_MAX, Int32(clamping: sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }()
}
