import Foundation
import TestSupport
import Testing

/// What `apply` says of what it did: the receipt for people, the outcome for programs.
@Suite struct OutcomeTests {
    /// The members of an outcome that tests look at.
    private struct Outcome: Decodable {
        struct Conflict: Decodable, Equatable {
            var field: String
            var base: String?
            var official: String?
            var new: String
            var resolution: String
        }
        struct Finding: Decodable {
            var code: String
        }
        var format: String
        var status: String
        var output: String?
        var unedited: [String]
        var counts: [String: Int]
        var leftAlone: [String: Int]
        var conflicts: [Conflict]
        var errors: [Finding]
        var warnings: [Finding]
    }

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "old.tsv")
        try folder.write(list(#"{"serial": 1, "field": "progress", "new": "已建成4所"}"#), to: "a.json")
        try folder.write(list(#"{"serial": 1, "field": "progress", "new": "已建成3所"}"#), to: "b.json")
        try folder.write(
            list(#"{"serial": 2, "field": "units", "old": "市水利局", "new": "市交通局"}"#),
            to: "c.json"
        )
        try folder.write(
            list(#"{"serial": 4, "field": "onSchedule", "new": "maybe"}"#),
            to: "d.json"
        )
        try folder.write(list(#"{"serial": 9, "field": "progress", "new": "甲"}"#), to: "e.json")
        return folder
    }

    private func list(_ correction: String) -> String {
        #"{"format": "yilan-corrections/1", "corrections": [\#(correction)]}"#
    }

    private func outcome(_ run: ProgramRun) throws -> Outcome {
        try JSONDecoder().decode(Outcome.self, from: Data(run.output))
    }

    // MARK: Receipts

    @Test(arguments: ["zh", "en"])
    func aReceiptSaysWhatWasWritten(language: String) throws {
        let folder = try folder()
        let run = try YilanProgram.run(
            ["apply", "a.json", "--to", "old.tsv", "-o", "new.tsv", "--language", language],
            in: folder
        )
        #expect(run.status == 0)
        for word in ["new.tsv", "old.tsv", "1 完成情况"] { #expect(run.outputText.contains(word)) }
        #expect(run.outputText.contains(language == "zh" ? "改动 1 项目标的 1 格" : "1 cell of 1 target"))
        #expect(run.errors.isEmpty)
        let again = try YilanProgram.run(
            ["apply", "a.json", "--to", "new.tsv", "--in-place", "--language", language],
            in: folder
        )
        #expect(again.codes == ["nothing-to-change"])
        #expect(again.outputText.contains(language == "zh" ? "未作改动" : "left as it is"))
    }

    @Test func aReceiptNeverMixesWithAnOutput() throws {
        let folder = try folder()
        let command = ["apply", "a.json", "--to", "old.tsv", "-o", "-"]
        let run = try YilanProgram.run(command, in: folder)
        #expect(run.outputText == SmallTable.text.replacing("已建成3所", with: "已建成4所"))
        #expect(run.errorText.contains("1 cell of 1 target"))
        #expect(try YilanProgram.run(command + ["--quiet"], in: folder).errors.isEmpty)
        let json = try YilanProgram.run(command + ["--format", "json"], in: folder)
        #expect(json.status == 64)
    }

    @Test func whatIsLeftAloneIsOnTheReceipt() throws {
        let folder = try folder()
        _ = try YilanProgram.run(["old.tsv", "-o", "back.csv"], in: folder)
        let table = try folder.text(of: "back.csv")
            .replacing("已植树", with: "???").replacing("已修5公里", with: "已修6公里")
        try folder.write(table, to: "back.csv")
        let run = try YilanProgram.run(
            ["apply", "back.csv", "--to", "old.tsv", "-o", "new.tsv", "--only", "progress"],
            in: folder
        )
        #expect(run.outputText.contains("1 cell has \"?\""))
        #expect(try folder.text(of: "new.tsv") == SmallTable.text.replacing("已修5", with: "已修6"))
    }

    // MARK: Outcomes

    @Test func everyEndHasItsOutcome() throws {
        func run(_ arguments: [String]) throws -> (outcome: Outcome, status: Int32) {
            let run = try YilanProgram.run(
                ["apply"] + arguments + ["--to", "old.tsv", "--format", "json"],
                in: folder()
            )
            return (try outcome(run), run.status)
        }
        let written = try run(["a.json", "-o", "new.tsv"])
        #expect(written.outcome.format == "yilan-outcome/1")
        #expect(written.outcome.status == "written" && written.status == 0)
        #expect(written.outcome.output == "new.tsv")
        #expect(written.outcome.counts["cells"] == 1)
        #expect(try run(["a.json"]).outcome.status == "planned")
        let unchanged = try run(["b.json", "--in-place"])
        #expect(unchanged.outcome.status == "unchanged" && unchanged.status == 0)
        #expect(unchanged.outcome.leftAlone["saidAlready"] == 1)
        let strict = try run(["d.json", "--strict", "-o", "new.tsv"])
        #expect(strict.outcome.status == "refused" && strict.status == 1)
        #expect(strict.outcome.warnings.map(\.code) == ["unclear-status"])
        #expect(strict.outcome.output == nil)
        let wrong = try run(["e.json", "-o", "new.tsv"])
        #expect(wrong.outcome.status == "refused" && wrong.status == 65)
        #expect(wrong.outcome.errors.map(\.code) == ["unknown-serial"])
    }

    /// A run that can't read or write a file has an outcome, too.
    @Test func failuresHaveAnOutcome() throws {
        let folder = try folder()
        for (arguments, status, code) in [
            (["nothing.json", "--to", "old.tsv"], 66, "unreadable-input"),
            (["a.json", "--to", "nothing.tsv"], 66, "unreadable-input"),
            (["a.json", "--to", "old.tsv", "-o", "nowhere/new.tsv"], 73, "cannot-create-output"),
        ] {
            let run = try YilanProgram.run(
                ["apply"] + arguments + ["--format", "json"],
                in: folder
            )
            #expect(run.status == Int32(status))
            let outcome = try outcome(run)
            #expect(outcome.status == "refused" && outcome.output == nil)
            #expect(outcome.errors.map(\.code) == [code])
            #expect(run.errorText.contains("[\(code)]"))
        }
    }

    /// Where files disagree it is said which `--on-conflict take` takes, and which is the newest.
    @Test func theNewestOfTheFilesIsNamed() throws {
        let folder = try folder()
        func hint(_ seconds: Double) throws -> String {
            for (name, age) in [("a.json", 0), ("b.json", seconds)] {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 - age)],
                    ofItemAtPath: folder.path(name)
                )
            }
            return try YilanProgram.run(
                ["apply", "a.json", "b.json", "--to", "old.tsv", "-o", "new.tsv"],
                in: folder
            )
            .errorText
        }
        let newer = "; a.json was saved last: to take it, name it last"
        #expect(try hint(3_600).contains("take (b.json, named last on the command line)" + newer))
        #expect(try !hint(5).contains("saved last"))
        #expect(try !hint(-3_600).contains("saved last"))
    }

    @Test func openConflictsHaveAllThreeTexts() throws {
        let folder = try folder()
        let run = try YilanProgram.run(
            [
                "apply", "c.json", "a.json", "b.json", "--to", "old.tsv", "-o", "new.tsv",
                "--format", "json",
            ],
            in: folder
        )
        #expect(run.status == 1)
        let outcome = try outcome(run)
        #expect(outcome.status == "conflicts")
        #expect(
            outcome.conflicts == [
                .init(
                    field: "progress",
                    base: nil,
                    official: "已建成3所",
                    new: "已建成4所",
                    resolution: "open"
                ),
                .init(
                    field: "progress",
                    base: nil,
                    official: "已建成3所",
                    new: "已建成3所",
                    resolution: "open"
                ),
                .init(
                    field: "units",
                    base: "市水利局",
                    official: "市交通局 市财政局",
                    new: "市交通局",
                    resolution: "open"
                ),
            ]
        )
        #expect(!folder.contents.contains("new.tsv"))
    }

    @Test(arguments: ["md", "json", "csv", "xlsx"])
    func reportsListOpenConflictsThatStopIt(ending: String) throws {
        let folder = try folder()
        let report = "report." + ending
        let run = try YilanProgram.run(
            ["apply", "c.json", "--to", "old.tsv", "-o", "new.tsv", "--report", report],
            in: folder
        )
        #expect(run.status == 1)
        #expect(!folder.contents.contains("new.tsv"))
        let bytes = try folder.bytes(of: report)
        if ending == "xlsx" {
            #expect(bytes.starts(with: "PK".utf8))
        } else {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["市水利局", "市交通局 市财政局"] { #expect(text.contains(word)) }
        }
    }
}
