import JSONText
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// The document, byte by byte.
@Suite struct JSONTableWriterTests {
    @Test func writesTheWholeDocument() throws {
        let text =
            "# 某市人民政府2023年度责任目标完成情况一览表\n序号\t责任领导\t责任目标\t完成时限\t完成情况\t是否完成\t责任单位\t备注\n"
            + "005\t张三\t甲\"乙\"\t11月底\t已\\办\t是\t市发改委 市财政局\t\n6-1\t李四\t丙\t\t\t否\t\t急\n"
        let (table, _) = try readTSV(text)
        let digest = table.document.sha256
        let expected = #"""
            {
              "format": "yilan/1",
              "title": "某市人民政府2023年度责任目标完成情况一览表",
              "issuer": "某市人民政府",
              "year": 2023,
              "source": {"file": "table.tsv", "sha256": "\#(digest)", "encoding": "utf-8"},
              "columns": [
                {"key": "serial", "label": "序号"},
                {"key": "leader", "label": "责任领导"},
                {"key": "objective", "label": "责任目标"},
                {"key": "deadline", "label": "完成时限"},
                {"key": "progress", "label": "完成情况"},
                {"key": "onSchedule", "label": "是否完成"},
                {"key": "units", "label": "责任单位"},
                {"key": "备注", "label": "备注"}
              ],
              "targets": [
                {"serial": 5, "leader": "张三", "objective": "甲\"乙\"", "deadline": {"text": "11月底", "kind": "date", "date": "2023-11-30"}, "progress": "已\\办", "onSchedule": {"text": "是", "value": true}, "units": {"text": "市发改委 市财政局", "names": ["市发改委", "市财政局"]}, "leaders": ["张三"], "extra": {"备注": ""}, "source": {"line": 3, "page": 1, "block": 1}},
                {"serial": "6-1", "leader": "李四", "objective": "丙", "deadline": {"text": "", "kind": "none", "date": null}, "progress": "", "onSchedule": {"text": "否", "value": false}, "units": {"text": "", "names": []}, "leaders": ["李四"], "extra": {"备注": "急"}, "source": {"line": 4, "page": 1, "block": 1}}
              ],
              "summary": {
                "total": 2,
                "onSchedule": 1,
                "behind": 1,
                "unstated": 0,
                "rate": 0.5,
                "leaders": [
                  {"leader": "张三", "total": 1, "onSchedule": 1, "behind": 0, "unstated": 0, "rate": 1.0, "behindSerials": [], "deadlines": [{"deadline": "11月底", "total": 1, "onSchedule": 1, "behind": 0, "unstated": 0, "rate": 1.0, "behindSerials": []}], "units": [{"unit": "市发改委", "total": 1, "onSchedule": 1, "behind": 0, "unstated": 0, "rate": 1.0, "behindSerials": []}, {"unit": "市财政局", "total": 1, "onSchedule": 1, "behind": 0, "unstated": 0, "rate": 1.0, "behindSerials": []}]},
                  {"leader": "李四", "total": 1, "onSchedule": 0, "behind": 1, "unstated": 0, "rate": 0.0, "behindSerials": ["6-1"], "deadlines": [{"deadline": "", "total": 1, "onSchedule": 0, "behind": 1, "unstated": 0, "rate": 0.0, "behindSerials": ["6-1"]}], "units": []}
                ],
            """#
        let written = try writeJSON(table)
        #expect(written.hasPrefix(expected + "\n"))
        #expect(written.hasSuffix("\n    ]\n  }\n}\n"))
        #expect(!written.contains("serialText"))
    }

    @Test func whatTheTableLacksIsNull() throws {
        var table = TargetTable.make(columns: ["serial", "objective"], rows: [["005", "甲"]])
        table.origins[0] = Origin()
        let written = try writeJSON(table)
        let target =
            #"{"serial": 5, "serialText": "005", "leader": null, "objective": "甲", "#
            + #""deadline": {"text": null, "kind": "none", "date": null}, "progress": null, "#
            + #""onSchedule": {"text": null, "value": null}, "units": {"text": null, "names": []}, "#
            + #""leaders": [], "extra": {}, "source": {"line": null, "page": null, "block": null}}"#
        #expect(written.contains("\n    " + target + "\n"))
        #expect(written.contains("\n  \"title\": null,\n  \"issuer\": null,\n  \"year\": null,\n"))
        #expect(written.contains(#""sha256": null"#))
        #expect(written.hasSuffix("\n  \"layout\": null\n}\n"))
        // A line carries no layout either, but is the target of the document that has one.
        let line = target.replacing(#""serialText": "005", "#, with: "").dropLast()
        #expect(try writeJSONLines(table) == line + ", \"year\": null, \"issuer\": null}\n")
    }

    @Test func anEmptyTableHasEmptyLists() throws {
        let table = TargetTable.make(columns: ["serial"], rows: [])
        let written = try writeJSON(table)
        #expect(written.contains("\n  \"targets\": [],\n"))
        #expect(written.contains("\n    \"rate\": null,\n    \"leaders\": [],\n"))
        #expect(try writeJSONLines(table).isEmpty)
    }

    @Test func targetsOfSeveralDocumentsNameTheirs() throws {
        let table = TargetTable.ofTwoYears
        let written = try writeJSON(table)
        #expect(written.contains(#""block": 1}, "document": 0}"#))
        #expect(written.contains(#""block": 1}, "document": 1}"#))
        let documents = """
              "documents": [
                {"title": "甲表", "issuer": "甲市", "year": 2022, "source": {"file": "a.tsv", "sha256": null, "encoding": "utf-8"}},
                {"title": null, "issuer": null, "year": 2024, "source": {"file": "b.tsv", "sha256": null, "encoding": "gb18030"}}
              ]
            }

            """
        #expect(written.hasSuffix(documents))
        // What a deadline means depends on its own document's year.
        #expect(written.contains(#"{"text": "年底", "kind": "date", "date": "2022-12-31"}"#))
        #expect(written.contains(#"{"text": "年底", "kind": "date", "date": "2024-12-31"}"#))
        let lines = try writeJSONLines(table).split(separator: "\n")
        #expect(
            lines.map { $0.suffix(34) } == [
                #"k": 1}, "year": 2022, "issuer": "甲市"}"#.suffix(34),
                #"k": 1}, "year": 2024, "issuer": null}"#.suffix(34),
            ]
        )
        #expect(!lines.contains { $0.contains("document") })
    }

    @Test(arguments: [
        (57, 60, "0.95"), (0, 3, "0.0"), (3, 3, "1.0"), (1, 3, "0.3333"), (2, 3, "0.6667"),
        (1, 20_000, "0.0001"),
        (1, 20_001, "0.0"), (1, 8, "0.125"), (1, 100, "0.01"), (0, 0, "null"),
    ])
    func ratesHaveFourDecimalsAtMost(_ part: Int, _ total: Int, _ expected: String) throws {
        let table = TargetTable.make(columns: ["serial"], rows: [])
        var summary = Summary(of: table)
        summary.counts.total = total
        summary.counts.onSchedule = part
        var json = JSONWriter()
        SummaryCoding.encode(summary, of: table, to: &json)
        let text = String(decoding: json.buffer.bytes, as: UTF8.self)
        #expect(text.contains("\"rate\": \(expected),\n"))
    }

    @Test(arguments: [
        ("140", "140"), ("1", "1"), ("0", "0"), ("000", "0"), ("007", "7"), ("１２", "12"),
        ("6-1", #""6-1""#),
        ("④", #""④""#), ("123456789012345", "123456789012345"),
        ("1234567890123456", #""1234567890123456""#),
        ("-1", #""-1""#), ("1.0", #""1.0""#), ("第\"7\"项", #""第\"7\"项""#),
    ])
    func serialsAreIntegersWhereTheyAreNumbers(_ serial: String, _ expected: String) throws {
        let table = TargetTable.make(columns: ["serial"], rows: [[serial]])
        #expect(try writeJSONLines(table).hasPrefix("{\"serial\": \(expected), "))
    }
}

extension TargetTable {
    /// Two targets of two documents with different years.
    static var ofTwoYears: TargetTable {
        var table = TargetTable.make(
            columns: ["serial", "objective", "deadline"],
            rows: [["1", "甲", "年底"], ["2", "乙", "年底"]]
        )
        table.documents = [
            Document(title: "甲表", issuer: "甲市", year: 2022, file: "a.tsv"),
            Document(year: 2024, file: "b.tsv", encoding: "gb18030"),
        ]
        table.origins = [
            Origin(line: 2, page: 1, block: 1), Origin(line: 2, page: 1, block: 1, document: 1),
        ]
        return table
    }
}
