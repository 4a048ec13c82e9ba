import Testing

@testable import TargetModel

@Suite struct PromiseSignsTests {
    /// What has no signs promises nothing; so reading it may be left out.
    @Test(arguments: [
        "新建道路10条", "新增就业５万人", "三分之二完成", "百分之八十", "GDP增长6%左右", "农村公路全覆盖", "产值翻一番", "整改全部完成",
        "建设十所学校", "投资24亿", "新增1,500张床位", "压缩至1天", "PM2.5为45μg/m³", "两所学校", "10—15家",
        "招商引资180亿元以上", "达到２５０㎡", "改造一百二十户", "新建5G基站300个", "培训5千余人", "培育10多家", "建成三至五个",
    ])
    func whatIsPromisedHasSigns(objective: String) {
        #expect(!Indicator.indicators(objective: objective, progress: "").isEmpty)
        let hasSigns = PromiseSigns.mayPromise(objective.utf8.span)
        #expect(hasSigns)
    }

    @Test(arguments: ["推进项目建设(12号)", "持续优化营商环境", "落实十四五规划", "一批重点工程", "提升全市水平", "2023年底前开工"])
    func mostTextsHaveNone(objective: String) {
        let hasSigns = PromiseSigns.mayPromise(objective.utf8.span)
        #expect(!hasSigns)
        #expect(Indicator.indicators(objective: objective, progress: "").isEmpty)
    }
}
