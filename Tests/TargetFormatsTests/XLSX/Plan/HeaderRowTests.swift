import SpreadsheetML
import TargetModel
import Testing

@testable import TargetFormats

/// Room for the buttons of filters.
@Suite struct HeaderRowTests {
    private func height(_ label: String, width: Double, hasFilter: Bool = true) -> Double {
        let column = SheetColumn(content: .table(0), field: .leader, header: label, width: width)
        return HeaderRow.height(of: [column], hasFilter: hasFilter)
    }

    /// 14 pixels a character, 7 a character of the width: 市政府领导 nearly fills its column.
    @Test func aLabelThatReachesTheBorderStandsAboveTheButton() {
        let size = WorkbookTheme.header.size
        let filled = height("市政府领导", width: 12)
        // The button is 13.5 points high, the text stands in the middle.
        #expect((filled - size) / 2 >= 13.5)
        #expect(height("市政府领导", width: 12, hasFilter: false) < filled)
        #expect(height("市政府领导", width: 24) == height("序号", width: 24))
    }

    /// A label that just fits its column takes one line; what programs may break is two.
    @Test func aLabelThatJustFitsIsOneLine() {
        let one = height("市政府领导", width: 20, hasFilter: false)
        #expect(height("市政府领导", width: 11, hasFilter: false) == one)
        #expect(height("市政府领导", width: 10, hasFilter: false) > one)
    }

    @Test func linesOfALabelAreCounted() {
        let one = height("完成", width: 14)
        #expect(height("是否按计划完成进度情况说明是否按计划", width: 14) > one)
    }
}
