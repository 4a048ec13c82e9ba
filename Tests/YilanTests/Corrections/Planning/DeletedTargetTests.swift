import SourceText
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Targets that are deleted where several have one serial, and of groups: their row goes, and nothing else.
@Suite struct DeletedTargetTests {
    private static let official = """
        某市2023年度一览表
        序号\t领导\t责任目标\t完成时限\t是否完成\t责任单位
        一、经济\t\t\t\t\t
        1\t张三\t甲\t年底\t是\t市甲局
        2\t张三\t乙\t年底\t是\t市甲局
        二、民生\t\t\t\t\t
        1\t\t丙\t年底\t是\t市乙局
        2\t李四\t丁一\t6月底\t是\t市丙局
        \t\t丁二\t7月底\t否\t
        \t\t丁三\t8月底\t否\t市乙局
        3\t\t戊类\t\t\t市丁局
        \t\t(1)戊一\t6月底\t是\t
        \t\t(2)戊二\t7月底\t否\t
        注：完

        """

    private func plan(_ names: [String]) throws -> ApplyPlan {
        var options = ApplyOptions()
        options.deletedSerials = names
        return ApplyPlan(
            official: try OfficialFile(Self.official).table,
            sources: [],
            options: options
        )
    }

    @Test(arguments: [
        (["1@4"], "1\t张三\t甲\t年底\t是\t市甲局\n", ""), (["二、民生/1"], "1\t\t丙\t年底\t是\t市乙局\n", ""),
        (["一、经济/2"], "2\t张三\t乙\t年底\t是\t市甲局\n", ""), (["2/2"], "\t\t丁二\t7月底\t否\t\n", ""),
        (
            ["2/1"], "2\t李四\t丁一\t6月底\t是\t市丙局\n\t\t丁二\t7月底\t否\t\n",
            "2\t李四\t丁二\t7月底\t否\t市丙局\n"
        ),
        (
            ["2/1", "2/3"],
            "2\t李四\t丁一\t6月底\t是\t市丙局\n\t\t丁二\t7月底\t否\t\n\t\t丁三\t8月底\t否\t市乙局\n",
            "2\t李四\t丁二\t7月底\t否\t市丙局\n"
        ), (["3/1"], "\t\t(1)戊一\t6月底\t是\t\n", ""),
        (["二、民生/2/3"], "\t\t丁三\t8月底\t否\t市乙局\n", ""),
    ])
    func takesTheRowOut(names: [String], old: String, new: String) throws {
        let plan = try plan(names)
        let isUnheaded = names == ["3/1"]
        guard !isUnheaded else {
            // One row below a heading reads as one target: refused, never written otherwise.
            #expect(throws: (any Error).self) {
                try plan.bytes(correcting: OfficialFile(Self.official).input)
            }
            return
        }
        try #require(plan.isWritable, "\(plan.diagnostics.all)")
        let text = String(
            decoding: try plan.bytes(correcting: OfficialFile(Self.official).input),
            as: UTF8.self
        )
        #expect(text == Self.official.replacing(old, with: new))
    }

    @Test(arguments: [
        (["1"], FindingCode.duplicateSerial), (["1@5"], .unknownPlace), (["9"], .unknownSerial),
        (["三、其他/1"], .unknownSerial), (["一、经济/2/2"], .unknownSerial),
    ])
    func refusesWhatIsNotOne(names: [String], code: FindingCode) throws {
        let plan = try plan(names)
        #expect(plan.diagnostics.all.map(\.code) == [code])
        #expect(!plan.isWritable)
    }
}
