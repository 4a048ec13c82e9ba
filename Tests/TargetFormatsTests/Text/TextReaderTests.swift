import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Text in columns, as it is copied from elsewhere.
@Suite struct TextReaderTests {
    private func read(_ text: String) throws -> (table: TargetTable, findings: [Diagnostic]) {
        var findings = DiagnosticBag()
        let table = try TextReader().read(
            InputFile(name: "copied.text", bytes: Array(text.utf8)),
            options: ReadingOptions(),
            reporting: &findings
        )
        return (table, findings.all)
    }

    /// What `pdftotext -layout` makes of a printed workbook: neighbouring columns run together and long
    /// cells are cut, so it is refused, and nothing is guessed.
    @Test(arguments: [
        """
        云川市2024年十大民生实事完成情况一览表
        类别     序号    项目名称 目标任务 牵头单位    完成情况 完成比例
                   1 校园食堂提升
                          改造食堂40个
                                市教育局   改造42个 105%
        """,
        """
        2024年重点工作完成情况表
        序号   市政府领导   责任目标内容    是否按计划完成进度
        1      甲某         新建道路10条    是
               甲某新建公园  2处     否
        """,
    ])
    func aPrintedTableThatRunsTogetherIsRefused(text: String) {
        #expect(throws: FormatError.self) {
            let (_, findings) = try read(text)
            // Where rows don't fit, the findings say so with their lines.
            if findings.contains(where: { $0.severity == .error }) {
                throw FormatError(.data, DiagnosticBag())
            }
        }
    }

    private static let rows = [["1", "甲某", "新建道路10条", "是"], ["2", "甲某", "新建公园2处", "否"]]

    /// The same table with bars, in a frame, in columns, and one cell a line.
    static let shapes = [
        """
        2023年责任目标完成情况一览表
        序号 | 市政府领导 | 责任目标内容 | 是否按计划完成进度
        1 | 甲某 | 新建道路10条 | 是
        2 | | 新建公园2处 | 否
        注：截至12月底
        """,
        """
        2023年责任目标完成情况一览表
        +----+----------+------------+------------------+
        |序号|市政府领导|责任目标内容|是否按计划完成进度|
        +----+----------+------------+------------------+
        |1   |甲某      |新建道路10条|是                |
        |2   |甲某      |新建公园2处 |否                |
        +----+----------+------------+------------------+
        """,
        """
        2023年责任目标完成情况一览表

        序号   市政府领导   责任目标内容    是否按计划完成进度
        1      甲某         新建道路10条    是
        2                   新建公园2处     否

        注：截至12月底
        """,
        """
        2023年责任目标完成情况一览表
        序号
        市政府领导
        责任目标内容
        是否按计划完成进度
        1
        甲某
        新建道路10条
        是

        2
        甲某
        新建公园2处
        否
        注：截至12月底
        """,
    ]

    @Test(arguments: shapes)
    func whereEveryRowFitsTheTableIsRead(text: String) throws {
        let (table, findings) = try read(text)
        #expect(table.rows == Self.rows)
        #expect(table.document.title == "2023年责任目标完成情况一览表")
        #expect(findings.filter { $0.severity == .error }.isEmpty)
    }

    /// A text that goes on in the next line stands under its beginning, or under its label.
    @Test func aTextThatGoesOnBelowIsJoined() throws {
        let (table, findings) = try read(
            """
            2023年责任目标完成情况一览表
            序号  市政府领导       责任目标内容          是否按计划完成进度
            1     甲某        新建道路10条，             是
                              改造危桥5座
            2     乙某        新建公园2处                否
            """
        )
        #expect(findings.map(\.code) == [.continuedRow])
        #expect(table.rows == [["1", "甲某", "新建道路10条，改造危桥5座", "是"], ["2", "乙某", "新建公园2处", "否"]])
    }

    /// Where cells of two columns begin alike, it isn't known whose a text below is.
    @Test func aTextBelowTwoColumnsIsAnErrorWithItsLine() throws {
        let (_, findings) = try read(
            "序号  领导  责任目标\n1  甲某某某  修路\n2  a  修桥\n      种树\n"
        )
        #expect(findings.first { $0.severity == .error }?.line == 4)
    }

    /// What doesn't fit, and the line where that is seen.
    @Test(arguments: [
        ("序号 | 领导 | 责任目标\n1 | 甲 | 乙\n2 | 丙\n", 3),
        ("序号  领导  责任目标\n1  甲  乙\n2   丙\n", 3),
        ("序号  领导  责任目标\n1  甲  乙  丙\n", 2),
        ("序号\n领导\n责任目标\n1\n甲\n乙\n2\n丙\n3\n甲\n丁\n", 10),
    ])
    func aRowThatDoesNotFitIsAnErrorWithItsLine(text: String, line: Int) throws {
        let (_, findings) = try read(text)
        let found = try #require(findings.first { $0.severity == .error })
        #expect(found.code == .rowDoesNotFit)
        #expect(found.line == line)
    }

    @Test func whatHasNoHeaderIsRefused() {
        #expect(throws: FormatError.self) { try read("只是一段话\n没有表头\n") }
    }

    /// A bar at a line's end parts a blank cell, where the header's lines don't end so.
    @Test func blankCellsAtTheEndsOfLinesAreCells() throws {
        let (table, findings) = try read(
            """
            2023年责任目标完成情况一览表
            序号|市政府领导|责任目标内容|是否按计划完成进度
            一、经济|||
            1|甲某|新建道路10条|是
            2||新建公园2处|
            """
        )
        #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings)")
        #expect((0..<table.count).map { table.string($0, .objective) } == ["新建道路10条", "新建公园2处"])
        #expect(table.sectionColumn.map { table.string(1, column: $0) } == "一、经济")
    }
}
