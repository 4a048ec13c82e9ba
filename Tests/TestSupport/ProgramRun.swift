import Foundation

/// A run of a program that has ended.
public struct ProgramRun: Sendable {
    /// The exit status; a signal's number negated where one ended the program.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: [UInt8]
    /// What it wrote to standard error.
    public var errors: [UInt8]

    /// Standard output as text.
    public var outputText: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    public var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// Runs a program in a folder until it ends.
    ///
    /// `environment` is put over the tests' own. Output goes through files, so a program may write
    /// any amount. It blocks the caller: a run is short.
    /// - Throws: what Foundation throws where the program can't be started.
    public init(
        _ program: URL,
        _ arguments: [String],
        in folder: URL,
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) throws {
        let scratch = try TemporaryFolder()
        let files = try ["input", "output", "errors"].map { name in
            let url = scratch.url.appending(path: name)
            try Data(name == "input" ? input : []).write(to: url)
            return try FileHandle(forUpdating: url)
        }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { _, new in new }
        process.standardInput = files[0]
        process.standardOutput = files[1]
        process.standardError = files[2]
        try process.run()
        process.waitUntilExit()
        let ended = process.terminationReason == .exit
        status = ended ? process.terminationStatus : -process.terminationStatus
        try files[1].seek(toOffset: 0)
        try files[2].seek(toOffset: 0)
        output = try [UInt8](files[1].readToEnd() ?? Data())
        errors = try [UInt8](files[2].readToEnd() ?? Data())
    }
}

/// A new, empty folder that goes away with its last user.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes the folder.
    ///
    /// - Throws: what Foundation throws where it can't be made.
    public init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "yilan-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
