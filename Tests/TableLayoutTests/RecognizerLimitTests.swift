import DelimitedText
import SourceText
import TableLayout
import TargetModel
import TestSupport
import Testing

/// Files that claim more than they hold: they are read in step with their bytes, or refused.
@Suite struct RecognizerLimitTests {
    private static let header = "序号\t市政府领导\t责任目标\t责任单位\n"

    private func recognize(
        _ text: String,
        room: TableRoom = TableRoom()
    ) throws -> (recognition: Recognition, findings: DiagnosticBag) {
        let source = SourceText(name: "table.tsv", text)
        let grid = Grid(tabSeparated: source.bytes)
        var findings = DiagnosticBag()
        let recognition = try Recognizer().recognize(
            GridSource(source: source, grid: grid, room: room),
            reporting: &findings
        )
        return (recognition, findings)
    }

    @Test func textsThatGoOnAreJoinedOnce() throws {
        let count = 2_000
        let piece = String(repeating: "乙", count: 40)
        let rows = (1...count).map { "\t\t\(piece)\t市局\($0)\n" }.joined()
        let text = Self.header + "1\t张三\t甲\t市局\n" + rows + "2\t李四\t丙\t市局\n"
        let (recognition, findings) = try recognize(text)
        #expect(!findings.hasErrors)
        #expect(recognition.origins.count == 2)
        #expect(recognition.text.added.count <= text.utf8.count * 2)
        let width = recognition.columns.count
        let objective = recognition.text.string(recognition.table[2])
        #expect(objective == "甲" + String(repeating: piece, count: count))
        let units = recognition.text.string(recognition.table[3])
        #expect(units.split(separator: " ").count == count + 1)
        #expect(recognition.text.string(recognition.table[width + 2]) == "丙")
        let layout = LayoutBuilder(recognition).layout()
        let table = recognition.table(in: Document())
        var buffer = OutputBuffer()
        try LayoutWriter(layout, of: table).write(to: &buffer)
        #expect(buffer.bytes == Array(text.utf8))
    }

    /// So long that few rows reach what is looked at of the text above.
    private static let long = String(repeating: "乙", count: 80)

    /// Rows of which each is read beside what stands above it.
    private static let awkwardRows: [(name: String, row: @Sendable (Int) -> String)] = [
        ("goes on", { "\t\t\(long)\t市\(long)\($0)局\n" }),
        ("goes on in a unit", { "\t\t\t市\(long)\($0)（\n" }),
        ("one serial", { "7\t张三\t目标\($0)\t市局\n" }),
        ("no serial", { "\t张三\t目标\($0)。\t市局\n" }),
        ("a list", { "\t\t（\($0)）\(long)\t市\(long)\($0)局\n" }),
        ("a heading", { "\($0)、某方面工作\n1\t张三\t目标\t市局\n" }),
        ("who answers", { "责任领导：张\($0)\n\($0)\t\t目标\t市局\n" }),
        ("a sum", { "\($0)\t张三\t目标\t市局\n合计\t\t\t\n" }),
        ("a note", { "备注：\($0)\n" }),
        ("a page", { header + "\($0)\t张三\t目标\t市局\n" }),
    ]

    @Test(
        "eight times as many rows take about eight times as long",
        arguments: awkwardRows.map(\.name)
    )
    func awkwardRowsAreReadInStep(name: String) throws {
        let row = try #require(Self.awkwardRows.first { $0.name == name }).row
        let growth = try ProcessorTime.growth(from: 100, to: 800) { count in
            let rows = (1...count).map(row).joined()
            _ = try recognize(Self.header + "1\t张三\t甲\t市局\n" + rows)
        }
        // Quadratic, it would be 64 times.
        #expect(growth < 24)
    }

    /// The row that text is lacking in is the one to look at.
    @Test(
        arguments: [
            "1\t张\t甲\t\n\t\t\t市局\n", "1\t张\t\"甲,\"\"乙\"\"\"\t市局\n",
            "1\t张\t甲\t\n\t\t丙\t\n\t\t丁\t\n2\t张\t甲\t\n",
        ]
    )
    func textWithoutRoomIsAnError(rows: String) throws {
        let (_, findings) = try recognize(Self.header + rows, room: TableRoom(bytes: 3))
        #expect(findings.all.filter { $0.severity == .error }.map(\.code) == [.textTooLarge])
        #expect(try !recognize(Self.header + rows, room: TableRoom(bytes: 60)).findings.hasErrors)
    }

    @Test func shortRowsUnderManyColumnsAreRefused() throws {
        let labels = (1...98).map { "\t栏\($0)" }.joined()
        let rows = (1...50).map { "\($0)\t甲\n" }.joined()
        let (recognition, findings) = try recognize(
            "序号\t责任目标" + labels + "\n" + rows,
            room: TableRoom(cells: 1_050)
        )
        #expect(recognition.origins.count == 10)
        #expect(findings.all.map(\.code) == [.tableTooLarge])
        #expect(findings.all[0].line == 12)
    }

    @Test func blocksWithoutEndAreRefused() throws {
        let labels = Array(repeating: "序号\t责任目标", count: 257).joined(separator: "\t")
        var findings = DiagnosticBag()
        let source = SourceText(name: "table.tsv", labels + "\n1\t甲\n")
        let cells = GridSource(source: source, grid: Grid(tabSeparated: source.bytes))
        let failure = #expect(throws: RecognitionFailure.self) {
            try Recognizer().recognize(cells, reporting: &findings)
        }
        #expect(findings.all.isEmpty)
        #expect(failure?.findings.all.map(\.code) == [.tooManyBlocks])
    }
}
