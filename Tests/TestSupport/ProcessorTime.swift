import Glibc

/// Processor time, which other work beside a test doesn't lengthen.
public enum ProcessorTime {
    /// How many times as long work takes, on this thread, on `large` things as on `small`.
    public static func growth(
        from small: Int,
        to large: Int,
        _ work: (Int) throws -> Void
    ) rethrows -> Double {
        func seconds(_ count: Int) throws -> Double {
            let start = now
            try work(count)
            return now - start
        }
        // What is made once is made before.
        try work(1)
        let least = try seconds(small)
        return try seconds(large) / least
    }

    /// The seconds that this thread has had of a processor.
    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
