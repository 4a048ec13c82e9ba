import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Tables whose rows are grouped by what stands left of the serials or above the targets.
@Suite struct GroupedTableTests {
    private func read(_ text: String) throws -> (TargetTable, [FindingCode]) {
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.hasErrors, "\(findings.all)")
        let written = String(decoding: try writeTSV(table), as: UTF8.self)
        #expect(written == text.unsigned())
        return (table, findings.all.map(\.code))
    }

    private func lines(_ table: TargetTable, _ fields: [Field]) -> [String] {
        (0..<table.count).map { target in
            fields.map { table.string(target, $0) }.joined(separator: "|")
                + (table.section(of: target).map { "|" + $0 } ?? "")
        }
    }

    private let header = "责任单位⇥序号⇥重点工作⇥完成情况↵"

    @Test func aUnitLeftOfTheSerialsStandsForTheRowsBelow() throws {
        let (table, codes) = try read(
            header + "市教育局⇥1⇥建校⇥建成↵⇥2⇥招聘⇥完成↵市民政局⇥3⇥建院⇥建成↵⇥4⇥助餐⇥开办↵"
        )
        #expect(
            lines(table, [.serial, .units])
                == ["1|市教育局", "2|市教育局", "3|市民政局", "4|市民政局"]
        )
        #expect(codes.isEmpty)
    }

    @Test func whereNumberingRestartsBelowUnitsEachIsASection() throws {
        let (table, codes) = try read(
            header + "市教育局⇥1⇥建校⇥建成↵⇥2⇥招聘⇥完成↵市民政局⇥1⇥建院⇥建成↵⇥2⇥助餐⇥开办↵"
        )
        #expect(
            lines(table, [.serial, .units]) == [
                "1|市教育局|市教育局", "2|市教育局|市教育局", "1|市民政局|市民政局", "2|市民政局|市民政局",
            ]
        )
        #expect(codes.isEmpty)
    }

    /// Where units stand elsewhere, a blank one is one that somebody forgot.
    @Test func aUnitBehindTheSerialStandsForItself() throws {
        let (table, _) = try read(
            "序号⇥责任单位⇥重点工作⇥完成情况↵1⇥市教育局⇥甲⇥建成↵2⇥⇥乙⇥完成↵3⇥⇥丙⇥建成↵"
        )
        #expect(table.string(1, .units).isEmpty)
    }

    /// The text that stands above, changed, no longer says what the blank below means.
    @Test func aUnitIsWrittenWhereTheOneAboveChanged() throws {
        let rows = "⇥2⇥招聘⇥完成↵市民政局⇥3⇥建院⇥建成↵⇥4⇥助餐⇥开办↵"
        var (table, _) = try read(header + "市教育局⇥1⇥建校⇥建成↵" + rows)
        let units = try #require(table.column(of: .units))
        table.replace(0, column: units, with: "市住建局")
        let written = String(decoding: try writeTSV(table), as: UTF8.self)
        #expect(
            written == (header + "市住建局⇥1⇥建校⇥建成↵市教育局" + rows).unsigned()
        )
    }

    @Test func aRowThatOnlySumsTheTargetsBelowHeadsThem() throws {
        let (table, codes) = try read(
            "序号⇥项目名称⇥总投资⇥形象进度⇥责任单位↵一⇥工业项目（2个）⇥500⇥⇥↵1⇥铝箔⇥300⇥主体封顶⇥开发区↵"
                + "2⇥家居⇥200⇥基础施工⇥高新区↵二⇥民生项目（1个）⇥80⇥⇥↵3⇥医院⇥80⇥已竣工⇥卫健局↵"
        )
        #expect(
            lines(table, [.serial, .objective])
                == ["1|铝箔|一 工业项目（2个）", "2|家居|一 工业项目（2个）", "3|医院|二 民生项目（1个）"]
        )
        #expect(codes.allSatisfy { $0 == .columnByEvidence })
    }

    /// Where all targets are numbered so, and say what was done, they are targets.
    @Test func targetsNumberedInChineseAreTargets() throws {
        let (table, _) = try read(
            "序号⇥项目名称⇥总投资⇥形象进度⇥责任单位↵一⇥工业⇥500⇥封顶⇥开发区↵二⇥民生⇥80⇥开工⇥高新区↵"
        )
        #expect(lines(table, [.serial]) == ["一", "二"])
    }

    /// Deadlines below a title of another year are of that year; a heading that numbers its targets is
    /// no title.
    @Test func deadlinesAreOfTheTitleAboveThem() throws {
        let header = "序号⇥责任目标⇥完成时限⇥完成情况↵"
        let (table, codes) = try read(
            "2023年重点工作完成情况↵" + header + "1⇥甲⇥年底⇥完成↵↵2024年重点工作计划↵↵" + header
                + "1⇥乙⇥年底⇥在建↵"
        )
        var derived = DerivedValues(table)
        #expect((0...1).map { derived.deadline(of: $0).date?.year } == [2_023, 2_024])
        #expect(codes == [.titlesLeftOut])
        #expect(TargetTable.year(ofSection: "一、2022年结转重点工作") == nil)
        #expect(TargetTable.year(ofSection: "民生保障") == nil)
    }

    @Test(arguments: [
        "占比⇥⇥⇥100%↵", "⇥平均⇥⇥98%↵", "说明↵1⇥数据截至12月↵2⇥未注明的为全年任务↵", "⇥签字：⇥⇥日期：↵",
    ])
    func whatStandsBelowATableIsNoTarget(_ rows: String) throws {
        let (table, _) = try read(
            "序号⇥责任目标⇥完成时限⇥完成情况↵1⇥甲⇥年底⇥完成↵2⇥乙⇥年底⇥在建↵" + rows
        )
        #expect(lines(table, [.serial, .objective, .progress]) == ["1|甲|完成", "2|乙|在建"])
    }

    /// What a task is a part of stands once above several rows; the task is what is to be done.
    @Test func theColumnThatEachRowFillsIsTheObjective() throws {
        let (table, _) = try read(
            "序号⇥反馈问题⇥整改措施⇥责任科室⇥完成时限⇥整改情况⇥整改结果↵一⇥教育方面↵"
                + "1⇥学习不够⇥1.定计划⇥办公室⇥3月底⇥已制定⇥已完成↵⇥⇥2.研讨4次⇥办公室⇥12月底⇥研讨5次⇥已完成↵"
                + "2⇥师德问题⇥警示教育⇥监察科⇥6月底⇥开会1次⇥已完成↵"
        )
        #expect(
            lines(table, [.serial, .objective, .progress]) == [
                "1/1|1.定计划|已制定|一 教育方面", "1/2|2.研讨4次|研讨5次|一 教育方面",
                "2|警示教育|开会1次|一 教育方面",
            ]
        )
    }

    /// A class left of the serials counts for the rows below it; where the numbering begins anew below
    /// each, it is their section, and no serial occurs twice.
    @Test(arguments: [("1", "2"), ("3", "4")])
    func classesLeftOfTheSerials(third: String, fourth: String) throws {
        let text =
            "类别⇥序号⇥实事项目⇥责任单位⇥进展情况↵教育⇥1⇥办学⇥教育局⇥建成↵⇥2⇥校车⇥教育局⇥更新↵"
            + "医疗⇥\(third)⇥建院⇥卫健委⇥在建↵⇥\(fourth)⇥急救⇥卫健委⇥配齐↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.all.contains { $0.severity > .note }, "\(findings.all)")
        let column = try #require(table.columns.firstIndex { $0.label == "类别" })
        #expect(
            (0..<4).map { table.string($0, column: column) } == ["教育", "教育", "医疗", "医疗"]
        )
        let isAnew = third == "1"
        #expect(
            (0..<4).map(table.section)
                == (isAnew ? ["教育", "教育", "医疗", "医疗"] : [nil, nil, nil, nil])
        )
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }

    /// Where there are no serials, units stand left of the objective.
    @Test func unitsLeftOfTheObjective() throws {
        let text = "单位⇥重点工作⇥完成情况↵教育局⇥办学⇥建成↵⇥校车⇥更新↵卫健委⇥建院⇥在建↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(findings.all.map(\.code) == [.numberedByOrder])
        #expect(lines(table, [.serial, .units]) == ["1|教育局", "2|教育局", "3|卫健委"])
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }

    /// What stands under a serial may go on in the next block, above the row where it began: reading that crashed.
    @Test func groupsGoOnInTheNextBlock() throws {
        let label = "序号⇥市政府领导⇥责任目标内容⇥完成时限⇥完成情况⇥责任单位"
        let (table, _) = try read(
            "\(label)⇥\(label)↵1⇥张鹏⇥修路⇥年底⇥已修⇥交通局⇥⇥⇥建桥⇥年底⇥已建⇥交通局↵"
                + "2⇥张鹏⇥修渠⇥年底⇥已修⇥水利局⇥3⇥李四⇥种树⇥年底⇥已种⇥林业局↵"
        )
        #expect(
            lines(table, [.serial, .leader, .objective])
                == ["1|张鹏|修路", "2/1|张鹏|修渠", "2/2|张鹏|建桥", "3|李四|种树"]
        )
    }
}
