import SourceText
import TargetModel
import TestSupport
import Testing

/// A table whose texts are gathered says and writes what it did, and takes the memory of its texts.
@Suite struct GatheredTextsTests {
    private static func gathered(_ table: TargetTable) -> TargetTable {
        var gathered = table
        gathered.gatherTexts()
        return gathered
    }

    /// How many bytes all texts have, those that several cells share for each.
    private static func size(_ table: TargetTable) -> Int {
        table.cells.reduce(0) { $0 + $1.count }
    }

    /// Some texts with escapes stand beside the source, others stand in it once for many targets.
    @Test func randomTables() throws {
        var count = 0
        for seed in UInt64(1)...150 {
            let official = OfficialTable.random(seed: seed)
            let (read, _) = try readTSV(official.bytes)
            let (table, _) = try readJSONLines(try writeJSONLines(read))
            let gathered = Self.gathered(table)
            try #require(gathered.rows == table.rows)
            for target in 0..<table.count {
                try #require(gathered.place(of: target) == table.place(of: target))
            }
            try #require((try? writeTSV(gathered)) == (try? writeTSV(table)))
            try #require((try? writeCSV(gathered)) == (try? writeCSV(table)))
            if gathered.text.source.count < table.text.source.count {
                try #require(gathered.text.source.count <= Self.size(table))
                count += 1
            }
        }
        #expect(count > 100)
    }

    @Test func aLargeTable() throws {
        let rows = (1...3000).map { number in
            [
                "\(number)", number % 9 == 1 ? "张鹏" : "李海波", "第\(number)项", "年底", "已“完\"成", "是",
                "市教育局",
            ]
        }
        let made = TargetTable.make(rows: rows, title: "示例市人民政府2024年度责任目标完成情况一览表")
        let (table, _) = try readJSONLines(try writeJSONLines(made))
        let gathered = Self.gathered(table)
        #expect(gathered.rows == rows)
        #expect(gathered.text.source.count < Self.size(table))
    }

    /// A cell before the one that stands behind it in the file, and one within another.
    @Test func textsInAnotherOrderStay() throws {
        let text = """
            {"progress": "完工", "serial": 1, "objective": "修一条很长的路", "year": 2023}
            {"progress": "开工", "serial": 2, "objective": "植树", "year": 2023}
            """
        let (table, _) = try readJSONLines(text)
        let gathered = Self.gathered(table)
        #expect(gathered.text.source == table.text.source)
        #expect(gathered == table)
    }

    /// What a line leaves out is no correction; whoever needs to know that gathers nothing.
    @Test func tablesThatKnowWhatTheySaidStay() throws {
        let (table, _) = try readJSONLines(
            #"{"serial": 1, "progress": "完工"}"# + "\n" + #"{"serial": 2}"#
        )
        try #require(table.baseline != nil)
        #expect(Self.gathered(table).text.source == table.text.source)
    }
}
