import Foundation
import TestSupport
import Testing

@testable import YilanCommand

/// Workbooks as outputs and inputs, seen from outside.
@Suite struct ConvertWorkbookTests {
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "in.tsv")
        try FileManager.default.createDirectory(
            atPath: folder.path("tmp"),
            withIntermediateDirectories: true
        )
        return folder
    }

    /// Runs with temporary files in the folder, where they can be seen.
    private func run(
        _ arguments: [String],
        in folder: WorkFolder,
        environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try YilanProgram.run(
            arguments,
            in: folder,
            environment: ["TMPDIR": folder.path("tmp")].merging(environment) { $1 }
        )
    }

    @Test func aWorkbookIsTheSameWhereverItGoes() throws {
        let folder = try folder()
        #expect(try run(["in.tsv", "-o", "out.xlsx"], in: folder).status == 0)
        let piped = try run(["in.tsv", "--to", "xlsx"], in: folder)
        #expect(piped.status == 0)
        #expect(piped.output.starts(with: Array("PK".utf8)))
        #expect(try folder.bytes(of: "out.xlsx") == piped.output)
        #expect(folder.contents == ["in.tsv", "out.xlsx", "tmp"])
    }

    @Test func whatNoCellCanHoldIsToldOfTheOutput() throws {
        let folder = try folder()
        try folder.write(SmallTable.text.replacing("植树", with: "植\0树"), to: "nul.tsv")
        let run = try run(["nul.tsv", "-o", "out.xlsx"], in: folder)
        #expect(run.status == 65)
        #expect(run.errorText.hasPrefix("out.xlsx:全部目标!C4: error: "))
        #expect(folder.contents == ["in.tsv", "nul.tsv", "tmp"])
    }

    @Test func itsDateIsThatOfTheInputUnlessTold() throws {
        let folder = try folder()
        let dates = [1_700_000_000, 1_700_000_000, 1_600_000_000].map {
            [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: $0)]
        }
        let books = try dates.map { date in
            try FileManager.default.setAttributes(date, ofItemAtPath: folder.path("in.tsv"))
            return try run(["in.tsv", "--to", "xlsx"], in: folder).output
        }
        #expect(books[0] == books[1])
        #expect(books[0] != books[2])
        let told = try run(
            ["in.tsv", "--to", "xlsx"],
            in: folder,
            environment: ["SOURCE_DATE_EPOCH": "1700000000"]
        )
        #expect(told.output == books[0])
    }

    @Test func itsLanguageIsNotThatOfTheLocale() throws {
        let folder = try folder()
        let chinese = try run(
            ["in.tsv", "--to", "xlsx"],
            in: folder,
            environment: ["LANG": "zh_CN"]
        )
        let english = try run(
            ["in.tsv", "--to", "xlsx"],
            in: folder,
            environment: ["LANG": "en_US"]
        )
        let told = try run(["in.tsv", "--to", "xlsx", "--language", "en"], in: folder)
        #expect(chinese.output == english.output)
        #expect(told.output != english.output)
    }

    @Test(arguments: ["leader", "领导", "市政府领导"])
    func oneForEachLeader(key: String) throws {
        let folder = try folder()
        let line = ["in.tsv", "--split-by", key, "-o", "out/"]
        let run = try run(line, in: folder)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(
            folder.contents == ["in.tsv", "out", "out/丙丁.xlsx", "out/甲乙.xlsx", "tmp"]
        )
        let back = try YilanProgram.run(["out/丙丁.xlsx", "--to", "csv"], in: folder)
        #expect(back.outputText.contains("植树") && !back.outputText.contains("修路"))
    }

    @Test func leadersWorkbooksTogetherAreTheTable() throws {
        let folder = try folder()
        let line = ["in.tsv", "--split-by", "leader", "-o", "out/"]
        #expect(try run(line, in: folder).status == 0)
        let apply = ["apply", "out/甲乙.xlsx", "out/丙丁.xlsx", "--to", "in.tsv"]
        let run = try run(apply, in: folder)
        #expect(run.status == 0)
        #expect(run.output.isEmpty, "nothing was corrected")
        let merged = try self.run(["out/甲乙.xlsx", "out/丙丁.xlsx", "-o", "all.csv"], in: folder)
        #expect(merged.status == 0, "\(merged.errorText)")
        #expect(try self.run(["diff", "in.tsv", "all.csv"], in: folder).status == 0)
    }

    @Test func theEncodingOfAnOutputIsMeantWhereInputsHaveNone() throws {
        let folder = try folder()
        #expect(try run(["in.tsv", "-o", "in.xlsx"], in: folder).status == 0)
        let options = ["in.xlsx", "--encoding", "gb18030", "--to", "csv"]
        let run = try run(options, in: folder)
        #expect(run.status == 0)
        #expect(run.output.starts(with: [0xD0, 0xF2]))
    }

    @Test func aDiskThatFillsLeavesTheOldFileAndNoLitter() throws {
        let folder = try folder()
        try folder.write("old", to: "out.xlsx")
        for blocks in [0, 1, 2, 4] {
            let run = try YilanProgram.shell(
                "ulimit -f \(blocks); yilan in.tsv -o out.xlsx 2>/dev/null",
                in: folder,
                environment: ["TMPDIR": folder.path("tmp")]
            )
            #expect(run.status == 74, "\(blocks) blocks")
            #expect(folder.contents == ["in.tsv", "out.xlsx", "tmp"], "\(blocks) blocks")
            #expect(try folder.text(of: "out.xlsx") == "old")
        }
    }

    @Test(arguments: ["none", "in.tsv", "no\u{FFFD}ne/deep", "locked"])
    func aTemporaryFolderThatCanNotBeUsedStopsNoWorkbook(name: String) throws {
        let folder = try folder()
        try FileManager.default.createDirectory(
            atPath: folder.path("locked"),
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o500]
        )
        let run = try run(
            ["in.tsv", "-o", "out.xlsx"],
            in: folder,
            environment: ["TMPDIR": folder.path(name)]
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(folder.contents == ["in.tsv", "locked", "out.xlsx", "tmp"])
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func aTerminalGetsNoWorkbook() throws {
        let folder = try folder()
        let line = "script -qec 'yilan in.tsv --to xlsx' log >/dev/null </dev/null"
        let run = try YilanProgram.shell(line, in: folder)
        #expect(run.status == 64)
        #expect(try folder.text(of: "log").contains("usage"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func aTerminalGetsColoursUnlessUnwanted() throws {
        let folder = try folder()
        try folder.write(SmallTable.withError, to: "bad.tsv")
        let line = "script -qec 'yilan bad.tsv --to csv' log >/dev/null </dev/null"
        _ = try YilanProgram.shell(line, in: folder, environment: ["TERM": "xterm"])
        #expect(try folder.text(of: "log").contains("\u{1B}[1;31m"))
        let unwanted = ["TERM": "xterm", "NO_COLOR": "1"]
        _ = try YilanProgram.shell(line, in: folder, environment: unwanted)
        #expect(try !folder.text(of: "log").contains("\u{1B}[1;31m"))
    }
}
