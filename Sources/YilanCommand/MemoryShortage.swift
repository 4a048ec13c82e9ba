internal import Glibc
internal import Synchronization
internal import Yilan

/// What happens where no memory is left: the program says so and ends, and nothing of it stays behind.
///
/// By itself a Swift program whose allocation fails ends with a trace of its stack. So the linker puts
/// `allocate(_:)` in the place of malloc(3), through which all of Swift's memory comes (see
/// Package.swift).
enum MemoryShortage {
    /// Where what is to be said stands, made while there was memory; 0: nowhere.
    private static let words = Atomic<UInt>(0)
    private static let length = Atomic(0)
    /// Where memory stands that is given back to clean up with; 0: nowhere.
    private static let reserve = Atomic<UInt>(0)
    private static let reserveSize = 1 << 20
    /// The thread that ends the program; 0: none.
    private static let ending = Atomic<UInt>(0)

    /// Prepares for it; to be called once, before there is much to do.
    static func prepare(for session: Session) {
        let text = session.text(of: [finding])
        let bytes = Array(text.utf8)
        guard let copy = unsafe malloc(bytes.count) else { return }
        unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
        length.store(bytes.count, ordering: .relaxed)
        words.store(UInt(bitPattern: copy), ordering: .releasing)
        reserve.store(UInt(bitPattern: unsafe room(of: reserveSize)), ordering: .relaxed)
        _ = ending.load(ordering: .relaxed)
    }

    /// Whether so many bytes could be had.
    static func isRoom(for bytes: Int) -> Bool {
        guard let room = unsafe room(of: bytes) else { return false }
        unsafe munmap(room, bytes)
        return true
    }

    /// So many bytes of memory that nobody touched yet; nil where there aren't as many.
    private static func room(of bytes: Int) -> UnsafeMutableRawPointer? {
        let access = PROT_READ | PROT_WRITE
        let found = unsafe mmap(nil, bytes, access, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        return unsafe found == MAP_FAILED ? nil : found
    }

    /// Says that there is no memory, and ends the program.
    fileprivate static func end() -> Never {
        let thread = UInt(pthread_self())
        let first = ending.compareExchange(expected: 0, desired: thread, ordering: .relaxed)
        guard first.exchanged else {
            // Cleaning up needs memory itself: then it is left.
            if first.original == thread { _exit(ExitStatus.inputOutput.rawValue) }
            while true { pause() }
        }
        let kept = unsafe UnsafeMutableRawPointer(bitPattern: reserve.load(ordering: .relaxed))
        if let kept = unsafe kept { unsafe munmap(kept, reserveSize) }
        let said = unsafe UnsafeRawPointer(bitPattern: words.load(ordering: .acquiring))
        if let said = unsafe said {
            _ = unsafe write(STDERR_FILENO, said, length.load(ordering: .relaxed))
        }
        TemporaryFiles.removeAllIfFree()
        _exit(ExitStatus.inputOutput.rawValue)
    }

    private static let finding = Diagnostic(
        .error,
        .outOfMemory,
        Wording(
            en: "there is not enough memory for this",
            zh: "内存不足，无法完成"
        ),
        hint: Wording(
            en: "close other programs, raise the limit of this one (ulimit -v), or split the input",
            zh: "请关闭其他程序，放宽内存限制（ulimit -v），或把输入拆开处理"
        )
    )
}

/// Allocates memory as malloc(3) does; where there is none, says so and ends the program.
@c(yilan_allocate)
func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    guard let found = unsafe glibcMalloc(size) else { MemoryShortage.end() }
    return unsafe found
}

/// What malloc(3) is called inside the C library.
@_silgen_name("__libc_malloc")
private func glibcMalloc(_ size: Int) -> UnsafeMutableRawPointer?
