import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Rows as other governments publish them, and as they look once they were pasted.
@Suite struct WildRowTests {
    private func rows(_ text: String, _ fields: [Field]) throws -> [String] {
        let (table, findings) = try readTSV(text.unsigned())
        #expect(!findings.hasErrors, "\(findings.all)")
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text.unsigned())
        return (0..<table.count).map { target in
            fields.map { table.string(target, $0) }.joined(separator: "|")
        }
    }

    private static let header = "序号⇥领导⇥责任目标⇥完成时限⇥完成情况⇥是否完成⇥责任单位↵"

    /// Whatever the pieces look like: a heading, a serial, nothing at all.
    @Test(arguments: [
        ("一、已修↵二、正在修↵三、将修", "一、已修\n二、正在修\n三、将修"), ("已投资↵20↵万元", "已投资\n20\n万元"),
        ("1.已修3公里↵↵2.正在修↵3 座桥已建", "1.已修3公里\n\n2.正在修\n3 座桥已建"),
    ])
    func piecesOfAPastedCellAreNoTargets(pasted: String, progress: String) throws {
        let text =
            Self.header + "1⇥张三⇥修路⇥年底⇥\(pasted)⇥是⇥市交通局↵2⇥李四⇥种树⇥年底⇥已种⇥否⇥市林业局↵"
        #expect(
            try rows(text, [.serial, .progress, .onSchedule])
                == ["1|\(progress)|是", "2|已种|否"]
        )
    }

    /// The row below goes on from cells with and without pasted breaks, and may have some itself.
    @Test(arguments: 0..<200)
    func aPastedCellMayGoOnInTheRowBelow(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        func word(_ texts: [String]) -> String { texts.randomElement(using: &random)! }
        let text =
            Self.header
            + "1⇥张三⇥\(word(["修路", "修↵路", "修\r路"]))⇥\(word(["年底", "上半年\r三月"]))⇥"
            + "\(word(["已修", "已修3公里↵还剩2公里"]))⇥是⇥市交通局↵"
            + "⇥⇥\(word(["", "和桥"]))⇥\(word(["", "之前"]))⇥\(word(["续写", "续\r写", "再修↵1公里"]))⇥⇥↵"
            + "2⇥李四⇥种树⇥年底⇥已种⇥否⇥市林业局↵"
        let (table, findings) = try readTSV(text.unsigned())
        // Where breaks leave open which row a line belongs to, that is said.
        guard !findings.hasErrors else { return }
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text.unsigned())
        let json = try writeJSON(table)
        let again = try readJSON(json).table
        #expect(String(decoding: try writeTSV(again), as: UTF8.self) == text.unsigned())
    }

    @Test func aUnitOnALineOfItsOwnIsNamed() throws {
        let text =
            Self.header
            + "1⇥张三⇥修路⇥年底⇥已修⇥是⇥市交通局↵市住建局↵2⇥李四⇥种树⇥年底⇥已种⇥否⇥市林业局↵"
        #expect(try rows(text, [.serial, .units]) == ["1|市交通局\n市住建局", "2|市林业局"])
    }

    /// A short row, as editors leave it that drop tabs at the end, takes nothing from the next.
    @Test func aShortRowIsNotPutTogetherWithTheNext() throws {
        let text = Self.header + "1⇥张三⇥修路⇥年底⇥已修↵2⇥李四⇥种树↵3⇥王五⇥办学⇥年底⇥已办⇥是⇥市教育局↵"
        let (table, _) = try readTSV(text.unsigned())
        #expect(table.count == 3)
        #expect(table.string(1, .objective) == "种树")
    }

    @Test func rowsOfAGroupAreNeverGlued() throws {
        let text =
            Self.header
            + "1⇥张三⇥新建学校⇥年底⇥已建3所⇥是⇥市教育局↵⇥⇥新建医院⇥⇥已建1所⇥否⇥↵⇥⇥新建公园⇥⇥⇥⇥市园林局↵"
            + "2⇥李四⇥修路⇥年底⇥已修⇥是⇥市交通局↵⇥⇥⇥⇥⇥否⇥↵"
        #expect(
            try rows(text, [.serial, .objective, .onSchedule, .units]) == [
                "1/1|新建学校|是|市教育局", "1/2|新建医院|否|市教育局", "1/3|新建公园||市园林局", "2/1|修路|是|市交通局",
                "2/2|修路|否|市交通局",
            ]
        )
    }

    /// Another leader and other units beside an objective and a report don't go on from the row above.
    @Test func aRowFilledAnewIsATarget() throws {
        let header = "序号⇥领导⇥责任目标⇥完成情况⇥责任单位↵"
        #expect(
            try rows(
                header + "1⇥张三⇥推进学校建设⇥主体已封顶⇥市教育局↵⇥李四⇥推进医院建设⇥正在编制方案⇥市卫健委↵2⇥张三⇥修路⇥铺油⇥市局↵",
                [.serial, .leader, .objective, .units]
            ) == ["1/1|张三|推进学校建设|市教育局", "1/2|李四|推进医院建设|市卫健委", "2|张三|修路|市局"]
        )
        #expect(
            try rows(
                header + "1⇥张三⇥推进学校⇥主体已⇥市教育局↵⇥张三⇥建设⇥封顶⇥市财政局↵",
                [.serial, .leader, .objective, .units]
            ) == ["1|张三|推进学校建设|市教育局 市财政局"]
        )
    }

    /// 1/1 is a serial, below a heading alone in its line, too: the row is not one that a line break cut.
    @Test func serialsOfGroupsAreSerials() throws {
        let text = "序号⇥领导⇥责任目标⇥完成情况⇥是否完成⇥责任单位↵一、城市建设↵1/1⇥张三⇥修路⇥已修⇥是⇥市局↵1/2⇥张三⇥种树⇥已种⇥否⇥市局↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect(findings.all.isEmpty)
        #expect(lines(table, [.serial]) == ["1/1", "1/2"])
        #expect(table.section(of: 1) == "一、城市建设")
    }

    /// Remarks of a pasted cell are pieces of it, whose status stands behind the last.
    @Test func remarksOfAPastedCellAreNoNotes() throws {
        let text = Self.header + "1⇥张三⇥修路⇥年底⇥完成3公里↵注：含支线↵注：不含匝道⇥否⇥市交通局↵2⇥李四⇥种树⇥年底⇥已种⇥是⇥市林业局↵"
        #expect(
            try rows(text, [.serial, .progress, .onSchedule])
                == ["1|完成3公里\n注：含支线\n注：不含匝道|否", "2|已种|是"]
        )
    }

    /// Units left of the serials stand for those below them, where the leaders stand there, too.
    @Test(arguments: ["责任单位⇥领导⇥序号⇥责任目标⇥是否完成", "领导⇥责任单位⇥序号⇥责任目标⇥是否完成"])
    func unitsAndLeadersLeftOfTheSerials(header: String) throws {
        let isUnitFirst = header.hasPrefix("责任单位")
        func row(_ unit: String, _ leader: String, _ rest: String) -> String {
            (isUnitFirst ? "\(unit)⇥\(leader)" : "\(leader)⇥\(unit)") + "⇥" + rest + "↵"
        }
        let text =
            header + "↵" + row("市教育局", "张三", "1⇥建校⇥是") + row("", "", "2⇥招聘⇥否")
            + row("市民政局", "李四", "3⇥养老⇥是") + row("", "", "4⇥救助⇥是")
        #expect(
            try rows(text, [.serial, .leader, .units]) == [
                "1|张三|市教育局", "2|张三|市教育局", "3|李四|市民政局", "4|李四|市民政局",
            ]
        )
    }

    /// A title, a measure or (续) above the header of a further page is no section.
    @Test(arguments: [
        "2024年重点工作完成情况表", "2024年重点工作完成情况表（续）", "单位：万元", "附件2（续）", "接上页", "(截至2024年12月31日)",
        "一、经济发展（续）",
    ])
    func whatStandsAboveAFurtherHeaderIsNoSection(line: String) throws {
        let header = "序号⇥责任目标⇥责任单位⇥是否完成↵"
        let text =
            "2024年重点工作完成情况表↵" + header + "一、经济发展↵1⇥修路⇥市局⇥是↵\(line)↵" + header
            + "2⇥建桥⇥市局⇥否↵二、民生保障↵1⇥办学⇥市局⇥是↵"
        let (table, _) = try readTSV(text.unsigned())
        #expect(
            (0..<table.count).map { table.section(of: $0) } == ["一、经济发展", "一、经济发展", "二、民生保障"]
        )
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text.unsigned())
    }

    /// A measure between a heading and its header takes not its place.
    @Test func aMeasureBelowAHeadingIsNone() throws {
        let text =
            "一、重点工作↵单位：万元↵序号⇥责任目标⇥责任单位⇥完成情况↵1⇥修路⇥市局⇥10↵"
            + "二、民生实事↵单位：万元↵序号⇥责任目标⇥责任单位⇥完成情况↵1⇥办学⇥市局⇥20↵"
        let (table, findings) = try readTSV(text.unsigned())
        #expect((0..<2).map { table.section(of: $0) } == ["一、重点工作", "二、民生实事"])
        #expect(findings.all.isEmpty)
    }

    /// A row of labels is none of a target because its first cell begins with a year.
    @Test(arguments: ["2024年目标任务", "2024年重点工作"])
    func aHeaderMayBeginWithAYear(label: String) throws {
        let text = "\(label)⇥责任领导⇥责任单位⇥完成情况↵修路⇥张三⇥市局⇥通车↵建桥⇥李四⇥市局⇥在建↵"
        #expect(try rows(text, [.objective, .leader]) == ["修路|张三", "建桥|李四"])
    }

    /// A column's number names the same column in each block.
    @Test func aColumnsNumberCountsForAllBlocks() throws {
        let text = "序号⇥事情⇥情况⇥责任单位⇥序号⇥事情⇥情况⇥责任单位↵1⇥修路⇥通车⇥市局⇥2⇥建桥⇥在建⇥县局↵"
        var options = ReadingOptions.keepingLayout
        options.columns = ["2": .objective]
        let (table, _) = try readTSV(text.unsigned(), options: options)
        #expect(lines(table, [.serial, .objective]) == ["1|修路", "2|建桥"])
    }

    /// An office above a title that names its own with a year, or says who fills the table in, is no part of it.
    @Test(arguments: ["填报单位：南山区政府办公室", "南山区政府办公室", "单位：市督查室", "2023年"])
    func aLineAboveTheTitleIsNoPartOfIt(line: String) throws {
        let title = "南山区政府2024年重点工作责任目标完成情况一览表"
        let text = "\(line)↵\(title)↵序号⇥责任目标⇥责任单位⇥完成情况↵1⇥修路⇥市局⇥通车↵"
        #expect(try readTSV(text.unsigned()).table.document.title == title)
    }

    @Test func labelsInOneCellAreNamed() {
        var found: [Diagnostic] = []
        do {
            _ = try readTSV("2024年重点工作↵序号 牵头领导 目标任务 完成时限↵1 张三 修路 年底↵".unsigned())
        } catch {
            found = (error as? FormatError)?.findings.all ?? []
        }
        #expect(found.map(\.code) == [.noHeader])
        #expect(found.first?.line == 2)
    }

    @Test func numbersWithinAGroupMayHaveAColumn() throws {
        let text =
            "序号⇥项目名称⇥序号⇥具体任务⇥完成时限⇥完成情况⇥责任单位↵1⇥城建⇥1⇥修路⇥6月底⇥好⇥市甲局↵"
            + "⇥⇥2⇥架桥⇥年底⇥好⇥市乙局↵2⇥农业⇥1⇥种树⇥年底⇥好⇥市丙局↵"
        #expect(try rows(text, [.serial, .objective]) == ["1/1|修路", "1/2|架桥", "2|种树"])
    }

    @Test(arguments: [
        (
            "一、经济↵\(header)(一)工业⇥⇥⇥⇥⇥⇥↵1⇥张三⇥甲⇥⇥⇥⇥↵(二)农业⇥⇥⇥⇥⇥⇥↵1⇥张三⇥乙⇥⇥⇥⇥↵",
            ["一、经济/(一)工业", "一、经济/(二)农业"]
        ),
        ("2023年一览表↵表一 重点↵\(header)1⇥张三⇥甲⇥⇥⇥⇥↵表二 实事↵\(header)1⇥张三⇥乙⇥⇥⇥⇥↵", ["表一 重点", "表二 实事"]),
        ("2023年一览表↵\(header)1⇥张三⇥甲⇥⇥⇥⇥↵2⇥张三⇥乙⇥⇥⇥⇥↵", []),
    ])
    func sectionsBeginAboveHeaders(text: String, sections: [String]) throws {
        let (table, findings) = try readTSV(text.unsigned())
        #expect(findings.all.isEmpty, "\(findings.all)")
        let column = table.sectionColumn
        #expect(
            column.map { column in (0..<table.count).map { table.string($0, column: column) } }
                ?? [] == sections
        )
    }

    /// Written anew, sections stand above their targets, and read back the same.
    @Test(arguments: [["一、经济", "二、民生"], ["附件1", "附件2"], ["甲/乙", "丙"]])
    func sectionsReadBackTheSame(sections: [String]) throws {
        let text =
            Self.header.replacing("↵", with: "⇥section↵")
            + sections.map { "1⇥张三⇥甲⇥⇥⇥⇥⇥\($0)↵2⇥张三⇥乙⇥⇥⇥⇥⇥\($0)↵" }.joined()
        var (table, _) = try readTSV(text.unsigned())
        table.layout = nil
        let (again, findings) = try readTSV(String(decoding: try writeTSV(table), as: UTF8.self))
        #expect(!findings.hasErrors, "\(findings.all)")
        #expect(again.rows == table.rows)
    }

    @Test func partsOfAGroupOfUnitsAllName() throws {
        let (table, _) = try readTSV(
            "序号⇥目标任务⇥责任单位⇥⇥完成时限↵⇥⇥配合⇥牵头⇥↵1⇥修路⇥市乙局⇥市甲局⇥6月底↵2⇥种树⇥⇥市丙局⇥年底↵".unsigned()
        )
        #expect(table.string(0, .units) == "市甲局")
        #expect(table.unitColumns.count == 2)
    }

    @Test func twoColumnsThatCouldBeTheStatusAreAnError() throws {
        let (_, findings) = try readTSV("序号⇥目标任务⇥自评⇥核查↵1⇥修路⇥√⇥√↵2⇥种树⇥×⇥√↵".unsigned())
        #expect(findings.all.map(\.code) == [.ambiguousColumn])
    }

    @Test func aTableWithoutObjectivesSaysSo() throws {
        let (table, findings) = try readTSV(
            "序号⇥责任单位⇥任务描述⇥完成情况⇥进展情况↵1⇥市甲局⇥修路⇥√⇥已修↵2⇥市乙局⇥种树⇥⇥未种↵".unsigned()
        )
        #expect(table.string(0, .objective) == "修路")
        #expect(findings.all.map(\.code) == [.columnByEvidence])
        let (_, others) = try readTSV("序号⇥⇥责任单位⇥完成情况↵1⇥修路⇥市甲局⇥好↵2⇥种树⇥市乙局⇥好↵".unsigned())
        #expect(others.all.map(\.code).contains(.missingObjective))
    }
}
