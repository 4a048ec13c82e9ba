import Foundation
import TestSupport
import Testing

/// The outputs of the sample before programs that share nothing with yilan.
@Suite struct ValidatorTests {
    private static let sample = SampleTable.url.path

    @Test(arguments: ["json", "jsonl", "csv", "xlsx"])
    func everyFieldIsTheSources(_ format: String) throws {
        _ = try Validator.python()
        let folder = try TemporaryFolder()
        _ = try Validator.yilan(["convert", Self.sample, "-o", "out.\(format)"], in: folder.url)
        try Validator.run("check_fields", [Self.sample, "out.\(format)"], in: folder.url)
    }

    @Test func documentsFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try TemporaryFolder()
        let schema = try Validator.yilan(["schema", "table"], in: folder.url)
        try Data(schema.output).write(to: folder.url.appending(path: "schema.json"))
        _ = try Validator.yilan(["convert", Self.sample, "-o", "out.json"], in: folder.url)
        try Validator.run("validate_json", ["schema.json", "out.json"], in: folder.url)
    }

    @Test func correctionsFollowTheirSchema() throws {
        _ = try Validator.python()
        let folder = try TemporaryFolder()
        let schema = try Validator.yilan(["schema", "corrections"], in: folder.url)
        try Data(schema.output).write(to: folder.url.appending(path: "schema.json"))
        let edited = try Repository.text("Samples/heze-2023.tsv")
            .replacing("已全部建成并运营72处", with: "已全部建成并运营73处")
        try Data(edited.utf8).write(to: folder.url.appending(path: "new.tsv"))
        let diff = try ProgramRun(
            Repository.yilan,
            ["diff", Self.sample, "new.tsv", "--format", "json"],
            in: folder.url
        )
        #expect(diff.status == 1)
        try Data(diff.output).write(to: folder.url.appending(path: "corrections.json"))
        try Validator.run("validate_json", ["schema.json", "corrections.json"], in: folder.url)
    }

    @Test func packageIsFrictionless() throws {
        _ = try Validator.python()
        let folder = try TemporaryFolder()
        _ = try Validator.yilan(
            ["convert", Self.sample, "-o", "out/", "--to", "csv"],
            in: folder.url
        )
        try Validator.run("check_package", ["out", Self.sample], in: folder.url)
    }

    @Test(arguments: ["zh", "en"])
    func workbookOpensCleanly(_ language: String) throws {
        _ = try Validator.python()
        let folder = try TemporaryFolder()
        _ = try Validator.yilan(
            ["convert", Self.sample, "-o", "out.xlsx", "--language", language],
            in: folder.url
        )
        try Validator.run("check_workbook", ["out.xlsx"], in: folder.url)
    }

    @Test func workbookOfOneLeaderOpensCleanly() throws {
        _ = try Validator.python()
        let folder = try TemporaryFolder()
        _ = try Validator.yilan(
            ["convert", Self.sample, "-o", "out/", "--to", "xlsx", "--split-by", "leader"],
            in: folder.url
        )
        let workbooks = try FileManager.default
            .contentsOfDirectory(atPath: folder.url.appending(path: "out").path).sorted()
        #expect(workbooks.count == 3)
        try Validator.run("check_workbook", workbooks.map { "out/" + $0 }, in: folder.url)
    }

    /// What LibreOffice saves of a workbook still says what the source says.
    @Test func libreOfficeKeepsEveryField() throws {
        _ = try Validator.python()
        let folder = try TemporaryFolder()
        _ = try Validator.yilan(["convert", Self.sample, "-o", "out.xlsx"], in: folder.url)
        try Validator.run("libreoffice", ["out.xlsx", "xlsx", "saved"], in: folder.url)
        try Validator.run("check_fields", [Self.sample, "saved/out.xlsx"], in: folder.url)
        _ = try Validator.yilan(["convert", "saved/out.xlsx", "-o", "back.tsv"], in: folder.url)
        let back = try Data(contentsOf: folder.url.appending(path: "back.tsv"))
        #expect(try [UInt8](back) == SampleTable.bytes())
    }
}
