import Foundation
import TestSupport
import Testing

@testable import YilanCommand

/// `yilan check` as users run it.
@Suite struct CheckCommandTests {
    private func run(_ text: String, _ options: [String] = []) throws -> ProgramRun {
        let folder = try WorkFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("sub"),
            withIntermediateDirectories: true
        )
        try folder.write(text, to: "sub/in.tsv")
        return try YilanProgram.run(["check", "sub/in.tsv"] + options, in: folder)
    }

    @Test func aCleanTableHasNoFindings() throws {
        let clean = SmallTable.text.replacing("长期坚持\t\t\t", with: "长期坚持\t已办\t是\t")
            .replacing("已修5公里\t否", with: "因暴雨滞后，已修5公里\t否")
        let run = try run(clean, ["--strict"])
        #expect(run.status == 0, "\(run.outputText)")
        #expect(run.outputText.hasPrefix("nothing found\n4 targets read. Not checked:"))
        #expect(run.errors.isEmpty)
    }

    @Test func warningsCountWhereTheyAreAskedFor() throws {
        let slip = SmallTable.text.replacing("4\t丙丁", with: "6\t丙丁")
        #expect(try run(slip).status == 0)
        let strict = try run(slip, ["--strict"])
        #expect(strict.status == 1)
        #expect(strict.outputText.contains("sub/in.tsv:"))
        #expect(strict.outputText.contains("warning:"))
    }

    @Test func errorsAreFindings() throws {
        let run = try run(SmallTable.withDuplicate, ["--strict"])
        #expect(run.status == 1)
        #expect(run.outputText.contains("[duplicate-serial]"))
        #expect(run.outputText.contains("0 errors, "))
    }

    @Test func whatIsNoTableIsWrongData() throws {
        let run = try run("no table\n")
        #expect(run.status == 65)
        #expect(run.outputText.contains("[no-header]"))
    }

    @Test func programsGetOneDocument() throws {
        let run = try run(SmallTable.withDuplicate, ["--strict", "--format", "json"])
        #expect(run.status == 1)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
        )
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(object["warnings"] as? Int ?? 0 > 0)
        #expect(findings.contains { $0["code"] as? String == "duplicate-serial" })
        #expect(findings.allSatisfy { $0.count == 13 })
        #expect(findings.allSatisfy { $0["file"] as? String == "sub/in.tsv" })
    }

    @Test func codesAreChosen() throws {
        let slip = SmallTable.text.replacing("4\t丙丁", with: "6\t丙丁")
        let ignored = try run(
            slip,
            ["--ignore", "serial-gap,blank-cell,blank-status", "--format", "json"]
        )
        #expect(!ignored.outputText.contains("serial-gap"))
        let only = try run(slip, ["--only", "serial-gap"])
        #expect(only.outputText.contains("[serial-gap]"))
        #expect(only.outputText.contains("0 errors, 0 warnings, 1 note"))
    }

    @Test func errorsAreAlwaysShown() throws {
        let run = try run("no table\n", ["--only", "character-slip", "--ignore", "no-header"])
        #expect(run.status == 65)
        #expect(run.outputText.contains("[no-header]"))
    }

    /// With a slip in a code the check would find nothing for ever.
    @Test(arguments: ["--only", "--ignore"])
    func codesThatThereAreNotAreRefused(option: String) throws {
        let slip = try run(SmallTable.text, [option, "blank-cell,serial-gaps"])
        #expect(slip.status == 64)
        #expect(slip.errorText.contains("no finding has the code serial-gaps ["))
        #expect(slip.errorText.contains("did you mean serial-gap?"))
        let other = try run(SmallTable.text, [option, "完全不对", "--language", "zh"])
        #expect(other.status == 64)
        #expect(other.errorText.contains("没有这样的问题代码：完全不对"))
        #expect(other.errorText.contains(" character-slip,"), "all codes are listed")
    }

    /// What is accepted is not reported again until its cell is changed.
    @Test func acceptedFindingsAreLeftOut() throws {
        let folder = try WorkFolder()
        let slip = SmallTable.text.replacing("已修5公里", with: "己完成5公里")
        try folder.write(slip, to: "in.tsv")
        let options = ["check", "in.tsv", "--baseline", "accepted.json"]
        let absent = try YilanProgram.run(options, in: folder)
        #expect(absent.status == 66)
        let update = try YilanProgram.run(options + ["--update-baseline"], in: folder)
        #expect(update.status == 0)
        #expect(update.outputText.hasPrefix("nothing found; "))
        let again = try YilanProgram.run(options + ["--strict"], in: folder)
        #expect(again.status == 0, "\(again.outputText)")
        try folder.write(slip.replacing("己完成5公里", with: "己完成6公里"), to: "in.tsv")
        let changed = try YilanProgram.run(options + ["--strict"], in: folder)
        #expect(changed.status == 1)
        #expect(changed.outputText.contains("[character-slip]"))
        try folder.write("{}", to: "accepted.json")
        let wrong = try YilanProgram.run(options, in: folder)
        #expect(wrong.status == 65)
        #expect(String(decoding: wrong.errors, as: UTF8.self).contains("[no-baseline]"))
    }

    /// Of a kind that many cells show, those that aren't listed are accepted cell by cell, too.
    @Test func whatIsNotListedIsAcceptedByItsCell() throws {
        let folder = try WorkFolder()
        let rows = (1...30).map { "\($0)\t张鹏\t任务\($0)\t年底\t进展\($0)\t或许\($0)\t市教育局\n" }
        let header = "某市2023年度责任目标完成情况一览表\n序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位\n"
        let text = header + rows.joined()
        try folder.write(text, to: "in.tsv")
        let options = ["check", "in.tsv", "--only", "unclear-status", "--strict"]
        let shown = try YilanProgram.run(options, in: folder)
        #expect(shown.outputText.contains("10 more findings of this kind"))
        let accepting = options + ["--baseline", "accepted.json"]
        let update = try YilanProgram.run(accepting + ["--update-baseline"], in: folder)
        #expect(update.outputText.contains("nothing found; 30 accepted"))
        try folder.write(text.replacing("或许29", with: "可能29"), to: "in.tsv")
        let changed = try YilanProgram.run(accepting, in: folder)
        #expect(changed.status == 1)
        #expect(changed.outputText.contains("可能29"))
        try folder.write(header + rows.dropFirst().joined(), to: "in.tsv")
        let mended = try YilanProgram.run(accepting, in: folder)
        #expect(mended.status == 0, "\(mended.outputText)")
    }

    @Test func reviewToolsGetPlaces() throws {
        let slip = SmallTable.text.replacing("已修5公里", with: "己完成5公里")
        let sarif = try run(slip, ["--only", "character-slip", "--format", "sarif"])
        let log = try #require(
            JSONSerialization.jsonObject(with: Data(sarif.output)) as? [String: Any]
        )
        #expect(log["version"] as? String == "2.1.0")
        let runs = try #require(log["runs"] as? [[String: Any]])
        let results = try #require(runs.first?["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["character-slip"])
        let annotations = try run(slip, ["--only", "character-slip", "--format", "annotations"])
        #expect(annotations.outputText.hasPrefix("::warning file=sub/in.tsv,line="))
        #expect(annotations.outputText.contains("title=character-slip::"))
    }
}
