import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What is written reads back as it was.
@Suite struct CSVRoundTripTests {
    @Test(arguments: WritingOptions.Headers.allCases)
    func theSample(headers: WritingOptions.Headers) throws {
        let table = try readTSV(try SampleTable.bytes()).table
        let bytes = try writeCSV(table, options: .csv(headers))
        let (again, findings) = try readCSV(bytes)
        expectSame(again, table)
        #expect(findings.all.isEmpty)
        #expect(try writeCSV(again, options: .csv(headers)) == bytes)
    }

    @Test(arguments: ["utf-8", "utf-8-bom", "gb18030", "utf-16be"])
    func randomTables(encoding: String) throws {
        for seed in 0..<250 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            let table = Self.randomTable(&generator)
            let options = WritingOptions.csv(
                Bool.random(using: &generator) ? .labels : .keys,
                encoding: encoding
            )
            let (again, findings) = try readCSV(try writeCSV(table, options: options))
            expectSame(again, table, "seed \(seed)")
            #expect(!findings.hasErrors, "seed \(seed)")
        }
    }

    /// Several documents: their years and titles are kept.
    @Test(arguments: WritingOptions.Headers.allCases)
    func documents(headers: WritingOptions.Headers) throws {
        let columns = ["serial", "objective", "备注"]
        var table = TargetTable.make(
            columns: columns,
            rows: [["1", "甲", ""], ["2", "乙", ""], ["1", "丙", ""], ["2", "丁", "=1"]]
        )
        let first = "某市人民政府2022年责任目标完成情况一览表"
        table.documents = [
            Document(title: first, issuer: "某市人民政府", year: 2022, file: "a.tsv"),
            Document(title: nil, year: nil, file: "=b.tsv"),
        ]
        table.origins[2].document = 1
        table.origins[3].document = 1
        let bytes = try writeCSV(table, options: .csv(headers, encoding: "utf-8"))
        let labels = headers == .keys ? "year,source" : "年度,来源"
        #expect(
            String(decoding: bytes, as: UTF8.self).unicodeScalars.split(
                separator: "\r\n".unicodeScalars
            )
            .map(String.init).enumerated().allSatisfy { line, text in
                switch line {
                case 0: text.hasSuffix(",备注,\(labels)")
                case 1, 2: text.hasSuffix(",2022,\(first)")
                default: text.hasSuffix(",,'=b.tsv")
                }
            }
        )
        let (again, findings) = try readCSV(bytes)
        expectSame(again, table)
        #expect(again.documents.map(\.year) == [2022, nil])
        #expect(again.documents.map(\.title) == [first, "=b.tsv"])
        #expect(again.origins.map(\.document) == [0, 0, 1, 1])
        #expect(findings.all.isEmpty)
        #expect(try writeCSV(again, options: .csv(headers, encoding: "utf-8")) == bytes)
    }

    @Test func documentsThatSayTheSameNeedNoColumns() throws {
        var table = TargetTable.make(
            columns: ["serial", "objective"],
            rows: [["1", "甲"], ["2", "乙"]]
        )
        table.documents = Array(repeating: Document(title: "同一个题目", file: "a.tsv"), count: 2)
        table.origins[1].document = 1
        let text = String(decoding: try writeCSV(table), as: UTF8.self)
        #expect(!text.contains("来源"))
    }

    @Test func aSerialTwiceInOneOfTheDocumentsIsAnError() throws {
        let (_, findings) = try readCSV(
            "序号,备注,年度,来源\n1,,2022,甲\n1,,2023,乙\n2,,2022,甲\n2,,2022,甲\n"
        )
        #expect(findings.all.map(\.code) == [.duplicateSerial])
        #expect(findings.all.first?.line == 5)
    }

    /// A table whose own columns would be taken for year and title.
    @Test(arguments: [
        ["serial", "年度", "来源"], ["serial", "year", "source"], ["serial", "来源", "年度"],
        ["年度", "来源", "serial"], ["serial", "来源"],
    ])
    func ownColumnsStay(columns: [String]) throws {
        let rows = [columns.map { $0 == "serial" ? "1" : $0 + "甲" }]
        let table = TargetTable.make(columns: columns, rows: rows, title: "某县2021年一览表")
        for headers in WritingOptions.Headers.allCases {
            let (again, _) = try readCSV(try writeCSV(table, options: .csv(headers)))
            expectSame(again, table)
        }
    }

    @Test func yearsThatAreNoneAreReported() throws {
        let (table, findings) = try readCSV("序号,备注,年度,来源\n1,甲,去年,某县\n2,乙,2022,某县\n")
        #expect(table.documents.map(\.year) == [nil, 2022])
        #expect(findings.all.map(\.code) == [.unclearYear])
        #expect(findings.all.first?.line == 2)
    }

    private static func randomTable(_ generator: inout SplitMix64) -> TargetTable {
        let extras = ["备注", "存在的问题", "=下一步", "类别"].shuffled(using: &generator)
        let fields: [Field] = [.leader, .objective, .deadline, .units]
        var columns = fields.shuffled(using: &generator).prefix(
            .random(in: 1...4, using: &generator)
        )
        .map(\.key)
        columns += extras.prefix(.random(in: 0...3, using: &generator))
        columns.insert("serial", at: .random(in: 0...columns.count, using: &generator))
        let pieces = [
            "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", "\r\n", "\r", "甲", "目标", "a b",
            "＝", "－", "_x000D_", "_x005F", "_", "1", "\u{301}", "\u{200B}", "镕", "𠮷",
        ]
        let rows = (0..<Int.random(in: 1...6, using: &generator)).map { row in
            columns.map { column in
                column == "serial" ? "\(row + 1)" : generator.text(of: pieces, upTo: 8)
            }
        }
        return TargetTable.make(columns: columns, rows: rows)
    }
}
