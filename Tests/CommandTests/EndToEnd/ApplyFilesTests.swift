import Foundation
import TestSupport
import Testing

@testable import YilanCommand

/// The files that `apply` is given, and those that it leaves behind.
@Suite struct ApplyFilesTests {
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "p.tsv")
        try folder.write("序号,完成情况\n1,已建成4所\n", to: "c.csv")
        return folder
    }

    /// Nobody waits for a pipe into which nobody writes.
    @Test func aPipeIsNoFileToWriteInPlace() throws {
        let folder = try folder()
        let run = try YilanProgram.shell(
            "mkfifo pipe && timeout 20 yilan apply c.csv --to pipe --in-place",
            in: folder
        )
        #expect(run.status == 64)
        #expect(run.errorText.contains("is a pipe or a device"))
    }

    /// An encoding is named for the file that is in it; the others' are found.
    @Test(arguments: ["utf-16le", "gb18030"])
    func anEncodingIsThatOfTheFileThatIsInIt(encoding: String) throws {
        let folder = try folder()
        let text = "序号,完成情况\n1,已建成4所\n"
        let script = ["csv", "tsv"].map { kind in
            "iconv -f UTF-8 -t \(encoding) \(kind == "csv" ? "c" : "p").\(kind) >other.\(kind)"
        }.joined(separator: "; ")
        #expect(try folder.text(of: "c.csv") == text)
        for (corrections, official) in [("other.csv", "p.tsv"), ("c.csv", "other.tsv")] {
            let run = try YilanProgram.shell(
                "\(script); yilan apply \(corrections) --to \(official) --encoding \(encoding)"
                    + " -o out.tsv",
                in: folder
            )
            #expect(run.status == 0, "\(run.errorText)")
            #expect(run.outputText.contains("1 cell of 1 target"))
        }
    }

    @Test func whatIsPassedOverInAFolderIsNamed() throws {
        let folder = try folder()
        let path = folder.path("back/deeper")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try folder.write("序号,完成情况\n1,已建成4所\n", to: "back/a.csv")
        try folder.write("%PDF-1.4", to: "back/通知.PDF")
        try folder.write("序号,完成情况\n2,新\n", to: "back/无后缀")
        let run = try YilanProgram.run(["apply", "back", "--to", "p.tsv"], in: folder)
        #expect(run.status == 0)
        #expect(run.outputText.contains("1 cell of 1 target changed"))
        let note = run.errorText.split(separator: "\n").first { $0.contains("[passed-over]") }
        for name in ["deeper/", "通知.PDF", "无后缀"] { #expect(note?.contains(name) == true) }
    }

    /// A report that is there is always this run's.
    @Test(arguments: [
        ["apply", "none.csv", "--to", "p.tsv"], ["apply", "c.csv", "--to", "none.tsv"],
        ["apply", "bad.csv", "--to", "p.tsv"],
    ])
    func noReportOfAnEarlierRunStays(arguments: [String]) throws {
        let folder = try folder()
        try folder.write("序号,完成情况\n99,新\n", to: "bad.csv")
        try folder.write("earlier", to: "report.json")
        let run = try YilanProgram.run(arguments + ["--report", "report.json"], in: folder)
        #expect(run.status != 0)
        let report = try? folder.text(of: "report.json")
        #expect(report?.contains("earlier") != true)
    }

    /// Whoever reads the outcome as JSON reads one whatever happened to the files.
    @Test(arguments: [["none.csv", "--to", "p.tsv"], ["c.csv", "--to", "none.tsv"]])
    func theOutcomeTellsOfMissingFiles(arguments: [String]) throws {
        let run = try YilanProgram.run(["apply"] + arguments + ["--format", "json"], in: folder())
        #expect(run.status == 66)
        #expect(run.outputText.contains("\"format\": \"yilan-outcome/1\""))
        #expect(run.outputText.contains("\"status\": \"refused\""))
    }

    /// Open conflicts of a report are no corrections, which is told.
    @Test func openConflictsOfAReportAreToldOf() throws {
        let folder = try folder()
        try folder.write("序号,完成情况\n1,已建成5所\n", to: "d.csv")
        let first = try YilanProgram.run(
            ["apply", "c.csv", "d.csv", "--to", "p.tsv", "-o", "new.tsv", "--report", "r.json"],
            in: folder
        )
        #expect(first.status == 1)
        #expect(first.errorText.contains("with --base and the table that was sent out"))
        let second = try YilanProgram.run(["apply", "r.json", "--to", "p.tsv"], in: folder)
        #expect(second.errorText.contains("[open-conflicts-left-out]"))
    }

    /// A list of accepted findings never takes the place of another document.
    @Test func noOtherDocumentIsReplacedByABaseline() throws {
        let folder = try folder()
        let update = ["check", "p.tsv", "--update-baseline", "--baseline"]
        let refused = try YilanProgram.run(update + ["c.csv"], in: folder)
        #expect(refused.status == 65)
        #expect(try folder.text(of: "c.csv").hasPrefix("序号"))
        for _ in 0..<2 {
            #expect(try YilanProgram.run(update + ["accepted.json"], in: folder).status == 0)
        }
    }
}
