import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Figures that were promised, and what the report tells of them.
@Suite struct IndicatorChecksTests {
    struct Report: Sendable, CustomTestStringConvertible {
        var objective: String
        var progress: String
        var status: String
        var expected: [String]
        var testDescription: String { "\(objective) \(progress) \(status)" }
    }

    private static func report(
        _ objective: String,
        _ progress: String,
        _ status: String,
        _ expected: String...
    ) -> Report {
        Report(objective: objective, progress: progress, status: status, expected: expected)
    }

    @Test(arguments: [
        report("新改建农村公路1000公里", "新改建农村公路101公里", "是", "indicator-not-met"),
        report("新改建农村公路1000公里", "新改建农村公路1016公里", "否", "indicator-met"),
        report("新增护理型养老床位1500张", "新增护理型养老床位443300张", "是", "figure-out-of-scale"),
        report("综合交通完成投资180亿元", "综合交通完成投资180万元", "是", "figure-in-two-measures"),
        report("不良贷款率控制在1.5%以下", "不良贷款率1.83%", "是", "indicator-not-met"),
        // What is promised together, what is on its way, what isn't told.
        report("新改建农村公路1000公里", "新改建农村公路1016公里", "是"),
        report("新改建农村公路1000公里", "新改建农村公路101公里", "否"),
        report("新建公园10个", "已建成5个,达到序时进度", "是"),
        report("新建公园10个", "已建成5个,正按计划推进", "是"),
        report("新建学校5所、幼儿园8所", "新建学校5所、幼儿园6所", "否"),
        report("新建公园10个", "公园建设顺利", "是"),
        report("造林1.5万亩", "完成造林1000公顷", "是"),
        report("建成绿道约30公里", "建成绿道29公里", "是"),
    ])
    func figures(_ report: Report) {
        let codes = codesFound([
            (2, .objective, report.objective), (2, .progress, report.progress),
            (2, .onSchedule, report.status),
        ])
        #expect(codes == report.expected)
    }
}
