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

    /// A text is as wide as its characters together, of however many bytes these are.
    @Test(arguments: 0..<50 as Range<UInt64>) func aTextIsAsWideAsItsCharacters(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = generator.text(
            of: ["市", "民政", "a1", "，", "é", "😀", "\u{301}", "①", "龥", "\u{A000}", "\u{3000}"],
            upTo: 30
        )
        let width = text.unicodeScalars.reduce(0) { $0 + TextMetrics.measure($1.value).width }
        #expect(TextMetrics.width(text.utf8.span) == width)
    }

    @Test func rowsEndAtExcelsLimit() {
        #expect(ColumnWidths.height(lines: 1, size: 10.5) == 20)
        #expect(ColumnWidths.height(lines: 10, size: 10.5) == 154.5)
        #expect(ColumnWidths.height(lines: 1_000, size: 10.5) == 409)
    }

    /// One long text makes neither its neighbours' letters small nor its column wide.
    @Test func onlyALongTextHasSmallerType() {
        let long = String(repeating: "推进项目建设,", count: 120)
        let table = TargetTable.make(
            columns: ["serial", "objective", "progress"],
            rows: [["1", "建设", "短"], ["2", "建设", long]]
        )
        let widths = [
            8, ColumnWidths.width(of: 1, in: table), ColumnWidths.width(of: 2, in: table),
        ]
        #expect(widths == [8, 14, 51])
        let columns = widths.enumerated().map { index, width in
            SheetColumn(content: .table(index), header: "\(index)", width: width)
        }
        let fits = ColumnWidths.rowFits(of: table, columns: columns)
        #expect(fits[0].smaller.isEmpty)
        #expect(Array(fits[1].smaller.keys) == [2])
        #expect(fits[1].size(of: 2) > 8)
        // Short texts take no more than they need.
        let short = TargetTable.make(columns: ["progress"], rows: [["短"]])
        #expect(ColumnWidths.width(of: 0, in: short) == 14)
    }

    @Test func aColumnGrowsForATextThatNobodyCouldReadInIt() {
        let long = String(repeating: "推进项目建设,", count: 400)
        let table = TargetTable.make(
            columns: ["serial", "progress"],
            rows: [["1", "短"], ["2", long]]
        )
        #expect((52...72).contains(ColumnWidths.width(of: 1, in: table)))
    }

    @Test(arguments: [("投资额（万元）", 16), ("备注", 10), ("很长很长很长很长很长的栏目", 16)])
    func aShortLabelIsNotBroken(label: String, width: Double) {
        let table = TargetTable.make(columns: [label], rows: [["8"]])
        #expect(ColumnWidths.width(of: 0, in: table) == width)
    }

    /// In the widest column, too, a row ends; its type gets smaller, and the text is told.
    @Test(arguments: [170, 300, 500, 1_000, 4_680])
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
        let size = fit.size(of: 1)
        #expect(size < WorkbookTheme.bodySize)
        #expect(fit.height <= 409)
        let room = ColumnWidths.available(width: columns[1].width, size: size)
        let lines = TextMetrics.lines(long.utf8.span, available: room)
        #expect(Double(lines) * size * TextMetrics.lineHeight <= 409)
        let isTooLong = LongTexts.isTooLong(long.utf8.span, in: table.columns[1])
        #expect(isTooLong)
    }
}
