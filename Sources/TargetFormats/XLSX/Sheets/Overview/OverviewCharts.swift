internal import SpreadsheetML
internal import TargetModel

/// The chart under the leaders' counts: a bar for each leader, as long as its targets are many.
///
/// Its height grows with the leaders, so that 3 don't look lost and 40 can be read; more than 20
/// are shown in several charts, each about half a page high, or as high as the pages leave room.
struct OverviewCharts {
    let sheet: WrittenSheet
    let plan: WorkbookPlan
    /// How the leaders are shared out.
    let division: Division
    /// The widths of the columns, in characters.
    let widths: [Double]

    /// Divisions that are tried, the one that is read best first: charts of few bars are at home
    /// wherever a third of a page is left.
    static let divisions = [20, 26, 13, 11].map(Division.init)
    /// Points of the rows that lie under a chart; not those that rows have of themselves, which fonts
    /// make higher or lower.
    fileprivate static let rowHeight = 16.0

    /// How many bars charts have.
    struct Division {
        /// The most leaders in a chart.
        let mostBars: Int

        /// The most charts; beyond that the counts alone speak.
        private static let mostCharts = 10
        /// Pixels of a bar with its distance: with less, LibreOffice leaves out every other name.
        private static let barPitch = 18
        /// Pixels of what is around the bars.
        private static let around = 100
        /// The lowest chart of some leaders, in pixels: one bar is no thicker than three are.
        private static func lowest(_ leaders: Int) -> Int { min(240, 115 + leaders * 45) }

        /// The leaders (from 0) of each chart: as many in each, as far as that goes.
        func leaders(of count: Int) -> [ClosedRange<Int>] {
            let charts = (count + mostBars - 1) / mostBars
            guard charts <= Self.mostCharts else { return [] }
            return (0..<charts).map { chart in
                (count * chart / charts)...(count * (chart + 1) / charts - 1)
            }
        }

        /// The heights of the rows that lie under a chart of some leaders (from 0).
        func block(of leaders: ClosedRange<Int>) -> OverviewPages.Block {
            OverviewPages.Block(
                rows: Array(repeating: OverviewCharts.rowHeight, count: rowsUnder(leaders)),
                isWhole: true,
                gap: OverviewCharts.rowHeight
            )
        }

        /// The last one reaches below the chart's border, which the end of what is printed would cut.
        fileprivate func rowsUnder(_ leaders: ClosedRange<Int>) -> Int {
            Int(
                Double(height(of: leaders)) * ColumnWidths.pointsPerPixel
                    / OverviewCharts.rowHeight
            ) + 1
        }

        /// The height of a chart, in pixels.
        fileprivate func height(of leaders: ClosedRange<Int>) -> Int {
            max(Self.lowest(leaders.count), leaders.count * Self.barPitch + Self.around)
        }
    }

    /// Writes a chart of some leaders (from 0), whose counts stand in `rows`, from a row on (from 0)
    /// that then is the next one below.
    ///
    /// - Throws: what the library refuses.
    func write(
        of leaders: ClosedRange<Int>,
        _ rows: ClosedRange<Int>,
        to workbook: inout WorkbookWriter,
        _ row: inout Int
    ) throws(WorkbookError) {
        let shown = (rows.lowerBound + leaders.lowerBound)...(rows.lowerBound + leaders.upperBound)
        let all = division.leaders(of: rows.count)
        let number = (all.firstIndex(of: leaders) ?? 0) + 1
        let suffix = all.count == 1 ? "" : " (\(number)/\(all.count))"
        let chart = chart(of: shown, leaders, header: rows.lowerBound - 1, suffix)
        let corner = CellPosition(row: row, column: 0)
        for _ in 0...division.rowsUnder(leaders) {
            try workbook.setRow(row, height: Self.rowHeight, of: sheet)
            row += 1
        }
        try workbook.addChart(chart, at: corner, of: sheet)
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
        // Up to the table's last line.
        let width = widths.reduce(0) { $0 + Int(ColumnWidths.pixels(width: $1)) }
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
            height: division.height(of: leaders)
        )
    }
}
