import SourceText
import TargetModel
import Testing
import TestSupport

@testable import TargetFormats

/// Tables as other governments publish them: each rule of reading columns and rows with a case, and
/// the official text back from what was read, byte for byte.
@Suite struct WildTableTests {
    private func check(
        _ text: String,
        _ fields: [Field],
        _ expected: [String]
    ) throws {
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.hasErrors, "\(findings.all)")
        let lines = (0..<table.count).map { target in
            fields.map { table.string(target, $0) }.joined(separator: "|")
        }
        #expect(lines == expected)
        let written = String(decoding: try writeTSV(table), as: UTF8.self)
        #expect(written == text.unsigned())
    }

    @Test func rowsUnderOneSerialAreTargetsOfTheirOwn() throws {
        try check(
            "序号⇥重点工作⇥具体任务⇥责任领导⇥责任单位⇥完成时限⇥完成情况↵"
                + "1⇥建设年⇥1.建专班⇥甲某⇥招商部⇥全年⇥已完成↵⇥⇥2.推制度⇥⇥规划部⇥全年⇥已完成↵"
                + "⇥⇥3.开展对接⇥⇥⇥9月底⇥未完成↵2⇥盘活⇥盘活厂房⇥乙某⇥改革办⇥全年⇥推进中↵",
            [.serial, .leader, .objective, .units, .deadline, .onSchedule],
            [
                "1/1|甲某|1.建专班|招商部|全年|已完成", "1/2|甲某|2.推制度|规划部|全年|已完成",
                "1/3|甲某|3.开展对接|招商部|9月底|未完成", "2|乙某|盘活厂房|改革办|全年|推进中",
            ]
        )
    }

    @Test func aTextThatGoesOnIsNoTarget() throws {
        try check(
            "序号⇥责任目标⇥完成时限⇥完成情况⇥是否完成↵1⇥新建道路⇥年底⇥正在⇥是↵⇥10条⇥⇥施工⇥↵",
            [.serial, .objective, .progress],
            ["1|新建道路10条|正在施工"]
        )
    }

    @Test func aPastedLineBreakCutsNoRow() throws {
        try check(
            "序号⇥工作任务⇥责任单位⇥进展情况⇥是否完成↵1⇥甲任务⇥教体局⇥1.已开工。↵2.正在招标。⇥是↵"
                + "2⇥乙任务⇥教体局⇥未开工⇥否↵",
            [.serial, .progress, .onSchedule],
            ["1|1.已开工。\n2.正在招标。|是", "2|未开工|否"]
        )
    }

    @Test func numberingMayStartAgainInEachSection() throws {
        let text =
            "序号⇥工作任务⇥完成情况↵一、经济发展⇥⇥↵1⇥扩大投资⇥已投20亿元↵二、民生保障⇥⇥↵1⇥城镇就业⇥新增3000人↵"
        try check(text, [.serial, .objective], ["1|扩大投资", "1|城镇就业"])
        let (table, findings) = try readTSV(text.unsigned())
        let section = try #require(table.sectionColumn)
        #expect((0..<2).map { table.string($0, column: section) } == ["一、经济发展", "二、民生保障"])
        #expect(findings.all.isEmpty)
    }

    @Test func withoutSerialsTargetsAreNumbered() throws {
        let text = "目标任务⇥责任单位⇥完成时限⇥进展情况↵甲任务⇥市教育局⇥年底⇥已完工↵乙任务⇥市民政局⇥6月底⇥在建↵"
        try check(text, [.serial, .objective], ["1|甲任务", "2|乙任务"])
        let (_, findings) = try readTSV(text.unsigned())
        #expect(findings.all.map(\.code) == [.numberedByOrder])
    }

    @Test(arguments: [
        ("序号⇥项目⇥责任单位⇥实际完成情况↵1⇥甲⇥乙局⇥丙↵", "项目", Field.objective),
        ("序号⇥整改任务⇥整改责任单位⇥整改期限⇥整改进展↵1⇥甲⇥乙局⇥年底⇥丙↵", "整改进展", .progress),
        ("编号⇥建议标题⇥承办单位⇥办理状态↵1⇥甲⇥乙局⇥已办结↵", "办理状态", .onSchedule),
        ("序号⇥工作任务⇥责任单位⇥1-9月份工作完成情况↵1⇥甲⇥乙局⇥丙↵", "1-9月份工作完成情况", .progress),
        ("序号⇥工作任务⇥责任单位及责任人⇥进展情况↵1⇥甲⇥乙局⇥丙↵", "责任单位及责任人", .units),
        ("序号⇥工作任务⇥责任单位⇥办成与否↵1⇥甲⇥乙局⇥√↵2⇥丙⇥丁局⇥×↵", "办成与否", .onSchedule),
        ("序号⇥工作任务⇥责任单位⇥完成情况↵1⇥甲⇥乙局⇥已完成↵2⇥丙⇥丁局⇥未完成↵", "完成情况", .onSchedule),
        ("序号⇥工作任务⇥责任单位⇥考核⇥进展情况↵1⇥甲⇥乙局⇥√⇥开工↵2⇥丙⇥丁局⇥×⇥封顶↵", "考核", .onSchedule),
        ("序号⇥工作任务⇥责任单位⇥节点⇥进展情况↵1⇥甲⇥乙局⇥6月底⇥开工↵2⇥丙⇥丁局⇥年底⇥封顶↵", "节点", .deadline),
        ("序号⇥项目名称⇥年度目标⇥完成情况↵1⇥就业⇥新增就业6万人⇥丙↵", "年度目标", .objective),
        ("序号⇥实事项目⇥2024年度目标⇥完成情况↵1⇥就业⇥新增就业6万人⇥丙↵", "2024年度目标", .objective),
        ("序号⇥指标名称⇥年度目标⇥完成情况↵1⇥就业(万人)⇥6⇥丙↵2⇥外贸(亿元)⇥320⇥丁↵", "指标名称", .objective),
        ("序号⇥一级任务⇥二级任务⇥完成情况↵1⇥服务⇥一网通办⇥丙↵2⇥⇥压缩时限⇥丁↵", "二级任务", .objective),
        ("序号⇥主要任务⇥具体举措⇥完成时限↵1⇥投资⇥建项目⇥年底↵⇥⇥争债券⇥9月底↵2⇥消费⇥发券⇥6月底↵", "具体举措", .objective),
        ("序号⇥工作任务⇥工作重点⇥1-10月完成↵1⇥甲⇥乙⇥丙↵", "1-10月完成", .progress),
        ("序号⇥建议标题⇥主办单位⇥办理结果⇥办理情况↵1⇥甲⇥乙局⇥A类⇥已办↵2⇥丙⇥丁局⇥B类⇥在办↵", "办理情况", .progress),
        ("建议编号⇥建议标题⇥主办单位⇥办理情况↵001⇥甲⇥乙局⇥已办↵", "建议编号", .serial),
        ("序号⇥工作任务⇥时间进度⇥进展情况↵1⇥甲⇥2025年1月—6月⇥开工↵2⇥乙⇥全年⇥开工↵", "时间进度", .deadline),
        ("序号⇥项目名称⇥项目业主⇥进展情况↵1⇥甲⇥市水务集团⇥开工↵", "项目业主", .units),
        ("序号⇥项目名称⇥完成情况①⇥责任单位↵1⇥甲⇥乙⇥丙局↵", "完成情况①", .progress),
        ("序号⇥工作任务⇥进展情况⇥责任单位↵1⇥甲⇥完成⇥丙局↵2⇥乙⇥进行中⇥丙局↵", "进展情况", .progress),
        ("序号⇥工作任务⇥进展情况⇥评价↵1⇥甲⇥乙⇥绿牌↵", "评价", .onSchedule),
        ("序号⇥整改要求⇥整改结果⇥责任单位↵1⇥甲⇥已完成⇥丙局↵2⇥乙⇥整改中⇥丙局↵", "整改结果", .onSchedule),
        ("序号⇥整改措施⇥责任部门⇥整改成效⇥是否销号↵1⇥甲⇥乙局⇥丙⇥是↵", "整改成效", .progress),
        ("序号⇥包保领导⇥企业诉求⇥解决情况⇥是否解决↵1⇥甲⇥办证⇥已办⇥已解决↵", "企业诉求", .objective),
        ("序号⇥包保领导⇥企业诉求⇥解决情况⇥是否解决↵1⇥甲⇥办证⇥已办⇥已解决↵", "解决情况", .progress),
        ("序号⇥包保领导⇥企业诉求⇥解决情况⇥是否解决↵1⇥甲⇥办证⇥已办⇥已解决↵", "是否解决", .onSchedule),
        ("序号⇥工作名称⇥工作要求⇥完成情况说明⇥责任部门↵1⇥甲⇥乙⇥丙⇥丁局↵", "工作要求", .objective),
        ("序号⇥工作名称⇥工作要求⇥完成情况说明⇥责任部门↵1⇥甲⇥乙⇥丙⇥丁局↵", "完成情况说明", .progress),
        ("序号⇥任务名称⇥主要内容⇥落实情况⇥牵头科室↵1⇥甲⇥乙⇥丙⇥丁科↵", "主要内容", .objective),
        ("序号⇥攻坚任务⇥攻坚目标⇥攻坚成果⇥牵头单位↵1⇥甲⇥乙⇥丙⇥丁局↵", "攻坚目标", .objective),
        ("序号⇥项目⇥年度任务目标⇥完成情况⇥责任单位↵1⇥甲⇥乙⇥丙⇥丁局↵", "年度任务目标", .objective),
        ("序号⇥考核项目⇥考核内容⇥责任单位⇥完成情况↵1⇥甲⇥乙⇥丙局⇥丁↵", "考核内容", .objective),
        ("序号⇥整改措施⇥整改成效⇥整改情况↵1⇥甲⇥乙⇥已完成整改↵2⇥丙⇥丁⇥正在整改↵", "整改情况", .onSchedule),
        ("序号⇥整改措施⇥整改成效⇥整改情况↵1⇥甲⇥乙⇥已完成整改↵2⇥丙⇥丁⇥正在整改↵", "整改成效", .progress),
        ("序号⇥项目名称⇥1-10月完成⇥工程进展↵1⇥甲⇥18600⇥装修↵2⇥乙⇥1200⇥在建↵", "工程进展", .progress),
        ("序号⇥项目名称⇥1-10月完成⇥责任单位↵1⇥甲⇥18600⇥乙局↵2⇥丙⇥1200⇥丁局↵", "1-10月完成", .progress),
        ("单位名称⇥序号⇥承诺事项⇥完成情况↵甲局⇥1⇥乙⇥丙↵", "单位名称", .units),
        ("领导姓名⇥序号⇥工作内容⇥目前进展⇥责任单位↵甲⇥1⇥乙⇥丙⇥丁局↵", "领导姓名", .leader),
        ("序号⇥任务⇥河长⇥责任单位⇥完成情况↵1⇥甲⇥乙某⇥丙局⇥丁↵", "河长", .leader),
        ("序号⇥二级任务⇥三级任务⇥牵头单位⇥完成情况↵1⇥甲⇥乙⇥丙局⇥丁↵", "三级任务", .objective),
        ("一级指标⇥三级指标⇥年度指标值⇥实际完成值⇥是否完成↵产出⇥改造校舍⇥12所⇥12所⇥是↵", "三级指标", .objective),
        ("一级指标⇥三级指标⇥年度指标值⇥实际完成值⇥是否完成↵产出⇥改造校舍⇥12所⇥12所⇥是↵", "实际完成值", .progress),
        ("序号⇥考核指标⇥目标值⇥完成值⇥责任单位↵1⇥就业⇥6000⇥6320⇥甲局↵2⇥空气⇥≥85⇥87⇥乙局↵", "考核指标", .objective),
        ("序号⇥指标名称⇥年度目标值⇥实际完成↵1⇥增长⇥6%左右⇥6.3%↵2⇥企业⇥不低于12家⇥9家↵", "指标名称", .objective),
        ("序号⇥审议意见⇥落实措施及成效⇥责任单位↵1⇥甲⇥乙⇥丙局↵", "审议意见", .objective),
        ("序号⇥审议意见⇥落实措施及成效⇥责任单位↵1⇥甲⇥乙⇥丙局↵", "落实措施及成效", .progress),
        ("序号⇥实事项目⇥进度⇥是否完工↵1⇥甲⇥乙⇥是↵", "是否完工", .onSchedule),
        ("序号⇥信访人⇥反映问题⇥办理进展⇥是否化解↵1⇥甲⇥乙⇥丙⇥是↵", "反映问题", .objective),
        ("序号⇥会议时间⇥议定事项⇥责任单位⇥落实情况↵1⇥1月8日⇥甲⇥乙局⇥丙↵", "议定事项", .objective),
    ])
    func columnsAreReadByEvidence(_ text: String, label: String, field: Field) throws {
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.hasErrors)
        #expect(table.columns.first { $0.label == label }?.field == field)
    }

    /// When a meeting was held is no deadline.
    @Test(arguments: ["会议时间", "交办日期", "来文时间", "批示时间", "答复时间"])
    func otherTimesAreNoDeadlines(label: String) throws {
        let text = "序号⇥\(label)⇥议定事项⇥责任单位⇥落实情况↵1⇥1月8日⇥甲⇥乙局⇥丙↵2⇥3月6日⇥丁⇥戊局⇥己↵"
        let (table, _) = try readTSV(text.unsigned())
        #expect(table.column(of: .deadline) == nil)
    }

    /// A title that goes on in a line that only says what kind of table it is.
    @Test func aTitleGoesOnInTheKindOfTable() throws {
        let (table, _) = try readTSV(
            "云川市2024年度十件民生实事↵实施进度表↵序号⇥项目⇥进度⇥亮灯↵1⇥甲⇥乙⇥🟢↵2⇥丙⇥丁⇥🔴↵".unsigned()
        )
        #expect(table.document.title == "云川市2024年度十件民生实事实施进度表")
        #expect(Summary(of: table).counts.onSchedule == 1)
        #expect(Summary(of: table).counts.behind == 1)
    }

    @Test func aMeasureBesideUnitsIsNoUnit() throws {
        let text = "序号⇥指标名称⇥单位⇥完成情况⇥责任单位↵1⇥就业⇥万人⇥3.82⇥市人社局↵2⇥增速⇥%⇥5.8⇥市发改委↵"
        let (table, _) = try readTSV(text.unsigned())
        #expect(table.unitColumns.map { table.columns[$0].label } == ["责任单位"])
    }

    @Test func ofSeveralPeriodsTheLatestFilledCounts() throws {
        try check(
            "序号⇥项目⇥8月底进度⇥9月底进度⇥10月底进度↵1⇥甲⇥60%⇥72%⇥85%↵2⇥乙⇥40%⇥41%⇥↵",
            [.objective, .progress],
            ["甲|85%", "乙|41%"]
        )
        // The same in two rows, whichever of them holds the other labels.
        let parts = "⇥目标⇥完成情况⇥目标⇥完成情况⇥↵"
        let row = "1⇥甲⇥开工⇥已开工⇥主体⇥⇥是↵"
        try check(
            "序号⇥工作任务⇥一季度⇥⇥二季度⇥⇥是否完成↵⇥" + parts + row,
            [.objective, .progress, .onSchedule],
            ["甲|已开工|是"]
        )
        try check(
            "⇥⇥一季度⇥⇥二季度⇥⇥↵序号⇥工作任务⇥目标⇥完成情况⇥目标⇥完成情况⇥是否完成↵" + row,
            [.objective, .progress, .onSchedule],
            ["甲|已开工|是"]
        )
        try check(
            "序号⇥工作任务⇥一季度目标⇥一季度完成情况⇥二季度目标⇥二季度完成情况↵1⇥甲⇥开工⇥已开工⇥主体⇥↵",
            [.objective, .progress],
            ["甲|已开工"]
        )
    }

    @Test func twoLabelsThatFitAlikeAreAnError() throws {
        var findings = DiagnosticBag()
        let text = "序号⇥甲类事项⇥乙类事项⇥责任单位⇥进展情况↵1⇥甲⇥乙⇥丙局⇥丁↵".unsigned()
        let error = #expect(throws: FormatError.self) {
            try TSVReader().read(
                InputFile(name: "table.tsv", bytes: Array(text.utf8)),
                options: .keepingLayout,
                reporting: &findings
            )
        }
        #expect(findings.all.isEmpty)
        #expect(error?.findings.all.map(\.code) == [.ambiguousColumn])
        let both = ["甲类事项", "乙类事项"].map { Wording(verbatim: "\($0)=objective") }
        #expect(error?.diagnostic?.remedy == .columns(both))
    }

    @Test(arguments: [
        ("云川市人民政府2023年度↵责任目标完成情况一览表↵", "云川市人民政府2023年度责任目标完成情况一览表", 2_023),
        ("2024年云川县民生实事完成情况公示↵(截至2024年11月30日)↵", "2024年云川县民生实事完成情况公示", 2_024),
        (
            "关于2023年度重点工作完成情况的通报↵附件1↵2023年度重点工作完成情况统计表↵",
            "2023年度重点工作完成情况统计表", 2_023
        ),
        (
            "2020年度重点工作任务分解表↵现将2020年工作任务印发给你们,请贯彻落实。↵主题:↵", "2020年度重点工作任务分解表", 2_020
        ),
        ("首页 > 政务公开 > 重点工作↵2023年重点工作进展情况表↵", "2023年重点工作进展情况表", 2_023),
        ("某政办发〔2022〕12号↵某办关于印发2023年任务分解表的通知↵附件↵2023年任务分解表↵", "2023年任务分解表", 2_023),
        ("云川县民生实事进度表↵(截至2022年10月31日)↵", "云川县民生实事进度表", 2_022),
    ])
    func theTitleIsTheLineThatNamesTheTable(_ above: String, title: String, year: Int) throws {
        let (table, _) = try readTSV((above + "序号⇥责任目标⇥完成时限↵1⇥甲⇥年底↵").unsigned())
        #expect(table.document.title == title)
        #expect(table.document.year == year)
    }

    /// What only remarks on the columns, how they are counted or filled in, is no target and no label.
    @Test(arguments: [
        ("⇥（按责任书填写）⇥（写明数字）⇥↵", 2), ("⇥(亿元)⇥（亿元）⇥↵", 2), ("1⇥2⇥3⇥4↵⇥（万元）⇥（%）⇥↵", 2),
        ("⇥（1）修路⇥（在建）⇥↵", 0), ("⇥（一）⇥（二）⇥↵", 0),
    ])
    func rowsThatRemarkOnColumns(row: String, count: Int) throws {
        let text = "序号⇥目标任务⇥完成情况⇥责任单位↵" + row + "1⇥修路⇥已修⇥市局↵2⇥建桥⇥在建⇥市局↵"
        let (table, findings) = try readTSV(text.unsigned())
        guard count > 0 else { return #expect(findings.hasErrors) }
        #expect(!findings.hasErrors, "\(findings.all)")
        #expect(lines(table, [.serial, .objective]) == ["1|修路", "2|建桥"])
        #expect(try writeTSV(table) == Array(text.unsigned().utf8))
    }

    /// Where nothing else reports, what is done does; so far says more than this month.
    @Test(arguments: [
        ("已完成⇥完成率", ["18处|20处"]), ("完成⇥得分", ["18处|20处"]), ("本月完成⇥累计完成", ["3|30"]),
        ("已完成⇥完成情况", ["在建|通车"]),
    ])
    func whatIsDoneIsTheReport(labels: String, expected: [String]) throws {
        let cells = [
            "已完成⇥完成率": ["18处⇥90%", "20处⇥100%"], "完成⇥得分": ["18处⇥9", "20处⇥10"],
            "本月完成⇥累计完成": ["1⇥3", "2⇥30"], "已完成⇥完成情况": ["18处⇥在建", "20处⇥通车"],
        ]
        let rows = (cells[labels] ?? []).enumerated().map { "\($0 + 1)⇥修路⇥\($1)⇥市局↵" }
        let text = "序号⇥实事项目⇥\(labels)⇥责任单位↵" + rows.joined()
        let (table, _) = try readTSV(text.unsigned())
        #expect([lines(table, [.progress]).joined(separator: "|")] == expected)
    }
}
