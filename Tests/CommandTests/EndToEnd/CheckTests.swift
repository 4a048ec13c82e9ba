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
        #expect(run.outputText == "nothing found\n")
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
        let run = try run(SmallTable.withDuplicate)
        #expect(run.status == 1)
        #expect(run.outputText.contains("[duplicate-serial]"))
        #expect(run.outputText.hasSuffix("notes\n") || run.outputText.hasSuffix("note\n"))
    }

    @Test func whatIsNoTableIsWrongData() throws {
        let run = try run("no table\n")
        #expect(run.status == 65)
        #expect(run.outputText.contains("[no-header]"))
    }

    @Test func programsGetOneDocument() throws {
        let run = try run(SmallTable.withDuplicate, ["--format", "json"])
        #expect(run.status == 1)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
        )
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(object["errors"] as? Int == 1)
        #expect(findings.contains { $0["code"] as? String == "duplicate-serial" })
        #expect(findings.allSatisfy { $0.count == 13 })
        #expect(findings.allSatisfy { $0["file"] as? String == "sub/in.tsv" })
    }
}
