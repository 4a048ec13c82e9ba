import Foundation
import TestSupport
import Testing

@testable import YilanCommand

/// `yilan diff` and `yilan apply` as users run them.
@Suite struct CorrectionTests {
    private let new = SmallTable.text.replacing("已建成3所", with: "已建成4所")
        .replacing("市林业局", with: "市林业局 市水利局")

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "old.tsv")
        try folder.write(new, to: "new.tsv")
        let run = try YilanProgram.run(
            ["diff", "old.tsv", "new.tsv", "--format", "json", "-o", "changes.json"],
            in: folder
        )
        #expect(run.status == 1)
        return folder
    }

    @Test func deletingNeedsNoCorrections() throws {
        let folder = try folder()
        let command = ["apply", "--to", "old.tsv", "-o", "out.tsv"]
        let refused = try YilanProgram.run(command, in: folder)
        #expect(refused.status == 64)
        let run = try YilanProgram.run(command + ["--delete", "2"], in: folder)
        #expect(run.status == 0, "\(run.errorText)")
        let text = try folder.text(of: "out.tsv")
        #expect(!text.contains("修路10公里"))
    }

    /// In a folder of corrections stand other things, too: reports of earlier runs, notes.
    @Test func aFolderMayHoldOtherFilesThanCorrections() throws {
        let folder = try folder()
        let target = folder.url.appending(path: "back")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try folder.write("没有表头的一段话。\n", to: "back/readme.txt")
        let command = ["apply", "back", "--to", "old.tsv", "-o", "out.tsv"]
        let alone = try YilanProgram.run(command, in: folder)
        #expect(alone.status == 65)
        #expect(alone.codes == ["passed-over", "empty-folder"])
        #expect(!folder.contents.contains("out.tsv"))
        let report = ["apply", "changes.json", "--to", "old.tsv", "--report", "back/r.csv"]
        #expect(try YilanProgram.run(report, in: folder).status == 0)
        try folder.write(try folder.text(of: "changes.json"), to: "back/changes.json")
        let run = try YilanProgram.run(command, in: folder)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.codes == ["passed-over", "passed-over"])
        #expect(try folder.text(of: "out.tsv") == new)
        // Whoever names a file means it.
        let named = ["apply", "back/readme.txt", "--to", "old.tsv", "-o", "named.tsv"]
        #expect(try YilanProgram.run(named, in: folder).status == 65)
    }

    /// One of the two would be lost.
    @Test(arguments: ["out.txt", "./out.txt", "folder/../out.txt", "link/out.txt", "link.txt"])
    func tableAndReportAreTwoFiles(report: String) throws {
        let folder = try folder()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "folder"),
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "link"),
            withDestinationURL: folder.url
        )
        try folder.link("link.txt", to: "out.txt")
        let command = ["apply", "changes.json", "--to", "old.tsv", "-o", "out.txt"]
        let run = try YilanProgram.run(command + ["--report", report], in: folder)
        #expect(run.status == 64)
        #expect(run.errorText.contains("[output-is-report]"))
        #expect(!folder.contents.contains("out.txt"))
        #expect(try YilanProgram.run(command + ["--report", "report.txt"], in: folder).status == 0)
        #expect(try YilanProgram.run(command + ["--report", report], in: folder).status == 64)
    }

    @Test(arguments: ["out.json", "out.csv", "out.xlsx", "out.jsonl"])
    func theOfficialTableIsCalledNothingElse(output: String) throws {
        let folder = try folder()
        let run = try YilanProgram.run(
            ["apply", "changes.json", "--to", "old.tsv", "-o", output],
            in: folder
        )
        #expect(run.status == 64)
        #expect(run.errorText.contains("[official-output]"))
        #expect(!folder.contents.contains(output))
    }

    /// A report is a list of changes, and no table of targets.
    @Test func aReportCorrectsNothing() throws {
        let folder = try folder()
        let report = ["apply", "changes.json", "--to", "old.tsv", "--report", "report.csv"]
        #expect(try YilanProgram.run(report, in: folder).status == 0)
        let run = try YilanProgram.run(["apply", "report.csv", "--to", "old.tsv"], in: folder)
        #expect(run.status == 65)
        #expect(run.errorText.contains("[no-known-column]"))
    }

    /// They come by mail under their own names.
    @Test(arguments: [("xls", "XLS"), ("et", "XLS"), ("xlsb", "not-a-workbook")])
    func otherWorkbooksAreNamed(ending: String, told: String) throws {
        let folder = try folder()
        var bytes = Array("PK".utf8)
        if told == "XLS" {
            let name = "Workbook".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + name
        }
        try folder.write(bytes, to: "back." + ending)
        let run = try YilanProgram.run(["apply", "back." + ending, "--to", "old.tsv"], in: folder)
        #expect(run.status == 65)
        #expect(run.errorText.contains(told))
        #expect(run.errorText.contains("XLSX"))
    }

    @Test func diffTellsWhetherThereIsADifference() throws {
        let folder = try folder()
        let same = try YilanProgram.run(["diff", "old.tsv", "old.tsv"], in: folder)
        #expect(same.status == 0)
        #expect(same.outputText == "no difference\n" && same.errors.isEmpty)
        _ = try YilanProgram.run(["old.tsv", "-o", "old.csv"], in: folder)
        #expect(try YilanProgram.run(["diff", "old.csv", "old.tsv"], in: folder).status == 0)
        let different = try YilanProgram.run(["diff", "old.csv", "new.tsv"], in: folder)
        #expect(different.status == 1)
        #expect(different.outputText.contains("[-3-]{+4+}"))
        let bad = try YilanProgram.run(["diff", "old.tsv", "none.tsv"], in: folder)
        #expect(bad.status == 66)
    }

    @Test(arguments: ["xlsx", "md", "json", "csv", "txt"])
    func diffFollowsTheExtension(ending: String) throws {
        let folder = try folder()
        let output = "review." + ending
        let diff = ["diff", "old.tsv", "new.tsv", "-o", output]
        #expect(try YilanProgram.run(diff, in: folder).status == 1)
        let format = ["xlsx": "PK", "md": "| ", "json": "{", "csv": "\u{FEFF}serial", "txt": "1 "]
        let start = try #require(format[ending])
        #expect(try folder.bytes(of: output).starts(with: start.utf8))
        let first = try folder.bytes(of: output)
        #expect(try YilanProgram.run(diff, in: folder).status == 1)
        #expect(try folder.bytes(of: output) == first)
        guard ending == "xlsx" else { return }
        let run = try YilanProgram.run(diff + ["--format", "csv"], in: folder)
        #expect(run.status == 64)
    }

    @Test(arguments: ["text", "json", "csv", "markdown"])
    func diffSpeaksEveryFormat(format: String) throws {
        let run = try YilanProgram.run(
            ["diff", "old.tsv", "new.tsv", "--format", format],
            in: folder()
        )
        #expect(run.status == 1)
        #expect(run.outputText.contains("市水利局"))
    }

    @Test func applyChangesTheCorrectedCellsAlone() throws {
        let folder = try folder()
        let run = try YilanProgram.run(
            ["apply", "changes.json", "--to", "old.tsv", "-o", "out.tsv"],
            in: folder
        )
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(try folder.text(of: "out.tsv") == new)
        #expect(try folder.text(of: "old.tsv") == SmallTable.text)
    }

    @Test func withoutAnOutputItIsOnlyShown() throws {
        let folder = try folder()
        let before = folder.contents
        let run = try YilanProgram.run(["apply", "changes.json", "--to", "old.tsv"], in: folder)
        #expect(run.status == 0)
        #expect(run.outputText.contains("[-3-]{+4+}"))
        #expect(folder.contents == before)
        #expect(try folder.text(of: "old.tsv") == SmallTable.text)
    }

    @Test func inPlaceKeepsModeAndLink() throws {
        let folder = try folder()
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        try FileManager.default.setAttributes(attributes, ofItemAtPath: folder.path("old.tsv"))
        try folder.link("link.tsv", to: "old.tsv")
        let line = ["apply", "changes.json", "--to", "link.tsv", "--in-place"]
        #expect(try YilanProgram.run(line, in: folder).status == 0)
        #expect(try folder.text(of: "old.tsv") == new)
        #expect(try folder.mode(of: "old.tsv") == 0o600)
        // Once more there is nothing to do, and the file isn't touched.
        let date = try FileManager.default.attributesOfItem(atPath: folder.path("old.tsv"))
        #expect(try YilanProgram.run(line, in: folder).status == 0)
        let again = try FileManager.default.attributesOfItem(atPath: folder.path("old.tsv"))
        #expect(date[.systemFileNumber] as? Int == again[.systemFileNumber] as? Int)
    }

    @Test func aConflictIsShownAndNothingIsWritten() throws {
        let folder = try folder()
        let moved = SmallTable.text.replacing("已建成3所", with: "已建成2所")
        try folder.write(moved, to: "moved.tsv")
        let line = ["apply", "changes.json", "--to", "moved.tsv"]
        let output = ["-o", "out.tsv", "--report", "report.md"]
        let run = try YilanProgram.run(line + output, in: folder)
        #expect(run.status == 1)
        #expect(run.codes == ["correction-conflict"])
        for text in ["已建成2所", "已建成3所", "已建成4所"] { #expect(run.errorText.contains(text)) }
        #expect(!folder.contents.contains("out.tsv"))

        let keep = line + output + ["--on-conflict", "keep"]
        #expect(try YilanProgram.run(keep, in: folder).status == 0)
        #expect(
            try folder.text(of: "out.tsv")
                == moved.replacing("市林业局", with: "市林业局 市水利局")
        )
        let take = line + output + ["--on-conflict", "take"]
        #expect(try YilanProgram.run(take, in: folder).status == 0)
        #expect(try folder.text(of: "out.tsv") == new)
    }

    @Test func conflictsAreToldPrograms() throws {
        let folder = try folder()
        try folder.write(SmallTable.text.replacing("已建成3所", with: "已建成2所"), to: "moved.tsv")
        let run = try YilanProgram.run(
            ["apply", "changes.json", "--to", "moved.tsv", "--diagnostics", "json"],
            in: folder
        )
        #expect(run.status == 1)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.errors)) as? [String: Any]
        )
        #expect(object["code"] as? String == "correction-conflict")
        #expect(object["serial"] as? Int == 1)
        #expect(object["field"] as? String == "progress")
        #expect(object["file"] as? String == "changes.json")
    }

    @Test(arguments: ["report.md", "report.json", "report.csv", "report.txt"])
    func theListOfChangesIsWritten(name: String) throws {
        let folder = try folder()
        let line = ["apply", "changes.json", "--to", "old.tsv", "--report", name]
        #expect(try YilanProgram.run(line, in: folder).status == 0)
        #expect(try folder.text(of: name).contains("市水利局"))
        #expect(try folder.text(of: "old.tsv") == SmallTable.text)
    }

    @Test func theListOfChangesMayBeAWorkbook() throws {
        let folder = try folder()
        let line = ["apply", "changes.json", "--to", "old.tsv", "--report", "report.xlsx"]
        #expect(try YilanProgram.run(line, in: folder).status == 0)
        #expect(try folder.bytes(of: "report.xlsx").starts(with: Array("PK".utf8)))
        #expect(folder.contents.filter { $0.hasPrefix(".") }.isEmpty)
    }

    private static let refused: [(line: String, status: Int32)] = [
        ("changes.json --to old.tsv -o old.tsv", 64),
        ("changes.json --to old.tsv -o changes.json", 64),
        ("changes.json --to old.tsv -o out.tsv --in-place", 64), ("- --to - -o out.tsv", 64),
        ("changes.json --to changes.json -o out.tsv", 64), ("changes.json", 64),
        ("changes.json --to old.tsv --report r.doc", 64),
        ("changes.json --to old.tsv --report old.tsv", 64), ("none.json --to old.tsv", 66),
        ("changes.json --to none.tsv", 66), ("changes.json --to old.tsv -o none/out.tsv", 73),
        ("broken.json --to old.tsv -o out.tsv", 65),
        ("changes.json --to old.tsv -o out.tsv --report none/r.md", 73),
    ]

    @Test(arguments: refused)
    func nothingIsWrittenWhereItCanNotBeDone(line: String, status: Int32) throws {
        let folder = try folder()
        try folder.write("{\"format\": ", to: "broken.json")
        let before = folder.contents
        let arguments = ["apply"] + line.split(separator: " ").map(String.init)
        let run = try YilanProgram.run(arguments, in: folder)
        #expect(run.status == status, "\(run.errorText)")
        #expect(folder.contents == before)
        #expect(try folder.text(of: "old.tsv") == SmallTable.text)
    }

    @Test func aTextFileWithoutOriginalsNeedsTheBase() throws {
        let folder = try folder()
        _ = try YilanProgram.run(["new.tsv", "-o", "back.csv"], in: folder)
        let moved = SmallTable.text.replacing("办展会", with: "办书展")
        try folder.write(moved, to: "moved.tsv")
        let run = try YilanProgram.run(
            ["apply", "back.csv", "--to", "moved.tsv", "--base", "old.tsv", "-o", "out.tsv"],
            in: folder
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(try folder.text(of: "out.tsv") == new.replacing("办展会", with: "办书展"))
    }

    /// Rows without serials may have been sorted or left out: by order they would go astray.
    @Test func rowsWithoutSerialsAreRefused() throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "official.tsv")
        try folder.write("责任目标内容,完成情况\n种树,已种\n修路,已修\n", to: "back.csv")
        let run = try YilanProgram.run(
            ["apply", "back.csv", "--to", "official.tsv", "-o", "new.tsv"],
            in: folder
        )
        #expect(run.status == 65)
        #expect(run.errorText.contains("[missing-serial-column]"))
        #expect(throws: (any Error).self) { try folder.bytes(of: "new.tsv") }
    }
}
