import Foundation
import TestSupport
import Testing

/// The outputs of the sample before programs that share nothing with yilan.
@Suite struct ValidatorTests {
    private static let sample = SampleTable.url.path

    @Test(arguments: ["json", "jsonl", "csv", "xlsx"])
    func everyFieldIsTheSources(_ format: String) throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        _ = try Validator.yilan(["convert", Self.sample, "-o", "out.\(format)"], in: folder)
        try Validator.run("check_fields", [Self.sample, "out.\(format)"], in: folder)
    }

    @Test func documentsFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        let schema = try Validator.yilan(["schema", "table"], in: folder)
        try folder.write(schema.output, to: "schema.json")
        _ = try Validator.yilan(["convert", Self.sample, "-o", "out.json"], in: folder)
        try Validator.run("validate_json", ["schema.json", "out.json"], in: folder)
    }

    @Test func documentsWithFindingsFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        let schema = try Validator.yilan(["schema", "table"], in: folder)
        try folder.write(schema.output, to: "schema.json")
        _ = try Validator.yilan(
            ["convert", Self.sample, "--with", "checks,indicators", "-o", "out.json"],
            in: folder
        )
        try Validator.run("validate_json", ["schema.json", "out.json"], in: folder)
    }

    @Test(arguments: ["zh", "en"])
    func workbookWithFindingsOpensCleanly(_ language: String) throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        _ = try Validator.yilan(
            [
                "convert", Self.sample, "--with", "checks,indicators", "-o", "out.xlsx",
                "--language", language,
            ],
            in: folder
        )
        try Validator.run("check_workbook", ["out.xlsx"], in: folder)
    }

    @Test func correctionsFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        let schema = try Validator.yilan(["schema", "corrections"], in: folder)
        try folder.write(schema.output, to: "schema.json")
        let edited = try Repository.text("Samples/heze-2023.tsv")
            .replacing("已全部建成并运营72处", with: "已全部建成并运营73处")
        try folder.write(edited, to: "new.tsv")
        let diff = try YilanProgram.run(
            ["diff", Self.sample, "new.tsv", "--format", "json"],
            in: folder
        )
        #expect(diff.status == 1)
        try folder.write(diff.output, to: "corrections.json")
        try Validator.run("validate_json", ["schema.json", "corrections.json"], in: folder)
    }

    @Test func indicatorsFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        let schema = try Validator.yilan(["schema", "indicators"], in: folder)
        try folder.write(schema.output, to: "schema.json")
        let found = try Validator.yilan(
            ["indicators", Self.sample, "--format", "json"],
            in: folder
        )
        try folder.write(found.output, to: "indicators.json")
        try Validator.run("validate_json", ["schema.json", "indicators.json"], in: folder)
    }

    /// Whatever comes of it: written, planned, in conflict, refused.
    @Test func outcomesFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        try folder.write(
            try Validator.yilan(["schema", "outcome"], in: folder).output,
            to: "schema.json"
        )
        func list(_ corrections: String) -> String {
            #"{"format": "yilan-corrections/1", "corrections": [\#(corrections)]}"#
        }
        let status = #"{"serial": 142, "field": "onSchedule", "old": "是", "new": "maybe"}"#
        let stale = #"{"serial": 143, "field": "progress", "old": "甲", "new": "乙"}"#
        let wrong = #"{"serial": 999, "field": "progress", "new": "乙"}"#
        var documents: [String] = []
        for (number, corrections) in [status, status + "," + stale, wrong].enumerated() {
            try folder.write(list(corrections), to: "list.json")
            for (option, name) in [([], "a"), (["-o", "new.tsv"], "b"), (["--strict"], "c")] {
                let run = try YilanProgram.run(
                    ["apply", "list.json", "--to", Self.sample, "--format", "json"] + option,
                    in: folder
                )
                let document = "\(number)\(name).json"
                try folder.write(run.output, to: document)
                documents.append(document)
            }
        }
        try Validator.run("validate_json", ["schema.json"] + documents, in: folder)
    }

    @Test func findingsFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        try folder.write(
            try Validator.yilan(["schema", "findings"], in: folder).output,
            to: "schema.json"
        )
        let check = try YilanProgram.run(["check", Self.sample, "--format", "json"], in: folder)
        #expect(check.status <= 1)
        try folder.write(check.output, to: "findings.json")
        try Validator.run("validate_json", ["schema.json", "findings.json"], in: folder)
    }

    @Test func packageIsFrictionless() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        _ = try Validator.yilan(
            ["convert", Self.sample, "-o", "out/", "--to", "csv"],
            in: folder
        )
        try Validator.run("check_package", ["out", Self.sample], in: folder)
    }

    @Test(arguments: ["zh", "en"])
    func workbookOpensCleanly(_ language: String) throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        _ = try Validator.yilan(
            ["convert", Self.sample, "-o", "out.xlsx", "--language", language],
            in: folder
        )
        try Validator.run("check_workbook", ["out.xlsx"], in: folder)
    }

    @Test func workbookOfOneLeaderOpensCleanly() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        _ = try Validator.yilan(
            ["convert", Self.sample, "-o", "out/", "--to", "xlsx", "--split-by", "leader"],
            in: folder
        )
        let workbooks = folder.contents.filter { $0.hasPrefix("out/") }
        #expect(workbooks.count == 3)
        try Validator.run("check_workbook", workbooks, in: folder)
    }

    @Test func aReviewOpensCleanly() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        let edited = try Repository.text("Samples/heze-2023.tsv")
            .replacing("已全部建成并运营72处", with: "已全部建成并运营73处")
            .replacing("\t否\t", with: "\t是\t")
        try folder.write(edited, to: "new.tsv")
        let diff = try YilanProgram.run(
            ["diff", Self.sample, "new.tsv", "-o", "a.xlsx"],
            in: folder
        )
        #expect(diff.status == 1)
        try Validator.run("check_workbook", ["a.xlsx"], in: folder)
    }

    /// Formulas come to what is stored, and follow when 是 becomes 否: in both languages, with lists
    /// beside the table, and where the table lacks columns that the summary counts by.
    @Test func workbooksFollowCorrections() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        let samples = [
            ["-o", "zh.xlsx"],
            ["-o", "en.xlsx", "--language", "en", "--with", "checks,indicators"],
        ]
        for options in samples {
            _ = try Validator.yilan(["convert", Self.sample] + options, in: folder)
        }
        let labels = ["序号", "市政府领导", "责任目标内容", "完成时限", "是否按计划完成进度", "责任单位"]
        let rows = [
            ["1", "张鹏", "修路", "年底", "是", "市交通运输局"], ["2", "李四", "建桥", "6月底", "否", "市财政局"],
        ]
        var workbooks = ["zh.xlsx", "en.xlsx"]
        for kept in [[0, 2], [0, 2, 4, 5], [0, 1, 2, 4]] {
            let lines = ([labels] + rows).map { row in
                kept.map { row[$0] }.joined(separator: "\t")
            }
            let name = "columns" + kept.map(String.init).joined()
            try folder.write("某市2023年责任目标\n" + lines.joined(separator: "\n"), to: name + ".tsv")
            _ = try Validator.yilan(
                ["convert", name + ".tsv", "-o", name + ".xlsx", "--language", "zh"],
                in: folder
            )
            workbooks.append(name + ".xlsx")
        }
        try Validator.run("recalculate_workbook", workbooks, in: folder)
    }

    /// What LibreOffice saves of a workbook still says what the source says.
    @Test func libreOfficeKeepsEveryField() throws {
        _ = try Validator.python()
        let folder = try WorkFolder()
        _ = try Validator.yilan(["convert", Self.sample, "-o", "out.xlsx"], in: folder)
        try Validator.run("libreoffice", ["out.xlsx", "xlsx", "saved"], in: folder)
        try Validator.run("check_fields", [Self.sample, "saved/out.xlsx"], in: folder)
        _ = try Validator.yilan(["convert", "saved/out.xlsx", "-o", "back.tsv"], in: folder)
        #expect(try folder.bytes(of: "back.tsv") == SampleTable.bytes())
    }
}
