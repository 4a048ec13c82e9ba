import Foundation
import TestSupport
import Testing

/// What is said of wrong data, in both languages and both forms.
@Suite struct FindingsTests {
    private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws
        -> ProgramRun
    {
        let folder = try WorkFolder()
        try folder.write(SmallTable.withDuplicate, to: "bad.tsv")
        try folder.write("just text\n", to: "text.tsv")
        return try YilanProgram.run(arguments, in: folder, environment: environment)
    }

    @Test func tellsThePlace() throws {
        let run = try run(["bad.tsv", "--to", "tsv"])
        #expect(run.status == 0)
        #expect(!run.output.isEmpty)
        #expect(run.codes == ["duplicate-serial"])
        #expect(run.errorText.hasPrefix("bad.tsv:4:29: warning: "))
        #expect(run.errorText.contains("  4 | "))
    }

    private static let languages: [(options: [String], environment: [String: String], Bool)] = [
        (["--language", "zh"], [:], true), ([], ["LANG": "zh_CN.UTF-8"], true), ([], [:], false),
        (["--language=en"], ["LANG": "zh_CN.UTF-8"], false), ([], ["LC_ALL": "zh"], true),
    ]

    @Test(arguments: languages)
    func speaksTheLanguage(
        options: [String],
        environment: [String: String],
        isChinese: Bool
    ) throws {
        let run = try run(["bad.tsv", "--to", "tsv"] + options, environment)
        #expect(run.errorText.contains(": 警告: ") == isChinese)
        #expect(run.errorText.contains(": warning: ") != isChinese)
        #expect(run.codes == ["duplicate-serial"])
    }

    @Test func tellsProgramsTheSame() throws {
        let run = try run(["bad.tsv", "text.tsv", "--to", "tsv", "--diagnostics", "json"])
        #expect(run.status == 65)
        let objects = try run.errorText.split(separator: "\n").map { line in
            try #require(
                JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            )
        }
        #expect(objects.map { $0["code"] as? String } == ["duplicate-serial", "no-header"])
        #expect(objects.map { $0["file"] as? String } == ["bad.tsv", "text.tsv"])
        #expect(objects.map { $0["line"] as? Int } == [4, 1])
        #expect(objects.first?["column"] as? Int == 29)
        #expect(objects.first?["block"] as? Int == 2)
        #expect(objects.first?["serial"] as? Int == 1)
        #expect(objects.allSatisfy { $0.count == 13 })
    }

    @Test func usageIsToldProgramsToo() throws {
        let run = try run(["bad.tsv", "--diagnostics", "json", "--nothing"])
        #expect(run.status == 64)
        let object =
            try JSONSerialization.jsonObject(with: Data(run.errorText.utf8)) as? [String: Any]
        #expect(object?["code"] as? String == "usage")
        #expect(object?["file"] is NSNull)
    }

    @Test func aSerialInTwoFilesIsReportedWithBothPlaces() throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "a.tsv")
        let other = SmallTable.text.replacing("1\t甲乙", with: "9\t甲乙")
            .replacing("3\t丙丁", with: "8\t丙丁").replacing("2\t甲乙", with: "7\t甲乙")
        try folder.write(other, to: "b.tsv")
        let run = try YilanProgram.run(["a.tsv", "b.tsv", "--to", "csv"], in: folder)
        #expect(run.status == 0, "every row is kept")
        #expect(run.codes == ["duplicate-serial"])
        #expect(run.errorText.hasPrefix("b.tsv:5:"))
        #expect(run.errorText.contains("line 5 of a.tsv"))
    }

    @Test func severalFilesBecomeOneTable() throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "a.tsv")
        try folder.write(SmallTable.text.replacing("2024年度", with: "2025年度"), to: "b.tsv")
        let run = try YilanProgram.run(["a.tsv", "b.tsv", "--to", "tsv"], in: folder)
        #expect(run.status == 0)
        #expect(run.codes == ["shared-serial", "titles-left-out"])
        #expect(run.outputText.count { $0 == "\t" } > 8)
    }

    @Test func aHundredFindingsAreShownAndTheOthersCounted() throws {
        let folder = try WorkFolder()
        let text = LargeTable.text(targets: 150).replacing("\n1", with: "\n9999\t\n1")
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        let same = rows.enumerated().map { index, row in
            index < 3 || row.isEmpty ? String(row) : "7" + row.drop { $0 != "\t" }
        }
        try folder.write(same.joined(separator: "\n"), to: "bad.tsv")
        let run = try YilanProgram.run(["bad.tsv", "--to", "tsv"], in: folder)
        #expect(run.codes.count { $0 == "duplicate-serial" } == 100)
        let last = try #require(run.errorText.split(separator: "\n").last)
        #expect(last.hasPrefix("yilan: note: ") && last.contains("not shown"))
    }

    /// Not the official file that the document names.
    @Test(arguments: [("甲。\\n乙", "line-break-in-cell"), ("甲\\t乙", "tab-in-cell")])
    func writingNamesTheFileThatWasRead(_ text: String, code: String) throws {
        let folder = try WorkFolder()
        try folder.write("序号\t责任目标\n1\t丙\n2\t甲丁\n", to: "official.tsv")
        let made = try YilanProgram.run(["official.tsv", "-o", "t.json"], in: folder)
        #expect(made.status == 0)
        let edited = try folder.text(of: "t.json").replacing("甲丁", with: text)
        try folder.write(edited, to: "t.json")
        let line = try #require(edited.firstRange(of: text))
        let number = edited[..<line.lowerBound].count { $0 == "\n" } + 1
        let run = try YilanProgram.run(["t.json", "-o", "back.tsv"], in: folder)
        #expect(run.status == 65)
        #expect(run.codes == [code])
        #expect(run.errorText.hasPrefix("t.json:\(number):"))
    }
}
