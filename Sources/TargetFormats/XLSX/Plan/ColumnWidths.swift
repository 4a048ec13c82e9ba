internal import SourceText
internal import SpreadsheetML
package import TargetModel

/// Finds widths of columns and heights of rows that show every text whole.
///
/// Excel, WPS and LibreOffice each break lines and set heights in their own way, and only when a
/// row is edited; so both are worked out here.
struct ColumnWidths {
    /// Widths are in characters of the workbook's standard font: 7 pixels each, 5 pixels for the
    /// cell's edges.
    private static let pixelsPerCharacter = 7.0
    /// How much wider columns are on screen, at most, where DejaVu Sans, with the widest figures, stands in
    /// for the standard font: 0.636 em of 10.5 points are 8.9 pixels, and a program may round them up.
    static let widestStandIn = 4.0 / 3
    /// Pixels between a text and its borders, with the indent of long texts.
    private static let borders = 12.0
    /// Pixels of a cell's edges.
    private static let edges = 5.0
    /// Pixels of a point.
    private static let pixelsPerPoint = 96.0 / 72.0
    /// Points of a pixel.
    static let pointsPerPixel = 72.0 / 96.0
    /// What a row needs besides its lines, in points.
    private static let padding = 5.0
    /// The widest column: wider ones make the whole page small; a long text is rather set in
    /// smaller type.
    private static let widest = 72.0
    /// The smallest type, in points, and the step down to it.
    ///
    /// In that even the longest text that a cell takes (32,767 characters) is there whole, though a
    /// magnifier is needed: nothing is cut.
    private static let smallest = 1.5
    private static let step = 0.5
    /// Type that is read with ease: a column is widened only for texts that don't fit in that.
    private static let small = 6.0
    /// The smallest type, in points, of lists that may be cut instead.
    private static let leastOfLists = 5.0
    /// What one row takes of a page, in points, before type gets smaller for a text that nobody keeps
    /// short, and the most that it takes before type is set that is not read with ease.
    private static let (littleOfPage, muchOfPage) = (110.0, 240.0)
    /// The most that a byte takes, in hundredths of an em: no character is wider than an em, and three
    /// bytes of UTF-8 make at most one of those or three of ASCII, which are up to 0.7 em wide.
    fileprivate static let widestByte = TextMetrics.narrow + 14

    /// Room for text in a column, in hundredths of an em of a font.
    static func available(width: Double, size: Double) -> Int {
        let pixels = width * pixelsPerCharacter - borders
        return Int(pixels / (size * pixelsPerPoint) * 100)
    }

    /// Room in a column for a text in the middle, without an indent.
    ///
    /// Programs leave it two pixels on each side, of which one is among the cell's edges.
    static func availableInMiddle(width: Double, size: Double) -> Int {
        let pixels = width * pixelsPerCharacter - 3
        return Int(pixels / (size * pixelsPerPoint) * 100)
    }

    /// Pixels of a column of so many characters.
    static func pixels(width: Double) -> Double { width * pixelsPerCharacter + edges }

    /// Pixels of a text on one line, from hundredths of an em.
    static func pixels(_ hundredths: Int, _ size: Double) -> Double {
        Double(hundredths) / 100 * size * pixelsPerPoint
    }

    /// The height, in points, of a row with so many lines; Excel's rows end at 409 points.
    static func height(lines: Int, size: Double) -> Double {
        min(wantedHeight(lines: lines, size: size), SheetLimits.rowHeight)
    }

    /// The height, in points, of a row whose text wraps in so many characters.
    static func height(of text: String, _ format: CellFormat, width: Double) -> Double {
        let room = available(width: width, size: format.size)
        let lines = TextMetrics.lines(text.utf8.span, available: room)
        return max(18, height(lines: lines, size: format.size))
    }

    /// Whether a text stands on one line in so many characters.
    static func fitsLine(_ text: String, _ format: CellFormat, width: Double) -> Bool {
        TextMetrics.width(text.utf8.span) <= available(width: width, size: format.size)
    }

