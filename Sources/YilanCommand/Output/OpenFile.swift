internal import Glibc
internal import Yilan

/// The one owner of an open file of the kernel; it is closed when the value goes.
struct OpenFile: ~Copyable {
    /// The number that the kernel knows it by.
    let descriptor: Int32

    /// Takes over a descriptor that is open.
    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Opens `path`; programs that are started later don't get it.
    ///
    /// - Throws: `SystemError` where the kernel refuses.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) {
        let descriptor = Self.retrying {
            unsafe open(FilePath.cString(path), flags | O_CLOEXEC, mode)
        }
        guard descriptor >= 0 else { throw .last }
        self.descriptor = descriptor
    }

    deinit { _ = close(descriptor) }

    /// Closes the file and says whether everything that was written has been accepted.
    ///
    /// Network file systems report a full disk here.
    /// - Throws: `SystemError` where the kernel reports one.
    consuming func closeChecked() throws(SystemError) {
        let number = descriptor
        discard self
        // Linux releases the descriptor even where a signal interrupts, so this isn't repeated.
        guard close(number) == 0 || errno == EINTR else { throw .last }
    }

    /// What the kernel knows of the file.
    ///
    /// - Throws: `SystemError` where the kernel doesn't say.
    func status() throws(SystemError) -> stat {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
        return status
    }

    /// Puts what was written on the disk itself, so that it outlives a power cut.
    ///
    /// - Throws: `SystemError` where the device fails; a file that can't be flushed, such as a
    ///   pipe, is none.
    func flush() throws(SystemError) {
        while fsync(descriptor) != 0 {
            switch errno {
            case EINTR: continue
            case EINVAL, EROFS, ENOSYS, ENOTSUP: return
            default: throw .last
            }
        }
    }

    /// Reads up to `count` bytes; fewer only at the end, none behind it.
    ///
    /// - Throws: `SystemError` where the kernel reports one.
    func read(upTo count: Int) throws(SystemError) -> [UInt8] {
        try Self.read(upTo: count, from: descriptor)
    }

    /// Reads up to `count` bytes from an open descriptor; fewer only at the end, none behind it.
    ///
    /// What is read has room for `more` bytes.
    /// - Throws: `SystemError` where the kernel reports one.
    static func read(
        upTo count: Int,
        from descriptor: Int32,
        roomFor more: Int = 0
    ) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count + more) { buffer, filled in
            let buffer = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<count])
            unsafe LargePages.advise(on: UnsafeMutableRawBufferPointer(buffer))
            unsafe filled = readStripes(of: descriptor, into: buffer)
            while filled < count {
                let part = unsafe Glibc.read(
                    descriptor,
                    buffer.baseAddress?.advanced(by: filled),
                    count - filled
                )
                if part == 0 { return }
                if part > 0 {
                    filled += part
                } else if errno != EINTR {
                    failure = .last
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Reads a large file by several cores, each a stripe at a time, from where it stands; returns
    /// how many bytes came, and leaves the file behind them.
    ///
    /// Most of reading is the first touch of memory, which one core does at 0.5 GB/s: of 110 MB it
    /// is 0.2 s of 0.8 that converting JSON takes. What comes short here (a file that shrinks, a
    /// pipe, an error) is left to whoever reads on.
    private static func readStripes(
        of descriptor: Int32,
        into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        let start = lseek(descriptor, 0, SEEK_CUR)
        guard let base = buffer.baseAddress, start >= 0 else { return 0 }
        let stripes = unsafe LargePages.pieces(of: base, buffer.count)
        guard stripes.count > 4 else { return 0 }
        nonisolated(unsafe) let memory = unsafe base
        let counts = Cores.map(stripes.count) { number in
            let stripe = stripes[number]
            // A page that the kernel touches itself, as it copies into it, has it lock all memory of the program,
            // and a thread that needs some then waits up to 4 ms: 3 to 6 % of `summary`.
            unsafe (memory + stripe.lowerBound).initialize(to: 0)
            var filled = 0
            while filled < stripe.count {
                let part = unsafe pread(
                    descriptor,
                    memory + stripe.lowerBound + filled,
                    stripe.count - filled,
                    start + stripe.lowerBound + filled
                )
                guard part > 0 else { break }
                filled += part
            }
            return filled
        }
        var filled = 0
        for (count, stripe) in zip(counts, stripes) {
            filled += count
            if count < stripe.count { break }
        }
        return lseek(descriptor, start + filled, SEEK_SET) < 0 ? 0 : filled
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: `SystemError` at the first piece that the kernel refuses.
    func write(_ bytes: [UInt8]) throws(SystemError) {
        try Self.write(bytes.span, to: descriptor)
    }

    /// Writes all of `bytes` to an open descriptor, in as many calls as it takes.
    ///
    /// - Throws: `SystemError` at the first piece that the kernel refuses.
    static func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let rest = bytes.extracting(written..<bytes.count)
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            }
            if count < 0 {
                switch errno {
                case EINTR: continue
                case EAGAIN: Self.waitUntilWritable(descriptor)
                default: throw .last
                }
            } else {
                written += count
            }
        }
    }

    /// Calls `body` again as long as a signal interrupts it.
    static func retrying(_ body: () -> Int32) -> Int32 {
        var result = body()
        while result < 0, errno == EINTR { result = body() }
        return result
    }

    /// A pipe that its owner made non-blocking is waited for, not hammered.
    private static func waitUntilWritable(_ descriptor: Int32) {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&request, 1, -1)
    }
}
