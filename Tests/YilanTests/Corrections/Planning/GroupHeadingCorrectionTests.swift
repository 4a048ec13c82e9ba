import SourceText
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Corrections of what a row says that heads the targets under one serial.
@Suite struct GroupHeadingCorrectionTests {
    private static let official = """
        序号\t领导\t责任目标\t完成时限\t完成情况\t是否完成\t责任单位
        1\t张三\t甲类\t\t\t\t 市水务局
        \t\t(1)修渠\t6月底\t已修\t是\t
        \t\t(2)修坝\t9月底\t未修\t否\t市农业局
        \t\t(3)修路\t9月底\t未修\t否\t
        2\t李四\t种树\t年底\t完\t是\t市林业局

        """

    private func plan(_ corrections: [(String, String, String)]) throws -> ApplyPlan {
        ApplyPlan(
            official: try OfficialFile(Self.official).table,
            sources: [
                listed(corrections.map { Correction(serial: $0.0, field: $0.1, new: $0.2) })
            ]
        )
    }

    /// In the row that heads the group where it is the group's, in the target's own elsewhere.
    @Test(arguments: [
        ([("1/1", "leader", "王五"), ("1/2", "leader", "王五"), ("1/3", "leader", "王五")], "张三", "王五"),
        ([("1/1", "units", "市丙局"), ("1/3", "units", "市丙局")], "市水务局", "市丙局"),
        ([("1/2", "units", "市丙局")], "市农业局", "市丙局"), ([("1/2", "group", "丙类")], "甲类", "丙类"),
        ([("1/1", "group", "丙类"), ("1/2", "group", "丙类"), ("1/3", "group", "丙类")], "甲类", "丙类"),
        ([("1/3", "units", "市丙局")], "(3)修路\t9月底\t未修\t否\t", "(3)修路\t9月底\t未修\t否\t市丙局"),
        ([("1/2", "objective", "(2)架桥")], "修坝", "架桥"),
        (
            [("1/1", "serial", "5/1"), ("1/2", "serial", "5/2"), ("1/3", "serial", "5/3")], "\n1\t",
            "\n5\t"
        ),
    ])
    func changesTheCellThatSaysIt(
        corrections: [(String, String, String)],
        old: String,
        new: String
    ) throws {
        let plan = try plan(corrections)
        try #require(plan.isWritable, "\(plan.diagnostics.all)")
        let text = String(
            decoding: try plan.bytes(correcting: OfficialFile(Self.official).input),
            as: UTF8.self
        )
        #expect(text == Self.official.replacing(old, with: new))
    }

    /// Told where one row of several is corrected, and where the others keep what they meant.
    @Test(arguments: [
        ([("1/2", "group", "丙类")], [FindingCode.groupHeading]),
        ([("1/1", "units", "市丙局")], [.filledCell]),
    ])
    func tellsWhatElseChanges(corrections: [(String, String, String)], codes: [FindingCode]) throws
    {
        let plan = try plan(corrections)
        #expect(plan.isWritable)
        #expect(plan.diagnostics.all.map(\.code) == codes)
    }

    @Test(arguments: [
        [("1/1", "group", "丙类"), ("1/2", "group", "丁类")], [("2", "group", "丙类")],
    ])
    func refusesWhatHasNoPlace(corrections: [(String, String, String)]) throws {
        let plan = try plan(corrections)
        #expect(plan.diagnostics.all.map(\.code) == [.contradictoryParts])
        #expect(!plan.isWritable)
    }
}
