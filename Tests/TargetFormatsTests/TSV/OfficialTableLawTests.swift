import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What holds for official tables of every form.
@Suite struct OfficialTableLawTests {
    /// Seeds in batches, so that they run side by side.
    static let batches = (0..<8).map { ($0 * 50 + 1)...($0 * 50 + 50) }

    @Test("a table is read as it was meant, every field at its place", arguments: batches)
    func readAsMeant(seeds: ClosedRange<Int>) throws {
        for seed in seeds {
            let official = OfficialTable.random(seed: UInt64(seed))
            let (table, findings) = try readTSV(official.bytes)
            #expect(official.difference(from: table) == nil)
            #expect(table.document.encoding == official.encoding.name, "\(official)")
            let codes = findings.all.filter { $0.severity > .note }.map(\.code.rawValue)
            let expected = Array(repeating: "continued-row", count: official.continuedRows)
            #expect(codes == expected, "\(official)")
        }
    }

    @Test("a table is written back byte for byte", arguments: batches.prefix(4))
    func writtenBack(seeds: ClosedRange<Int>) throws {
        for seed in seeds {
            let official = OfficialTable.random(seed: UInt64(seed))
            let (table, _) = try readTSV(official.bytes)
            #expect(try writeTSV(table) == official.bytes, "\(official)")
        }
    }

    @Test(
        "each oddity alone is read as it was meant",
        arguments: OfficialTableOptions.Oddity.allCases
    )
    func oneOddity(oddity: OfficialTableOptions.Oddity) throws {
        for seed in UInt64(1)...5 {
            let options = OfficialTableOptions([oddity, .pages])
            let official = OfficialTable.random(seed: seed, options: options)
            let (table, _) = try readTSV(official.bytes)
            #expect(official.difference(from: table) == nil)
            #expect(try writeTSV(table) == official.bytes, "\(official)")
        }
    }

    @Test(
        "rows beside a header are no part of it",
        arguments: [
            // A text that goes on right above the header that stands again.
            (
                "序号⇥责任领导⇥责任目标⇥资金来源⇥级别↵1⇥张⇥甲⇥中央⇥一↵⇥⇥⇥财政⇥↵序号⇥责任领导⇥责任目标⇥资金来源⇥级别↵2⇥李⇥乙⇥省⇥二↵",
                ["资金来源", "级别"]
            ),
            // One that goes on right below it, beside a gap between blocks.
            (
                "序号⇥责任目标⇥责任单位⇥⇥序号⇥责任目标⇥责任单位↵1⇥甲⇥发改委⇥⇥2⇥乙⇥财政局↵序号⇥责任目标⇥责任单位⇥⇥序号⇥责任目标⇥责任单位↵⇥⇥民政局↵3⇥丙⇥水利局↵",
                []
            ),
            // A unit of measure above the last column.
            ("⇥⇥单位:万元↵序号⇥责任目标⇥计划投资↵1⇥甲⇥5↵", ["计划投资"]),
        ]
    )
    func besideHeaders(text: String, extra: [String]) throws {
        let (table, _) = try readTSV(text.unsigned())
        #expect(table.columns.filter { $0.field == nil }.map(\.label) == extra)
    }

    @Test("pages agree which column is the status, whatever stands under it on one of them")
    func statusOfAllPages() throws {
        let header = "序号⇥责任目标⇥进展情况⇥完成情况↵"
        let text = header + "1⇥甲⇥开工⇥是↵2⇥乙⇥封顶⇥否↵" + header + "3⇥丙⇥开工⇥↵合计⇥3项⇥9⇥1项↵"
        let (table, _) = try readTSV(text.unsigned())
        #expect(table.columns.map(\.field) == [.serial, .objective, .progress, .onSchedule])
        #expect(lines(table, [.onSchedule, .progress]) == ["是|开工", "否|封顶", "|开工"])
    }
}
