internal import CLibxlsxwriter
internal import Glibc
internal import Synchronization

/// A part of a workbook, as libxlsxwriter writes it.
struct LibraryPart: Sendable {
    /// The name in the archive.
    let name: String
    /// XML in UTF-8.
    var bytes: [UInt8]
}

/// Takes the parts that libxlsxwriter makes, before they are packed.
///
/// Each part is changed or joined with rows before it is packed for good. By itself the library writes it to
/// a file, has minizip pack it into an archive on the disk, and there it had to be read and unpacked again:
/// that was an eighth of writing a workbook of 60 targets. So the program `yilan` has functions of its own under
/// the names of those that the library calls for it (see Package.swift), and the loader looks there first.
/// In other programs, such as those of people who use `Yilan`, the library writes its file.
final class LibraryOutput: Sendable {
    private let parts = Mutex(Parts())
    private let path: String

    /// What came so far.
    private struct Parts {
        var ended: [LibraryPart] = []
        var name = ""
        /// The bytes of the part that is coming.
        var coming: [UInt8] = []

        mutating func add(_ bytes: UnsafeRawBufferPointer) {
            if coming.isEmpty { coming.reserveCapacity(MemoryFile.usualSize) }
            unsafe coming.append(contentsOf: bytes)
        }

        mutating func end() {
            if coming.count > MemoryFile.usualSize / 2 {
                ended.append(LibraryPart(name: name, bytes: coming))
                coming = []
            } else {
                ended.append(LibraryPart(name: name, bytes: coming.copied()))
                coming.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Those that wait, by the path that the library was given.
    private static let waiting = Mutex<[String: LibraryOutput]>([:])

    /// Whether the loader lets the library call the functions here: it asks for minizip's, which one that brings
    /// minizip itself doesn't.
    static let isAsked: Bool = {
        guard Libxlsxwriter.isInstalled,
            unsafe dlopen("libminizip.so.1", RTLD_LAZY | RTLD_NOLOAD) != nil
        else { return false }
        let own: @convention(c) (UnsafePointer<CChar>?, Int32) -> UnsafeMutableRawPointer? =
            unsafe openArchive
        return unsafe dlsym(nil, "zipOpen") == unsafeBitCast(own, to: UnsafeMutableRawPointer.self)
    }()

    /// Waits for the workbook that the library writes to `path`.
    init(ofWorkbookAt path: String) {
        self.path = path
        Self.waiting.withLock { $0[path] = self }
    }

    /// The parts that came, in the library's order; nothing comes afterwards.
    func take() -> [LibraryPart] {
        _ = Self.waiting.withLock { $0.removeValue(forKey: path) }
        return parts.withLock { parts in
            defer { parts = Parts() }
            return parts.ended
        }
    }

    fileprivate static func waiting(for path: String) -> LibraryOutput? {
        waiting.withLock { $0[path] }
    }

    fileprivate func begin(_ name: String) {
        parts.withLock { $0.name = name }
    }

    fileprivate func add(_ bytes: UnsafeRawBufferPointer) {
        parts.withLock { unsafe $0.add(bytes) }
    }

    fileprivate func end() {
        parts.withLock { $0.end() }
    }

    /// What the library calls an archive.
    fileprivate static func of(_ archive: UnsafeMutableRawPointer?) -> LibraryOutput? {
        unsafe archive.map { unsafe Unmanaged<LibraryOutput>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// What minizip says of a call that went wrong.
private let failure: Int32 = -1

/// Begins an archive; null where nobody waits for it.
///
/// See minizip's `zip.h` for what the library means by this and those that follow.
@c(yilan_open_archive)
func openArchive(_ path: UnsafePointer<CChar>?, _ append: Int32) -> UnsafeMutableRawPointer? {
    guard let path = unsafe path,
        let output = unsafe LibraryOutput.waiting(for: String(cString: path))
    else { return nil }
    return unsafe Unmanaged.passRetained(output).toOpaque()
}

/// Begins a part; how it would be packed is passed over.
@c(yilan_begin_part)
func beginPart(
    _ archive: UnsafeMutableRawPointer?,
    _ name: UnsafePointer<CChar>?,
    _ information: UnsafeRawPointer?,
    _ localField: UnsafeRawPointer?,
    _ localFieldSize: UInt32,
    _ globalField: UnsafeRawPointer?,
    _ globalFieldSize: UInt32,
    _ comment: UnsafePointer<CChar>?,
    _ method: Int32,
    _ level: Int32,
    _ isRaw: Int32,
    _ windowBits: Int32,
    _ memoryLevel: Int32,
    _ strategy: Int32,
    _ password: UnsafePointer<CChar>?,
    _ encryptionChecksum: UInt,
    _ version: UInt,
    _ flags: UInt,
    _ isLarge: Int32
) -> Int32 {
    guard let output = unsafe LibraryOutput.of(archive), let name = unsafe name else {
        return failure
    }
    unsafe output.begin(String(cString: name))
    return 0
}

/// Takes bytes of a part.
@c(yilan_write_part)
func writePart(
    _ archive: UnsafeMutableRawPointer?,
    _ bytes: UnsafeRawPointer?,
    _ count: UInt32
) -> Int32 {
    guard let output = unsafe LibraryOutput.of(archive) else { return failure }
    unsafe output.add(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    return 0
}

/// Ends a part.
@c(yilan_end_part)
func endPart(_ archive: UnsafeMutableRawPointer?) -> Int32 {
    guard let output = unsafe LibraryOutput.of(archive) else { return failure }
    output.end()
    return 0
}

/// Ends an archive.
@c(yilan_close_archive)
func closeArchive(
    _ archive: UnsafeMutableRawPointer?,
    _ comment: UnsafePointer<CChar>?
) -> Int32 {
    guard let archive = unsafe archive else { return failure }
    unsafe Unmanaged<LibraryOutput>.fromOpaque(archive).release()
    return 0
}

/// Makes the file that libxlsxwriter writes a part to before it is packed: one in memory.
@c(yilan_open_memory)
func temporaryFile(_ folder: UnsafeMutablePointer<CChar>?) -> UnsafeMutablePointer<FILE>? {
    unsafe MemoryFile.opened()
}

/// Bytes that C code takes for a file, open for reading and writing.
private final class MemoryFile {
    private var bytes: [UInt8]
    private var place = 0

    /// The room, in bytes, that a file has from the beginning.
    ///
    /// Memory that nothing is written to costs nothing, but what grows touches pages again and again: with the
    /// library's parts, a tenth of those that writing a workbook of 60 targets touched.
    static let usualSize = 1 << 18
    /// The memory of a file that was closed, for the next one: the library has one file at a time.
    private static let spare = Mutex<[UInt8]>([])
    private static let mostSpare = 1 << 20

    init() {
        bytes = Self.spare.withLock { spare in
            defer { spare = [] }
            return spare
        }
        bytes.reserveCapacity(Self.usualSize)
    }

    deinit {
        guard bytes.capacity <= Self.mostSpare else { return }
        bytes.removeAll(keepingCapacity: true)
        Self.spare.withLock { $0 = bytes }
    }

    /// Opens an empty one, which goes when it is closed; null where memory is short.
    static func opened() -> UnsafeMutablePointer<FILE>? {
        let owned = unsafe Unmanaged.passRetained(MemoryFile())
        let functions = unsafe cookie_io_functions_t(
            read: { file, room, count in
                let room = unsafe UnsafeMutableRawBufferPointer(start: room, count: count)
                return unsafe MemoryFile.of(file)?.read(into: room) ?? -1
            },
            write: { file, bytes, count in
                unsafe MemoryFile.of(file)?.write(.init(start: bytes, count: count)) ?? 0
            },
            seek: { file, place, origin in
                guard let file = unsafe MemoryFile.of(file), let place = unsafe place else {
                    return -1
                }
                return unsafe file.seek(&place.pointee, from: origin)
            },
            close: { file in
                guard let file = unsafe file else { return -1 }
                unsafe Unmanaged<MemoryFile>.fromOpaque(file).release()
                return 0
            }
        )
        let file = unsafe fopencookie(owned.toOpaque(), "w+", functions)
        if unsafe file == nil { unsafe owned.release() }
        return unsafe file
    }

    private static func of(_ file: UnsafeMutableRawPointer?) -> MemoryFile? {
        unsafe file.map { unsafe Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, bytes.count - place)
        guard count > 0 else { return 0 }
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe room.copyMemory(from: .init(rebasing: bytes[place..<(place + count)]))
        }
        place += count
        return count
    }

    private func write(_ new: UnsafeRawBufferPointer) -> Int {
        if place == bytes.count {
            unsafe bytes.append(contentsOf: new)
        } else {
            let replaced = place..<min(bytes.count, place + new.count)
            unsafe bytes.replaceSubrange(replaced, with: new)
        }
        place += new.count
        return new.count
    }

    /// Goes to a place, which is neither before the beginning nor behind the end.
    private func seek(_ wanted: inout Int, from origin: Int32) -> Int32 {
        let start =
            switch origin {
            case SEEK_SET: 0
            case SEEK_CUR: place
            default: bytes.count
            }
        guard (0...bytes.count).contains(start + wanted) else { return -1 }
        place = start + wanted
        wanted = place
        return 0
    }
}
