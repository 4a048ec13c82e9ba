import SourceText
import SpreadsheetML
import TargetFormats
import TargetModel
import TestSupport
import Testing

@Suite struct XLSXWriterTests {
    private static func sample() throws -> TargetTable {
        try readTSV(SampleTable.bytes()).table
    }

    // MARK: The summary

    @Test func overviewCountsTheSample() throws {
        let rows = try WrittenTable(Self.sample()).texts(ofSheet: 0)
        #expect(rows[0][0] == SampleTable.title)
        #expect(rows[1][0] == "2023年度  菏泽市人民政府")
        #expect(rows[2][0] == "共60项，按计划完成57项，占95.00%；未按计划完成3项，序号为161、163、171。")
        let header = ["名称", "目标数", "按计划", "未按计划", "未填", "完成率", "未按计划完成的序号"]
        let tables = rows.indices.filter { Array(rows[$0].prefix(7)) == header }
        try #require(tables.count == 3)
        let start = tables[0]
        // Beside the table, each serial leads to its target.
        #expect(rows[start].dropFirst(7) == ["点序号跳转"])
        #expect(rows[start + 2].dropFirst(7).prefix(3) == ["161", "163", "171"])
        #expect(
            rows[(start + 1)...(start + 4)].map { Array($0.prefix(7)) } == [
                ["张鹏", "6", "6", "0", "0", "100.00%", "—"],
                ["肖友华", "50", "47", "3", "0", "94.00%", "161、163、171"],
                ["刘连栋", "4", "4", "0", "0", "100.00%", "—"],
                ["合计", "60", "57", "3", "0", "95.00%", "161、163、171"],
            ]
        )
        // Most targets first, and as many mentions as there are.
        let counts = rows[(tables[1] + 1)...].prefix { $0.count >= 7 }.compactMap { Int($0[1]) }
        #expect(counts == counts.sorted(by: >))
        #expect(counts.reduce(0, +) == 85)
        #expect(
            rows[tables[2] + 1].prefix(7) == ["年底", "55", "52", "3", "0", "94.55%", "161、163、171"]
        )
        #expect(rows.last?.prefix(2) == ["合计", "60"])
    }

    @Test func englishWorkbookSpeaksEnglish() throws {
        let written = try WrittenTable(Self.sample(), language: .english)
        #expect(
            try written.sheetNames() == [
                "Summary", "All targets", "Behind", "张鹏", "肖友华", "刘连栋", "yilan",
            ]
        )
        let rows = try written.texts(ofSheet: 0)
        #expect(
            rows[2][0]
                == "60 targets: 57 on schedule (95.00%); 3 behind (nos. 161, 163, 171)."
        )
        let header = try written.texts(ofSheet: 1)[0]
        #expect(header[0...3] == ["No.", "Leader", "Target", "Deadline"])
    }

    @Test func jointLeadersAreTold() throws {
        func overview(_ leaders: [String]) throws -> [String] {
            let rows = leaders.enumerated().map { ["\($0 + 1)", $1, "修路"] }
            let table = TargetTable.make(columns: ["serial", "leader", "objective"], rows: rows)
            return try Array(WrittenTable(table).texts(ofSheet: 0).joined())
        }
        let note = "一项目标由几位领导共同负责的，在每位领导名下各计一次，所以各位领导之和大于目标总数。"
        #expect(try overview(["张鹏", "张鹏、王五"]).contains(note))
        #expect(try !overview(["张鹏", "王五"]).contains(note))
    }

    @Test func wordsOfOtherCitiesCount() throws {
        let statuses = ["是", "已完成", "√", "否", "滞后", "基本完成", "", "是。"]
        let table = TargetTable.make(
            columns: ["serial", "leader", "onSchedule"],
            rows: statuses.enumerated().map { ["\($0 + 1)", $0 % 2 == 0 ? "张伦" : "张 伦", $1] }
        )
        let rows = try WrittenTable(table).texts(ofSheet: 0)
        let row = try #require(rows.first { $0[0] == "张伦" })
        #expect(row.prefix(7) == ["张伦", "8", "4", "2", "2", "50.00%", "4、5"])
    }

    /// What stands in a leader's block: a list that no cell would hold ends early.
    @Test func listsOfALeaderFitTheirCells() throws {
        let rows = (0..<400).map { target in
            let units = (0..<8).map { "市第\(target)号办公室\($0)科室" }.joined(separator: "、")
            return ["\(target + 1)", "张鹏", units]
        }
        let table = TargetTable.make(columns: ["serial", "leader", "units"], rows: rows)
        let texts = try WrittenTable(table).texts(ofSheet: 2).joined()
        let list = try #require(texts.first { $0.hasPrefix("责任单位：") })
        #expect(list.hasPrefix("责任单位：市第0号办公室0科室1项"))
        #expect(list.hasSuffix("个）"))
        #expect(list.count < 5_000)
    }

    @Test func everyYearIsNamed() throws {
        let rows = [["1", "张鹏", "修路"], ["2", "王五", "建桥"], ["3", "张鹏", "绿化"]]
        var table = TargetTable.make(columns: ["serial", "leader", "objective"], rows: rows)
        table.documents[0].year = 2023
        table.documents.append(table.documents[0])
        table.documents[1].year = 2024
        for target in 1...2 { table.origins[target].document = 1 }
        let written = try WrittenTable(table)
        #expect(try written.texts(ofSheet: 0)[1][0].hasPrefix("2023、2024年度"))
        #expect(try written.texts(ofSheet: 2)[0][0] == "张鹏  2023、2024年度责任目标完成情况")
        #expect(try written.texts(ofSheet: 3)[0][0] == "王五  2024年度责任目标完成情况")
    }

    @Test(arguments: [("Q2", "Q2 1项"), ("2024.10", "2024.10 1项"), ("年底", "年底1项")])
    func countsStandApartFromNames(deadline: String, shown: String) throws {
        let table = TargetTable.make(
            columns: ["serial", "leader", "deadline"],
            rows: [["1", "张鹏", deadline]]
        )
        let texts = try WrittenTable(table).texts(ofSheet: 2).joined()
        #expect(texts.contains("完成时限：" + shown))
    }

    /// Excel repairs a table whose columns have one name twice.
    @Test func ownColumnsKeepTheirNames() throws {
        let own = ["yilan:number", "yilan:units", "yilan:targets/2", "完成时限(日期)"]
        let labels = ["序号", "责任目标内容", "完成时限"] + own
        let lines = ["某市2023年一览表", labels.joined(separator: "\t"), "1\t修路\t年底\t甲\t乙\t丙\t丁"]
        let table = try readTSV(Array(lines.joined(separator: "\n").utf8)).table
        let written = try WrittenTable(table)
        let header = try written.texts(ofSheet: 1)[0]
        #expect(Set(header).count == header.count)
        #expect(header.suffix(3) == own.prefix(3))
        let (back, findings) = try readXLSX(written.bytes)
        #expect(codes(findings) == [])
        #expect(back.columns.map(\.label) == table.columns.map(\.label))
        #expect((3..<7).map { back.string(0, column: $0) } == ["甲", "乙", "丙", "丁"])
    }

    // MARK: The sheet of targets

    @Test func targetsStandInOneTable() throws {
        let written = try WrittenTable(Self.sample())
        let rows = try written.texts(ofSheet: 1)
        #expect(
            rows[0] == [
                "序号", "市政府领导", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度", "责任单位",
                "完成时限(日期)", "yilan:number", "yilan:units", "yilan:targets/2",
            ]
        )
        #expect(rows.count == 61)
        let table = try Self.sample()
        for target in 0..<60 {
            let row = rows[target + 1]
            let texts = Array(row[0..<7])
            #expect(texts == table.columns.indices.map { table.string(target, column: $0) })
        }
        #expect(rows[1][7] == "2023-12-31")
    }

    /// A NUL is refused wherever it stands: formulas of rows mark the places of numbers by it.
    @Test(arguments: ["张\u{0}", "\u{0}0", "张\u{0}1三", "\u{0}三"])
    func aNULIsRefusedInEachColumn(text: String) throws {
        let sample = try Self.sample()
        for column in sample.columns.indices {
            var table = sample
            table.replace(2, column: column, with: text)
            let error = #expect(throws: FormatError.self) { _ = try WrittenTable(table) }
            #expect(error?.diagnostic?.code == .nullCharacter, "\(column)")
        }
    }

    @Test func longTextIsRefusedWithItsCell() throws {
        let long = String(repeating: "长", count: 32_768)
        let table = TargetTable.make(rows: [
            ["1", "张鹏", "甲", "年底", "", "是", ""], ["2", "张鹏", "乙", "年底", long, "是", ""],
        ])
        let error = #expect(throws: FormatError.self) { _ = try WrittenTable(table) }
        #expect(error?.kind == .data)
        #expect(error?.diagnostic?.code == .textTooLong)
        #expect(error?.diagnostic?.sheet == "全部目标")
        #expect(error?.diagnostic?.cell == "E3")
    }

    @Test(
        arguments: [
            ("12", "12", nil), ("007", "007", "000"), ("1-2", "1-2", "@"), ("１２", "１２", "@"),
            ("1234567890123456", "1234567890123456", "@"),
        ] as [(String, String, String?)]
    )
    func serialsAreNumbersWhereTheyAreOne(serial: String, shown: String, format: String?) throws {
        let table = TargetTable.make(columns: ["serial", "leader"], rows: [[serial, "张鹏"]])
        let written = try WrittenTable(table)
        #expect(try written.texts(ofSheet: 1)[1][0] == shown)
        let sheet = try #require(written.parts().first { $0.name.hasSuffix("sheet2.xml") }).text
        let isText = sheet.contains(#/<c r="A2" s="\d+" t="s">/#)
        #expect(isText == (format == "@"))
        #expect(try written.read().table == table)
    }

    @Test func columnsNobodyKnowsAreThere() throws {
        let table = TargetTable.make(
            columns: ["serial", "leader", "objective", "备注", "完成时限", "配合单位", "责任单位"],
            rows: [["1", "张鹏", "甲", "一个备注", "年底", "市财政局", "市民政局 市残联"]]
        )
        let written = try WrittenTable(table)
        let rows = try written.texts(ofSheet: 1)
        #expect(rows[0][3...7] == ["备注", "完成时限", "配合单位", "责任单位", "完成时限(日期)"])
        #expect(rows[1][3] == "一个备注")
        #expect(rows[1].contains("|市民政局|市残联|市财政局|"))
        #expect(try written.read().table == table)
    }

    // MARK: The leaders' sheets

    @Test func targetsBehindComeFirst() throws {
        let rows = try WrittenTable(Self.sample()).texts(ofSheet: 4)
        #expect(rows[0][0] == "肖友华  2023年度责任目标完成情况")
        let header = try #require(rows.firstIndex { $0[0] == "序号" })
        #expect(rows[(header + 1)...(header + 4)].map { $0[0] } == ["161", "163", "171", "146"])
        #expect(rows[header] == ["序号", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度", "责任单位"])
        let block = rows[..<header].flatMap { $0 }
        #expect(block.contains("50") && block.contains("94.00%"))
        #expect(block.contains("未按计划完成：161、163、171"))
        #expect(block.contains("完成时限：年底47项、9月底1项、6月底1项、长期坚持1项"))
    }

    @Test func anyNameGivesASheet() throws {
        let names = ["[x]\\y:*?\\", "", "History", "汇总", "yilan", "A1", "a1", "'", "张鹏"]
        let table = TargetTable.make(
            columns: ["serial", "leader"],
            rows: names.enumerated().map { ["\($0 + 1)", $1] }
        )
        let written = try WrittenTable(table)
        #expect(
            try written.sheetNames() == [
                "汇总", "全部目标", "［x］＼y：＊？＼", "(空白)", "History (2)", "汇总 (2)", "yilan (2)", "A1",
                "a1 (2)",
                "(空白) (2)", "张鹏", "yilan",
            ]
        )
        #expect(try written.read().table == table)
    }

    // MARK: The whole

    @Test func equalTablesGiveEqualBytes() throws {
        let table = try Self.sample()
        #expect(try WrittenTable(table).bytes == WrittenTable(table).bytes)
    }

    @Test func tableWithoutTargetsIsAWorkbook() throws {
        let table = TargetTable.make(rows: [], title: "某市2024年责任目标一览表")
        let written = try WrittenTable(table)
        #expect(try written.sheetNames() == ["汇总", "全部目标", "未按计划完成", "yilan"])
        #expect(try written.texts(ofSheet: 0)[2][0] == "共0项。")
    }

    @Test func progressRises() throws {
        var steps: [Double] = []
        _ = try WrittenTable(Self.sample()) { steps.append($0) }
        #expect(steps == steps.sorted())
        #expect(steps.last == 1)
    }

    /// What is typed below the table is printed: the area goes on to the last row, in which nothing stands.
    @Test func whatIsTypedBelowTheTableIsPrinted() throws {
        let parts = try WrittenTable(.make(rows: [["1", "张鹏", "甲"]])).parts()
        let names = try #require(parts.first { $0.name == "xl/workbook.xml" }).text
        #expect(names.contains(">'全部目标'!$A$1:$G$1048576<"))
    }

    /// Where a table has no statuses, no sheet lists what is behind, and none is named.
    @Test(arguments: [(Language.chinese, "“未按计划完成”"), (.english, "are in \"Behind\"")])
    func aTableWithoutStatusesNamesNoSheetOfThem(language: Language, name: String) throws {
        for isNamed in [false, true] {
            let table = TargetTable.make(
                columns: ["serial", "leader", "objective"] + (isNamed ? ["onSchedule"] : []),
                rows: [["1", "张鹏", "甲"] + (isNamed ? ["是"] : [])]
            )
            let parts = try WrittenTable(table, language: language).parts()
            let strings = try #require(parts.first { $0.name == "xl/sharedStrings.xml" }).text
            let text = strings.replacing("&quot;", with: "\"")
            #expect(text.contains(name) == isNamed)
        }
    }

    /// Of targets that a list of what is behind has no room for, and of those in its hidden rows, the
    /// note tells each number.
    @Test func theListOfWhatIsBehindTellsWhatNobodySees() throws {
        let rows = (1...90).map { ["\($0)", "张鹏", "甲", "年底", "", $0 < 3 ? "否" : "是", "市局"] }
        let parts = try WrittenTable(.make(rows: rows)).parts()
        let sheet = try #require(parts.first { $0.name == "xl/worksheets/sheet3.xml" }).text
        let hidden = sheet.matches(of: /<row [^>]*hidden="1"/).count
        #expect(hidden > 0)
        #expect(sheet.contains("本表列不下，请重新生成工作簿。表末隐藏的行里还有\(hidden)项。"))
    }

    /// What stands between Chinese characters is as wide as they are, and looks strange in English.
    @Test func anEnglishWorkbookHasNoChineseSigns() throws {
        let cells = ["1", "Zhang", "build 10 km", "2023", "built 12 km", "否", "Office"]
        let table = TargetTable.make(rows: [cells, ["2"] + cells.dropFirst()])
        let written = try WrittenTable(table, language: .english, hasIndicators: true)
        for part in try written.parts() where part.name.hasPrefix("xl/") {
            // The words and separators that formulas look for are those of the table.
            let texts = part.text.replacing(/<f[^>]*>[^<]*<\/f>/, with: "")
                .replacing(/<definedName[^>]*>[^<]*<\/definedName>/, with: "")
                .replacing(/<formula[12]?>[^<]*<\/formula[12]?>/, with: "")
            let signs = texts.filter { "“”‘’，。、；：！？（）《》…　".contains($0) }
            #expect(signs.isEmpty, "\(part.name): \(signs)")
        }
    }
}
