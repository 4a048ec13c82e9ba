import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// The official table was numbered anew after corrections were sent out: none goes to the target that
/// has the number now.
@Suite struct RenumberedTargetTests {
    private static let header = "序号\t责任目标\t完成情况\t是否完成\t责任单位\n"
    private static let rows = [
        "架设桥梁三座\t完成一座\t是\t交通局", "改造供水管网\t铺设十公里\t是\t水务局",
        "建设口袋公园\t建成五处\t是\t园林局", "新增城镇就业\t新增三千人\t是\t人社局",
    ]

    private static func text(_ rows: [String]) -> String {
        header + rows.enumerated().map { "\($0 + 1)\t\($1)\n" }.joined()
    }

    enum Form: CaseIterable { case texts, digests, base }

    /// A target was put in, or taken out, ahead of the corrected one.
    @Test(arguments: Form.allCases, [true, false])
    func noCorrectionGoesToAnotherTarget(form: Form, isGrown: Bool) throws {
        let before = try OfficialFile(Self.text(Self.rows)).table
        var moved = Self.rows
        if isGrown { moved.insert("植树造林百亩\t已经栽完\t是\t林业局", at: 0) } else { moved.removeFirst() }
        let official = try OfficialFile(Self.text(moved))
        for target in isGrown ? 0..<before.count : 1..<before.count {
            var back: TargetTable
            var options = ApplyOptions()
            switch form {
            case .texts: back = before.keepingTexts()
            case .digests: back = before.keepingDigests()
            case .base:
                back = before
                options.base = before
            }
            back.replace(target, column: try #require(back.column(of: .onSchedule)), with: "否")
            let source = CorrectionSource(file: "back.xlsx", .table(back, .spreadsheet))
            let plan = ApplyPlan(official: official.table, sources: [source], options: options)
            #expect(plan.changes.isEmpty)
            // Its number is another target's now; the last one's, where a target went, is nobody's.
            let isTaken = target < official.table.count
            #expect(plan.conflicts.map(\.cause) == [isTaken ? .targetUnclear : .targetGone])
        }
    }

    /// An objective that was put better meanwhile is still that target's.
    @Test(arguments: Form.allCases)
    func aReworkedObjectiveIsTheSameTargets(form: Form) throws {
        let before = try OfficialFile(Self.text(Self.rows)).table
        let official = try OfficialFile(
            Self.text(Self.rows).replacing("建设口袋公园", with: "新建口袋公园六处")
                .replacing("建成五处", with: "建成六处")
        )
        var back: TargetTable
        var options = ApplyOptions()
        switch form {
        case .texts: back = before.keepingTexts()
        case .digests: back = before.keepingDigests()
        case .base:
            back = before
            options.base = before
        }
        back.replace(2, column: try #require(back.column(of: .onSchedule)), with: "否")
        let source = CorrectionSource(file: "back.xlsx", .table(back, .spreadsheet))
        let plan = ApplyPlan(official: official.table, sources: [source], options: options)
        #expect(plan.changes.map(\.new) == ["否"])
    }

    /// Where a list says at which line a target stands, and not what it said, another line is told.
    @Test func aPlaceThatDoesNotFitIsTold() throws {
        let official = try OfficialFile(Self.text(Self.rows))
        for (line, old, codes) in [
            (3, nil, []), (5, nil, [FindingCode.unknownPlace]), (5, "铺设十公里", []),
        ] as [(Int, String?, [FindingCode])] {
            let correction = Correction(
                serial: "2",
                field: "progress",
                old: old,
                new: "新",
                target: .init(line: line)
            )
            let plan = ApplyPlan(official: official.table, sources: [listed([correction])])
            #expect(plan.diagnostics.all.map(\.code) == codes)
            #expect(plan.changes.map(\.new) == ["新"])
            #expect(!plan.diagnostics.hasErrors)
        }
    }
}