    /// Whether a row of so many points and characters holds a text that wraps.
    static func holds(
        _ text: String,
        _ format: CellFormat,
        width: Double,
        height: Double
    ) -> Bool {
        let room = available(width: width, size: format.size)
        return TextMetrics.lines(text.utf8.span, available: room)
            <= lines(inHeight: height, size: format.size)
    }

    /// How many lines a row of so many points holds, at least one.
    static func lines(inHeight height: Double, size: Double) -> Int {
        max(1, Int((height - padding) / (size * TextMetrics.lineHeight)))
    }

    /// The height that so many lines need, which may be more than a row has.
    private static func wantedHeight(lines: Int, size: Double) -> Double {
        let height = Double(lines) * size * TextMetrics.lineHeight + padding
        // Halves of a point are what all programs keep.
        return (height * 2).rounded(.up) / 2
    }

    /// The width, in characters, that shows a text on one line.
    static func width(ofText hundredths: Int, size: Double) -> Double {
        ((pixels(hundredths, size) + borders) / pixelsPerCharacter).rounded(.up)
    }

    /// How a text is shown whole that nobody keeps short: the serials of what is behind.
    struct TextFit: Equatable {
        /// The size of type, in points.
        var size: Double
        /// The height of its row, in points.
        var height: Double
    }

    /// Returns how a text is shown in a column of so many characters, with room for `spare` lines more.
    ///
    /// Type gets smaller before the text takes much of a page from what stands beside it, first to
    /// `comfortable` points and then as far as it is read with ease; and as far as it must before its
    /// row would cut it. One that `mayBeCut`, as what stands there may say where the rest is, has
    /// `comfortable` type and little room instead.
    static func fit(
        _ text: String,
        _ format: CellFormat,
        width: Double,
        comfortable: Double,
        spare: Int = 0,
        mayBeCut: Bool = false
    ) -> TextFit {
        var size = format.size
        while true {
            let room = available(width: width, size: size)
            let lines = TextMetrics.lines(text.utf8.span, available: room) + spare
            let height = wantedHeight(lines: lines, size: size)
            let most =
                size > comfortable
                ? littleOfPage : size > small || mayBeCut ? muchOfPage : SheetLimits.rowHeight
            if mayBeCut, height > most, size <= leastOfLists {
                return TextFit(size: comfortable, height: littleOfPage)
            }
            guard height > most, size > smallest else {
                return TextFit(size: size, height: min(height, SheetLimits.rowHeight))
            }
            size -= step
        }
    }

    /// Returns the width of a column of the table for its texts.
    ///
    /// It is the official form's, less where the texts need less, and more where one of them
    /// would not fit the highest row.
    /// - Complexity: O(n) in the column's text.
    static func width(of column: Int, in table: TargetTable) -> Double {
        let form = Form(table.columns[column])
        let size = WorkbookTheme.bodySize
        let enough = available(width: form.usual, size: size)
        var longest = 0
        for target in 0..<table.count where longest <= enough {
            let range = table.range(target, column)
            let width = table.text.withSpan(of: range) { TextMetrics.width($0, limit: enough) }
            longest = max(longest, width)
        }
        guard longest > enough else {
            return min(form.usual, max(form.least, width(ofText: longest, size: size)))
        }
        var width = form.usual
        let most = lines(inHeight: SheetLimits.rowHeight, size: small)
        // Few bytes make few lines, unless they are line breaks, which no width takes away.
        let room = available(width: width, size: small) - TextMetrics.wide
        let bytes = (0..<table.count).reduce(0) { max($0, table.range($1, column).count) }
        guard bytes * widestByte > room * (most / 2) else { return width }
        let lines = mostLines(of: column, in: table, width: width)
        if lines > most {
            width = (width * Double(lines) / Double(most) * 1.08).rounded(.up)
        }
        return min(width, max(form.usual, widest))
    }

    private static func mostLines(of column: Int, in table: TargetTable, width: Double) -> Int {
        let room = available(width: width, size: small)
        return (0..<table.count).reduce(1) { most, target in
            max(most, lines(of: table.range(target, column), in: table.text, room))
        }
    }

