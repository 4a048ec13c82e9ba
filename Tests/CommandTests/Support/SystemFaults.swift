import Foundation
import TestSupport

/// A system that lacks some of what yilan makes use of.
enum SystemFaults: String, CaseIterable {
    /// No locks on files.
    case noLocks = "flock"
    /// No files without names.
    case noUnnamedFiles = "tmpfile"
    /// No exchange of names.
    case noExchange = "rename2"
    /// A file system that can nothing of it, on a system that has names for sockets.
    case poorFileSystem = "flock tmpfile rename2"

    /// The variables that make it so, for a run of the program.
    ///
    /// - Throws: what compiling throws; the compiler comes with Swift.
    func environment() throws -> [String: String] {
        ["LD_PRELOAD": try Self.library.get().path, "YILAN_FAULTS": rawValue]
    }

    private static let library = Result {
        let folder = try TemporaryFolder()
        let source = Repository.root.appending(path: "Tests/Fixtures/system-faults.c")
        let run = try ProgramRun(
            URL(filePath: "/usr/bin/env"),
            ["clang", "-shared", "-fPIC", "-o", "faults.so", source.path, "-ldl"],
            in: folder.url
        )
        guard run.status == 0 else { throw CompilerFailure(text: run.errorText) }
        return Library(folder: folder)
    }

    private struct Library: Sendable {
        let folder: TemporaryFolder
        var path: String { folder.url.appending(path: "faults.so").path }
    }

    private struct CompilerFailure: Error {
        var text: String
    }
}
