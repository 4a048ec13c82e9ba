import Foundation
import TestSupport
import Testing

/// Command lines that people write, and what is made of them.
@Suite struct CommandLineTests {
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "in.tsv")
        return folder
    }

    @Test(arguments: [
        ["--language", "zh", "check", "in.tsv"], ["--language=zh", "-q", "check", "in.tsv"],
        ["--diagnostics", "text", "--language", "zh", "summary", "in.tsv"],
    ])
    func commonOptionsMayStandBeforeTheCommand(arguments: [String]) throws {
        let run = try YilanProgram.run(arguments, in: folder())
        #expect([0, 1].contains(run.status), "\(run.errorText)")
        #expect(!run.output.isEmpty)
        #expect(run.errors.isEmpty)
    }

    @Test func theyMayStandBeforeAnInputToo() throws {
        let run = try YilanProgram.run(["--language", "zh", "in.tsv", "--to", "tsv"], in: folder())
        #expect(run.outputText == SmallTable.text)
    }

    /// Nothing was done, which a script has to see, too.
    @Test func theNameAloneShowsHelp() throws {
        let run = try YilanProgram.run([], in: folder())
        #expect(run.status == 64)
        #expect(run.outputText.contains("Usage:"))
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: [("领导", "leader"), ("责任单位", "unit"), ("时限", "deadline")])
    func groupsMayBeNamedInChinese(chinese: String, key: String) throws {
        let folder = try folder()
        let named = try YilanProgram.run(["summary", "in.tsv", "--by", chinese], in: folder)
        #expect(named.status == 0, "\(named.errorText)")
        let run = try YilanProgram.run(["summary", "in.tsv", "--by", key], in: folder)
        #expect(named.outputText == run.outputText)
    }

    @Test func chineseHelpNamesValuesInChinese() throws {
        let run = try YilanProgram.run(["apply", "--help", "--language", "zh"], in: folder())
        #expect(run.outputText.contains("<更正文件>"))
        #expect(!run.outputText.contains("<corrections>"))
    }

    @Test(arguments: [["help", "nope"], ["help", "chek"], ["--language", "zh", "help", "nope"]])
    func thereIsNoHelpOnWhatIsNoCommand(arguments: [String]) throws {
        let run = try YilanProgram.run(arguments, in: folder())
        #expect(run.status == 64)
        #expect(run.codes == ["usage"])
        #expect(run.errorText.contains("check") == (arguments.last == "chek"))
    }

    @Test(arguments: [
        ["help"], ["help", "check"], ["check", "--help"], ["--help", "--language", "zh"],
        ["help", "check", "--language", "zh"], ["help", "-q", "check"],
        ["--language=zh", "help", "check"],
    ])
    func thereIsHelpOnWhatIs(arguments: [String]) throws {
        let run = try YilanProgram.run(arguments, in: folder())
        #expect(run.status == 0)
        #expect(run.outputText.contains("--help"))
    }

    @Test(arguments: [["-dash.tsv"], ["convert", "-dash.tsv"], ["convert", "--", "-dash.tsv"]])
    func aNameMayBeginWithADash(arguments: [String]) throws {
        let folder = try folder()
        try folder.write(SmallTable.text, to: "-dash.tsv")
        let options = ["--to", "tsv"]
        let line =
            arguments.contains("--")
            ? ["convert"] + options + ["--", "-dash.tsv"] : arguments + options
        #expect(try YilanProgram.run(line, in: folder).outputText == SmallTable.text)
    }

    @Test(arguments: ["out.json", "out.xlsx", "out.csv", "out.tsv"])
    func aFolderIsNotTakenForAFile(name: String) throws {
        let folder = try folder()
        try FileManager.default.createDirectory(
            atPath: folder.path(name),
            withIntermediateDirectories: true
        )
        let run = try YilanProgram.run(["in.tsv", "-o", name], in: folder)
        #expect(run.status == 73)
        #expect(run.codes == ["cannot-create-output"])
        #expect(folder.contents == ["in.tsv", name])
    }

    @Test(arguments: [("0", 0), ("1700000000", 0), ("", 0), ("now", 64), ("-1", 64), ("1.5", 64)])
    func theDateOfOutputsIsOneOrTheCommandLineIsWrong(value: String, status: Int32) throws {
        let folder = try folder()
        var outputs: [[UInt8]] = []
        for name in ["a.xlsx", "b.xlsx"] {
            // Properties of workbooks have seconds.
            if !outputs.isEmpty { usleep(1_100_000) }
            let run = try YilanProgram.run(
                ["in.tsv", "-o", name],
                in: folder,
                environment: ["SOURCE_DATE_EPOCH": value]
            )
            #expect(run.status == status, "\(run.errorText)")
            guard status == 0 else { return }
            outputs.append(try folder.bytes(of: name))
        }
        #expect(outputs[0] == outputs[1])
    }

    @Test func aWorkbookThatCanNotBeReadIsALineForGit() throws {
        let folder = try folder()
        try folder.write([0x50, 0x4B, 0x03, 0x04, 0xFF, 0x00, 0x1B], to: "broken.xlsx")
        let run = try YilanProgram.run(["textconv", "broken.xlsx"], in: folder)
        #expect(run.status == 0)
        #expect(run.outputText.hasPrefix("(no table") && run.outputText.hasSuffix(")\n"))
        #expect(run.outputText.split(separator: "\n").count == 1)
    }
}
