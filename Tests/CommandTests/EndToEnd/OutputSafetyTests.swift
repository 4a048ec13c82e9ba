import Foundation
import TestSupport
import Testing

/// What becomes of outputs when something goes wrong, seen from outside.
@Suite struct OutputSafetyTests {
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "in.tsv")
        return folder
    }

    @Test func aFullDiskIsReported() throws {
        let folder = try folder()
        let run = try YilanProgram.shell("yilan in.tsv --to tsv >/dev/full", in: folder)
        #expect(run.status == 74)
        #expect(run.codes == ["output-failed"])
    }

    @Test(arguments: ["yilan formats", "yilan --help", "yilan inspect in.tsv", "yilan --version"])
    func aFullDiskIsReportedByEveryCommand(line: String) throws {
        let run = try YilanProgram.shell(line + " >/dev/full", in: folder())
        #expect(run.status == 74)
    }

    @Test func aClosedOutputIsReported() throws {
        let run = try YilanProgram.shell("yilan in.tsv --to tsv >&-", in: folder())
        #expect(run.status == 74)
        #expect(run.codes == ["output-failed"])
    }

    @Test func closedStreamsDoNotReachTheFiles() throws {
        let folder = try folder()
        let run = try YilanProgram.shell("yilan in.tsv -o out.tsv <&- >&- 2>&-", in: folder)
        #expect(run.status == 0)
        #expect(try folder.text(of: "out.tsv") == SmallTable.text)
        try folder.write(SmallTable.withError, to: "bad.tsv")
        let failed = try YilanProgram.shell("yilan bad.tsv -o out.tsv <&- >&- 2>&-", in: folder)
        #expect(failed.status == 65)
        #expect(try folder.text(of: "out.tsv") == SmallTable.text)
    }

    @Test func aReaderThatGoesAwayIsNoError() throws {
        let folder = try folder()
        let line = "{ yilan in.tsv --to tsv; echo $? >status; } | true"
        let run = try YilanProgram.shell(line, in: folder)
        #expect(run.errorText.isEmpty)
        #expect(try folder.text(of: "status") == "0\n")
    }

    @Test func aFullStandardErrorChangesNothing() throws {
        let folder = try folder()
        try folder.write(SmallTable.withError, to: "bad.tsv")
        let run = try YilanProgram.shell("yilan bad.tsv -o out.tsv 2>/dev/full", in: folder)
        #expect(run.status == 65)
        #expect(!folder.contents.contains("out.tsv"))
    }

    @Test func aFileThatMayNotGrowLeavesTheOldOne() throws {
        let folder = try folder()
        try folder.write("old", to: "out.tsv")
        let run = try YilanProgram.shell(
            "ulimit -f 0; yilan in.tsv -o out.tsv 2>/dev/null",
            in: folder
        )
        #expect(run.status == 74)
        #expect(folder.contents == ["in.tsv", "out.tsv"])
        #expect(try folder.text(of: "out.tsv") == "old")
    }

    private static let refused: [(line: String, status: Int32)] = [
        ("in.tsv -o none/out.tsv", 73), ("in.tsv -o in.tsv/out.tsv", 73),
        ("in.tsv -o /proc/out.tsv", 73), ("in.tsv -o in.tsv", 64), ("in.tsv -o ./in.tsv", 64),
        ("in.tsv -o link.tsv", 64), ("in.tsv -o out.foo", 64), ("in.tsv -o . --to tsv", 64),
        ("none.tsv -o out.tsv", 66), ("sub -o out.tsv", 66),
        ("in.tsv/none.tsv -o out.tsv", 66), ("in.tsv -o /dev/full", 74),
    ]

    @Test(arguments: refused)
    func nothingIsWrittenWhereItCanNotBeDone(line: String, status: Int32) throws {
        let folder = try folder()
        try folder.link("link.tsv", to: "in.tsv")
        let arguments = line.split(separator: " ").map(String.init)
        let run = try YilanProgram.run(arguments, in: folder)
        #expect(run.status == status)
        #expect(run.codes.count == 1)
        #expect(folder.contents == ["in.tsv", "link.tsv"])
        #expect(try folder.text(of: "in.tsv") == SmallTable.text)
    }

    @Test func everyInputThatIsMissingIsNamed() throws {
        let run = try YilanProgram.run(["a.tsv", "in.tsv", "b.tsv", "--to", "tsv"], in: folder())
        #expect(run.status == 66)
        #expect(run.codes == ["unreadable-input", "unreadable-input"])
        #expect(run.errorText.contains("a.tsv:") && run.errorText.contains("b.tsv:"))
    }

    @Test func writesStraightToWhatIsNoFile() throws {
        let folder = try folder()
        let null = try YilanProgram.run(["in.tsv", "--to", "tsv", "-o", "/dev/null"], in: folder)
        #expect(null.status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
        #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)

        let line = "mkfifo pipe.tsv; cat pipe.tsv >copy & yilan in.tsv -o pipe.tsv; wait"
        #expect(try YilanProgram.shell(line, in: folder).status == 0)
        #expect(try folder.text(of: "copy") == SmallTable.text)

        let stream =
            "yilan in.tsv --to tsv -o /dev/stdout; yilan in.tsv --to tsv -o /dev/fd/3 3>three"
        #expect(try YilanProgram.shell(stream, in: folder).outputText == SmallTable.text)
        #expect(try folder.text(of: "three") == SmallTable.text)
    }

    @Test func standardInputIsTheOfficialLayout() throws {
        let folder = try folder()
        let input = Array(SmallTable.text.utf8)
        let run = try YilanProgram.run(["-", "--to", "tsv"], in: folder, input: input)
        #expect(run.status == 0)
        #expect(run.output == input)
        let twice = try YilanProgram.run(["-", "-", "--to", "tsv"], in: folder, input: input)
        #expect(twice.status == 64)
    }

    @Test func theModeOfANewFileFollowsTheMask() throws {
        let folder = try folder()
        _ = try YilanProgram.shell("umask 027; yilan in.tsv -o out.tsv", in: folder)
        #expect(try folder.mode(of: "out.tsv") == 0o640)
    }

    /// What can be heard is heard in one way, whatever its name.
    private static let signals: [(Int32, String)] =
        [SIGTERM, SIGKILL].flatMap { signal in
            ["out.tsv", "out.xlsx", "new/", "old/"].map { (signal, $0) }
        } + [(SIGINT, "out.tsv"), (SIGHUP, "out.xlsx")]

    @Test(arguments: signals)
    func aSignalLeavesTheOldFileAndNoLitter(signal: Int32, output: String) throws {
        let folder = try largeFolder()
        let before = try folder.snapshot
        for delay in [20, 150, 400, 700] {
            let process = try start(output, in: folder)
            usleep(UInt32(delay * 1000))
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            guard process.terminationReason == .uncaughtSignal else { break }
            #expect(process.terminationStatus == signal)
            let after = try folder.snapshot
            guard after != before else { continue }
            // It came when the output was there, but the program had not ended: all of it, then.
            let whole = try largeFolder()
            try start(output, in: whole).waitUntilExit()
            let expected = try whole.snapshot
            #expect(after.keys.sorted() == expected.keys.sorted())
            #expect(after == expected, "a file is neither the old one nor the new one")
            break
        }
    }

    /// Where files without names can't be had, a signal that can be heard still leaves nothing.
    @Test func aSignalLeavesNoHiddenFile() throws {
        let folder = try largeFolder()
        let before = folder.contents
        let process = try start(
            "out.tsv",
            in: folder,
            environment: SystemFaults.noUnnamedFiles.environment()
        )
        while process.isRunning, folder.contents == before { usleep(1000) }
        try #require(process.isRunning, "it was done before the signal came")
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(folder.contents == before)
        #expect(try folder.text(of: "out.tsv") == "old")
    }

    private func largeFolder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(LargeTable.text(targets: 8_000), to: "in.tsv")
        try folder.write("old", to: "out.tsv")
        try FileManager.default.createDirectory(
            atPath: folder.path("old"),
            withIntermediateDirectories: true
        )
        try folder.write("old", to: "old/targets.csv")
        return folder
    }

    private func start(
        _ output: String,
        in folder: WorkFolder,
        environment: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        process.executableURL = Repository.yilan
        process.arguments = ["in.tsv", "-o", output]
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        try process.run()
        return process
    }
}

/// A table that takes a while.
enum LargeTable {
    /// A file of the official layout, in one block.
    static func text(targets: Int) -> String {
        let header = "序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位\n"
        let rows = (1...targets).map { number in
            "\(number)\t甲乙\t第\(number)项目标\t年底\t已完成\(number)项\t是\t市教育局 市财政局\n"
        }
        return "示例市人民政府2024年度责任目标完成情况一览表\n\n" + header + rows.joined()
    }
}
