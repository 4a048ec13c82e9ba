internal import SpreadsheetML

/// How the workbook looks: as official tables do, with one colour.
///
/// Blue-grey for what is the table's own (headers, headings), because it stays legible on the
/// black-and-white printers of offices and leaves red to mean one thing: behind schedule. Yellow
/// marks what is missing. The fonts are those that the standard for official documents (GB/T 9704)
/// names and every Chinese office has: 宋体 bold for titles, where 方正小标宋 may be missing, 黑体
/// for headings and headers, 仿宋 for text. Programs without them take another Chinese font,
/// because the cells say that their letters are simplified Chinese.
enum WorkbookTheme {
    static let songTi = "宋体"
    static let heiTi = "黑体"
    static let fangSong = "仿宋"

    static let line: UInt32 = 0x7F7F7F
    static let headerFill: UInt32 = 0xDCE4EE
    static let totalFill: UInt32 = 0xEEF2F7
    static let accent: UInt32 = 0x2F4B6E
    static let quiet: UInt32 = 0x6B7280
    static let behind = ConditionalStyle(color: 0x9C0006, fill: 0xFBDCDC, isBold: true)
    static let missing = ConditionalStyle(fill: 0xFFF3C4)
    static let ruled = ConditionalStyle(border: line)
    static let gone = ConditionalStyle(color: 0x9CA3AF)
    /// Bars: as planned, behind, not stated; and the figures on them.
    static let bars: [(bar: UInt32, figure: UInt32)] = [
        (0x7C9CC0, 0x1F2937), (0xC0504D, 0xFFFFFF), (0xD9D9D9, 0x1F2937),
    ]
    /// Excel's light style with pale blue bands.
    static let tableStyle = 2

    static let bodySize = 10.5

    /// Sets the standard font, in whose digits widths of columns are counted: each is half as wide as
    /// the font is high, 7 of its 14 pixels, as `ColumnWidths` counts.
    ///
    /// - Throws: what the library refuses.
    static func setStandardFont(of workbook: inout WorkbookWriter) throws(WorkbookError) {
        try workbook.setStandardFont(songTi, size: bodySize)
    }

    static let title = CellFormat(font: songTi, size: 20).with {
        $0.isBold = true
        $0.horizontal = .center
        $0.wraps = true
    }
    static let subtitle = CellFormat(font: fangSong, size: 12).with {
        $0.horizontal = .center
        $0.color = quiet
    }
    static let sentence = CellFormat(font: fangSong, size: 14).with {
        $0.horizontal = .left
        $0.wraps = true
    }
    static let heading = CellFormat(font: heiTi, size: 14).with { $0.color = accent }
    static let note = CellFormat(font: fangSong, size: 10).with {
        $0.color = quiet
        $0.wraps = true
    }
    static let header = CellFormat(font: heiTi, size: bodySize).with {
        $0.horizontal = .center
        $0.wraps = true
        $0.fill = headerFill
        $0.border = line
    }
    private static let cell = CellFormat(font: fangSong, size: bodySize).with {
        $0.border = line
        $0.wraps = true
    }
    /// Long text, in the middle between top and bottom as all cells of a row, off its left border:
    /// what is typed stays text.
    static let text = cell.with {
        $0.horizontal = .left
        $0.indent = 1
        $0.numberFormat = "@"
    }
    /// What a text no longer says, and what it says now: told apart on black-and-white prints, too.
    static let deleted = text.with {
        $0.color = 0x9C0006
        $0.isStruck = true
    }
    static let inserted = text.with {
        $0.color = 0x1F5FA8
        $0.isBold = true
        $0.isUnderlined = true
    }
    /// Short text: what is typed stays text.
    static let word = cell.with {
        $0.horizontal = .center
        $0.numberFormat = "@"
    }
    /// Text that a formula makes.
    static let madeText = cell.with {
        $0.horizontal = .left
        $0.indent = 1
    }
    static let madeWord = cell.with { $0.horizontal = .center }
    /// A word for programs, which isn't broken.
    static let code = madeWord.with {
        $0.size = 9
        $0.wraps = false
    }
    static let list = madeText
    static let name = madeText
    /// A figure of any size.
    static let number = cell.with {
        $0.horizontal = .center
        $0.numberFormat = "General"
    }
    /// A figure that is shown whole or not at all.
    private static let figure = cell.with {
        $0.horizontal = .center
        $0.wraps = false
        $0.shrinks = true
    }
    /// A whole number of any size.
    static let whole = figure.with { $0.numberFormat = "#,##0" }
    /// What a finding is about, amid what stands around it.
    static let evidence = madeText.with {
        $0.color = 0x9C0006
        $0.isBold = true
        $0.isUnderlined = true
    }
    static let link = madeText.with {
        $0.color = 0x1F5FA8
        $0.isUnderlined = true
    }
    static let serialLink = cell.with {
        $0.horizontal = .center
        $0.color = 0x1F5FA8
        $0.isUnderlined = true
    }
    static let back = CellFormat(font: fangSong, size: 10).with {
        $0.color = 0x1F5FA8
        $0.isUnderlined = true
    }
    static let count = figure.with { $0.numberFormat = "0" }
    static let rate = figure.with { $0.numberFormat = "0.00%" }
    static let date = figure.with { $0.numberFormat = "yyyy-mm-dd" }
    /// A number with as many digits as are given, zeros before it.
    static func serial(digits: Int) -> CellFormat {
        count.with { $0.numberFormat = String(repeating: "0", count: max(1, digits)) }
    }
    /// A row that adds up others.
    static func total(_ format: CellFormat) -> CellFormat {
        format.with {
            $0.isBold = true
            $0.fill = totalFill
        }
    }
    /// What only the workbook's own formulas read.
    static let hidden = CellFormat(font: fangSong, size: bodySize).with { $0.color = quiet }
}
