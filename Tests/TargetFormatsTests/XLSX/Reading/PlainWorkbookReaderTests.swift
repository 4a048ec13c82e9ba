import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Workbooks that others made: the sheets that hold targets are read as an official table.
@Suite struct PlainWorkbookReaderTests {
    private static let header = ["序号", "市政府领导", "责任目标内容", "完成时限", "是否按计划完成进度"]
    private static let fields: [Field] = [.serial, .leader, .objective, .deadline, .onSchedule]

    private func read(
        _ sheets: [WorkbookParts.Sheet],
        options: ReadingOptions = ReadingOptions()
    ) throws -> (table: TargetTable, findings: DiagnosticBag) {
        try readXLSX(WorkbookParts(sheets).bytes, options: options)
    }

    private func sheet(_ name: String, _ rows: [[String]]) -> WorkbookParts.Sheet {
        .init(name, rows: WorkbookParts.rows(rows))
    }

    /// Cells of a target that are merged across columns are told with their range.
    @Test(arguments: [
        ("D3:E3", ["merged-cells Sheet1 D3"]), ("C2:D4", ["merged-cells Sheet1 C2"]),
        ("D2:D3", []), ("A5:E5", []),
    ])
    func mergesAcrossColumnsAreTold(range: String, expected: [String]) throws {
        let rows = [
            Self.header, ["1", "张鹏", "甲", "年底", "是"], ["2", "张鹏", "乙", "年底"],
            ["3", "张鹏", "丙", "年底", "是"], ["注：截至年底"],
        ]
        let merge = "<mergeCells><mergeCell ref=\"\(range)\"/></mergeCells>"
        let sheet = WorkbookParts.Sheet("Sheet1", rows: WorkbookParts.rows(rows), behind: merge)
        #expect(try codes(read([sheet]).findings).filter { $0.hasPrefix("merged") } == expected)
    }

    /// A header of few labels that stands again, in a sheet or in the next one, is no target.
    @Test func aShortHeaderMayStandAgain() throws {
        let header = ["序号", "完成情况"]
        let first = [header, ["1", "甲"], ["2", "乙"], header, ["3", "丙"]]
        let (table, _) = try read([sheet("一", first), sheet("二", [header, ["4", "丁"]])])
        #expect(lines(table, [.serial, .progress]) == ["1|甲", "2|乙", "3|丙", "4|丁"])
    }

    @Test func aPlainListIsRead() throws {
        let (table, findings) = try read([
            sheet(
                "Sheet1",
                [
                    ["菏泽市人民政府2023年度责任目标完成情况一览表"], Self.header,
                    ["1", "张鹏", "甲", "年底", "是"], [], ["2", "", "乙", "6月30日"],
                ]
            )
        ])
        #expect(codes(findings) == [])
        #expect(lines(table, Self.fields) == ["1|张鹏|甲|年底|是", "2|张鹏|乙|6月30日|"])
        #expect(table.document.year == 2023)
        #expect(table.document.issuer == "菏泽市人民政府")
        #expect(table.document.file == "table.xlsx")
        #expect(table.places?.rows.map(\.number) == [3, 5])
        #expect(table.layout == nil && table.baseline == nil)
    }

    /// What somebody cut out of the table to mail it back.
    @Test func twoColumnsAreEnough() throws {
        let (table, findings) = try read([
            sheet("说明", [["请更正"]]),
            sheet("Sheet1", [["序号", "完成情况"], ["2", "已建成"], ["1", ""]]),
        ])
        #expect(codes(findings) == ["sheet-left-out"])
        #expect(lines(table, [.serial, .progress]) == ["2|已建成", "1|"])
        #expect(table.places?.rows.map(\.number) == [2, 3])
    }

    /// The dates of our own workbooks are made from the deadlines, and are none.
    @Test(arguments: ["完成时限(日期)", "Deadline (date)"])
    func datesAreNoDeadlines(label: String) throws {
        let sheet = sheet(
            "Sheet1",
            [["序号", "责任目标内容", label, "是否按计划完成进度"], ["1", "修路", "2023-12-31", "是"]]
        )
        let (table, findings) = try read([sheet])
        #expect(codes(findings) == [])
        #expect(table.column(of: .deadline) == nil)
        #expect(table.columns.map(\.field) == [.serial, .objective, nil, .onSchedule])
        var options = ReadingOptions()
        options.columns[label] = .deadline
        #expect(try read([sheet], options: options).table.column(of: .deadline) == 2)
    }

