import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Columns each of which is a status, of which rows tick one.
@Suite struct TickedColumnTests {
    private func read(_ text: String) throws -> (table: TargetTable, findings: DiagnosticBag) {
        let read = try readTSV(text.unsigned())
        #expect(String(decoding: try writeTSV(read.table), as: UTF8.self) == text.unsigned())
        return read
    }

    /// The status is the name of the column that is ticked; a note tells it once.
    @Test(arguments: [
        ("√", ""), ("✔", "×"), ("●", "○"), ("1", "0"), ("是", "否"), ("☑", "☐"), ("○", ""),
        ("V", "/"),
    ])
    func theOneThatIsTickedIsTheStatus(tick: String, other: String) throws {
        let rows = [[tick, other, other], [other, tick, other], [other, other, tick]]
        let cells = rows.enumerated().map { "\($0 + 1)⇥修路⇥市局⇥\($1.joined(separator: "⇥"))↵" }
        let text = "序号⇥工作任务⇥责任单位⇥已完成⇥推进中⇥未完成↵" + cells.joined()
        let (table, findings) = try read(text)
        #expect(lines(table, [.serial, .onSchedule]) == ["1|已完成", "2|推进中", "3|未完成"])
        #expect(findings.all.map(\.code) == [.columnByEvidence])
        let counts = Summary(of: table).counts
        #expect([counts.onSchedule, counts.behind, counts.unstated] == [1, 1, 1])
    }

    /// Under a label of the status or of the report, with remarks, or beside a report of its own.
    @Test(arguments: [
        ("序号⇥工作任务⇥是否完成⇥⇥责任单位↵⇥⇥是⇥否⇥↵", "1⇥修路⇥√⇥⇥市局↵2⇥建桥⇥⇥√⇥市局↵", ["1||是", "2||否"]),
        ("序号⇥工作任务⇥完成情况⇥⇥责任单位↵⇥⇥已完成⇥未完成⇥↵", "1⇥修路⇥√⇥⇥市局↵2⇥建桥⇥⇥√⇥市局↵", ["1||已完成", "2||未完成"]),
        (
            "序号⇥工作任务⇥进展情况⇥已完成（打√）⇥未完成（打√）↵", "1⇥修路⇥通车⇥√⇥↵2⇥建桥⇥开工⇥⇥√↵",
            ["1|通车|已完成", "2|开工|未完成"]
        ),
        ("序号⇥工作任务⇥进展情况⇥绿灯⇥黄灯⇥红灯↵", "1⇥修路⇥通车⇥⇥●⇥↵2⇥建桥⇥开工⇥⇥⇥↵", ["1|通车|黄灯", "2|开工|"]),
    ])
    func underAnyHeader(header: String, rows: String, expected: [String]) throws {
        let (table, findings) = try read(header + rows)
        #expect(lines(table, [.serial, .progress, .onSchedule]) == expected)
        #expect(!findings.hasErrors)
    }

    /// What says more than a mark is no tick, and one column alone is the status by its values.
    @Test(arguments: [
        "序号⇥工作任务⇥已完成⇥推进情况↵1⇥修路⇥18处⇥在建↵2⇥建桥⇥20处⇥在建↵",
        "序号⇥工作任务⇥进展情况⇥已完成⇥未完成⇥是否完成↵1⇥修路⇥在建⇥√⇥⇥是↵2⇥建桥⇥在建⇥⇥√⇥否↵",
        "序号⇥工作任务⇥进展情况⇥优秀⇥良好↵1⇥修路⇥在建⇥√⇥↵2⇥建桥⇥在建⇥⇥√↵",
        "序号⇥工作任务⇥进展情况⇥已完成⇥未完成↵1⇥修路⇥在建⇥3处⇥2处↵2⇥建桥⇥在建⇥5处⇥↵",
    ])
    func otherColumnsAreNoTicks(text: String) throws {
        let (table, findings) = try read(text)
        #expect(table.layout?.latestColumns.isEmpty == true)
        #expect(!findings.all.contains { $0.code == .tickedTwice })
    }

    /// Two ticks in a row leave its status open, and the second one is told.
    @Test func twoTicksAreNoStatus() throws {
        let (table, findings) = try read(
            "序号⇥工作任务⇥已完成⇥未完成⇥责任单位↵1⇥修路⇥√⇥√⇥市局↵2⇥建桥⇥√⇥⇥市局↵合计⇥⇥2⇥1⇥↵"
        )
        #expect(lines(table, [.serial, .onSchedule]) == ["1|", "2|已完成"])
        let told = findings.all.filter { $0.code == .tickedTwice }
        #expect(told.map(\.place.line) == [2])
        #expect(told.map(\.place.column) == [8])
    }

    /// Whoever says what such a column is has the word.
    @Test func whatIsSaidCounts() throws {
        var options = ReadingOptions.keepingLayout
        options.columns = ["已完成": .progress]
        let (table, _) = try readTSV(
            "序号⇥工作任务⇥已完成⇥未完成⇥责任单位↵1⇥修路⇥√⇥⇥市局↵2⇥建桥⇥⇥√⇥市局↵".unsigned(),
            options: options
        )
        #expect(lines(table, [.progress]) == ["√", ""])
    }
}
