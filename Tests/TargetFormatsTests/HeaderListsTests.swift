import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Of several lists, one that has no column for a field keeps having none, in whatever format the table
/// is written and read again: its targets were never asked.
@Suite struct HeaderListsTests {
    private func sheet(_ name: String, _ rows: [[String]]) -> WorkbookParts.Sheet {
        .init(name, rows: WorkbookParts.rows(rows))
    }

    /// Two sheets, of which the second states neither leader nor status.
    private func workbook() throws -> TargetTable {
        let first = [
            ["2024年重点工作"], ["序号", "工作任务", "责任领导", "责任单位", "进展情况", "是否完成"],
            ["1", "修路", "张三", "交通局", "通车", "是"], ["2", "建桥", "李四", "交通局", "在建", "否"],
        ]
        let second = [
            ["2024年民生实事"], ["序号", "实事内容", "责任单位", "进展情况"], ["1", "建园", "教育局", "建成"],
            ["2", "治河", "水利局", "清淤"],
        ]
        let parts = WorkbookParts([sheet("政府工作报告", first), sheet("民生实事", second)])
        return try readXLSX(parts.bytes, options: ReadingOptions()).table
    }

    /// The official file with the same two lists, one below the other.
    private func official() throws -> TargetTable {
        try readTSV(
            ("2024年重点工作↵一、政府工作报告↵序号⇥工作任务⇥责任领导⇥责任单位⇥进展情况⇥是否完成↵1⇥修路⇥张三⇥交通局⇥通车⇥是↵2⇥建桥⇥李四⇥交通局⇥在建⇥否↵"
                + "二、民生实事↵序号⇥工作任务⇥责任单位⇥进展情况↵1⇥建园⇥教育局⇥建成↵2⇥治河⇥水利局⇥清淤↵").unsigned()
        ).table
    }

    private func json(_ table: TargetTable) throws -> TargetTable {
        var buffer = OutputBuffer()
        try JSONTableWriter().write(table, options: WritingOptions(), to: &buffer)
        var findings = DiagnosticBag()
        let read = try JSONTableReader().read(
            InputFile(name: "made.json", bytes: buffer.bytes),
            options: .keepingLayout,
            reporting: &findings
        )
        #expect(findings.all.isEmpty, "\(findings.all)")
        return read
    }

    private func check(_ read: TargetTable, _ form: String) {
        let counts = Summary(of: read).counts
        #expect(counts.rate == 0.5, "\(form)")
        #expect(counts.total == 4, "\(form)")
        let lacking = LackingLists(read, .onSchedule)
        #expect((0..<4).map(lacking.contains) == [false, false, true, true], "\(form)")
        #expect(LackingLists(read, .leader).firstTargets == [2], "\(form)")
        #expect(LackingLists(read, .units).firstTargets == [], "\(form)")
    }

    @Test func everyFormatKnowsWhichListLacksAField() throws {
        for table in [try workbook(), try official()] {
            check(table, "read")
            let asJSON = try json(table)
            check(asJSON, "json")
            check(try json(asJSON), "json of json")
            let asXLSX = try WrittenTable(table).read().table
            check(asXLSX, "xlsx")
            check(try json(asXLSX), "json of xlsx")
            check(try WrittenTable(asJSON).read().table, "xlsx of json")
            let asTSV = try readTSV(writeTSV(table)).table
            check(asTSV, "tsv")
            #expect(asTSV.rows == table.rows)
        }
    }

    /// Where all headers have the same columns, nothing is said of them.
    @Test func equalHeadersSayNothing() throws {
        let table = TargetTable.make(rows: [["1", "甲", "修路"]])
        #expect(table.headerPlaces.isEmpty)
        var buffer = OutputBuffer()
        try JSONTableWriter().write(table, options: WritingOptions(), to: &buffer)
        #expect(!String(decoding: buffer.bytes, as: UTF8.self).contains("headers"))
    }

    /// Numbers that no table can have are refused, or passed over without room for them.
    @Test(arguments: [
        ("{\"page\": 0, \"block\": 1}", true), ("{\"page\": \"1\", \"block\": 1}", true),
        ("{\"page\": 1}", true),
        ("{\"page\": 2000000000, \"block\": 2000000000}", false),
    ])
    func headersOfADocumentMayBeWrong(header: String, isError: Bool) throws {
        let table = try workbook()
        var buffer = OutputBuffer()
        try JSONTableWriter().write(table, options: WritingOptions(), to: &buffer)
        let text = String(decoding: buffer.bytes, as: UTF8.self)
            .replacing("[{\"page\": 1, \"block\": 1}]", with: "[\(header)]")
        var findings = DiagnosticBag()
        _ = try? JSONTableReader().read(
            InputFile(name: "made.json", bytes: Array(text.utf8)),
            options: .keepingLayout,
            reporting: &findings
        )
        #expect(findings.hasErrors == isError, "\(findings.all)")
    }

    /// What stands between targets of a workbook, and below them, stands there in the official file made
    /// from it, each text under its column.
    @Test func totalsBetweenTargetsAreKept() throws {
        let rows = [
            ["2024年项目进展"], ["单位：万元"], ["序号", "项目名称", "计划投资", "进展情况", "责任单位"],
            ["1", "修路", "1000", "在建", "住建局"], ["2", "建桥", "500", "完工", "住建局"], ["小计", "", "1500"],
            ["3", "绿化", "200", "在建", "园林局"], ["合计", "", "1700"], ["填表人：张三", "", "审核人：李四"],
        ]
        let table = try readXLSX(
            WorkbookParts([sheet("Sheet1", rows)]).bytes,
            options: ReadingOptions()
        ).table
        let written = String(decoding: try writeTSV(table), as: UTF8.self)
        #expect(
            written
                == ("2024年项目进展↵单位：万元↵↵序号⇥项目名称⇥计划投资⇥进展情况⇥责任单位↵1⇥修路⇥1000⇥在建⇥住建局↵2⇥建桥⇥500⇥完工⇥住建局↵"
                + "小计⇥⇥1500↵3⇥绿化⇥200⇥在建⇥园林局↵合计⇥⇥1700↵填表人：张三⇥⇥审核人：李四↵").unsigned()
        )
        let again = try readTSV(written).table
        #expect(again.rows == table.rows)
        #expect(again.remarks.map(\.targetsAbove) == [0, 0, 2, 3, 3])
    }
}
