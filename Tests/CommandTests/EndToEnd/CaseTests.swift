import Foundation
import TestSupport
import Testing

/// One folder of `Tests/Cases`: a command with its inputs and all that must come of it.
///
/// - `cmd`: a line of the shell, run in a copy of the folder; `yilan` is the program that was built.
/// - `expected.*`: for each, `output.*` must have the same bytes; no other `output.*` may appear.
/// - `stdout`, `stderr`: what is written there; nothing where the file is missing.
/// - `status`: the exit status; 0 where the file is missing.
///
/// `UPDATE_GOLDEN=1` records what came, and fails, so that nobody takes it for a test.
struct CaseFolder: CustomTestStringConvertible, Sendable {
    /// Where the folder is.
    let url: URL

    /// The folder's name.
    var testDescription: String { url.lastPathComponent }

    /// Every case, by name.
    static var all: [CaseFolder] {
        let cases = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Cases").standardizedFileURL
        let found = try? FileManager.default.contentsOfDirectory(
            at: cases,
            includingPropertiesForKeys: nil
        )
        return (found ?? [])
            .filter { FileManager.default.fileExists(atPath: $0.appending(path: "cmd").path()) }
            .sorted { $0.path() < $1.path() }
            .map(CaseFolder.init(url:))
    }

    /// What a run leaves: the names of files of the case, with their bytes.
    typealias Outcome = [String: [UInt8]]

    /// What must come of the command.
    func expected() throws -> Outcome {
        var outcome: Outcome = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path()) {
            if name.hasPrefix("expected.") || ["stdout", "stderr", "status"].contains(name) {
                outcome[name] = try [UInt8](Data(contentsOf: url.appending(path: name)))
            }
        }
        return outcome
    }

    /// Runs the command in a copy of the folder.
    func run() throws -> Outcome {
        let folder = try WorkFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: url.path()) {
            try FileManager.default.copyItem(
                at: url.appending(path: name),
                to: folder.url.appending(path: name)
            )
        }
        let line = try folder.text(of: "cmd")
        let run = try YilanProgram.shell(line, in: folder, environment: ["LC_ALL": "C.UTF-8"])
        var outcome: Outcome = [:]
        if !run.output.isEmpty { outcome["stdout"] = run.output }
        if !run.errors.isEmpty { outcome["stderr"] = run.errors }
        if run.status != 0 { outcome["status"] = Array("\(run.status)\n".utf8) }
        for name in folder.contents where name.hasPrefix("output.") {
            outcome["expected." + name.dropFirst("output.".count)] = try folder.bytes(of: name)
        }
        return outcome
    }

    /// Makes the folder expect `outcome`.
    func record(_ outcome: Outcome) throws {
        for name in try expected().keys where outcome[name] == nil {
            try FileManager.default.removeItem(at: url.appending(path: name))
        }
        for (name, bytes) in outcome { try Data(bytes).write(to: url.appending(path: name)) }
    }
}

@Suite struct CaseTests {
    @Test(arguments: CaseFolder.all)
    func comesOutAsExpected(folder: CaseFolder) throws {
        let outcome = try folder.run()
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try folder.record(outcome)
            Issue.record("recorded \(folder.testDescription); review the diff, then run again")
            return
        }
        let expected = try folder.expected()
        #expect(Set(outcome.keys) == Set(expected.keys))
        for (name, bytes) in outcome {
            guard let wanted = expected[name] else { continue }
            // As text first: a difference can be read.
            #expect(
                String(decoding: bytes, as: UTF8.self) == String(decoding: wanted, as: UTF8.self),
                "\(name)"
            )
            #expect(bytes == wanted, "\(name): same text, different bytes")
        }
    }

    @Test func thereAreCases() {
        #expect(!CaseFolder.all.isEmpty)
    }
}
