/// Which libraries workbooks need, of those that are loaded when they are first needed (see
/// `CInterop/loading.h`).
enum WorkbookLibraries {
    /// The name of one that packing and unpacking needs and that isn't installed; nil where all are.
    static var missingForArchives: String? {
        guard Libzip.isInstalled else { return Libzip.name }
        return Libisal.isInstalled ? nil : Libisal.name
    }

    /// The name of one that beginning a workbook needs, for its library and for what it packs on the way,
    /// and that isn't installed; nil where all are.
    static var missingForBeginning: String? {
        guard Libxlsxwriter.isInstalled else { return Libxlsxwriter.name }
        return Libisal.isInstalled ? nil : Libisal.name
    }

    /// Loads all that write workbooks, in the order in which they are needed.
    static func load() {
        _ = missingForBeginning == nil && LibraryOutput.isAsked && missingForArchives == nil
    }
}
