import Foundation
import TestSupport
import Testing

/// `apply --in-place` beside others who write the same file.
@Suite struct InPlaceTests {
    private static let count = 20

    /// A table, and for each of its targets a correction in a file of its own.
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(LargeTable.text(targets: Self.count), to: "t.tsv")
        for serial in 1...Self.count {
            let correction =
                "{\"serial\": \(serial), \"field\": \"progress\", \"new\": \"更正\(serial)号\"}"
            try folder.write(
                "{\"format\": \"yilan-corrections/1\", \"corrections\": [\(correction)]}",
                to: "c\(serial).json"
            )
        }
        return folder
    }

    private func isThere(_ serial: Int, in text: String) -> Bool {
        text.contains("\t更正\(serial)号\t")
    }

    /// Starts `apply --in-place` with the correction of one target.
    private func start(
        _ serial: Int,
        in folder: WorkFolder,
        on system: SystemFaults?
    ) throws -> Process {
        let process = Process()
        process.executableURL = Repository.yilan
        process.arguments = ["apply", "c\(serial).json", "--to", "t.tsv", "--in-place"]
        process.currentDirectoryURL = folder.url
        process.environment = try ProcessInfo.processInfo.environment
            .merging(system?.environment() ?? [:]) { $1 }
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private static let systems: [SystemFaults?] = [nil] + SystemFaults.allCases

    @Test(arguments: systems) func nobodysCorrectionIsLost(system: SystemFaults?) throws {
        let folder = try folder()
        let before = folder.contents
        let runs = try (1...Self.count).map { try start($0, in: folder, on: system) }
        for run in runs { run.waitUntilExit() }
        #expect(runs.allSatisfy { $0.terminationReason == .exit && $0.terminationStatus == 0 })
        let text = try folder.text(of: "t.tsv")
        #expect((1...Self.count).filter { !isThere($0, in: text) } == [])
        #expect(folder.contents == before)
    }

    /// A program that knows no lock, as an editor or a script.
    @Test(arguments: [nil, SystemFaults.noLocks])
    func whatAnotherProgramWritesMeanwhileStays(system: SystemFaults?) throws {
        let folder = try folder()
        var marks = ""
        for serial in 2...9 {
            let run = try start(serial, in: folder, on: system)
            while run.isRunning {
                // It takes away what is written while it has the text; yilan takes away nothing.
                let text = try folder.text(of: "t.tsv")
                #expect(text.contains("第1项目标" + marks + "\t"))
                marks += "·"
                try folder.write(text.replacing("第1项目标", with: "第1项目标·"), to: "new")
                #expect(unsafe rename(folder.path("new"), folder.path("t.tsv")) == 0)
                usleep(UInt32.random(in: 0...60_000))
            }
            let ended = run.terminationStatus
            #expect(ended == 0 || ended == 75)
        }
        #expect(try folder.text(of: "t.tsv").contains("第1项目标" + marks + "\t"))
    }

    @Test(arguments: [0o600, 0o640, 0o664]) func linkAndModeStay(mode: Int) throws {
        let folder = try folder()
        try FileManager.default.setAttributes(
            [.posixPermissions: mode],
            ofItemAtPath: folder.path("t.tsv")
        )
        try folder.link("link.tsv", to: "t.tsv")
        let before = folder.contents
        let run = try YilanProgram.run(
            ["apply", "c3.json", "--to", "link.tsv", "--in-place"],
            in: folder
        )
        #expect(run.status == 0)
        #expect(isThere(3, in: try folder.text(of: "t.tsv")))
        #expect(try folder.mode(of: "t.tsv") == mode)
        #expect(folder.contents == before)
        let manager = FileManager.default
        #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("link.tsv")) == "t.tsv")
    }
}