    @Test func blocksSideBySideAreRead() throws {
        let (table, findings) = try read([
            sheet(
                "表",
                [
                    ["2023年一览表"], Self.header + [""] + Self.header,
                    ["1", "张鹏", "甲", "年底", "是", "", "3", "肖友华", "丙", "年底", "否"],
                    ["2", "张鹏", "乙", "年底", "是"],
                ]
            )
        ])
        #expect(codes(findings) == [])
        #expect(lines(table, [.serial, .leader]) == ["1|张鹏", "2|张鹏", "3|肖友华"])
        #expect(table.places?.sheets.map(\.name) == ["表", "表"])
        #expect(table.places?.sheets.map { $0.columns[0] } == [0, 6])
        #expect(table.places?.rows.map(\.number) == [3, 4, 3])
    }

    @Test func findingsNameTheCell() throws {
        let (_, findings) = try read([
            sheet(
                "目标",
                [[], Self.header, ["1", "张鹏", "甲", "", ""], ["1", "张鹏", "乙", "", "", "多"]]
            )
        ])
        #expect(codes(findings) == ["text-beyond-header 目标 F4", "duplicate-serial 目标 A4"])
        #expect(findings.all.allSatisfy { $0.file == "folder/table.xlsx" && $0.line == nil })
    }

    // MARK: Several sheets

    @Test func sheetsAreThePagesOfOneTable() throws {
        let (table, findings) = try read([
            sheet("说明", [["请于月底前报送"]]),
            sheet("张鹏", [["张鹏2023年目标"], Self.header, ["1", "张鹏", "甲", "年底", "是"]]),
            sheet(
                "肖友华",
                [["肖友华2023年目标"], Self.header, ["2", "肖友华", "乙", "年底", "否"]]
            ),
            .init(
                "旧表",
                rows: WorkbookParts.rows([Self.header, ["9", "某", "旧", "", ""]]),
                state: "hidden"
            ),
        ])
        #expect(codes(findings) == ["sheet-left-out", "sheet-left-out"])
        #expect(lines(table, [.serial, .leader, .objective]) == ["1|张鹏|甲", "2|肖友华|乙"])
        #expect(table.document.title == "张鹏2023年目标")
        #expect(table.origins.map(\.page) == [1, 2])
        #expect(table.places?.sheets.map(\.name) == ["张鹏", "肖友华"])
        #expect(table.places?.rows.map(\.number) == [3, 3])
    }

    @Test func sheetsThatRepeatAreLeftOut() throws {
        let all = [
            Self.header, ["1", "张鹏", "甲", "年底", "是"], ["2", "肖友华", "乙", "年底", "否"],
        ]
        let (table, findings) = try read([
            sheet("张鹏", [Self.header, all[1]]), sheet("全部", all), sheet("全部 (2)", all),
            sheet("肖友华", [Self.header, ["2", "肖友华", "乙", "年底", "是"]]),
        ])
        #expect(lines(table, [.serial]) == ["1", "2"])
        #expect(table.places?.sheets.map(\.name) == ["全部"])
        #expect(codes(findings) == ["sheets-differ 肖友华 E2", "sheet-left-out"])
        #expect(findings.all[0].severity == .warning && findings.all[0].field == "onSchedule")
    }

    /// The same list at the end of each quarter: the latest that says something counts.
    @Test(arguments: [
        (["第一季度", "第二季度"], "主体"), (["1-6月", "1-3月"], "开工"), (["上半年", "全年"], "主体"),
    ])
    func ofPeriodsTheLatestCounts(names: [String], progress: String) throws {
        func rows(_ progress: String) -> [[String]] {
            [["序号", "责任目标内容", "完成情况"], ["1", "修路", progress], ["2", "架桥", progress]]
        }
        let (table, findings) = try read([
            sheet(names[0], rows("开工")), sheet(names[1], rows("主体")), sheet("第四季度", rows("")),
        ])
        #expect(lines(table, [.serial, .progress]) == ["1|\(progress)", "2|\(progress)"])
        #expect(codes(findings) == ["sheet-left-out"])
    }

    @Test func eachSheetIsASection() throws {
        let (table, findings) = try read([
            sheet("一", [Self.header, ["1", "张鹏", "甲", "", ""], ["2", "张鹏", "乙", "", ""]]),
            sheet("二", [Self.header, ["2", "肖友华", "丙", "", ""], ["3", "肖友华", "丁", "", ""]]),
        ])
        #expect(codes(findings) == [])
        #expect(lines(table, [.serial]) == ["1", "2", "2", "3"])
        let section = try #require(table.sectionColumn)
        let sections = (0..<table.count).map { table.string($0, column: section) }
        #expect(sections == ["一", "一", "二", "二"])
    }

