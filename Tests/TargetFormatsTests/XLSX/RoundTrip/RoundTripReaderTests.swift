import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// A workbook comes back sorted, filtered, cut, with more in it: each target is found again.
@Suite struct RoundTripReaderTests {
    private static let tsv =
        "# 菏泽市人民政府2023年度责任目标完成情况一览表\n"
        + "序号\t市政府领导\t责任目标内容\t完成时限\t是否按计划完成进度\t备注"
        + "\t序号\t市政府领导\t责任目标内容\t完成时限\t是否按计划完成进度\t备注\n"
        + "005\t张鹏\t甲\t年底\t是\t一\t8\t刘连栋\t丁\t6月30日\t否\t四\n"
        + "6\t张鹏\t乙\t11月底\t是\t\t9\t刘连栋\t戊\t长期坚持\t是\t \n"
        + "7\t张鹏\t\"丙\n丙, 丙\"\t年底\t\t三\t\t\t\t\t\t\n"

    private static func workbook(
        _ form: ReturnedWorkbook.Form = .texts
    ) throws -> (TargetTable, ReturnedWorkbook) {
        let table = try readTSV(tsv).table
        return (table, try ReturnedWorkbook(table, form))
    }

    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func untouchedWorkbookIsTheTable(form: ReturnedWorkbook.Form) throws {
        let (table, workbook) = try Self.workbook(form)
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == [])
        #expect(read == table)
        #expect(read.documents == table.documents)
        #expect(read.origins == table.origins)
        #expect(read.layout == table.layout)
        #expect(try writeTSV(read) == Array(Self.tsv.utf8))
        for target in 0..<table.count {
            for column in table.columns.indices { #expect(read.isOriginal(target, column) == true) }
        }
        #expect(read.places?.sheets.map(\.name) == ["全部目标"])
        #expect(read.places?.rows.map(\.number) == [2, 3, 4, 5, 6])
    }

    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func rowsMayBeSortedAndColumnsMoved(form: ReturnedWorkbook.Form) throws {
        var (table, workbook) = try Self.workbook(form)
        workbook.rows = [workbook.rows[0]] + workbook.rows.dropFirst().reversed()
        workbook.rows = workbook.rows.map { Array($0.reversed()) }
        // Something above the header, beside and below the table.
        workbook.rows.insert(["征求意见稿"], at: 0)
        workbook.rows[1].append("我的备注")
        workbook.rows[2].append("待核")
        workbook.rows.append(["", "", "", "注:红色为待核"])
        let (read, findings) = try workbook.read()
        #expect(read == table)
        #expect(read.origins == table.origins)
        #expect(try writeTSV(read) == Array(Self.tsv.utf8))
        #expect(codes(findings) == ["added-column 全部目标 J2", "row-left-out 全部目标 D8"])
        #expect(read.places?.rows.map(\.number) == [7, 6, 5, 4, 3])
        #expect(read.places?.sheets.first?.columns == [8, 7, 6, 5, 4, 3])
        _ = table
    }

