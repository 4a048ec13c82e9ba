import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Corrections of cells that don't simply hold their target's text, and what stands around them.
@Suite struct LayoutCorrectionTests {
    private func apply(_ corrections: [Correction], to text: String) throws -> String {
        try OfficialFile(text).textApplying([listed(corrections)])
    }

    private func findings(_ corrections: [Correction], of text: String) throws -> [Diagnostic] {
        ApplyPlan(official: try OfficialFile(text).table, sources: [listed(corrections)])
            .diagnostics.all
    }

    private static let quarters = """
        序号\t责任目标\t进展情况\t\t责任单位
        \t\t一季度\t二季度\t
        1\t甲\t开工\t封顶\t市住建局
        2\t乙\t开工\t\t市住建局

        """

    @Test(arguments: [
        (["1", "progress", "竣工"], "封顶", "竣工"), (["1", "进展情况/二季度", "竣工"], "封顶", "竣工"),
        (["1", "进展情况/一季度", "竣工"], "甲\t开工", "甲\t竣工"), (["2", "progress", "竣工"], "乙\t开工", "乙\t竣工"),
        (["2", "进展情况/二季度", "竣工"], "乙\t开工\t", "乙\t开工\t竣工"),
    ])
    func aColumnReadFromOthersChangesWithThem(correction: [String], old: String, new: String) throws
    {
        let text = try apply(
            [Correction(serial: correction[0], field: correction[1], new: correction[2])],
            to: Self.quarters
        )
        #expect(text == Self.quarters.replacing(old, with: new))
    }