    @Test(arguments: [
        ([], "empty-table"), ([[]], "empty-table"), ([["只有一句话"]], "no-header"),
    ])
    func withoutHeaderThereIsNothing(rows: [[String]], code: String) {
        #expect {
            try read([sheet("Sheet1", rows)])
        } throws: { error in
            (error as? FormatError)?.diagnostic?.code.rawValue == code
        }
    }

    // MARK: Merged cells

    @Test func mergedCellsStandForEachRow() throws {
        let rows = [
            ["2023年一览表"], Self.header, ["1", "张鹏", "甲", "年底", "是"], ["2", "", "乙", "", "否"],
            ["3", "", "丙", "", ""], ["4", "肖友华", "丁", "年底", "是"], ["", "", "丁的续文"],
        ]
        let merges = ["A1:E1", "B3:B5", "D3:D4", "A6:A7", "D6:D7", "B6:B1048576"]
        let list = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        let (table, findings) = try read([
            .init(
                rows: WorkbookParts.rows(rows),
                behind: "<mergeCells count=\"6\">\(list)</mergeCells>"
            )
        ])
        #expect(
            lines(table, Self.fields) == [
                "1|张鹏|甲|年底|是", "2|张鹏|乙|年底|否", "3|张鹏|丙||", "4|肖友华|丁丁的续文|年底|是",
            ]
        )
        #expect(table.document.title == "2023年一览表")
        #expect(codes(findings) == ["continued-row Sheet1 C7"])
    }

    @Test func mergedHeadersAreNoTexts() throws {
        let rows = [
            ["序号", "责任目标内容", "进展情况", "", "责任单位"], ["", "", "一季度", "二季度", ""],
            ["1", "甲", "起步", "过半", "市局"],
        ]
        let (table, _) = try read([
            .init(
                rows: WorkbookParts.rows(rows),
                behind: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/>"
                    + "<mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:E2\"/></mergeCells>"
            )
        ])
        #expect(lines(table, [.serial, .objective, .progress, .units]) == ["1|甲|过半|市局"])
    }

    private static let merged = [
        header, ["1", "甲", "乙"], ["2", "甲", "乙"], ["3"], ["4", "", "乙"], ["5", "", "丙"],
    ]

    @Test func mergesThatOverlapAreErrors() throws {
        let behind = "<mergeCells><mergeCell ref=\"B3:B5\"/><mergeCell ref=\"B4:B6\"/></mergeCells>"
        let parts = WorkbookParts(rows: WorkbookParts.rows(Self.merged), behind: behind)
        #expect {
            try readXLSX(parts.bytes)
        } throws: { error in
            (error as? FormatError)?.diagnostic?.code == .damagedWorkbook
        }
    }

    /// What merges nothing loses nothing: the workbook is read.
    @Test(arguments: ["B3", "B5:B3", "3:5", "B3:B5:B7", ""])
    func oddMergesAreRead(reference: String) throws {
        let behind = "<mergeCells><mergeCell ref=\"\(reference)\"/></mergeCells>"
        let parts = WorkbookParts(rows: WorkbookParts.rows(Self.merged), behind: behind)
        _ = try readXLSX(parts.bytes)
    }

    // MARK: Cells that are not text

    @Test func datesAndNumbersReadAsTheyAreShown() throws {
        var parts = WorkbookParts(
            rows: WorkbookParts.rows([Self.header])
                + "<row r=\"2\"><c r=\"A2\"><v>140.0</v></c><c r=\"C2\" s=\"1\"><v>0.95</v></c>"
                + "<c r=\"D2\" s=\"2\"><v>45107</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" s=\"4\"><v>7</v></c><c r=\"C3\"><v>3</v></c>"
                + "<c r=\"D3\" s=\"3\"><v>45291</v></c></row>"
        )
        parts.formats = [
            (0, nil), (9, nil), (58, nil), (176, "yyyy\"年\"m\"月\"d\"日\";@"), (177, "000"),
        ]
        let table = try readXLSX(parts.bytes).table
        #expect(
            lines(table, [.serial, .objective, .deadline]) == [
                "140|95%|6月30日", "007|3|2023年12月31日",
            ]
        )
        parts.properties = "<workbookPr date1904=\"1\"/>"
        #expect(try readXLSX(parts.bytes).table.string(0, .deadline) == "7月1日")
    }

    @Test func cellsWithoutAValueAreErrors() throws {
        let parts = WorkbookParts(
            rows: WorkbookParts.rows([Self.header])
                + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"C2\" t=\"e\"><f>A9</f><v>#REF!</v></c>"
                + "<c r=\"D2\"><f>TODAY()</f></c><c r=\"H2\"><f>A1</f></c></row>"
        )
        let findings = try readXLSX(parts.bytes).findings
        #expect(codes(findings) == ["formula-error Sheet1 C2", "missing-formula-value Sheet1 D2"])
        #expect(findings.hasErrors)
    }
}
