import Foundation
import TestSupport
import Testing

/// No way out of the program ends with a failure and without a word.
@Suite struct FailureMessageTests {
    /// Contents that no table can be read from, or hardly, by a name for each.
    private static let contents: [(name: String, bytes: [UInt8])] = [
        ("undecodable", [0xFF, 0xFF, 0xFF]),
        ("empty", []),
        ("nul", [0, 0, 0, 0]),
        ("cut", Array("{\"format\": ".utf8)),
        ("archive", Array("PK\u{3}\u{4}".utf8)),
        ("separator", Array("\u{1E}{\"serial\": 1}\n".utf8)),
        ("blocks", Array("序号\t市政府领导\t序号\t责任目标内容\n1\t甲\t2\n".utf8)),
        ("list", Array("{\"format\": \"yilan-corrections/1\", \"corrections\": 1}".utf8)),
    ]

    private static let extensions = ["csv", "tsv", "json", "jsonl", "md", "xlsx"]

    /// Every command that reads tables, with the file in each place where it can stand.
    private static let commands: [[String]] = [
        ["convert", "FILE", "--to", "csv"], ["check", "FILE"], ["summary", "FILE"],
        ["indicators", "FILE"], ["inspect", "FILE"], ["textconv", "FILE"],
        ["diff", "FILE", "good.tsv"], ["diff", "good.tsv", "FILE"],
        ["apply", "FILE", "--to", "good.tsv"], ["apply", "good.tsv", "--to", "FILE"],
        ["apply", "good.tsv", "--to", "good.tsv", "--base", "FILE"],
        ["merge-driver", "FILE", "good.tsv", "good.tsv"],
    ]

    /// One command sees each content under each extension; the others, which read in the same way,
    /// each content under two of them, and all together under all.
    @Test(arguments: commands.indices)
    func aFailureSaysWhy(number: Int) throws {
        let command = Self.commands[number]
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "good.tsv")
        for (place, (name, bytes)) in Self.contents.enumerated() {
            for (index, suffix) in Self.extensions.enumerated()
            where number == 0 || (index + place + number) % 3 == 0 {
                let file = name + "." + suffix
                try folder.write(bytes, to: file)
                let run = try YilanProgram.run(
                    command.map { $0 == "FILE" ? file : $0 },
                    in: folder
                )
                let comment = Comment(rawValue: "\(command) \(file): \(run.status)")
                guard run.status > 1 else { continue }
                #expect(!run.errors.isEmpty || !run.output.isEmpty, comment)
                #expect(!run.errorText.contains("internal-error"), comment)
                #expect(!run.outputText.contains("internal-error"), comment)
            }
        }
    }

    /// `check` tells on standard output what is wrong, and needs no second word for it.
    @Test func aReportIsTheWord() throws {
        let folder = try WorkFolder()
        try folder.write([0xFF, 0xFF], to: "in.tsv")
        let run = try YilanProgram.run(["check", "in.tsv"], in: folder)
        #expect(run.status == 65)
        #expect(run.outputText.contains("[undecodable-text]"))
        #expect(run.errors.isEmpty)
    }
}
