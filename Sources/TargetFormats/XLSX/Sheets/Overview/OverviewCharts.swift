internal import SpreadsheetML
internal import TargetModel

/// The chart under the leaders' counts: a bar for each leader, as long as its targets are many.
///
/// Its height grows with the leaders, so that 3 don't look lost and 40 can be read; more than 20
/// are shown in several charts, each about half a page high.
struct OverviewCharts {
    let sheet: WrittenSheet
    let plan: WorkbookPlan

    /// The most leaders in a chart.
    private static let mostBars = 20
    /// The most charts; beyond that the counts alone speak.
    private static let mostCharts = 10
    /// Pixels of a bar with its distance, and of what is around the bars.
    private static let barPitch = 18
    private static let around = 100
    /// Points of the rows that lie under a chart.
    private static let rowHeight = 15.0

    /// Writes the charts of the leaders' rows, below them.
    ///
    /// - Throws: what the library refuses.
    func write(
        to workbook: inout WorkbookWriter,
        _ place: OverviewSheet.CountedRows,
        _ page: inout OverviewPage
    ) throws(WorkbookError) {
        guard let rows = place.rows else { return }
        let count = (rows.count + Self.mostBars - 1) / Self.mostBars
        guard count <= Self.mostCharts else { return }
        for number in 0..<count {
            let first = rows.lowerBound + rows.count * number / count
            let last = rows.lowerBound + rows.count * (number + 1) / count - 1
            let suffix = count == 1 ? "" : " (\(number + 1)/\(count))"
            let leaders = (first - rows.lowerBound)...(last - rows.lowerBound)
            let chart = chart(of: first...last, leaders, header: rows.lowerBound - 1, suffix)
            let under = Int((Double(chart.height) * 0.75 / Self.rowHeight).rounded(.up)) + 1
            // The last of the rows is only a gap.
            page.keepTogether(Double(under - 1) * Self.rowHeight)
            let corner = CellPosition(row: page.row, column: 0)
            for _ in 0..<under {
                try workbook.setRow(page.row, height: Self.rowHeight, of: sheet)
                page.fill(Self.rowHeight)
            }
            try workbook.addChart(chart, at: corner, of: sheet)
        }
    }

    private func chart(
        of rows: ClosedRange<Int>,
        _ leaders: ClosedRange<Int>,
        header: Int,
        _ suffix: String
    ) -> BarChart {
        let counts = plan.leaders[leaders].map(\.summary.counts)
        let all = [(column: OverviewSheet.ColumnPlace.total, numbers: counts.map(\.total))]
        let hasStatus = plan.table.column(of: .onSchedule) != nil
        let numbers: [(column: Int, numbers: [Int])] =
            !hasStatus
            ? all
            : [
                (OverviewSheet.ColumnPlace.yes, counts.map(\.onSchedule)),
                (OverviewSheet.ColumnPlace.no, counts.map(\.behind)),
                (OverviewSheet.ColumnPlace.unstated, counts.map(\.unstated)),
            ]
        // 7 pixels a character and 5 for the edges of each column: up to the table's last line.
        let width = OverviewSheet.widths.reduce(0) { $0 + Int($1) * 7 + 5 }
        return BarChart(
            title: plan.words.chartTitle + suffix,
            rows: rows,
            namesColumn: OverviewSheet.ColumnPlace.name,
            series: zip(numbers, WorkbookTheme.bars).map { series, color in
                BarChart.Series(
                    name: CellPosition(row: header, column: series.column),
                    column: series.column,
                    numbers: series.numbers.map(Double.init),
                    color: color.bar,
                    labelColor: color.figure
                )
            },
            font: WorkbookTheme.fangSong,
            width: width,
            height: max(240, rows.count * Self.barPitch + Self.around)
        )
    }
}