    @Test func bothMustAgree() throws {
        let whole = Correction(serial: "1", field: "progress", new: "竣工")
        func part(_ text: String) -> Correction {
            Correction(serial: "1", field: "进展情况/二季度", new: text)
        }
        #expect(
            try apply([whole, part("竣工")], to: Self.quarters)
                == Self.quarters.replacing("封顶", with: "竣工")
        )
        let found = try findings([whole, part("停工")], of: Self.quarters)
        #expect(found.map(\.code) == [.contradictoryParts])
    }

    private static let merged = """
        序号\t责任领导\t责任目标\t序号\t责任领导\t责任目标
        1\t张三\t甲\t4\t〃\t丁
        2\t\t乙\t5\t李四\t戊
        3\t同上\t丙\t6\t\t己

        """

    @Test func aMergedLeaderIsCorrectedInOneRowOnly() throws {
        let text = try apply([Correction(serial: "2", field: "leader", new: "王五")], to: Self.merged)
        let table = try OfficialFile(text).table
        #expect(table.rows.map { $0[1] } == ["张三", "王五", "张三", "张三", "李四", "李四"])
        #expect(
            text.hasPrefix(
                "序号\t责任领导\t责任目标\t序号\t责任领导\t责任目标\n1\t张三\t甲\t4\t〃\t丁\n2\t王五\t乙\t5\t李四\t戊\n3\t张三\t丙\t6\t\t己\n"
            )
        )
    }

    /// A cell that says 同上 still means the one above, where both are corrected alike.
    @Test func mergedLeadersThatAreCorrectedAlikeStayMerged() throws {
        let text = try apply(
            ["2", "3"].map { Correction(serial: $0, field: "leader", new: "王五") },
            to: Self.merged
        )
        #expect(
            text
                == Self.merged.replacing("1\t张三\t甲\t4\t〃", with: "1\t张三\t甲\t4\t张三")
                .replacing("2\t\t乙", with: "2\t王五\t乙")
        )
    }

    /// What is written besides the corrected cells is told: a blank that meant the leader above.
    @Test func cellsThatAreFilledAreTold() throws {
        let file = try OfficialFile(Self.merged)
        let plan = ApplyPlan(
            official: file.table,
            sources: [listed([Correction(serial: "2", field: "leader", new: "王五")])]
        )
        #expect(plan.filled.map { [$0.serial, $0.text] } == [["3", "张三"]])
        #expect(plan.followingCount == 0)
        #expect(plan.diagnostics.all.map(\.code) == [.filledCell])
        #expect(plan.diagnostics.all.map(\.line) == [4])
        let text = ChangeReport.Receipt(of: plan, official: "a", output: "b").text(.english)
        #expect(text.contains("written out") && text.contains("3 责任领导"))
    }

    @Test func cellsThatFollowStayBlank() throws {
        let file = try OfficialFile(Self.merged)
        let corrections = ["1", "2", "3", "4"].map {
            Correction(serial: $0, field: "leader", new: "王五")
        }
        let plan = ApplyPlan(official: file.table, sources: [listed(corrections)])
        #expect(plan.filled.isEmpty)
        #expect(plan.followingCount == 3)
        #expect(
            String(decoding: try plan.bytes(correcting: file.input), as: UTF8.self)
                == Self.merged.replacing("1\t张三", with: "1\t王五")
        )
    }

    private static let group = """
        序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位
        1\t王五\t甲总\t年底\t完成甲一\t是\t市民政局
        \t\t\t11月底\t完成甲二\t否\t市残联
        \t\t\t6月底\t完成甲三\t是\t市公安局

        """

    /// A blank leader in a group means the last one named, not the group's first.
    @Test func aTargetOfAGroupMayHaveALeaderOfItsOwn() throws {
        let text = try apply(
            [Correction(serial: "1/2", field: "leader", new: "赵六")],
            to: Self.group
        )
        #expect(
            text
                == Self.group.replacing("\t\t\t11月底", with: "\t赵六\t\t11月底")
                .replacing("\t\t\t6月底", with: "\t王五\t\t6月底")
        )
    }

    /// A blank leader and 同上 are read as the one above, so nothing else can be said so.
    @Test(arguments: ["", "同上", "〃"])
    func aLeaderUnderANamedOneMustBeNamed(text: String) throws {
        let place = Place(file: "list.json", line: 3, column: 7)
        let correction = Correction(serial: "5", field: "leader", new: text, place: place)
        let found = try #require(findings([correction], of: Self.merged).first)
        #expect(found.code == .unnamedLeader)
        #expect([found.serial, found.field] == ["5", "leader"])
        #expect(found.file == "list.json" && found.line == 3 && found.column == 7)
        // Above the first name there is none that it could be read as.
        let first = Correction(serial: "1", field: "leader", new: "")
        let text = try apply([first], to: Self.merged)
        #expect(try OfficialFile(text).table.rows.map { $0[1] }.first == "")
        #expect(text.contains("2\t张三\t乙"))
    }

    /// What can't be read again as it is meant is reported where the correction stands.
    @Test func whatDoesNotReadAgainIsReportedWithItsPlace() throws {
        let official = try OfficialFile("序号\t责任目标\n1\t甲\n2\t乙\n")
        let place = Place(file: "list.json", line: 5)
        let correction = Correction(serial: "2", field: "serial", new: "合计", place: place)
        let plan = ApplyPlan(official: official.table, sources: [listed([correction])])
        let error = #expect(throws: FormatError.self) {
            try plan.bytes(correcting: official.input)
        }
        #expect(error?.diagnostic?.code == .layoutNotReadable)
        #expect(error?.diagnostic?.file == "list.json")
        #expect(error?.diagnostic?.line == 5)
    }

    @Test func aTextThatGoesOnInTheRowBelowIsCorrectedWhereItStands() throws {
        let official = "序号\t责任目标\t责任单位\n1\t修建道路\t市交通局\n\t和桥梁\t市财政局\n2\t种树\t市林业局\n"
        #expect(
            try apply([Correction(serial: "1", field: "objective", new: "修建道路和大桥")], to: official)
                == official.replacing("和桥梁", with: "和大桥")
        )
        #expect(
            try apply([Correction(serial: "1", field: "units", new: "市公路局 市财政局")], to: official)
                == official.replacing("市交通局", with: "市公路局")
        )
    }

    private static let totals = """
        序号\t责任目标\t是否完成
        1\t甲\t是
        2\t乙\t否
        3\t丙\t是
        合计\t共3项\t完成2项，占66.67%
        注：本表共3项。

        """

    @Test func aTotalThatACorrectionMakesUntrueIsReported() throws {
        let changed = try findings(
            [Correction(serial: "2", field: "onSchedule", new: "是")],
            of: Self.totals
        )
        #expect(changed.map(\.code) == [.outdatedTotal])
        #expect(changed.map(\.severity) == [.warning])
        #expect(changed.map(\.line) == [5])
        #expect(
            try findings(
                [Correction(serial: "2", field: "onSchedule", new: "未完成")],
                of: Self.totals
            ).isEmpty
        )
        #expect(
            try findings([Correction(serial: "2", field: "objective", new: "丁")], of: Self.totals)
                .isEmpty
        )
        var options = ApplyOptions()
        options.deletedSerials = ["2"]
        let plan = ApplyPlan(
            official: try OfficialFile(Self.totals).table,
            sources: [],
            options: options
        )
        #expect(plan.diagnostics.all.map(\.code) == [.outdatedTotal, .outdatedTotal])
        let text = String(
            decoding: try plan.bytes(correcting: OfficialFile(Self.totals).input),
            as: UTF8.self
        )
        #expect(text == Self.totals.replacing("2\t乙\t否\n", with: ""))
    }
}
