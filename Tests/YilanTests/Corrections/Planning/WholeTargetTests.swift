import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Targets that are added or deleted: the page is laid out again.
@Suite struct WholeTargetTests {
    private static let official = """
        标题
        序号\t责任领导\t责任目标\t序号\t责任领导\t责任目标
        1\t张三\t甲\t3\t李四\t丙
        2\t张三\t乙\t4\t李四\t丁
        续表
        序号\t责任领导\t责任目标\t序号\t责任领导\t责任目标
        5\t王五\t\"戊,\"\"己\"\"\"\t7 \t\t庚
        6\t\t辛\t\t\t
        注：完
        """

    private func target(_ texts: String...) -> CorrectionsDocument.NewTarget {
        .init(
            texts: zip(["serial", "leader", "objective"], texts).map { ($0, $1) },
            place: .init(file: "list.json", line: 4)
        )
    }

    private func plan(
        adding: [CorrectionsDocument.NewTarget] = [],
        deleting: [String] = [],
        corrections: [Correction] = [],
        official: OfficialFile? = nil
    ) throws -> ApplyPlan {
        var options = ApplyOptions()
        options.addsTargets = true
        options.deletedSerials = deleting
        return ApplyPlan(
            official: try official?.table ?? OfficialFile(Self.official).table,
            sources: [listed(corrections, added: adding)],
            options: options
        )
    }

    private func text(_ plan: ApplyPlan) throws -> String {
        try #require(plan.isWritable, "\(plan.diagnostics.all)")
        return String(
            decoding: try plan.bytes(correcting: OfficialFile(Self.official).input),
            as: UTF8.self
        )
    }

    @Test func aDeletedTargetsPageIsLaidOutAgainAndOtherPagesStayAsTheyAre() throws {
        let expected = Self.official
            .replacing("\t3\t李四\t丙\n", with: "\t4\t李四\t丁\n")
            .replacing("乙\t4\t李四\t丁\n", with: "乙\t\t\t\n")
        #expect(try text(plan(deleting: ["3"])) == expected)
    }

