import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Headers come back typed over, cleared, or changed by a replacement over the whole sheet: a
/// column is told by what its cells say.
@Suite struct RenamedColumnTests {
    private static let labels = ["序号", "市政府领导", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度"]
    private static let rows = [
        ["1", "张鹏", "建设甲桥", "6月30日", "已完成甲桥", "是"], ["2", "张鹏", "建设乙桥", "11月底", "乙桥完成一半", "否"],
        ["3", "刘连栋", "修缮丙馆", "年底", "正在修缮", "是"], ["4", "刘连栋", "新增丁站", "年底", "是否新增待定", "是"],
        ["5", "刘连栋", "责任书签订", "长期坚持", "完成", "是"], ["6", "王五", "目标库建设", "年底", "", "否"],
    ]
    private static let title = "# 菏泽市人民政府2023年度责任目标完成情况一览表"

    private static func table(_ rows: [[String]] = rows) throws -> TargetTable {
        let lines = [[title], labels] + rows
        return try readTSV(lines.map { $0.joined(separator: "\t") + "\n" }.joined()).table
    }

    /// Whatever word is replaced by whatever other, in headers, too: the cells say what they say.
    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func aReplacementOverTheSheetIsACorrection(form: ReturnedWorkbook.Form) throws {
        let table = try Self.table()
        for word in ["是", "完成", "责任", "目标", "领导", "时限", "序号", "情况", "市政府", "成"] {
            for other in ["√", "办结", "甲乙丙丁"] {
                var workbook = try ReturnedWorkbook(table, form)
                workbook.rows = workbook.rows.map { $0.map { $0.replacing(word, with: other) } }
                let (read, findings) = try workbook.read()
                let expected = Self.rows.map { $0.map { $0.replacing(word, with: other) } }
                #expect(read.columns == table.columns, "\(word) \(other)")
                #expect(read.rows == expected, "\(word) \(other)")
                #expect(!findings.hasErrors)
                let renamed = Self.labels.count { $0.contains(word) }
                #expect(findings.all.count { $0.code == .renamedColumn } == renamed)
            }
        }
    }

    /// Any header may be typed over or cleared.
    @Test(arguments: ReturnedWorkbook.Form.allCases, ["乱七八糟", "", "备注", "x"])
    func aHeaderTypedOverIsRead(form: ReturnedWorkbook.Form, header: String) throws {
        let table = try Self.table()
        for column in Self.labels.indices {
            var workbook = try ReturnedWorkbook(table, form)
            workbook.rows[0][column] = header
            workbook.rows[3][4] = "修缮一半"
            let (read, findings) = try workbook.read()
            var expected = Self.rows
            expected[2][4] = "修缮一半"
            #expect(read.rows == expected)
            let cell = ["A", "B", "C", "D", "E", "F"][column]
            #expect(codes(findings) == ["renamed-column 全部目标 \(cell)1"])
        }
    }

    /// A column of one's own in the place of one that was taken out isn't read as that one.
    @Test func aColumnInThePlaceOfAnotherIsNotIt() throws {
        let table = try Self.table()
        var workbook = try ReturnedWorkbook(table)
        for row in workbook.rows.indices { workbook.rows[row][2] = row == 0 ? "核对" : "老王\(row)" }
        let (read, findings) = try workbook.read()
        #expect(read.rows == Self.rows)
        #expect(codes(findings) == ["added-column 全部目标 C1"])
    }

    /// Where a few of its cells say what the column's said, nobody can tell.
    @Test func aColumnThatMayBeAnotherIsAnError() throws {
        let table = try Self.table()
        var workbook = try ReturnedWorkbook(table)
        workbook.rows[0][2] = "核对"
        for row in 2..<workbook.rows.count { workbook.rows[row][2] = "内容\(row)" }
        let findings = try workbook.read().findings
        #expect(findings.hasErrors)
        #expect(codes(findings).contains("replaced-column 全部目标 C1"))
    }

    /// Keys stay where they are when people sort what they see, so they are no serials.
    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func withoutSerialsNoRowIsTold(form: ReturnedWorkbook.Form) throws {
        var workbook = try ReturnedWorkbook(Self.table(), form)
        workbook.rows = workbook.rows.map { Array($0.dropFirst()) }
        let error = #expect(throws: FormatError.self) { try workbook.read() }
        #expect(error?.diagnostic?.code == .missingSerialColumn)
    }

    // MARK: The column of dates

    /// Dates that follow from the deadlines as they were or are, and hidden ones that stayed behind
    /// when the columns that are seen were sorted, are nobody's.
    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func datesThatFollowAreNobodys(form: ReturnedWorkbook.Form) throws {
        var workbook = try ReturnedWorkbook(Self.table(), form)
        workbook.rows[1][3] = "7月底"
        workbook.rows[2][6] = ""
        let seen = workbook.rows.dropFirst().map { Array($0[..<6]) }
        for (row, texts) in zip(workbook.rows.indices.dropFirst(), seen.reversed()) {
            workbook.rows[row].replaceSubrange(..<6, with: texts)
        }
        #expect(try codes(workbook.read().findings) == [])
    }

    @Test(arguments: ReturnedWorkbook.Form.allCases)
    func datesThatAreTypedAreNamed(form: ReturnedWorkbook.Form) throws {
        var workbook = try ReturnedWorkbook(Self.table(), form)
        for text in ["2024-01-01", "待定", "2023年5月1日"] {
            workbook.rows[2][6] = text
            workbook.rows[5][6] = text
            let findings = try workbook.read().findings
            #expect(codes(findings) == ["typed-over-formula 全部目标 G3"])
            #expect(findings.all.first?.severity == .warning)
            #expect(findings.all.first?.message.english.contains("2 cells") == true)
        }
    }
}
