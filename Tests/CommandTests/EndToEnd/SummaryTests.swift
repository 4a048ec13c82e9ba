import Foundation
import TestSupport
import Testing

@testable import YilanCommand

/// `yilan summary` as users run it.
@Suite struct SummaryCommandTests {
    private func run(_ options: [String]) throws -> ProgramRun {
        let folder = try WorkFolder()
        try folder.write(SmallTable.text, to: "in.tsv")
        return try YilanProgram.run(["summary", "in.tsv"] + options, in: folder)
    }

    @Test func countsPerLeader() throws {
        let run = try run([])
        #expect(run.status == 0)
        #expect(
            run.outputText == """
                示例市人民政府2024年度责任目标完成情况一览表

                leader  targets  on schedule  behind  not stated    rate  behind: nos.
                ──────────────────────────────────────────────────────────────────────
                甲乙          2            1       1           0  50.00%  2
                丙丁          2            1       0           1  50.00%
                ──────────────────────────────────────────────────────────────────────
                total         4            2       1           1  50.00%  2

                4 targets: 2 on schedule (50.00%); 1 behind (no. 2); 1 not stated.

                """
        )
    }

    @Test func aTargetCountsOnceForEachLeader() throws {
        let folder = try WorkFolder()
        try folder.write("序号\t市政府领导\t责任目标\n1\t张三、李四\t甲\n", to: "in.tsv")
        let run = try YilanProgram.run(["summary", "in.tsv"], in: folder)
        #expect(run.outputText.contains("A target counts once for each leader named on it"))
        let without = try self.run([])
        #expect(!without.outputText.contains("counts once"))
    }

    @Test func aTargetCountsOnceForEachUnit() throws {
        let text = try run(["--by", "unit", "--language", "zh"]).outputText
        #expect(text.contains("市交通局       1       0         1     0    0.00%  2\n"))
        #expect(text.contains("市财政局       1       0         1     0    0.00%  2\n"))
        #expect(text.contains("每个单位各计一次"))
    }

    @Test func jsonHasEveryGroup() throws {
        let run = try run(["--format", "json", "--by", "deadline"])
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
        )
        #expect(object["total"] as? Int == 4)
        #expect(object["rate"] as? Double == 0.5)
        #expect(
            (object["leaders"] as? [[String: Any]])?.map { $0["leader"] as? String } == [
                "甲乙", "丙丁",
            ]
        )
        #expect((object["units"] as? [Any])?.count == 5)
        #expect((object["deadlines"] as? [Any])?.count == 4)
    }

    @Test func csvInChineseHasChineseHeaders() throws {
        let options = ["--format", "csv", "--by", "单位", "--language", "zh"]
        let lines = try run(options).outputText.split(separator: "\r\n")
        #expect(lines.first == "\u{FEFF}分组,名称,目标数,按计划,未按计划,未填,完成率,未按计划完成的序号")
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("责任单位,") })
    }

    @Test func csvHasARowForEachGroup() throws {
        let text = try run(["--format", "csv", "--by", "leader"]).outputText
        #expect(
            text.split(separator: "\r\n").map(String.init) == [
                "\u{FEFF}level,name,total,onSchedule,behind,unstated,rate,behindSerials",
                "leader,甲乙,2,1,1,0,0.5,2", "leader,丙丁,2,1,0,1,0.5,",
            ]
        )
    }
}