    @Test func anAddedTargetInTheMiddle() throws {
        let official = try OfficialFile(
            Self.official.replacing("\n2\t张三\t乙\t4\t李四\t丁\n", with: "\n2\t张三\t乙\t\t\t\n")
        )
        var options = ApplyOptions()
        options.addsTargets = true
        let plan = ApplyPlan(
            official: official.table,
            sources: [listed([], added: [target("4", "赵六", "丁")])],
            options: options
        )
        let text = String(decoding: try plan.bytes(correcting: official.input), as: UTF8.self)
        #expect(
            text == Self.official.replacing("2\t张三\t乙\t4\t李四\t丁\n", with: "2\t张三\t乙\t4\t赵六\t丁\n")
        )
    }

    @Test func aPageGrowsWhereItsTargetsNeedMoreRows() throws {
        let plan = try plan(adding: [target("9", "王五", "末"), target("8", "李四", "新")])
        #expect(
            try text(plan)
                == """
                标题
                序号\t责任领导\t责任目标\t序号\t责任领导\t责任目标
                1\t张三\t甲\t3\t李四\t丙
                2\t张三\t乙\t4\t李四\t丁
                续表
                序号\t责任领导\t责任目标\t序号\t责任领导\t责任目标
                5\t王五\t"戊,""己""\"\t8\t李四\t新
                6\t\t辛\t9\t王五\t末
                7 \t\t庚\t\t\t
                注：完
                """
        )
    }

    @Test func aTextSerialGoesToTheEnd() throws {
        let plan = try plan(adding: [target("附", "王五", "末")])
        #expect(plan.corrected.string(7, .serial) == "附")
        #expect(plan.corrected.origins[7].page == 2)
    }

    @Test func deletingEveryTargetOfAPageLeavesItsHeader() throws {
        let plan = try plan(deleting: ["1", "2", "3", "4"])
        let again = try OfficialFile(plan.bytes(correcting: OfficialFile(Self.official).input))
        #expect(again.table.rows.map { $0[0] } == ["5", "6", "7"])
        #expect(again.table == plan.corrected)
    }

    @Test func oneTargetAtLeastIsLeft() throws {
        let all = (1...7).map(String.init)
        #expect(try plan(deleting: all).diagnostics.all.map(\.code) == [.emptyTable])
        #expect(try plan(deleting: Array(all.dropLast())).isWritable)
    }

    @Test func anAddedTargetMayBeGivenByATableToo() throws {
        let official = try OfficialFile(Self.official)
        let table = TargetTable.make(
            columns: ["序号", "责任领导", "责任目标"],
            rows: [["8", "王五", " 新\n"], ["5", "赵六", "戊,\"己\""]]
        )
        let source = CorrectionSource(file: "back.csv", .table(table, .spreadsheet))
        var options = ApplyOptions()
        #expect(
            ApplyPlan(official: official.table, sources: [source]).diagnostics.all.map(\.code) == [
                .unknownBase, .newSerial,
            ]
        )
        options.addsTargets = true
        let text = try official.textApplying([source], options)
        #expect(
            text
                == Self.official.replacing("5\t王五", with: "5\t赵六")
                .replacing("6\t\t辛\t\t\t\n", with: "6\t王五\t辛\t8\t王五\t新\n")
        )
    }

    @Test func aTargetAddedTwiceIsOneWhereItSaysTheSame() throws {
        let one = listed([], added: [target("8", "王五", "新")], file: "一.json")
        let same = listed([], added: [target("8", "王五", "新")], file: "二.json")
        let other = listed([], added: [target("08", "王五", "旧")], file: "三.json")
        var options = ApplyOptions()
        options.addsTargets = true
        let table = try OfficialFile(Self.official).table
        let agreeing = ApplyPlan(official: table, sources: [one, same], options: options)
        #expect(agreeing.isWritable)
        #expect(agreeing.added.count == 1)
        let disagreeing = ApplyPlan(official: table, sources: [one, other], options: options)
        #expect(disagreeing.diagnostics.all.map(\.code) == [.duplicateSerial])
    }

    @Test func aTargetThatIsThereAlreadyIsNotAddedAgain() throws {
        #expect(try plan(adding: [target("1", "张三", "甲")]).changesNothing)
        #expect(
            try plan(adding: [target("1", "张三", "别的")]).diagnostics.all.map(\.code) == [
                .duplicateSerial
            ]
        )
    }

    @Test func whatCannotBeDeletedIsAnError() throws {
        #expect(try plan(deleting: ["99"]).diagnostics.all.map(\.code) == [.unknownSerial])
        for (serial, isList) in [("99", false), ("1,2", true), ("1、2", true)] {
            let finding = try plan(deleting: [serial]).diagnostics.all.first
            #expect((finding?.remedy != nil) == isList)
        }
        let corrected = try plan(
            deleting: ["3"],
            corrections: [.init(serial: "3", field: "objective", new: "新")]
        )
        #expect(corrected.diagnostics.all.map(\.code) == [.deletedAndCorrected])
    }

    @Test func aTargetThatIsListedAsRemovedStaysUnlessItIsNamed() throws {
        let table = try OfficialFile(Self.official).table
        let source = listed([], removed: [.init(serial: "3"), .init(serial: "99")])
        let plan = ApplyPlan(official: table, sources: [source])
        #expect(plan.changesNothing)
        #expect(plan.diagnostics.all.map(\.code) == [.removedTargetStays])
        var options = ApplyOptions()
        options.deletedSerials = ["3"]
        let deleting = ApplyPlan(official: table, sources: [source], options: options)
        #expect(deleting.diagnostics.all.isEmpty)
        #expect(deleting.deleted.map(\.serial) == ["3"])
    }

    @Test func textBesideTheTargetsOfAPageIsNeverLost() throws {
        let official = try OfficialFile(
            Self.official.replacing("6\t\t辛\t\t\t\n", with: "6\t\t辛\t合计\t\t3\n")
        )
        var options = ApplyOptions()
        options.deletedSerials = ["6"]
        let plan = ApplyPlan(official: official.table, sources: [], options: options)
        #expect(plan.diagnostics.all.map(\.code).contains(.textBesideTargets))
        options.deletedSerials = ["1"]
        #expect(ApplyPlan(official: official.table, sources: [], options: options).isWritable)
    }
}
