internal import CLibzip

/// libzip's functions, found with the first archive (see `CInterop/loading.h`).
///
/// Where the library isn't installed there are none: whoever opens an archive asks `Libzip` first.
let libzip = Libzip.functions ?? libzip_functions()

/// Whether libzip can be had.
enum Libzip {
    /// What it is called.
    static let name = "libzip"

    /// Its functions; nil where it isn't installed.
    fileprivate static let functions: libzip_functions? = {
        var functions = libzip_functions()
        return unsafe libzip_load(&functions) != 0 ? functions : nil
    }()

    /// Whether it is installed.
    static var isInstalled: Bool { functions != nil }
}
