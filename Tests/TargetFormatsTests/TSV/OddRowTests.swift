import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Rows that are no targets, or two where they look like one; and rows that were cut.
@Suite struct OddRowTests {
    private static let header = "序号⇥领导⇥责任目标⇥完成时限⇥完成情况⇥是否完成⇥责任单位↵"
    private static let last = "3⇥郭纲⇥植树⇥11月底⇥植1万株⇥是⇥市林业局↵"

    /// The table, after both ways back were held against the bytes.
    private func read(_ text: String) throws -> (table: TargetTable, codes: [FindingCode]) {
        let text = text.unsigned()
        let (table, findings) = try readTSV(text)
        #expect(!findings.hasErrors, "\(findings.all)")
        #expect(String(decoding: try writeTSV(table), as: UTF8.self) == text)
        var json = OutputBuffer()
        try JSONTableWriter().write(table, options: WritingOptions(), to: &json)
        var bag = DiagnosticBag()
        let again = try JSONTableReader().read(
            InputFile(name: "t.json", bytes: json.bytes),
            options: ReadingOptions(),
            reporting: &bag
        )
        #expect(String(decoding: try writeTSV(again), as: UTF8.self) == text, "\(bag.all)")
        return (table, findings.all.map(\.code))
    }

    /// Whatever the pieces look like, none is a target, and no status is lost.
    @Test(arguments: [
        "2⇥于谦⇥办学⇥年底⇥建成3所↵新增学位⇥3000个⇥是⇥市教育局↵", "2⇥于谦⇥办学↵年底⇥建成3所⇥是⇥市教育局↵",
        "2⇥于谦⇥办学⇥年底⇥完成投资↵合计⇥320⇥否⇥市教育局↵", "2⇥于谦⇥办学⇥年底⇥建成3所↵招师50名⇥是↵",
    ])
    func aRowThatCantBePutTogetherIsAnError(rows: String) throws {
        let (_, findings) = try readTSV(
            (Self.header + "1⇥于谦⇥招商⇥年底⇥签约12个⇥是⇥市商务局↵" + rows + Self.last).unsigned()
        )
        let error = findings.all.first { $0.severity == .error }
        #expect(error?.code == .pastedLineBreak)
        #expect(error?.line == 4)
    }

    /// The line break at a cell's edge goes as blanks there do.
    @Test(arguments: [
        ("2⇥于谦⇥办学⇥年底⇥建成3所↵⇥否⇥市教育局↵", "2|建成3所|否"), ("2⇥于谦⇥办学⇥年底⇥↵⇥否⇥市教育局↵", "2||否"),
        ("2↵⇥于谦⇥办学⇥年底⇥建成⇥否⇥市教育局↵", "2|建成|否"), ("2⇥于谦⇥办学⇥年底⇥建成↵3↵所⇥否⇥市教育局↵", "2|建成\n3\n所|否"),
    ])
    func aRowIsPutTogether(row: String, expected: String) throws {
        let (table, codes) = try read(
            Self.header + "1⇥于谦⇥招商⇥年底⇥签约12个⇥是⇥市商务局↵" + row + Self.last
        )
        #expect(lines(table, [.serial, .progress, .onSchedule])[1] == expected)
        #expect(codes == [.pastedLineBreak])
    }

    @Test(arguments: [
        "1⇥2⇥3⇥4⇥5⇥6⇥7", "甲⇥乙⇥丙⇥1⇥2⇥丁⇥戊", "A⇥B⇥C⇥D⇥E⇥F⇥G", "栏次⇥1⇥2⇥3⇥4⇥5⇥6", "①⇥②⇥③⇥④⇥⑤⇥⑥⇥⑦",
    ])
    func aRowThatCountsTheColumnsIsNoTarget(row: String) throws {
        let (table, codes) = try read(Self.header + row + "↵" + Self.last)
        #expect(table.count == 1)
        #expect(codes.isEmpty)
    }

    /// Whoever the table above it names.
    @Test func aTableWithoutLeadersNamesNone() throws {
        let (table, _) = try read(
            "表1↵" + Self.header + Self.last + "表2↵序号⇥责任目标⇥完成时限⇥完成情况⇥是否完成⇥责任单位↵"
                + "1⇥种树⇥年底⇥好⇥是⇥市林业局↵2⇥修路⇥年底⇥好⇥是⇥市交通局↵"
        )
        #expect(lines(table, [.leader]) == ["郭纲", "", ""])
    }

    @Test(arguments: ["注：1.截至12月底。↵⇥2.其余为全年。↵", "说明⇥截至12月底↵", "备注⇥⇥截至12月底↵"])
    func aNoteIsNoTargetAndContinuesNone(note: String) throws {
        let (table, codes) = try read(Self.header + Self.last + note)
        #expect(lines(table, [.serial, .leader]) == ["3|郭纲"])
        #expect(!codes.contains(.continuedRow))
    }

    /// Two figures are never one.
    @Test(arguments: [
        ("3⇥郭纲⇥养老⇥年底⇥460⇥⇥市民政局↵⇥⇥⇥⇥215⇥⇥↵", ["3/1|养老|460", "3/2|养老|215"]),
        ("3⇥郭纲⇥推进重点⇥年底⇥好⇥是⇥市住建局↵⇥⇥项目建设⇥⇥⇥⇥市水务局↵", ["3|推进重点项目建设|好"]),
    ])
    func rowsUnderOneSerial(rows: String, expected: [String]) throws {
        let (table, _) = try read(Self.header + rows)
        #expect(lines(table, [.serial, .objective, .progress]) == expected)
    }

    /// As where a program counted them, and copied none.
    @Test func blankSerialsAreNone() throws {
        let (table, codes) = try read(Self.header + "⇥郭纲⇥植树⇥11月底⇥好⇥是⇥市林业局↵⇥郭纲⇥修路⇥11月底⇥好⇥是⇥市交通局↵")
        #expect(lines(table, [.serial, .objective]) == ["1|植树", "2|修路"])
        #expect(codes == [.numberedByOrder])
    }

    @Test func unitsBelowTheLastRowAreIts() throws {
        let (table, _) = try read(Self.header + Self.last + "各县区↵县直各部门↵")
        #expect(UnitNames.split(table.string(0, .units)) == ["市林业局", "各县区", "县直各部门"])
    }
}
