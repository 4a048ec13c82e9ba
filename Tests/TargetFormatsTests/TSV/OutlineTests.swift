import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Rows that head those whose serials are parts of theirs, and rows that sum others.
@Suite struct OutlineTests {
    private static let header = "序号⇥领导⇥责任目标⇥完成时限⇥完成情况⇥是否完成⇥责任单位↵"

    /// Serial, leader and section of each target, after the way back was held against the bytes.
    private func read(_ rows: String) throws -> (rows: [String], codes: [FindingCode]) {
        let text = (Self.header + rows).unsigned()
        let (table, findings) = try readTSV(text)
        #expect(!findings.hasErrors, "\(findings.all)")
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text)
        let rows = (0..<table.count).map { target in
            let section = table.sectionColumn.map { table.string(target, column: $0) } ?? ""
            return "\(table.string(target, .serial))|\(table.string(target, .leader))|\(section)"
        }
        return (rows, findings.all.map(\.code))
    }

    @Test(arguments: [
        (["1", "1.1", "1.2", "2"], ["1.1|张三|1 甲", "1.2|张三|1 甲", "2|张三|"]),
        (["1", "1-1", "1-2", "2"], ["1-1|张三|1 甲", "1-2|张三|1 甲", "2|张三|"]),
        (["1", "1（1）", "1（2）", "2"], ["1（1）|张三|1 甲", "1（2）|张三|1 甲", "2|张三|"]),
        (["1", "①", "②", "2"], ["①|张三|1 甲", "②|张三|1 甲", "2|张三|"]),
        (["一", "1", "2", "3"], ["1|张三|一 甲", "2|张三|一 甲", "3|张三|一 甲"]),
        (["（一）", "1", "2", "（二）"], ["1|张三|（一） 甲", "2|张三|（一） 甲", "（二）|张三|"]),
    ])
    func headsThoseBelow(serials: [String], expected: [String]) throws {
        let rows =
            "\(serials[0])⇥张三⇥甲⇥⇥⇥⇥↵"
            + serials.dropFirst().map { "\($0)⇥⇥乙\($0)⇥年底⇥好⇥是⇥市甲局↵" }.joined()
        let read = try read(rows)
        #expect(read.rows == expected)
        #expect(read.codes == [.groupHeading])
    }

    @Test func levelsStandInEachOther() throws {
        let below = { (serial: String) in "\(serial)⇥⇥丁⇥年底⇥好⇥是⇥市甲局↵" }
        let read = try read(
            "1⇥张三⇥甲⇥⇥⇥⇥↵1.1⇥⇥乙⇥⇥⇥⇥↵" + below("1.1.1") + "1.2⇥⇥丙⇥⇥⇥⇥↵" + below("1.2.1")
                + "2⇥李四⇥戊⇥⇥⇥⇥↵" + below("2.1")
        )
        #expect(
            read.rows == ["1.1.1|张三|1 甲/1.1 乙", "1.2.1|张三|1 甲/1.2 丙", "2.1|李四|2 戊"]
        )
    }

    /// A target that has something of its own, or whose parts have nothing yet, stays one.
    @Test(arguments: [
        "1⇥张三⇥甲⇥年底⇥⇥⇥↵1.1⇥⇥乙⇥年底⇥好⇥是⇥市甲局↵", "1⇥张三⇥甲⇥⇥⇥⇥市丙局↵1.1⇥⇥乙⇥年底⇥好⇥是⇥市甲局↵",
        "1⇥张三⇥甲⇥⇥⇥⇥↵1.1⇥⇥乙⇥⇥⇥⇥↵", "1⇥张三⇥甲⇥⇥⇥⇥↵2.1⇥⇥乙⇥年底⇥好⇥是⇥市甲局↵",
        "1⇥张三⇥甲⇥⇥⇥⇥↵2⇥⇥乙⇥年底⇥好⇥是⇥市甲局↵",
    ])
    func staysATarget(rows: String) throws {
        let read = try read(rows)
        #expect(read.rows.count == 2)
        #expect(read.codes.isEmpty)
    }

    @Test(arguments: ["合计(3个)", "合计（3项）", "总计：2个", "合计2项", "合  计", "小计:共2件"])
    func aRowThatSumsOthersIsNoTarget(total: String) throws {
        let read = try read("\(total)⇥⇥⇥⇥24⇥⇥↵1⇥张三⇥甲⇥年底⇥12⇥是⇥市甲局↵2⇥张三⇥乙⇥年底⇥12⇥是⇥市甲局↵")
        #expect(read.rows == ["1|张三|", "2|张三|"])
    }

    @Test(arguments: ["一", "1", "（一）"])
    func aSubtotalIsNoTargetWhateverItsSerial(serial: String) throws {
        let read = try read("\(serial)⇥张三⇥产业项目小计⇥⇥24⇥⇥↵1⇥张三⇥甲⇥年底⇥12⇥是⇥市甲局↵2⇥张三⇥乙⇥年底⇥12⇥是⇥市甲局↵")
        #expect(read.rows == ["1|张三|", "2|张三|"])
    }

    @Test func unitsAsAboveAreThoseAbove() throws {
        let text =
            (Self.header + "1⇥张三⇥甲⇥年底⇥好⇥是⇥市甲局 市乙局↵2⇥张三⇥乙⇥年底⇥好⇥是⇥同上↵3⇥张三⇥丙⇥年底⇥好⇥是⇥〃↵")
            .unsigned()
        let (table, _) = try readTSV(text)
        #expect((0..<3).map { table.string($0, .units) } == ["市甲局 市乙局", "市甲局 市乙局", "市甲局 市乙局"])
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text)
    }
}
