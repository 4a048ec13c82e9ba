import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// What is written as it is made is what is written as a whole, and only where that reads as the table.
@Suite struct FreshRowsTests {
    private static func options(_ blocks: Int?) -> WritingOptions {
        var options = WritingOptions()
        options.blocks = blocks
        return options
    }

    /// What is written as it is made; nil where nothing is.
    private static func written(_ table: TargetTable, _ options: WritingOptions) throws -> [UInt8]?
    {
        guard let rows = FreshRows(table, options), rows.readAsTheTable() else { return nil }
        var buffer = OutputBuffer()
        try rows.write(to: &buffer)
        return buffer.bytes
    }

    /// Whether a table is written so; then it is written as it is as a whole, which is read again.
    private static func holds(_ table: TargetTable, _ options: WritingOptions) throws -> Bool {
        guard let bytes = try written(table, options) else { return false }
        let whole = try TSVWriter.bytes(of: table, options: options)
        try #require(bytes == whole)
        return true
    }

    @Test func officialTables() throws {
        var count = 0
        for seed in UInt64(1)...150 {
            let official = OfficialTable.random(seed: seed)
            var (table, _) = try readTSV(official.bytes)
            table.layout = nil
            for blocks in [nil, 1, 2, 3] {
                if try Self.holds(table, Self.options(blocks)) { count += 1 }
            }
        }
        #expect(count > 100)
    }

    /// Rows that look like headers, notes, sums, headings and serials, some of texts that stand in no file.
    @Test func wildRows() throws {
        let words = [
            "", "", "责任目标", "完成情况", "责任单位", "序号", "合计", "注：甲", "3", "同上", "一、经济", "\"甲\"",
            "甲\"乙\"", "\"甲",
            "甲\t乙", "甲\n乙", "\r", " 甲", "甲 ", "\u{FEFF}甲", "第二页", "张鹏", "1/2", "年底",
        ]
        var (count, refused) = (0, 0)
        for seed in UInt64(1)...600 {
            var random = SplitMix64(seed: seed)
            var fields: [Field] = [.leader, .objective, .deadline, .progress, .units]
            fields.insert(.serial, at: seed % 3 == 0 ? 5 : 0)
            let plain: [Field: String] = [
                .leader: "张鹏", .objective: "修路", .deadline: "年底", .progress: "报告",
                .units: "市教育局",
            ]
            let targets = random.number(in: 1...12)
            let wild = (0..<random.number(in: 0...2)).map { _ in random.number(in: 1...targets) }
            let rows = (1...targets).map { number in
                fields.map { field in
                    let word = words[random.number(in: 0...(words.count - 1))]
                    let isWild = wild.contains(number) && random.number(in: 0...2) > 0
                    return isWild ? word : field == .serial ? "\(number)" : plain[field] ?? ""
                }
            }
            let title =
                seed % 4 == 0 ? nil : words[random.number(in: 0...(words.count - 1))] + "一览表"
            let table = TargetTable.make(columns: fields.map(\.label), rows: rows, title: title)
            let options = Self.options([nil, 1, 2, 3][random.number(in: 0...3)])
            if try Self.holds(table, options) {
                count += 1
            } else if (try? TSVWriter.bytes(of: table, options: options)) == nil {
                refused += 1
            }
        }
        #expect(count > 100 && refused > 20)
    }

    /// Of many targets nothing else is written.
    @Test(arguments: [nil, 1, 3])
    func manyTargets(blocks: Int?) throws {
        let rows = (1...5000).map { number in
            ["\(number)", number % 9 == 1 ? "张鹏" : "李海波", "第\(number)项", "年底", "已完成", "是", "市教育局"]
        }
        let table = TargetTable.make(rows: rows, title: "示例市人民政府2024年度责任目标完成情况一览表")
        let options = Self.options(blocks)
        #expect(try Self.holds(table, options))
        var buffer = OutputBuffer()
        try TSVWriter().write(table, options: options, to: &buffer)
        #expect(buffer.bytes == (try TSVWriter.bytes(of: table, options: options)))
    }
}
