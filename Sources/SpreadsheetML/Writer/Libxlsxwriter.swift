internal import CLibxlsxwriter

/// libxlsxwriter's functions, found with the first workbook that is written (see
/// `CInterop/loading.h`).
let libxlsxwriter: libxlsxwriter_functions = {
    var functions = libxlsxwriter_functions()
    guard unsafe libxlsxwriter_load(&functions) != 0 else {
        fatalError("libxlsxwriter is not installed as it was when this was compiled")
    }
    return functions
}()
