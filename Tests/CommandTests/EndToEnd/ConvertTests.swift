import Foundation
import TargetFormats
import TestSupport
import Testing

@testable import YilanCommand

/// `yilan convert` as users run it: formats, encodings, folders.
@Suite struct ConvertTests {
    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "in.tsv")
        return folder
    }

    @Test func everyTextFormatGivesTheTableBack() throws {
        let folder = try folder()
        for format in ["json", "jsonl", "csv", "tsv"] {
            let there = try YilanProgram.run(["in.tsv", "-o", "out.\(format)"], in: folder)
            #expect(there.status == 0)
            #expect(there.errorText.isEmpty)
            let back = try YilanProgram.run(["out.\(format)", "--to", "json"], in: folder)
            #expect(back.status == 0)
            let object = try #require(
                JSONSerialization.jsonObject(with: Data(back.output)) as? [String: Any]
            )
            let targets = try #require(object["targets"] as? [[String: Any]])
            #expect(targets.map { $0["serial"] as? Int } == [1, 2, 3, 4], "\(format)")
            #expect(targets.map { $0["leader"] as? String } == ["甲乙", "甲乙", "丙丁", "丙丁"])
        }
    }

    /// Control characters stay where an official table had them, and are told of where it is written
    /// from a document or workbook.
    @Test(arguments: ["json", "jsonl", "csv", "xlsx"])
    func controlCharactersAreToldOf(format: String) throws {
        let folder = try folder()
        try folder.write(SmallTable.text.replacing("已植树", with: "已\u{7}植树"), to: "odd.tsv")
        let there = try YilanProgram.run(["odd.tsv", "-o", "odd.\(format)"], in: folder)
        #expect(there.status == 0, "\(there.errorText)")
        let back = try YilanProgram.run(["odd.\(format)", "-o", "back.tsv"], in: folder)
        #expect(back.status == 0)
        #expect(back.codes == ["control-character"], "\(back.errorText)")
        #expect(try folder.text(of: "back.tsv").contains("已\u{7}植树"))
    }

    /// What `check` and `indicators` say goes along where there is room, and is passed over when
    /// the file comes back.
    @Test(arguments: ["json", "xlsx"])
    func findingsAndIndicatorsComeAlong(_ format: String) throws {
        let folder = try folder()
        try folder.write(SampleTable.bytes(), to: "sample.tsv")
        let made = try YilanProgram.run(
            ["sample.tsv", "--with", "checks,indicators", "-o", "out.\(format)"],
            in: folder
        )
        #expect(made.status == 0, "\(made.errorText)")
        let back = try YilanProgram.run(["out.\(format)", "-o", "back.tsv"], in: folder)
        #expect(back.status == 0, "\(back.errorText)")
        #expect(try folder.bytes(of: "back.tsv") == folder.bytes(of: "sample.tsv"))
        let applied = try YilanProgram.run(
            ["apply", "out.\(format)", "--to", "sample.tsv", "--strict"],
            in: folder
        )
        #expect(applied.status == 0, "\(applied.errorText)")
        guard format == "json" else { return }
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(folder.bytes(of: "out.json")))
                as? [String: Any]
        )
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["serial"] as? Int == 172 })
        let indicators = try #require(object["indicators"] as? [[String: Any]])
        #expect(indicators.contains { $0["met"] as? Bool == false })
    }

    @Test func whatIsAskedForOneByOneComesTogether() throws {
        let folder = try folder()
        try folder.write(SampleTable.bytes(), to: "sample.tsv")
        for (name, options) in [
            ("once", ["--with", "checks,indicators"]),
            ("twice", ["--with", "checks", "--with", "indicators"]),
        ] {
            let made = try YilanProgram.run(
                ["sample.tsv"] + options + ["-o", "\(name).json"],
                in: folder
            )
            #expect(made.status == 0, "\(made.errorText)")
        }
        #expect(try folder.bytes(of: "once.json") == folder.bytes(of: "twice.json"))
    }

    @Test(arguments: ["csv", "tsv", "jsonl", "md"])
    func whatHasNoRoomForFindingsSaysSo(_ format: String) throws {
        let folder = try folder()
        let made = try YilanProgram.run(
            ["in.tsv", "--with", "checks", "-o", "out.\(format)"],
            in: folder
        )
        #expect(made.status == 64)
        #expect(made.errorText.contains("--with"))
        #expect(!folder.contents.contains("out.\(format)"))
        let unknown = try YilanProgram.run(
            ["in.tsv", "--with", "check", "-o", "a.json"],
            in: folder
        )
        #expect(unknown.status == 64)
    }

    @Test func theOfficialFileComesBackFromJSONAlone() throws {
        let folder = try folder()
        try folder.write(Array("\u{FEFF}".utf8) + SampleTable.bytes(), to: "sample.tsv")
        _ = try YilanProgram.run(["sample.tsv", "-o", "sample.json"], in: folder)
        let back = try YilanProgram.run(["sample.json", "-o", "back.tsv"], in: folder)
        #expect(back.status == 0)
        #expect(try folder.bytes(of: "back.tsv") == folder.bytes(of: "sample.tsv"))
    }

    @Test func anOfficialFileOfTwoTitlesIsWarnedOf() throws {
        let folder = try folder()
        try folder.write(
            "某县人民政府2022年责任目标\n序号\t责任领导\t责任目标\n90\t戊\t甲\n",
            to: "other.tsv"
        )
        let run = try YilanProgram.run(["in.tsv", "other.tsv", "--to", "tsv"], in: folder)
        #expect(run.status == 0)
        #expect(run.codes == ["titles-left-out"])
        let same = try YilanProgram.run(["in.tsv", "--to", "tsv"], in: folder)
        #expect(same.codes.isEmpty)
    }

    @Test(arguments: ["missing", "missing.tsv", "missing.pdf"])
    func aFileThatIsNotThereIsNoWrongFormat(_ name: String) throws {
        let run = try YilanProgram.run([name, "--to", "csv"], in: try folder())
        #expect(run.status == 66)
        #expect(run.codes == ["unreadable-input"])
    }

    @Test func withoutAnOutputCSVGoesToStandardOutput() throws {
        let folder = try folder()
        let plain = try YilanProgram.run(["in.tsv"], in: folder)
        let named = try YilanProgram.run(
            ["convert", "in.tsv", "--to", "csv", "-o", "-"],
            in: folder
        )
        #expect(plain.status == 0)
        #expect(plain.output.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(plain.output == named.output)
        #expect(plain.outputText.contains("序号,市政府领导"))
    }

    @Test func optionsMayStandBeforeTheInput() throws {
        let folder = try folder()
        let run = try YilanProgram.run(["--to", "csv", "--headers", "keys", "in.tsv"], in: folder)
        #expect(run.status == 0)
        #expect(run.outputText.contains("serial,leader,objective"))
    }

    @Test(arguments: ["json", "jsonl", "xlsx", "md"])
    func whatIsAlwaysUTF8SaysSo(_ format: String) throws {
        let folder = try folder()
        let options = ["--output-encoding", "gb18030", "-o", "out.\(format)"]
        let refused = try YilanProgram.run(["in.tsv"] + options, in: folder)
        #expect(refused.status == 64)
        #expect(refused.errorText.contains("tsv"))
        #expect(!folder.contents.contains("out.\(format)"))
        let same = ["--output-encoding", "utf-8", "-o", "out.\(format)"]
        #expect(try YilanProgram.run(["in.tsv"] + same, in: folder).status == 0)
    }

    @Test func hintsNameOnlyWhatCanBeWritten() throws {
        let unknown = try YilanProgram.run(["in.tsv", "-o", "out.pdf"], in: folder())
        #expect(unknown.status == 64)
        for format in TargetFormat.all {
            let isNamed = unknown.errorText.contains(" \(format.name) (")
            #expect(isNamed == (format.writer != nil), "\(format.name)")
        }
    }

    @Test func encodingsAreDetectedOrNamed() throws {
        let folder = try folder()
        for (encoding, bytes) in [
            ("gb18030", [0xBC, 0xD7] as [UInt8]), ("utf-16le", [0x32, 0x75]),
            ("utf-8-bom", [0xE7, 0x94]),
        ] {
            let options = ["--output-encoding", encoding, "-o", "other.tsv"]
            #expect(try YilanProgram.run(["in.tsv"] + options, in: folder).status == 0)
            let other = try folder.bytes(of: "other.tsv")
            #expect(other.firstRange(of: bytes) != nil, "\(encoding)")
            for options in [[], ["--encoding", encoding]] {
                let back = try YilanProgram.run(
                    ["other.tsv", "--to", "csv"] + options,
                    in: folder
                )
                #expect(back.status == 0, "\(encoding) \(options)")
                #expect(back.output == (try YilanProgram.run(["in.tsv"], in: folder)).output)
            }
        }
    }

    @Test func namingUTF8LeavesTheMarkOut() throws {
        let folder = try folder()
        let run = try YilanProgram.run(
            ["in.tsv", "--to", "csv", "--encoding", "utf-8"],
            in: folder
        )
        #expect(run.outputText.hasPrefix("序号,"))
        #expect(!run.output.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func aWrongEncodingIsAnErrorWithItsPlace() throws {
        let folder = try folder()
        let there = ["in.tsv", "--output-encoding", "gb18030", "-o", "gbk.tsv"]
        #expect(try YilanProgram.run(there, in: folder).status == 0)
        let options = ["gbk.tsv", "--encoding", "utf-8", "-o", "out.csv"]
        let run = try YilanProgram.run(options, in: folder)
        #expect(run.status == 65)
        #expect(run.codes.first == "undecodable-text")
        #expect(run.errorText.hasPrefix("gbk.tsv:1:"))
        #expect(!folder.contents.contains("out.csv"))
    }

    @Test(arguments: ["new", "new/", "old"])
    func aFolderOfCSVIsADataPackage(name: String) throws {
        let folder = try folder()
        try FileManager.default.createDirectory(
            atPath: folder.path("old"),
            withIntermediateDirectories: true
        )
        let options = name == "new" ? ["-o", "new/"] : ["-o", name, "--to", "csv"]
        let run = try YilanProgram.run(["in.tsv"] + options, in: folder)
        #expect(run.status == 0)
        let base = name.hasSuffix("/") ? String(name.dropLast()) : name
        let files = folder.contents.filter { $0.hasPrefix(base + "/") }
        #expect(
            files == [
                "\(base)/datapackage.json", "\(base)/leaders", "\(base)/leaders/丙丁.csv",
                "\(base)/leaders/甲乙.csv", "\(base)/summary.csv", "\(base)/targets.csv",
            ]
        )
    }

    @Test func aPackageWithAnErrorIsNoPackage() throws {
        let folder = try folder()
        try folder.write(SmallTable.withError, to: "bad.tsv")
        let run = try YilanProgram.run(["bad.tsv", "-o", "new/"], in: folder)
        #expect(run.status == 65)
        #expect(folder.contents == ["bad.tsv", "in.tsv"])
    }

    @Test func anInputIsNotOverwrittenByAPackage() throws {
        let folder = try folder()
        #expect(try YilanProgram.run(["in.tsv", "-o", "pack/"], in: folder).status == 0)
        let before = try folder.bytes(of: "pack/targets.csv")
        let run = try YilanProgram.run(["pack/targets.csv", "-o", "pack/"], in: folder)
        #expect(run.status == 64)
        #expect(try folder.bytes(of: "pack/targets.csv") == before)
        #expect(!folder.contents.contains { $0.contains(".yilan") })
    }

    @Test func theBlocksOfAFreshLayoutAreAsTold() throws {
        let folder = try folder()
        _ = try YilanProgram.run(["in.tsv", "-o", "in.csv"], in: folder)
        for blocks in [1, 2, 3] {
            let options = ["in.csv", "--to", "tsv", "--blocks", String(blocks)]
            let run = try YilanProgram.run(options, in: folder)
            #expect(run.status == 0)
            let header = run.outputText.split(separator: "\n").first { $0.hasPrefix("序号") }
            #expect(header?.split(separator: "\t").count { $0 == "序号" } == blocks)
        }
    }

    @Test func columnsMayBeExplained() throws {
        let folder = try folder()
        try folder.write(SmallTable.text.replacing("责任目标内容", with: "这一栏"), to: "odd.tsv")
        let options = ["odd.tsv", "--to", "csv", "--headers", "keys", "--column", "这一栏=objective"]
        let run = try YilanProgram.run(options, in: folder)
        #expect(run.status == 0)
        #expect(run.outputText.contains("serial,leader,objective,deadline"))
    }

    @Test func theSameCommandGivesTheSameBytes() throws {
        let folder = try folder()
        for format in ["json", "jsonl", "csv", "tsv"] {
            let environments = [
                ["LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"], ["TZ": "America/New_York"],
            ]
            let outputs = try environments.map { environment in
                try YilanProgram.run(
                    ["in.tsv", "--to", format],
                    in: folder,
                    environment: environment
                ).output
            }
            #expect(!outputs[0].isEmpty)
            #expect(outputs[0] == outputs[1], "\(format)")
        }
    }
}
