internal import Glibc
internal import SourceText
internal import Synchronization

/// Where libxlsxwriter takes it that it writes a workbook to.
struct LibraryDraft: Sendable {
    /// The path that it is given.
    let path: String
    /// The folder that it is given for files on the way.
    let folder: String
    /// Whether it writes a file there; else the path is but a name (see `LibraryOutput`).
    let isFile: Bool

    private static let others = Atomic(0)

    /// Makes an empty draft.
    ///
    /// - Throws: `cannotWrite` where there has to be a file, and can't be.
    init(in scratch: ScratchSpace) throws(WorkbookError) {
        isFile = !LibraryOutput.isAsked
        guard isFile else {
            folder = scratch.place
            let number = Self.others.wrappingAdd(1, ordering: .relaxed).newValue
            // A library that made a file after all couldn't.
            path = "/dev/null/\(number)"
            return
        }
        guard let made = scratch.path() else { throw WorkbookError(.cannotWrite(system: EACCES)) }
        folder = made
        path = made + "/draft.xlsx"
        // The library would print that it can't make the file; so it is tried before.
        try FileWriting.createEmptyFile(at: path)
    }

    /// Removes the file, if there is one.
    func remove() {
        if isFile { FileWriting.remove(path) }
    }
}
