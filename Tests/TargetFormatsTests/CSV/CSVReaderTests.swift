import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@Suite struct CSVReaderTests {
    /// The same two targets, as programs write them.
    @Test(arguments: [
        "序号,市政府领导,完成情况\n140,张鹏,已建成\n141,李明,未开工\n",
        "\u{FEFF}序号,市政府领导,完成情况\r\n140,张鹏,已建成\r\n141,李明,未开工",
        "序号;市政府领导;完成情况\r140;张鹏;已建成\r141;李明;未开工\r",
        "序号\t市政府领导\t完成情况\n140\t张鹏\t已建成\n141\t李明\t未开工\n",
        "sep=;\r\n序号;市政府领导;完成情况\r\n140;张鹏;已建成\r\n141;李明;未开工\r\n",
        "\"序号\",\"市政府领导\",\"完成情况\"\n\"140\",\"张鹏\",\"已建成\"\n\"141\",\"李明\",\"未开工\"\n",
        "serial,leader,progress\n140,张鹏,已建成\n141,李明,未开工\n",
        "\n,,\n序号, 市政府领导 ,完成情况\n\n140,张鹏 , 已建成\n,,\n141,李明,未开工\n\n",
        "序号,分包领导,工作进展,,\n140,张鹏,已建成,,\n141,李明,未开工,,\n",
    ])
    func readsLists(text: String) throws {
        let (table, findings) = try readCSV(text)
        #expect(table.columns.map(\.field) == [.serial, .leader, .progress])
        #expect(table.rows == [["140", "张鹏", "已建成"], ["141", "李明", "未开工"]])
        #expect(table.layout == nil)
        #expect(table.baseline == nil)
        #expect(table.document.file == "table.csv")
        #expect(findings.all.isEmpty)
    }

    /// Some programs fill each row up with blank cells, as this one does: a target that could be a header by
    /// itself is none for that.
    @Test(arguments: ["", ",", ",,"])
    func blankCellsAtTheEndOfARowSayNothing(blanks: String) throws {
        let long = "一栏名称很长而且没有人知道它是什么意思的内容"
        let list = "序号,况,是否按计划甲,\(long)\n甲进度,责任单位\(blanks)\n①,张鹏,一,区\n"
        let table = try readCSV(list).table
        #expect(table.columns.map(\.field) == [.serial, nil, .onSchedule, nil])
        #expect(table.rows == [["甲进度", "责任单位", "", ""], ["①", "张鹏", "一", "区"]])
    }

    /// Only a workbook of ours has a column of dates beside its deadlines, and its marks with it.
    @Test func aDeadlineWithARemarkIsOne() throws {
        let list = "序号,完成时限(日期),完成时间\n1,6月底,年底\n"
        #expect(try readCSV(list).table.columns.map(\.field) == [.serial, .deadline, nil])
        let saved = "序号,完成时间,完成时限(日期),\(WorkbookRoundTrip.targetsMark)\n1,年底,2024-12-31,\n"
        #expect(try readCSV(saved).table.columns.map(\.field) == [.serial, .deadline])
    }

    @Test func readsWhatExcelSavesOnChineseWindows() throws {
        let text = "序号,市政府领导,备注\r\n140,张鹏,㐂镕\r\n"
        let bytes = try TextEncoding(.gb18030).encode(Array(text.utf8))
        let (table, findings) = try readCSV(bytes)
        #expect(table.rows == [["140", "张鹏", "㐂镕"]])
        #expect(table.document.encoding == "gb18030")
        #expect(findings.all.isEmpty)
    }

    @Test func columnsMayBeMissingAndInAnyOrder() throws {
        let (table, findings) = try readCSV("备注,完成情况,序号\n无,已建成,140\n,未开工,141\n")
        #expect(table.columns.map(\.key) == ["备注", "progress", "serial"])
        #expect(table.rows == [["无", "已建成", "140"], ["", "未开工", "141"]])
        #expect(findings.all.isEmpty)
    }

    @Test func aSerialAndOneMoreColumnAreEnough() throws {
        #expect(try readCSV("序号,备注\n140,\n141,无\n").table.rows == [["140", ""], ["141", "无"]])
        #expect(try readCSV("serial,units\n140,市发改委\n").table.rows == [["140", "市发改委"]])
    }

    @Test func columnsMeanWhatTheUserSays() throws {
        var options = ReadingOptions()
        options.columns = ["项目编码": .serial, "说法": .progress]
        let (table, _) = try readCSV("项目编码,说法\nA-1,已建成\n", options: options)
        #expect(table.columns.map(\.field) == [.serial, .progress])
    }

    @Test func textStaysText() throws {
        let cells = ["007", "TRUE", "1E5", "3-4", "'tis", "上\n下", "a\r\nb", "二〇二三"]
        let quoted = cells.map { "\"\($0)\"" }.joined(separator: ",")
        let labels = cells.indices.dropFirst().map { "栏\($0)" }.joined(separator: ",")
        #expect(try readCSV("序号,\(labels)\n\(quoted)\n").table.rows == [cells])
    }

    @Test(arguments: [
        ("a_x000D_\nb", "a\r\nb"),
        ("_x000D__x000D_", "\r\r"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x000d_", "_x000d_"),
        ("_x000D", "_x000D"),
        ("'=1", "=1"),
        ("''=1", "'=1"),
        ("=1", "=1"),
        ("'甲", "'甲"),
        ("'", "'"),
    ])
    func undoesWhatWasWritten(cell: String, text: String) throws {
        let (table, _) = try readCSV("序号,备注\n1,\"\(cell)\"\n")
        let expected = TargetTable.make(columns: ["serial", "备注"], rows: [["1", text]])
        expectSame(table, expected)
    }

    // MARK: Official layouts saved as CSV

    @Test func readsBlocksAndTitle() throws {
        let (table, findings) = try readCSV(
            """
            # 某市人民政府2023年责任目标完成情况一览表,,,,,
            ,,,,,
            序号,市政府领导,责任目标内容,序号,市政府领导,责任目标内容
            1,张鹏,"修路,架桥",3,,种树
            2,,治水,,,
            注：截至年底,,,,,
            """
        )
        #expect(table.document.title == "某市人民政府2023年责任目标完成情况一览表")
        #expect(
            table.rows == [["1", "张鹏", "修路,架桥"], ["2", "张鹏", "治水"], ["3", "张鹏", "种树"]]
        )
        #expect(table.origins.map(\.block) == [1, 1, 2])
        #expect(table.layout == nil)
        #expect(!findings.hasErrors)
    }

    @Test func readsPagesOfConcatenatedLists() throws {
        let page = "序号,市政府领导,责任目标内容\n"
        let (table, _) = try readCSV(page + "1,张鹏,修路\n" + page + "2,李明,治水\n")
        #expect(table.rows == [["1", "张鹏", "修路"], ["2", "李明", "治水"]])
    }

    // MARK: Rows that are no targets

    @Test func aBlankLeaderIsBlankInAList() throws {
        let (table, findings) = try readCSV(
            "序号,市政府领导,责任目标内容\n1,,修路\n2,张鹏,治水\n3,,种树\n4,同上,铺路\n"
        )
        #expect(table.rows.map { $0[1] } == ["", "张鹏", "", "同上"])
        #expect(findings.all.map(\.code) == [.blankLeader])
        #expect(findings.all.first?.message.english.contains("2 rows") == true)
        #expect(findings.all.first?.line == 4)
    }

    @Test func sumsAndRemarksAreNamed() throws {
        let (table, findings) = try readCSV(
            """
            序号,市政府领导,责任目标内容,备注
            1,张鹏,修路,
            合计,,1,
            ,,,改到这里
            ,小计,2,
            注：以上为初稿,,,
            初稿,,,
            一项,张鹏,治水,
            第7项,,,
            """
        )
        #expect(table.rows.map { $0[0] } == ["1", "一项", "第7项"])
        #expect(findings.all.filter { $0.code == .skippedRow }.map(\.line) == [3, 4, 5, 6, 7])
        #expect(!findings.hasErrors)
    }

    /// A number that a column has already is left to it.
    @Test func columnsOfOneNameAreNumbered() throws {
        let (table, _) = try readCSV("序号,责任目标,备注,备注,备注(2),备注\n1,甲,a,b,c,d\n")
        #expect(
            table.columns.map(\.label) == ["序号", "责任目标", "备注", "备注(3)", "备注(2)", "备注(4)"]
        )
        #expect(table.rows == [["1", "甲", "a", "b", "c", "d"]])
        expectSame(try readCSV(try writeCSV(table)).table, table)
    }

    /// A key's column would have the label of another one.
    @Test func keyBesideItsLabelKeepsItsName() throws {
        let (table, _) = try readCSV("serial,序号,责任目标\n1,x,甲\n")
        #expect(table.columns.map(\.label) == ["serial", "序号", "责任目标"])
        #expect(table.columns.map(\.field) == [.serial, nil, .objective])
        expectSame(try readCSV(try writeCSV(table)).table, table)
    }

    /// Two stray quotes, rows apart, read as one cell.
    @Test(arguments: [
        ("1,张,\"甲\n2,李,乙\"\n", true), ("1,\"张,甲\n2,李\",乙\n", true),
        ("1,\"张,甲\n2,李,乙\n3,王\",乙\n", true), ("1,张,\"甲\n1,100万元\"\n", false),
        ("1,张,\"甲\n一,二,三\"\n", false), ("1,张,\"甲\n乙\"\n", false),
    ])
    func quotesThatReachOverRowsAreReported(rows: String, isSuspect: Bool) throws {
        let (table, findings) = try readCSV("序号,责任领导,责任目标\n" + rows + "9,赵,丁\n")
        #expect(table.count == 2)
        #expect(findings.all.map(\.code.rawValue) == (isSuspect ? ["quoted-rows"] : []))
    }

    /// A serial that is written with the guard of formulas is one without it, too.
    @Test func serialsThatLookLikeFormulasAreSerials() throws {
        let (table, findings) = try readCSV("序号,责任目标,完成情况\n-7,,\n1,甲,好\n")
        #expect(table.rows.map { $0[0] } == ["-7", "1"])
        #expect(findings.all.isEmpty)
        expectSame(try readCSV(try writeCSV(table)).table, table)
    }

    // MARK: Findings

    /// The place of the finding is marked in the text: ▶.
    @Test(arguments: [
        ("序号,责任目标\n1,▶\"甲\n2,乙\n", "unclosed-quote"),
        ("序号,责任目标\n1,\"甲\"▶乙\n", "text-after-quote"),
        ("序号,责任目标\n1,甲▶\"乙\"\n", "stray-quote"),
        ("序号,责任目标\n▶,甲\n2,乙\n".replacing("▶,", with: ",▶"), "missing-serial"),
        ("序号,责任目标\n1,甲\n▶1,乙\n", "duplicate-serial"),
        ("序号,责任目标\n5,甲\n▶005,乙\n", "duplicate-serial"),
        ("序号,责任目标\n1,甲,▶乙\n", "text-beyond-header"),
        ("序号,责任目标,,备注\n1,甲,▶乙,\n2,丙,丁,\n", "unlabelled-text"),
        ("▶序号,责任目标\n", "empty-table"),
        ("▶甲,乙\n1,丙\n", "no-header"),
        ("序号,责任目标,▶责任目标\n1,甲,乙\n", "ambiguous-blocks"),
        ("序号,责任目标,办成,完成情况,办成,▶完成情况\n1,甲,年底,好,6月底,差\n", "ambiguous-blocks"),
    ])
    func findingsHavePlaces(marked: String, code: String) throws {
        let text = marked.replacing("▶", with: "")
        let before = marked.prefix { $0 != "▶" }
        var findings = DiagnosticBag()
        do {
            _ = try CSVReader().read(
                InputFile(name: "t.csv", bytes: Array(text.utf8)),
                options: ReadingOptions(),
                reporting: &findings
            )
        } catch {
            findings.report(contentsOf: error.findings)
        }
        let finding = try #require(findings.all.first)
        #expect(findings.all.count == 1)
        #expect(finding.code.rawValue == code)
        #expect(finding.file == "t.csv")
        #expect(finding.line == before.count { $0 == "\n" } + 1)
        #expect(
            finding.column
                == (before.split(separator: "\n", omittingEmptySubsequences: false).last?
                    .unicodeScalars.count ?? 0) + 1
        )
    }

    @Test func undecodableBytesAreReported() throws {
        var bytes = Array("序号,责任目标\n1,甲\n".utf8)
        bytes[bytes.count - 2] = 0xFF
        var findings = DiagnosticBag()
        let error = #expect(throws: FormatError.self) {
            _ = try CSVReader().read(
                InputFile(name: "t.csv", bytes: bytes),
                options: ReadingOptions(),
                reporting: &findings
            )
        }
        #expect(findings.all.isEmpty)
        #expect(error?.findings.all.map(\.code) == [.undecodableText])
    }
}
