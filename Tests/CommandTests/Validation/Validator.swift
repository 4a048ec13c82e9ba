import Foundation
import TestSupport
import Testing

/// A script of `Tests/Validators`, which holds an output against what others make of it.
enum Validator {
    /// The Python that the scripts run with.
    ///
    /// - Throws: `MissingValidators` where it has to be there; else the test is cancelled.
    static func python() throws -> URL {
        if let python = Repository.validatorPython { return python }
        if Repository.requiresValidators { throw MissingValidators() }
        try Test.cancel("no .venv with the validators: `make test` lays it")
    }

    /// Runs a script; what it prints is the reason where it finds something wrong.
    ///
    /// - Throws: what keeps the script from running.
    static func run(
        _ script: String,
        _ arguments: [String],
        in folder: WorkFolder,
        at location: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let path = Repository.root.appending(path: "Tests/Validators/\(script).py").path
        let run = try ProgramRun(
            try python(),
            [path] + arguments,
            in: folder.url,
            environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"]
        )
        #expect(
            run.status == 0,
            "\(script) \(arguments.joined(separator: " "))\n\(run.outputText)\(run.errorText)",
            sourceLocation: location
        )
    }

    /// Runs yilan, which has to succeed without a word.
    ///
    /// - Throws: what keeps it from running.
    static func yilan(
        _ arguments: [String],
        in folder: WorkFolder,
        at location: Testing.SourceLocation = #_sourceLocation
    ) throws -> ProgramRun {
        let run = try YilanProgram.run(
            arguments,
            in: folder,
            environment: ["LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1700000000"]
        )
        #expect(
            run.status == 0 && run.errors.isEmpty,
            "yilan \(arguments.joined(separator: " ")): \(run.status)\n\(run.errorText)",
            sourceLocation: location
        )
        return run
    }
}

/// The validators are not installed although they have to be.
struct MissingValidators: Error {}
