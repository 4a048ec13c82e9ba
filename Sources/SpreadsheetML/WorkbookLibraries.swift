/// Which libraries workbooks need, of those that are loaded when they are first needed (see
/// `CInterop/loading.h`).
enum WorkbookLibraries {
    /// The name of one that packing and unpacking needs and that isn't installed; nil where all are.
    static var missingForArchives: String? {
        guard Libzip.isInstalled else { return Libzip.name }
        return Libisal.isInstalled ? nil : Libisal.name
    }

    /// The name of one that writing workbooks needs and that isn't installed; nil where all are.
    static var missingForWriting: String? {
        Libxlsxwriter.isInstalled ? missingForArchives : Libxlsxwriter.name
    }
}
