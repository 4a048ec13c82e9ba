import Foundation
import TestSupport

/// The program that the package builds, run as users run it.
enum YilanProgram {
    /// Variables of the tests' own environment that must not reach the program.
    private static let blank = [
        "LC_ALL": "", "LC_MESSAGES": "", "LANG": "", "COLUMNS": "", "NO_COLOR": "",
        "SOURCE_DATE_EPOCH": "",
    ]

    /// Runs the program in `folder` with these arguments and waits for it.
    static func run(
        _ arguments: [String],
        in folder: WorkFolder,
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) throws -> ProgramRun {
        try ProgramRun(
            Repository.yilan,
            arguments,
            in: folder.url,
            environment: blank.merging(environment) { $1 },
            input: input
        )
    }

    /// Runs a line of the shell in which the program is `yilan`.
    static func shell(
        _ line: String,
        in folder: WorkFolder,
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) throws -> ProgramRun {
        var variables = blank.merging(environment) { $1 }
        variables["PATH"] = Repository.products.path(percentEncoded: false) + ":/usr/bin:/bin"
        return try ProgramRun(
            URL(filePath: "/bin/sh"),
            ["-c", line],
            in: folder.url,
            environment: variables,
            input: input
        )
    }
}

extension ProgramRun {
    /// The codes of the findings on standard error, in order.
    var codes: [String] {
        errorText.split(separator: "\n").compactMap { line in
            guard line.hasSuffix("]"), let open = line.lastIndex(of: "[") else { return nil }
            return String(line[line.index(after: open)...].dropLast())
        }
    }
}
