import Foundation

/// Where things are in the project's repository, and what was built from it.
public enum Repository {
    /// The repository's own folder.
    public static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../..").standardizedFileURL
    }

    /// The folder of the built programs: the one that holds the running tests.
    public static var products: URL {
        URL(filePath: CommandLine.arguments.first ?? "").standardizedFileURL
            .deletingLastPathComponent()
    }

    /// The built command-line tool.
    public static var yilan: URL { products.appending(path: "yilan") }

    /// The Python of the environment that `make test` lays; nil where there is none.
    public static var validatorPython: URL? {
        let python = root.appending(path: ".venv/bin/python3")
        return FileManager.default.isExecutableFile(atPath: python.path) ? python : nil
    }

    /// Whether a missing validator is a failure: `make test` says so, as it has installed them.
    public static var requiresValidators: Bool {
        ProcessInfo.processInfo.environment["YILAN_REQUIRE_VALIDATORS"] != nil
    }

    /// The text of a file, named from the root.
    ///
    /// - Throws: what Foundation throws where it can't be read.
    public static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The files below a folder whose names end in `suffix`, named from the root, sorted.
    public static func files(in folder: String, suffix: String) -> [String] {
        let url = root.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
        return (names ?? []).filter { $0.hasSuffix(suffix) }.map { folder + "/" + $0 }.sorted()
    }
}
