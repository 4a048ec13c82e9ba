internal import CLibxlsxwriter

/// A chart with a stacked bar from left to right for each row of a range, the first one on top.
package struct BarChart: Sendable {
    /// One colour of the bars.
    package struct Series: Sendable {
        /// The cell with its name.
        package var name: CellPosition
        /// The column (from 0) with its numbers.
        package var column: Int
        /// What the numbers are when the workbook is written, one a row.
        package var numbers: [Double]
        /// The colour as 0xRRGGBB.
        package var color: UInt32
        /// The colour of the numbers on the bars, as 0xRRGGBB.
        package var labelColor: UInt32

        /// Makes a series.
        package init(
            name: CellPosition,
            column: Int,
            numbers: [Double],
            color: UInt32,
            labelColor: UInt32
        ) {
            self.name = name
            self.column = column
            self.numbers = numbers
            self.color = color
            self.labelColor = labelColor
        }
    }

    /// What stands above it.
    package var title: String
    /// The rows (from 0) that it shows.
    package var rows: ClosedRange<Int>
    /// The column (from 0) with the bars' names.
    package var namesColumn: Int
    /// The colours, from left to right.
    package var series: [Series]
    /// The font of its texts.
    package var font: String
    /// Width in pixels.
    package var width: Int
    /// Height in pixels.
    package var height: Int

    /// Makes a chart.
    package init(
        title: String,
        rows: ClosedRange<Int>,
        namesColumn: Int,
        series: [Series],
        font: String,
        width: Int,
        height: Int
    ) {
        self.title = title
        self.rows = rows
        self.namesColumn = namesColumn
        self.series = series
        self.font = font
        self.width = width
        self.height = height
    }
}

extension WorkbookWriter {
    /// Puts a chart over cells of a sheet whose numbers it shows; its corner is at `position`.
    ///
    /// - Throws: `refused`.
    package mutating func addChart(
        _ chart: BarChart,
        at position: CellPosition,
        of sheet: WrittenSheet
    ) throws(WorkbookError) {
        guard
            let made = unsafe libxlsxwriter.workbook_add_chart(
                library,
                UInt8(LXW_CHART_BAR_STACKED.rawValue)
            )
        else { throw WorkbookError(.refused(library: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)) }
        for series in chart.series {
            try unsafe add(series, of: chart, to: ChartPointer(made), sheet)
        }
        try unsafe setTexts(of: chart, ChartPointer(made))
        unsafe libxlsxwriter.chart_set_series_gap(made, 45)
        unsafe libxlsxwriter.chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_TOP.rawValue))
        // In bar charts, the library's axes are exchanged: y has the names. Bars are drawn from
        // below; the first row belongs on top.
        unsafe libxlsxwriter.chart_axis_set_reverse(made.pointee.y_axis)
        unsafe libxlsxwriter.chart_axis_set_interval_unit(made.pointee.y_axis, 1)
        unsafe libxlsxwriter.chart_axis_set_major_tick_mark(
            made.pointee.y_axis,
            UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue)
        )
        // The bars carry their numbers.
        unsafe libxlsxwriter.chart_axis_major_gridlines_set_visible(made.pointee.x_axis, 0)
        unsafe libxlsxwriter.chart_axis_off(made.pointee.x_axis)
        var options = unsafe lxw_chart_options()
        // The library's charts are 480 × 288 pixels.
        // Its frame keeps off the line between two pages.
        unsafe options.y_offset = 6
        unsafe options.x_scale = Double(chart.width) / 480
        unsafe options.y_scale = Double(chart.height) / 288
        unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
        try requireSuccess(
            unsafe libxlsxwriter.worksheet_insert_chart_opt(
                sheets[sheet.index].pointer,
                lxw_row_t(position.row),
                lxw_col_t(position.column),
                made,
                &options
            )
        )
    }

    private mutating func add(
        _ series: BarChart.Series,
        of chart: BarChart,
        to target: ChartPointer,
        _ sheet: WrittenSheet
    ) throws(WorkbookError) {
        guard let made = unsafe libxlsxwriter.chart_add_series(target.pointer, nil, nil) else {
            throw WorkbookError(.refused(library: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue))
        }
        let (first, last) = (lxw_row_t(chart.rows.lowerBound), lxw_row_t(chart.rows.upperBound))
        let names = lxw_col_t(chart.namesColumn)
        let column = lxw_col_t(series.column)
        try text.set(sheet.name)
        unsafe text.withCString { name in
            unsafe libxlsxwriter.chart_series_set_categories(made, name, first, names, last, names)
            unsafe libxlsxwriter.chart_series_set_values(made, name, first, column, last, column)
            unsafe libxlsxwriter.chart_series_set_name_range(
                made,
                name,
                lxw_row_t(series.name.row),
                lxw_col_t(series.name.column)
            )
        }
        unsafe keep(series.numbers, in: made.pointee.values)
        var fill = lxw_chart_fill()
        fill.color = Self.color(series.color)
        unsafe libxlsxwriter.chart_series_set_fill(made, &fill)
        unsafe libxlsxwriter.chart_series_set_labels(made)
        // A zero has no bar, so it needs no number.
        unsafe libxlsxwriter.chart_series_set_labels_num_format(made, "0;;")
        var font = unsafe lxw_chart_font()
        unsafe font.size = 9
        unsafe font.color = Self.color(series.labelColor)
        unsafe libxlsxwriter.chart_series_set_labels_font(made, &font)
    }

    /// Stores the numbers in the chart itself: the library takes them from cells, but not from
    /// cells with formulas.
    private func keep(
        _ numbers: [Double],
        in range: UnsafeMutablePointer<lxw_series_range>?
    ) {
        guard let range = unsafe range, !numbers.isEmpty else { return }
        var none = [UInt8](repeating: 0, count: numbers.count)
        _ = unsafe none.withUnsafeMutableBufferPointer {
            unsafe libxlsxwriter.lxw_chart_add_data_cache(
                range,
                $0.baseAddress,
                UInt16(numbers.count),
                1,
                0
            )
        }
        var point = unsafe range.pointee.data_cache.pointee.stqh_first
        for number in numbers {
            guard let present = unsafe point else { return }
            unsafe present.pointee.number = number
            unsafe point = present.pointee.list_pointers.stqe_next
        }
    }

    private mutating func setTexts(
        of chart: BarChart,
        _ target: ChartPointer
    ) throws(WorkbookError) {
        var fontName = EscapedText()
        try fontName.set(chart.font)
        try text.set(chart.title)
        unsafe text.withCString { title in
            unsafe libxlsxwriter.chart_title_set_name(target.pointer, title)
        }
        unsafe fontName.withCString { name in
            var font = unsafe lxw_chart_font()
            unsafe font.name = UnsafeMutablePointer(mutating: name)
            unsafe font.size = 9
            unsafe libxlsxwriter.chart_axis_set_num_font(target.pointer.pointee.y_axis, &font)
            unsafe libxlsxwriter.chart_legend_set_font(target.pointer, &font)
            unsafe font.size = 12
            unsafe font.bold = 1
            unsafe libxlsxwriter.chart_title_set_name_font(target.pointer, &font)
        }
    }
}

/// A chart of the library, owned by its workbook.
@safe private struct ChartPointer {
    let pointer: UnsafeMutablePointer<lxw_chart>

    init(_ pointer: UnsafeMutablePointer<lxw_chart>) { unsafe self.pointer = pointer }
}
