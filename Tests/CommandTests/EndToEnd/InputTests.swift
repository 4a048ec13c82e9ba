import Foundation
import TestSupport
import Testing

/// Which files are read, and how much of them.
@Suite struct InputTests {
    private static let header = "序号\t责任目标内容\t完成情况\n"

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("in/deeper"),
            withIntermediateDirectories: true
        )
        try folder.write(Self.header + "2\t乙\t二\n", to: "in/b.tsv")
        try folder.write(Self.header + "1\t甲\t一\n", to: "in/a.tsv")
        try folder.write(Self.header + "3\t丙\t三\n", to: "in/deeper/c.tsv")
        try folder.write("no table", to: "in/readme.html.bak")
        return folder
    }

    private func serials(_ run: ProgramRun) -> [String] {
        run.outputText.split(separator: "\r\n").dropFirst().map { String($0.prefix(1)) }
    }

    @Test(arguments: ["in", "in/", "./in"])
    func aFolderStandsForTheFilesInItByName(path: String) throws {
        let run = try YilanProgram.run([path, "--to", "csv"], in: folder())
        #expect(run.status == 0, "\(run.errorText)")
        #expect(serials(run) == ["1", "2"])
        // Somebody may miss what stands in a folder of it, or in a file of no known kind.
        #expect(run.codes == ["passed-over"])
        #expect(run.errorText.contains("deeper/, readme.html.bak"))
    }

    /// As a pattern of the shell gives them: so many that they are gathered before they are parsed.
    @Test func manyFilesByNameAreWhatTheirFolderIs() throws {
        let folder = try WorkFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("in"),
            withIntermediateDirectories: true
        )
        for number in 100..<300 {
            try folder.write(Self.header + "\(number)\t目标\t\(number)\n", to: "in/\(number).tsv")
        }
        let named = (100..<300).map { "in/\($0).tsv" }
        let ofFolder = try YilanProgram.run(["in", "-o", "folder.csv"], in: folder)
        let byName = try YilanProgram.run(named + ["-o", "names.csv"], in: folder)
        #expect(ofFolder.status == 0, "\(ofFolder.errorText)")
        #expect(byName.status == 0, "\(byName.errorText)")
        #expect(byName.errorText == ofFolder.errorText)
        #expect(try folder.text(of: "names.csv") == folder.text(of: "folder.csv"))
        #expect(try folder.text(of: "names.csv").split(separator: "\r\n").count == 201)
    }

    /// Where they are wrong, what is said of them is what is said of few.
    @Test func manyFilesWhereFewAreMeantAreNamedOneByOne() throws {
        let folder = try folder()
        let names = (0..<100).map { "表\($0).tsv" }
        let run = try YilanProgram.run(["diff"] + names, in: folder)
        #expect(run.status == 64)
        #expect(run.errorText.contains("表99.tsv"))
        #expect(!run.errorText.contains("\0"))
    }

    @Test func lockFilesAndHiddenOnesArePassedOver() throws {
        let folder = try folder()
        for name in ["~$a.xlsx", ".b.tsv", ".DS_Store"] { try folder.write("x", to: "in/" + name) }
        let run = try YilanProgram.run(["in", "--to", "csv"], in: folder)
        #expect(run.status == 0)
        #expect(run.codes == ["passed-over", "passed-over", "passed-over"])
        #expect(serials(run) == ["1", "2"])
    }

    @Test func anOutputInTheFolderIsNoInput() throws {
        let folder = try folder()
        for _ in 0..<2 {
            let run = try YilanProgram.run(["in", "-o", "in/all.csv"], in: folder)
            #expect(run.status == 0, "\(run.errorText)")
        }
        #expect(try folder.text(of: "in/all.csv").split(separator: "\r\n").count == 3)
    }

    @Test func aFolderWithNothingToReadIsNoInput() throws {
        let folder = try folder()
        try FileManager.default.createDirectory(
            atPath: folder.path("none"),
            withIntermediateDirectories: true
        )
        for arguments in [["none"], ["none", "in"], ["in", "--from", "xlsx"]] {
            let run = try YilanProgram.run(arguments + ["--to", "csv"], in: folder)
            #expect(run.status == 66)
            #expect(run.codes == ["empty-folder"])
        }
    }

    @Test(arguments: [
        ["in/a.tsv", "in/a.tsv"], ["in", "in/a.tsv"], ["in/a.tsv", "link.tsv"],
        ["in/a.tsv", "in/../in/a.tsv"],
    ])
    func aFileGivenTwiceIsReadOnceAndTold(paths: [String]) throws {
        let folder = try folder()
        try folder.link("link.tsv", to: "in/a.tsv")
        let run = try YilanProgram.run(paths + ["--to", "csv"], in: folder)
        #expect(run.status == 0)
        #expect(run.codes.filter { $0 != "passed-over" } == ["repeated-input"])
        #expect(serials(run).count { $0 == "1" } == 1)
    }

    @Test func correctionsMayBeAFolder() throws {
        let folder = try folder()
        try folder.write(Self.header + "1\t甲\t一\n2\t乙\t二\n", to: "in/official.tsv")
        try folder.write(Self.header + "2\t乙\t二二\n", to: "in/b.tsv")
        let run = try YilanProgram.run(
            ["apply", "in", "--to", "in/official.tsv", "--in-place"],
            in: folder
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(try folder.text(of: "in/official.tsv").contains("2\t乙\t二二"))
    }

    private static let commands = [
        "convert F --to json", "summary F", "check F", "inspect F", "indicators F", "diff F F",
        "apply F --to F", "textconv F", "merge-driver F F F",
    ]

    @Test(arguments: commands) func noInputIsReadWithoutEnd(command: String) throws {
        let line = command.replacing("F", with: "endless.tsv")
        let folder = try WorkFolder()
        try folder.link("endless.tsv", to: "/dev/zero")
        let run = try YilanProgram.shell(
            "ulimit -v 4000000; yilan \(line) --max-input-size 3M",
            in: folder
        )
        #expect(run.status == 65, "\(run.errorText)")
        #expect(Set(run.codes) == ["input-too-large"])
        #expect(run.errorText.contains("3 MiB"))
    }

    @Test(arguments: ["1T", "3G"]) func whatAFileClaimsToHoldIsNotAllocated(size: String) throws {
        let folder = try WorkFolder()
        for name in ["claim.tsv", "claim.xlsx"] {
            let run = try YilanProgram.shell(
                "truncate -s \(size) \(name); ulimit -v 4000000; yilan \(name) --to csv",
                in: folder
            )
            #expect(run.status == 65)
            #expect(run.codes == ["input-too-large"])
        }
    }

    @Test func memoryThatIsNotThereIsTold() throws {
        let folder = try WorkFolder()
        for line in ["yilan claim.tsv --to csv", "yilan - --to csv </dev/zero"] {
            let run = try YilanProgram.shell(
                "truncate -s 900M claim.tsv; ulimit -v 1200000; " + line,
                in: folder
            )
            #expect(run.status == 66, "\(run.errorText)")
            #expect(run.codes == ["unreadable-input"])
        }
    }

    /// What a file makes of itself when it is read may be much more than its bytes.
    @Test(arguments: ["", " --language zh", " --diagnostics json"])
    func memoryThatRunsOutIsTold(options: String) throws {
        let folder = try WorkFolder()
        let run = try YilanProgram.shell(
            "(printf '序号,是否完成\\n1,否'; head -c 60000000 /dev/zero | tr '\\0' ,) >wide.csv;"
                + " ulimit -v 450000; yilan wide.csv -o out.json" + options,
            in: folder
        )
        #expect(run.status == 74, "\(run.errorText)")
        #expect(run.errorText.contains("out-of-memory"))
        #expect(!run.errorText.contains("Fatal error"))
        #expect(folder.contents == ["wide.csv"])
    }

    @Test func theLimitIsOneThatCanBeKept() throws {
        let folder = try folder()
        for (size, status) in [("2G", 0), ("1K", 0), ("3G", 64), ("0", 64), ("x", 64), ("20", 65)]
            as [(String, Int32)]
        {
            let run = try YilanProgram.run(
                ["in", "--to", "csv", "--max-input-size", size],
                in: folder
            )
            #expect(run.status == status, "\(size): \(run.errorText)")
        }
    }

    /// Names as file servers of old have them, in GBK: "测试" and "数据".
    @Test func namesThatAreNoTextAreReadAndWrittenAsTheyAre() throws {
        let folder = try folder()
        let line = #"""
            a=$(printf '\262\342\312\324'); b=$(printf '\312\375\276\335'); mkdir "$a"
            cp in/a.tsv "$a/$a.tsv"; cp in/b.tsv "$a/$b.tsv"
            yilan "$a/$a.tsv" -o "$a.csv" && yilan "$a/$b.tsv" -o "$b.csv" || echo failed
            cmp -s "$a.csv" "$b.csv" && echo overwritten
            yilan "$a" -o "$a.xlsx" && yilan "$a.xlsx" --to csv -o - | wc -l
            yilan "$a/$a.tsv" --to json | grep -c '"file": "测试.tsv"'
            yilan "$b.tsv" --to csv
            """#
        let run = try YilanProgram.shell(line, in: folder)
        #expect(run.outputText == "3\n1\n")
        #expect(run.errorText.contains("数据.tsv: error:"))
        #expect(run.codes == ["unreadable-input"])
    }
}
