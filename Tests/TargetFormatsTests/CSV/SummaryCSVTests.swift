import Foundation
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@Suite struct SummaryCSVTests {
    private func write(
        _ table: TargetTable,
        by levels: [SummaryCSV.Level] = SummaryCSV.Level.allCases
    ) throws -> [String] {
        var buffer = OutputBuffer()
        try SummaryCSV.write(
            Summary(of: table),
            of: table,
            by: levels,
            options: .csv(encoding: "utf-8"),
            to: &buffer
        )
        let lines = String(decoding: buffer.bytes, as: UTF8.self).unicodeScalars
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.last?.isEmpty == true)
        return lines.dropLast().map { $0.replacing("\r", with: "") }
    }

    @Test func theSample() throws {
        let lines = try write(try SampleTable.table())
        #expect(lines[0] == "level,name,total,onSchedule,behind,unstated,rate,behindSerials")
        #expect(lines[1] == "leader,张鹏,6,6,0,0,1.0,")
        #expect(lines[2] == "leader,肖友华,50,47,3,0,0.94,161;163;171")
        #expect(lines[3] == "leader,刘连栋,4,4,0,0,1.0,")
        let units = lines.filter { $0.utf8.starts(with: "unit,".utf8) }
        let mentions = units.compactMap { Int($0.split(separator: ",")[2]) }
        #expect(mentions.reduce(0, +) == 85)
        let deadlines = lines.filter { $0.utf8.starts(with: "deadline,".utf8) }
        #expect(deadlines.compactMap { Int($0.split(separator: ",")[2]) }.reduce(0, +) == 60)
        #expect(lines.count == 4 + units.count + deadlines.count)
        // As in JSON: four decimals at most.
        #expect(deadlines.first == "deadline,年底,55,52,3,0,0.9455,161;163;171")
    }

    @Test func inChineseItHasWords() throws {
        var buffer = OutputBuffer()
        let table = try SampleTable.table()
        try SummaryCSV.write(
            Summary(of: table),
            of: table,
            in: .chinese,
            options: .csv(encoding: "utf-8"),
            to: &buffer
        )
        let lines = String(decoding: buffer.bytes, as: UTF8.self)
            .components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines[0] == "分组,名称,目标数,按计划,未按计划,未填,完成率,未按计划完成的序号")
        #expect(lines[2] == "市政府领导,肖友华,50,47,3,0,0.94,161;163;171")
        let levels = Set(lines.dropFirst().compactMap { $0.split(separator: ",").first })
        #expect(levels == ["市政府领导", "责任单位", "完成时限"])
        let keys = try write(table)
        #expect(keys.count == lines.count)
    }

    @Test func oneLevelAlone() throws {
        let lines = try write(try SampleTable.table(), by: [.leader])
        #expect(lines.count == 4)
    }

    @Test func namesAndSerialsAreCells() throws {
        let table = TargetTable.make(
            columns: ["serial", "leader", "onSchedule"],
            rows: [["=1", "=张\"鹏", "否"], ["2", "=张\"鹏", "否"], ["3", "", ""]]
        )
        #expect(
            try write(table, by: [.leader]).dropFirst() == [
                "leader,\"'=张\"\"鹏\",2,0,2,0,0.0,'=1;2", "leader,,1,0,0,1,0.0,",
            ]
        )
    }
}
