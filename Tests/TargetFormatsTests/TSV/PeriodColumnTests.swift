import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Columns that say when and no more: 一季度 to 四季度, 1月 to 12月.
@Suite struct PeriodColumnTests {
    private func progress(_ text: String) throws -> (rows: [String], codes: [FindingCode]) {
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.hasErrors, "\(findings.all)")
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text.unsigned())
        return (lines(table, [.serial, .progress, .onSchedule]), findings.all.map(\.code))
    }

    /// Where no other column reports, the latest that says something is the report, and a note tells it.
    @Test(arguments: [
        ["一季度", "二季度", "三季度"], ["1月", "2月", "3月"], ["上半年", "1-9月", "全年"], ["第一季度", "第二季度", "第三季度"],
    ])
    func theLatestIsTheReport(labels: [String]) throws {
        let header = labels.joined(separator: "⇥")
        let read = try progress(
            "2024年重点工作推进台账↵序号⇥工作任务⇥\(header)⇥是否完成↵1⇥修路⇥招标⇥开工⇥⇥是↵2⇥建桥⇥立项⇥招标⇥开工⇥否↵"
        )
        #expect(read.rows == ["1|开工|是", "2|开工|否"])
        #expect(read.codes == [.columnByEvidence])
    }

    /// A plan names steps on the way, and another column reports, or the periods are those of statuses.
    @Test(arguments: [
        ("重点工作推进计划表", "三季度", ["1||是", "2||否"]), ("任务分解表", "三季度", ["1||是", "2||否"]),
        ("任务分解及完成情况表", "三季度", ["1|开工|是", "2|招标|否"]), ("推进台账", "进展情况", ["1||是", "2||否"]),
        ("推进台账", "三季度末", ["1|开工|是", "2|招标|否"]),
    ])
    func aPlanIsNoReport(title: String, last: String, expected: [String]) throws {
        let read = try progress(
            "2024年\(title)↵序号⇥工作任务⇥一季度⇥二季度⇥\(last)⇥是否完成↵1⇥修路⇥招标⇥开工⇥⇥是↵2⇥建桥⇥立项⇥招标⇥⇥否↵"
        )
        #expect(read.rows == expected)
    }

    @Test func statusesOfPeriodsAreTheStatus() throws {
        let read = try progress(
            "2024年季度考核情况↵序号⇥工作任务⇥一季度⇥二季度⇥三季度↵1⇥修路⇥√⇥√⇥↵2⇥建桥⇥√⇥×⇥×↵"
        )
        #expect(read.rows == ["1||√", "2||×"])
    }

    /// 完成 under 上半年 and under 全年 is a report, 计划 under them is none.
    @Test func whatIsDoneStandsUnderPeriods() throws {
        let read = try progress(
            "2024年计划及完成情况↵序号⇥工作任务⇥上半年⇥⇥全年⇥⇥是否完成↵⇥⇥计划⇥完成⇥计划⇥完成⇥↵"
                + "1⇥修路⇥开工⇥已开工⇥通车⇥已通车⇥是↵2⇥建桥⇥立项⇥已立项⇥开工⇥⇥否↵"
        )
        #expect(read.rows == ["1|已通车|是", "2|已立项|否"])
    }
}
