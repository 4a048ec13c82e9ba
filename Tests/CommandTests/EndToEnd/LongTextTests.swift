import Foundation
import SourceText
import TestSupport
import Testing

/// However long the texts of a file are, what is said of them is short.
@Suite struct LongTextTests {
    private static let long = String(repeating: "很长的文字", count: 4_000)

    /// Files with a text of 20,000 characters at each place that a message may name.
    private static let files: [(name: String, text: String)] = [
        ("key.json", #"{"format": "yilan/1", "\#(long)": 1}"#),
        ("member.jsonl", #"{"serial": 1, "\#(long)": 1, "\#(long)": 2}"#),
        (
            "value.jsonl",
            #"{"serial": 1, "objective": "甲", "onSchedule": {"text": "\#(long)", "value": true}}"#
        ),
        ("serial.tsv", "序号\t责任目标\n\(long)\t甲\n\(long)\t乙\n"),
        ("label.tsv", "序号\t责任目标\t\(long)\t\(long)\n1\t甲\t乙\t丙\n"),
        ("beyond.csv", "序号,责任目标\n1,甲,\(long)\n"),
        ("status.tsv", "序号\t责任目标\t是否按计划完成进度\t责任单位\n1\t甲\t\(long)\t\(long)\n"),
        ("nothing.md", long),
        (
            "corrections.json",
            #"{"format": "yilan-corrections/1", "corrections": [{"serial": "\#(long)", "field": "\#(long)", "new": "\#(long)"}]}"#
        ),
    ]

    @Test(arguments: files.map(\.name))
    func messagesStayShort(name: String) throws {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "good.tsv")
        let text = try #require(Self.files.first { $0.name == name }).text
        try folder.write(text, to: name)
        let commands = [
            ["check", name], ["convert", name, "-o", "out.json"],
            ["apply", name, "--to", "good.tsv"], ["apply", "good.tsv", "--to", name],
        ]
        for command in commands {
            for language in Language.allCases {
                let run = try YilanProgram.run(
                    command + ["--language", language.rawValue],
                    in: folder
                )
                let said = run.errorText + (command[0] == "check" ? run.outputText : "")
                for line in said.split(separator: "\n") {
                    #expect(line.unicodeScalars.count < 1_200, "\(command) \(line.prefix(80))")
                }
                #expect(said.utf8.count < 100_000, "\(command)")
            }
        }
    }
}
