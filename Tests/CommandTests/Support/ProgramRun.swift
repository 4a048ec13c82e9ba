import Foundation
import Testing

/// What came of one run of the real program.
struct ProgramRun {
    /// The exit status; 128 and the signal's number where one ended it.
    var status: Int32
    /// What was written to standard output.
    var output: [UInt8]
    /// What was written to standard error.
    var errors: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// The codes of the findings on standard error, in order.
    var codes: [String] {
        errors.split(separator: "\n").compactMap { line in
            guard line.hasSuffix("]"), let open = line.lastIndex(of: "[") else { return nil }
            return String(line[line.index(after: open)...].dropLast())
        }
    }
}

/// The program that the package builds.
enum YilanProgram {
    /// Beside the bundle of the tests.
    static var url: URL {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "yilan")
    }

    /// Runs the program in `folder` with these arguments and waits for it.
    ///
    /// Nothing of the tests' own environment reaches it but the path.
    static func run(
        _ arguments: [String],
        in folder: WorkFolder,
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) throws -> ProgramRun {
        try launch(url, arguments, in: folder, environment, input)
    }

    /// Runs a line of the shell in which the program is `yilan`.
    static func shell(
        _ line: String,
        in folder: WorkFolder,
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) throws -> ProgramRun {
        try launch(URL(filePath: "/bin/sh"), ["-c", line], in: folder, environment, input)
    }

    private static func launch(
        _ executable: URL,
        _ arguments: [String],
        in folder: WorkFolder,
        _ environment: [String: String],
        _ input: [UInt8]
    ) throws -> ProgramRun {
        // Files rather than pipes: nothing has to be read while the program runs.
        let streams = try WorkFolder()
        try streams.write(input, to: "input")
        try streams.write([], to: "output")
        try streams.write([], to: "errors")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        var variables = ["PATH": url.deletingLastPathComponent().path() + ":/usr/bin:/bin"]
        variables.merge(environment) { $1 }
        process.environment = variables
        process.standardInput = FileHandle(forReadingAtPath: streams.path("input"))
        process.standardOutput = FileHandle(forWritingAtPath: streams.path("output"))
        process.standardError = FileHandle(forWritingAtPath: streams.path("errors"))
        try process.run()
        process.waitUntilExit()
        let ended = process.terminationStatus
        return ProgramRun(
            status: process.terminationReason == .exit ? ended : 128 + ended,
            output: try streams.bytes(of: "output"),
            errors: try streams.text(of: "errors")
        )
    }
}
