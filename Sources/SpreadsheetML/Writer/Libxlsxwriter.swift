internal import CLibxlsxwriter

/// libxlsxwriter's functions, found with the first workbook that is written (see
/// `CInterop/loading.h`).
///
/// Where the library isn't installed there are none: whoever begins a workbook asks `Libxlsxwriter`
/// first.
let libxlsxwriter = Libxlsxwriter.functions ?? libxlsxwriter_functions()

/// Whether libxlsxwriter can be had.
enum Libxlsxwriter {
    /// What it is called.
    static let name = "libxlsxwriter"

    /// Its functions; nil where it isn't installed.
    fileprivate static let functions: libxlsxwriter_functions? = {
        var functions = libxlsxwriter_functions()
        return unsafe libxlsxwriter_load(&functions) != 0 ? functions : nil
    }()

    /// Whether it is installed, as it was when this was compiled.
    static var isInstalled: Bool { functions != nil }
}