    @Test func leftOutRowsAreLeftAlone() throws {
        var (table, workbook) = try Self.workbook()
        workbook.rows.remove(at: 2)
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == ["rows-gone", "layout-dropped"])
        #expect(lines(read, [.serial]) == ["005", "7", "8", "9"])
        #expect(read.layout == nil)
        #expect(read.baseline?.cells.count == 4 * table.columns.count)
        _ = table
    }

    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func editsCountAgainstTheOriginals(form: ReturnedWorkbook.Form) throws {
        var (table, workbook) = try Self.workbook(form)
        workbook.rows[2][4] = "否"
        workbook.rows[5][5] = "  新 "
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == [])
        let column = try #require(table.column(of: .onSchedule))
        #expect(read.string(1, .onSchedule) == "否")
        #expect(read.isOriginal(1, column) == false)
        #expect(read.string(4, column: 5) == "新")
        #expect(read.isOriginal(4, 5) == false)
        #expect(read.isOriginal(0, column) == true)
        let expected = Self.tsv.replacing("11月底\t是\t", with: "11月底\t否\t")
            .replacing("长期坚持\t是\t ", with: "长期坚持\t是\t 新")
        #expect(String(decoding: try writeTSV(read), as: UTF8.self) == expected)
        table.layout = nil
    }

    @Test func addedRowsComeBehind() throws {
        var (table, workbook) = try Self.workbook()
        workbook.rows.insert(["200", "张鹏", "新目标", "年底", "是"], at: 1)
        workbook.rows.append(["合计", "", "5 项"])
        workbook.rows.append(["", "", "记一笔"])
        workbook.rows.append(["9999"])
        let (read, findings) = try workbook.read()
        #expect(lines(read, [.serial]) == ["005", "6", "7", "8", "9", "200"])
        #expect(read.layout == nil)
        #expect(read.isOriginal(5, 0) == nil)
        #expect(
            codes(findings) == [
                "row-left-out 全部目标 A8", "row-left-out 全部目标 C9", "row-left-out 全部目标 A10",
                "layout-dropped",
            ]
        )
        #expect(findings.all.map(\.severity) == [.note, .warning, .warning, .note])
        _ = table
    }

    @Test func copiesAreErrors() throws {
        var (_, workbook) = try Self.workbook()
        workbook.rows.append(workbook.rows[2])
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == ["copied-row 全部目标 A7"])
        #expect(findings.hasErrors)
        #expect(read.count == 5)
    }

    @Test func serialsThatOccurTwiceAreErrors() throws {
        var (_, workbook) = try Self.workbook()
        workbook.rows[2][0] = "8"
        #expect(
            codes(try workbook.read().findings) == [
                "duplicate-serial 全部目标 A5", "rows-gone", "layout-dropped",
            ]
        )
    }

    @Test func removedColumnsAreLeftAlone() throws {
        let (table, whole) = try Self.workbook()
        var workbook = whole
        workbook.rows = workbook.rows.map { Array($0[..<2] + $0[3...]) }
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == [])
        #expect(read == table)
        #expect(try writeTSV(read) == Array(Self.tsv.utf8))
        // Where rows carry no texts, they can't be put back.
        var (_, digests) = try Self.workbook(.digests)
        digests.rows = digests.rows.map { Array($0[..<2] + $0[3...]) }
        let (part, partFindings) = try digests.read()
        #expect(codes(partFindings) == ["layout-dropped", "missing-column"])
        #expect(part.columns.map(\.key) == table.columns.map(\.key).filter { $0 != "objective" })
        #expect(part.layout == nil)
        #expect(part.isOriginal(0, 1) == true)
    }

    @Test func headersMayBeBrokenOrRenamed() throws {
        var (table, workbook) = try Self.workbook()
        workbook.rows[0][3] = "完成\n时限"
        workbook.rows[0][2] = "目标任务"
        let (read, findings) = try workbook.read()
        #expect(read == table)
        #expect(codes(findings) == ["renamed-column 全部目标 C1"])
        workbook.rows[0][5] = "目标任务"
        #expect(throws: FormatError.self) {
            workbook.rows[0][5] = "序号"
            _ = try workbook.read()
        }
        _ = table
    }

    /// What programs change on their own is undone.
    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func programsOwnChangesAreUndone(form: ReturnedWorkbook.Form) throws {
        var (table, workbook) = try Self.workbook(form)
        workbook.rows[1][0] = "5"
        workbook.rows[3][2] = "丙\r\n丙, 丙"
        workbook.rows[4][2] = " 丁\u{3000}"
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == [])
        #expect(read == table)
        #expect(try writeTSV(read) == Array(Self.tsv.utf8))
        _ = table
    }

    /// A leader's sheet follows the targets: what is typed there is named, since it isn't read.
    @Test func whatIsTypedOverFormulasIsNamed() throws {
        let (table, workbook) = try Self.workbook()
        var parts = workbook.parts
        let formula = { (cell: String, text: String) in
            "<c r=\"\(cell)\" t=\"str\"><f>'全部目标'!C2</f><v>\(text)</v></c>"
        }
        let header = WorkbookParts.rows([["序号", "市政府领导", "责任目标内容"]])
        parts.sheets[2].content =
            "<sheetData>\(header)<row r=\"2\">\(formula("A2", "5"))\(formula("B2", "张鹏"))"
            + "\(formula("C2", "甲"))<c r=\"H2\"><v>0</v></c></row>"
            + "<row r=\"3\">\(formula("A3", "6"))\(formula("B3", "张鹏"))"
            + "<c r=\"C3\" t=\"inlineStr\"><is><t>改</t></is></c></row></sheetData>"
        let (read, findings) = try readXLSX(parts.bytes)
        #expect(codes(findings) == ["typed-over-formula 张鹏 C3"])
        #expect(findings.all[0].severity == .warning)
        #expect(read == table)
    }

    // MARK: What is lost

    @Test func withoutTheHiddenColumnTargetsAreFoundBySerial() throws {
        var (table, workbook) = try Self.workbook()
        workbook.rows = workbook.rows.map { Array($0.dropLast(1)) }
        workbook.rows[1][2] = "改"
        workbook.rows[4][1] = ""
        let (read, findings) = try workbook.read()
        #expect(codes(findings).contains("lost-round-trip"))
        #expect(!findings.hasErrors)
        #expect(read.documents == table.documents)
        // A leader that was taken out isn't the one above.
        #expect(
            lines(read)
                == lines(table).map {
                    $0.replacing("甲", with: "改").replacing("8|刘连栋", with: "8|")
                }
        )
        #expect(read.isOriginal(0, 2) == false)
        #expect(read.isOriginal(1, 2) == true)
        #expect(
            throws: (any Error).self,
            "the official layout would read the leader of the target above"
        ) { try writeTSV(read) }
        table.layout = nil
    }

    @Test func withoutTheHiddenSheetItIsATable() throws {
        let (table, workbook) = try Self.workbook()
        var parts = workbook.parts
        parts.sheets.removeLast()
        let (read, findings) = try readXLSX(parts.bytes)
        #expect(codes(findings).contains("lost-round-trip"))
        #expect(!findings.hasErrors)
        #expect(lines(read) == lines(table))
        #expect(read.baseline == nil)
    }

    @Test func aDamagedHiddenSheetIsNotBelieved() throws {
        let (_, whole) = try Self.workbook()
        for about in ["", "{}", "[1]", whole.about.replacing("serial", with: "nothing")] {
            var workbook = whole
            workbook.about = about
            #expect(codes(try workbook.read().findings).contains("lost-round-trip"))
        }
        var workbook = whole
        workbook.layout = workbook.layout.replacing("\"count\"", with: "\"counts\"")
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == ["damaged-layout"])
        #expect(read.layout == nil)
        #expect(read.isOriginal(0, 0) == true)
    }

    @Test(arguments: [
        "", "{", "{\"n\":0}", "{\"n\":99,\"o\":[3,1,1,0],\"t\":[]}", "x\ny",
        "{\"n\":1,\"o\":[3,1,1,7],\"t\":[\"6\",\"\",\"\",\"\",\"\",\"\"]}",
        "{\"n\":-1,\"o\":[3,1,1,0],\"t\":[\"6\",\"\",\"\",\"\",\"\",\"\"]}",
        "{\"n\":1,\"o\":[3,1,1,0],\"d\":[\"6\",\"\",\"\",\"\",\"\",\"\"]}",
    ])
    func aDamagedLineIsNone(line: String) throws {
        var (table, workbook) = try Self.workbook(.formerTexts)
        workbook.rows[2][workbook.keyColumn] = line
        let (read, findings) = try workbook.read()
        #expect(codes(findings) == [])
        #expect(read == table)
        // The layout still knows what the cells said.
        #expect(read.isOriginal(1, 2) == true)
        table.layout = nil
        workbook = try ReturnedWorkbook(table, .formerTexts)
        workbook.rows[2][workbook.keyColumn] = line
        let without = try workbook.read().table
        #expect(lines(without, [.serial]) == ["005", "7", "8", "9", "6"])
        #expect(without.isOriginal(4, 0) == nil)
    }
}