    /// Lines of a cell: few bytes need no counting.
    static func lines(of range: TextRange, in text: TextStore, _ room: Int) -> Int {
        guard range.count * widestByte > room else {
            return text.withSpan(of: range) { text in
                text.firstIndex(of: 0x0A, from: 0) == nil
                    ? 1 : TextMetrics.lines(text, available: room)
            }
        }
        return text.withSpan(of: range) { TextMetrics.lines($0, available: room) }
    }

    /// Returns how each target's row shows its texts in the columns of a sheet.
    ///
    /// - Complexity: O(n) in the texts.
    static func rowFits(of table: TargetTable, columns: [SheetColumn]) -> RowFits {
        let texts: [(column: Int, width: Double)] = columns.compactMap { column in
            guard case .table(let index) = column.content else { return nil }
            return (index, column.width)
        }
        let rooms = texts.map { available(width: $0.width, size: WorkbookTheme.bodySize) }
        // Shared by the cores: it was a tenth of writing a workbook.
        let shares = Cores.ranges(of: 8192, in: table.count)
        let made = Cores.map(shares.count) { share in
            var fits = RowFits(room: shares[share].count)
            for target in shares[share] { fits.append(fit(of: target, in: table, texts, rooms)) }
            return fits
        }
        var fits = RowFits(room: table.count)
        for share in made { fits.append(share) }
        return fits
    }

    private static func fit(
        of target: Int,
        in table: TargetTable,
        _ texts: [(column: Int, width: Double)],
        _ rooms: [Int]
    ) -> RowFits.RowFit {
        var fit = RowFits.RowFit(height: 24)
        for index in texts.indices {
            let (text, room) = (texts[index], rooms[index])
            let range = table.range(target, text.column)
            var size = WorkbookTheme.bodySize
            var lines = lines(of: range, in: table.text, room)
            while wantedHeight(lines: lines, size: size) > SheetLimits.rowHeight, size > smallest {
                size -= step
                let room = available(width: text.width, size: size)
                lines = self.lines(of: range, in: table.text, room)
                fit.smaller[text.column] = size
            }
            fit.height = max(fit.height, height(lines: lines, size: size))
        }
        return fit
    }
}

/// Which texts a workbook can't show whole in type of the usual size.
package enum LongTexts {
    /// Bytes of a text without line breaks that always fits the highest row of a column.
    package static func harmless(in column: Column) -> Int {
        let room = ColumnWidths.usualRoom(of: column) - TextMetrics.wide
        return room * ColumnWidths.linesOfHighestRow / ColumnWidths.widestByte
    }

    /// Whether a text (UTF-8) of a column needs more than the highest row.
    ///
    /// - Complexity: O(n) in the text.
    package static func isTooLong(_ text: Span<UInt8>, in column: Column) -> Bool {
        TextMetrics.lines(text, available: ColumnWidths.usualRoom(of: column))
            > ColumnWidths.linesOfHighestRow
    }
}

extension ColumnWidths {
    /// Lines of the highest row in type of the usual size.
    fileprivate static var linesOfHighestRow: Int {
        lines(inHeight: SheetLimits.rowHeight, size: WorkbookTheme.bodySize)
    }

    /// Room in a column of the usual width, in hundredths of an em.
    fileprivate static func usualRoom(of column: Column) -> Int {
        available(width: Form(column).usual, size: WorkbookTheme.bodySize)
    }

    /// The width that the official form gives a column, and the least that its header needs.
    private struct Form {
        var usual: Double
        var least: Double

        init(_ column: Column) {
            (usual, least) =
                switch column.field {
                case .serial: (12, 7)
                case .leader: (16, 10)
                case .objective: (33, 14)
                case .deadline: (16, 9)
                case .progress: (51, 14)
                // 是否按计划完成 / 进度: narrower ones leave the last character alone.
                case .onSchedule: (14, 14)
                case .units: (20, 12)
                case nil: (24, max(10, min(16, Self.width(ofLabel: column.label))))
                }
        }

        /// The width, in characters, that shows a label on one line: 投资额（万元） isn't broken.
        private static func width(ofLabel label: String) -> Double {
            ColumnWidths.width(
                ofText: TextMetrics.width(label.utf8.span),
                size: WorkbookTheme.header.size
            )
        }
    }
}
