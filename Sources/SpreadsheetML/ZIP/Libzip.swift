internal import CLibzip

/// libzip's functions, found with the first archive (see `CInterop/loading.h`).
let libzip: libzip_functions = {
    var functions = libzip_functions()
    guard unsafe libzip_load(&functions) != 0 else { fatalError("libzip is not installed") }
    return functions
}()
