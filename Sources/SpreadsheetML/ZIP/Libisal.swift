internal import CIsal

/// ISA-L's functions, found with the first archive (see `CInterop/loading.h`).
///
/// Where the library isn't installed there are none: whoever packs or opens an archive asks `Libisal` first.
let libisal = Libisal.functions ?? libisal_functions()

/// Whether ISA-L can be had.
enum Libisal {
    /// What it is called.
    static let name = "libisal"

    /// Its functions; nil where it isn't installed.
    fileprivate static let functions: libisal_functions? = {
        var functions = libisal_functions()
        return unsafe libisal_load(&functions) != 0 ? functions : nil
    }()

    /// Whether it is installed.
    static var isInstalled: Bool { functions != nil }
}
