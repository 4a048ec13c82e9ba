import Foundation
import TestSupport
import Testing

/// What becomes of the file that `apply --report` names.
@Suite struct ReportFileTests {
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "t.tsv")
        try folder.write(correction(old: "已建成3所", new: "已建成4所"), to: "good.json")
        try folder.write(correction(old: "已建成2所", new: "已建成4所"), to: "conflict.json")
        try folder.write("{", to: "broken.json")
        try folder.write(SmallTable.withDuplicate, to: "duplicate.tsv")
        return folder
    }

    private func correction(old: String, new: String) -> String {
        """
        {"format": "yilan-corrections/1", "corrections": [
        {"serial": 1, "field": "progress", "old": "\(old)", "new": "\(new)"}]}
        """
    }

    private static let runs: [(arguments: [String], status: Int32)] = [
        (["conflict.json", "--to", "t.tsv", "-o", "out.tsv"], 1),
        (["broken.json", "--to", "t.tsv", "-o", "out.tsv"], 65),
        (["good.json", "--to", "duplicate.tsv", "-o", "out.tsv"], 65),
        (["none.json", "--to", "t.tsv", "-o", "out.tsv"], 66),
        (["good.json", "--to", "t.tsv", "-o", "none/out.tsv"], 73),
        (["good.json", "--to", "t.tsv", "-o", "/dev/full"], 74),
    ]

    @Test(arguments: runs, ["report.md", "report.json", "report.csv", "report.xlsx", "link.md"])
    func theReportOfAnEarlierRunNeverStays(
        run: (arguments: [String], status: Int32),
        report: String
    ) throws {
        let folder = try folder()
        if report == "link.md" { try folder.link("link.md", to: "real.md") }
        let name = report == "link.md" ? "real.md" : report
        try folder.write("earlier", to: name)
        let ended = try YilanProgram.run(
            ["apply"] + run.arguments + ["--report", report],
            in: folder
        )
        #expect(ended.status == run.status, "\(ended.errorText)")
        if folder.contents.contains(name) {
            #expect(try folder.bytes(of: name) != Array("earlier".utf8))
        }
        // Where there is a conflict, it is what people want to read.
        #expect(run.status != 1 || folder.contents.contains(name))
        #expect(!folder.contents.contains("out.tsv"))
    }

    @Test func aWrongCommandLineTouchesNothing() throws {
        let folder = try folder()
        try folder.write("earlier", to: "report.md")
        for line in [["-o", "report.md"], ["--in-place", "-o", "x.tsv"], ["-o", "out.json"]] {
            let run = try YilanProgram.run(
                ["apply", "good.json", "--to", "t.tsv", "--report", "report.md"] + line,
                in: folder
            )
            #expect(run.status == 64)
            #expect(try folder.text(of: "report.md") == "earlier")
        }
    }

    @Test func aReportThatMayNotBeReplacedIsToldBeforeAnything() throws {
        let folder = try folder()
        try FileManager.default.createDirectory(
            atPath: folder.path("report.md"),
            withIntermediateDirectories: true
        )
        let run = try YilanProgram.run(
            ["apply", "good.json", "--to", "t.tsv", "--in-place", "--report", "report.md"],
            in: folder
        )
        #expect(run.status == 73)
        #expect(try folder.text(of: "t.tsv") == SmallTable.text)
    }

    @Test func onStandardOutputItIsJSONAndNothingElse() throws {
        let folder = try folder()
        for (more, status) in [([], 0), (["-o", "out.tsv"], 0), (["--in-place"], 0)]
            as [([String], Int32)]
        {
            let run = try YilanProgram.run(
                ["apply", "good.json", "--to", "t.tsv", "--report", "-"] + more,
                in: folder
            )
            #expect(run.status == status)
            let json = try JSONSerialization.jsonObject(with: Data(run.output))
            #expect(json is [String: Any])
        }
        let both = try YilanProgram.run(
            ["apply", "good.json", "--to", "t.tsv", "--report", "-", "-o", "-"],
            in: folder
        )
        #expect(both.status == 64)
        #expect(both.codes == ["output-is-report"])
    }

    @Test(arguments: [("d.foo", 64), ("d.tsv", 64), ("d.md", 1), ("d", 1)])
    func differencesGoIntoFilesWhoseNameSaysHow(name: String, status: Int32) throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "old.tsv")
        try folder.write(SmallTable.text.replacing("1", with: "9"), to: "new.tsv")
        let run = try YilanProgram.run(["diff", "old.tsv", "new.tsv", "-o", name], in: folder)
        #expect(run.status == status, "\(run.errorText)")
        #expect(folder.contents.contains(name) == (status == 1))
    }
}
