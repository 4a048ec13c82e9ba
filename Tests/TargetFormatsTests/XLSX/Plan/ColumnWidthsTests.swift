import SpreadsheetML
import Testing

@testable import TargetFormats

/// How texts of any length are shown whole.
@Suite struct ColumnWidthsTests {
    /// Columns fit a screen of 1,366 pixels in LibreOffice, too, where the standard font is not there.
    @Test(arguments: [[7.0, 10, 33, 10, 51, 14, 20], [20], [60, 60, 60], [5, 9, 10, 12, 9]])
    func columnsFitASmallScreen(widths: [Double]) {
        let zoom = Double(WorkbookPlan.zoom(ofColumns: widths)) / 100
        let pixels = widths.reduce(0) { $0 + $1 * 9.33 + 6 }
        #expect(pixels * zoom < 1366 - 100 || zoom == 0.5)
        #expect(zoom == 1 || pixels * (zoom + 0.02) > 1366 - 130)
    }

    /// The points that a list of so many serials needs at least: its characters side by side, in lines
    /// that nothing breaks early, each as high as its type.
    private func leastHeight(of serials: Int, size: Double, width: Double) -> Double {
        // Three digits of half an em, a separator of one, and a blank of half.
        let ems = Double(serials) * 3 - 1.5
        let points = width * 7 * 72 / 96
        return (ems * size / points).rounded(.up) * size
    }

    /// The summary's lists, as far as they go, stand in rows that no program cuts, in type that is read.
    @Test(arguments: [27.0, 40.0])
    func noListIsHigherThanItsRow(width: Double) {
        for count in stride(from: 1, through: WorkbookPlan.mostSerials, by: 7) {
            let list = (0..<count).map { String(100 + $0) }.joined(separator: "、 ")
            let fit = ColumnWidths.fit(list, WorkbookTheme.list, width: width, comfortable: 8)
            #expect(fit.height <= SheetLimits.rowHeight)
            #expect(fit.height >= leastHeight(of: count, size: fit.size, width: width), "\(count)")
            #expect(fit.size >= 6, "\(count) serials in \(width) characters")
            // What leaves the page to the figures keeps its size.
            if count <= 20 { #expect(fit.size == WorkbookTheme.list.size) }
        }
    }

    /// A sentence of one line has room for more: its row doesn't grow with merged cells.
    @Test func aSpareLineIsAdded() {
        func height(_ spare: Int) -> Double {
            ColumnWidths.fit(
                "共60项，按计划完成60项，占100.00%。",
                WorkbookTheme.sentence,
                width: 94,
                comfortable: 10.5,
                spare: spare
            ).height
        }
        #expect(height(1) - height(0) >= WorkbookTheme.sentence.size)
    }

    /// The longest text that a cell takes is there, however small.
    @Test func theLongestTextFitsARow() {
        let text = String(repeating: "字", count: 32_767)
        let fit = ColumnWidths.fit(text, WorkbookTheme.text, width: 51, comfortable: 8)
        #expect(fit.height <= SheetLimits.rowHeight)
        #expect(fit.size < 6)
        let lines = (32_767.0 * fit.size / (51 * 7 * 0.75)).rounded(.up)
        #expect(lines * fit.size <= fit.height)
    }
}
