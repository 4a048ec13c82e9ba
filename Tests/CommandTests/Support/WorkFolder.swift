import Foundation

/// A folder for one test; it goes with the value.
final class WorkFolder {
    /// Where it is.
    let url: URL

    /// Makes an empty folder.
    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "yilan-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in the folder.
    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// Writes a file.
    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    /// Writes a file.
    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: url.appending(path: name))
    }

    /// The bytes of a file.
    func bytes(of name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: url.appending(path: name)))
    }

    /// The text of a file.
    func text(of name: String) throws -> String {
        String(decoding: try bytes(of: name), as: UTF8.self)
    }

    /// Every file and folder in it, hidden ones too, sorted: `a`, `sub`, `sub/b`.
    var contents: [String] {
        let found = try? FileManager.default.subpathsOfDirectory(atPath: path(""))
        return (found ?? []).sorted()
    }

    /// The bytes of every file in it, hidden ones too, by path; of a folder, nil.
    var snapshot: [String: [UInt8]?] {
        get throws {
            try contents.reduce(into: [:]) { files, name in
                let isFolder =
                    try url.appending(path: name)
                    .resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
                files.updateValue(isFolder ? nil : try bytes(of: name), forKey: name)
            }
        }
    }

    /// Makes a symbolic link.
    func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path(name),
            withDestinationPath: destination
        )
    }

    /// The permissions of a file.
    func mode(of name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
        return attributes[.posixPermissions] as? Int ?? -1
    }
}
