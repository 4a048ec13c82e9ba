import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

@Suite struct TextMetricsTests {
    private static func lines(_ text: String, ems: Int) -> Int {
        TextMetrics.lines(text.utf8.span, available: ems * 100)
    }

    @Test(arguments: [
        ("", 5, 1),
        ("一二三四五", 5, 1),
        ("一二三四五六", 5, 2),
        ("一二三四五六七八九十一", 5, 3),
        ("一\n二\n\n四", 5, 4),
        // A sign that doesn't begin a line takes its neighbour along.
        ("一二三四五。六七八九", 5, 3),
        ("一二三四(五六", 5, 2),
        // Words stay whole, and blanks may hang over the end.
        ("ab cd ef gh", 3, 2),
        ("一二三abcdef", 5, 2),
        // A word longer than a line is broken.
        ("abcdefghijklmnopqrstuvwxyz", 5, 4),
        // Between Chinese characters and digits, a line may break.
        ("新增床位1500张", 5, 2),
    ])
    func countsLines(text: String, ems: Int, lines: Int) {
        #expect(Self.lines(text, ems: ems) == lines)
    }

    @Test(arguments: [
        ("市民政局", 400), ("a", 56), ("，", 100), (",", 56), ("“”", 200), ("ｱ", 56), ("😀", 100),
        ("é\u{301}", 64),
        ("①√×…—", 500),
    ])
    func measuresWidths(text: String, width: Int) {
        #expect(TextMetrics.width(text.utf8.span) == width)
    }

    @Test func rowsEndAtExcelsLimit() {
        #expect(ColumnWidths.height(lines: 1, size: 10.5) == 20)
        #expect(ColumnWidths.height(lines: 10, size: 10.5) == 154.5)
        #expect(ColumnWidths.height(lines: 1_000, size: 10.5) == 409)
    }

    @Test func aColumnGrowsForATextThatWouldNotFitARow() {
        let long = String(repeating: "推进项目建设,", count: 120)
        let table = TargetTable.make(
            columns: ["serial", "progress"],
            rows: [["1", "短"], ["2", long]]
        )
        let width = ColumnWidths.width(of: 1, in: table)
        #expect((52...72).contains(width))
        let room = ColumnWidths.available(width: width, size: WorkbookTheme.bodySize)
        let lines = TextMetrics.lines(long.utf8.span, available: room)
        #expect(ColumnWidths.height(lines: lines, size: WorkbookTheme.bodySize) < 409)
        // Nor is its type any smaller.
        let columns = [
            SheetColumn(content: .table(0), header: "序号", width: 8),
            SheetColumn(content: .table(1), header: "完成情况", width: width),
        ]
        let fits = ColumnWidths.rowFits(of: table, columns: columns)
        #expect(fits.map(\.size) == [WorkbookTheme.bodySize, WorkbookTheme.bodySize])
        // Short texts take no more than they need.
        let short = TargetTable.make(columns: ["progress"], rows: [["短"]])
        #expect(ColumnWidths.width(of: 0, in: short) == 14)
    }

    /// In the widest column, too, a row ends; its type gets smaller, and the text is told.
    @Test(arguments: [170, 300, 500])
    func aRowThatCanGrowNoMoreHasSmallerType(count: Int) {
        let long = String(repeating: "推进项目建设,", count: count)
        let table = TargetTable.make(
            columns: ["serial", "progress"],
            rows: [["1", "短"], ["2", long]]
        )
        let columns = [
            SheetColumn(content: .table(0), header: "序号", width: 8),
            SheetColumn(
                content: .table(1),
                header: "完成情况",
                width: ColumnWidths.width(of: 1, in: table)
            ),
        ]
        let fit = ColumnWidths.rowFits(of: table, columns: columns)[1]
        #expect(fit.size < WorkbookTheme.bodySize)
        #expect(fit.height <= 409)
        let room = ColumnWidths.available(width: columns[1].width, size: fit.size)
        let lines = TextMetrics.lines(long.utf8.span, available: room)
        #expect(Double(lines) * fit.size * TextMetrics.lineHeight <= 409)
        let isTooLong = LongTexts.isTooLong(long.utf8.span)
        #expect(isTooLong)
    }
}
