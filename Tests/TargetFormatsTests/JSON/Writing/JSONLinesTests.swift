import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Targets a line.
@Suite struct JSONLinesTests {
    @Test func writesTheSampleALineEach() throws {
        let (table, _) = try readTSV(try SampleTable.bytes())
        let text = try writeJSONLines(table)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 61)
        #expect(lines.last == "")
        // A line is the target of the document, with year and issuer.
        let document = try writeJSON(table)
        for line in lines.dropLast() {
            let ending = #", "year": 2023, "issuer": "菏泽市人民政府"}"#
            #expect(line.hasSuffix(ending))
            #expect(document.contains("\n    " + line.dropLast(ending.count) + "}"))
        }
    }

    @Test func readsLinesThatSayAPart() throws {
        let text = """
            {"serial": 161, "progress": "完工"}

              \r
            {"serial": 163, "onSchedule": {"text": "是"}, "extra": {"备注": ""}, "year": 2023}
            """
        let (table, findings) = try readJSONLines(text)
        #expect(findings.map(\.codeAndPlace).isEmpty)
        #expect(table.columns.map(\.key) == ["serial", "progress", "onSchedule", "备注"])
        #expect(table.rows == [["161", "完工", "", ""], ["163", "", "是", ""]])
        #expect(table.places?.rows.map(\.number) == [1, 4])
        #expect(table.documents.map(\.year) == [nil, 2023])
        // What a line leaves out is no correction to a blank.
        #expect((0..<4).map { table.isOriginal(0, $0) } == [nil, nil, true, true])
        #expect((0..<4).map { table.isOriginal(1, $0) } == [nil, true, nil, nil])
    }

    @Test func goesOnAfterALineThatIsWrong() throws {
        let text = """
            {"serial": 1, "leader": "张", "year": 2023}
            {"serial": 2, "leader": "李",}
            [3]
            {"leader": "王"}
            {"serial": 1, "deadline": {"text": "年底", "date": "2023-12-30"}, "year": 2023}
            {"serial": 6, "document": 0}
            """
        let found = findings(in: Array(text.utf8), JSONLinesReader())
        #expect(
            Set(found.map(\.codeAndPlace)) == [
                "json-trailing-comma 2:28", "wrong-type 3:1", "missing-key 4:1",
                "duplicate-serial 5:12",
                "contradicts-text 5:50", "unknown-key 6:15",
            ]
        )
    }

    @Test(arguments: ["", "\n \n", "\u{FEFF}"])
    func aFileWithoutLinesIsEmpty(_ text: String) {
        #expect(findings(in: Array(text.utf8), JSONLinesReader()).map(\.code) == [.emptyTable])
    }

    @Test func aDocumentIsNoLine() throws {
        let (table, _) = try readTSV("序号\t责任目标\n1\t甲\n")
        let found = findings(in: Array(try writeJSON(table).utf8), JSONLinesReader())
        #expect(found.map(\.code) == [.otherFormat])
    }

    /// A line that was taken out of its document doesn't say of which year it is; its own date does.
    @Test(arguments: [
        ("2024-12-31", false), ("2024-12-30", true), ("2024", true),
    ])
    func aLineWithoutAYear(date: String, isError: Bool) {
        let line =
            "{\"serial\": 1, \"deadline\": {\"text\": \"年底\", \"kind\": \"date\", \"date\": \"\(date)\"}}\n"
        var findings = DiagnosticBag()
        _ = try? JSONLinesReader().read(
            InputFile(name: "made.jsonl", bytes: Array(line.utf8)),
            options: ReadingOptions(),
            reporting: &findings
        )
        #expect(findings.hasErrors == isError, "\(findings.all)")
    }

    @Test func yearsDecideWhatDeadlinesMean() throws {
        let text = """
            {"serial": 1, "deadline": {"text": "年底", "kind": "date", "date": "2022-12-31"}, "year": 2022, "issuer": "甲市"}
            {"serial": 1, "deadline": {"text": "年底", "kind": "date", "date": "2023-12-31"}, "year": 2023, "issuer": "甲市"}
            {"serial": 2, "deadline": {"text": "年底", "kind": "date", "date": "2022-12-31"}, "year": 2022, "issuer": "甲市"}
            """
        let (table, findings) = try readJSONLines(text)
        // The same serial in another year is another target.
        #expect(findings.map(\.codeAndPlace).isEmpty)
        #expect(table.documents.map(\.year) == [2022, 2023])
        #expect(table.origins.map(\.document) == [0, 1, 0])
        #expect(try readJSONLines(try writeJSONLines(table)).table == table)
    }

    /// A line of many labels over many short lines: each alone is harmless.
    @Test func labelsWithoutEndAreRefused() throws {
        let labels = (0..<13_500).map { "\"栏\($0)\": \"\"" }.joined(separator: ", ")
        let text =
            "{\"serial\": 0, \"extra\": {\(labels)}}\n"
            + (1..<5_000).map { "{\"serial\": \($0)}\n" }.joined()
        let (table, findings) = try readJSONLines(text)
        #expect(findings.map(\.codeAndPlace) == ["table-too-large 1:1"])
        #expect(table.columns.count * table.count <= TargetTable.mostCells)
    }
}
