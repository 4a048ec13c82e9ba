internal import SpreadsheetML

/// The theme's formats as styles of one workbook.
struct WorkbookStyles {
    let header: CellStyle
    let hidden: CellStyle
    let text: CellStyle
    let word: CellStyle
    let date: CellStyle
    let madeText: CellStyle
    let madeWord: CellStyle
    let title: CellStyle
    let note: CellStyle
    let back: CellStyle
    let name: CellStyle
    let count: CellStyle
    let rate: CellStyle
    let list: CellStyle
    let noteLine: CellStyle
    /// For serials, by number of digits, 0 for those without leading zeros.
    private var serials: [Int: CellStyle] = [:]

    /// Makes the styles; `digits` says how many digits serials with leading zeros have.
    ///
    /// - Throws: `refused` where memory is short.
    init(_ workbook: inout WorkbookWriter, digits: Set<Int>) throws(WorkbookError) {
        header = try workbook.style(WorkbookTheme.header)
        hidden = try workbook.style(WorkbookTheme.hidden)
        text = try workbook.style(WorkbookTheme.text)
        word = try workbook.style(WorkbookTheme.word)
        date = try workbook.style(WorkbookTheme.date)
        madeText = try workbook.style(WorkbookTheme.madeText)
        madeWord = try workbook.style(WorkbookTheme.madeWord)
        title = try workbook.style(WorkbookTheme.title)
        note = try workbook.style(WorkbookTheme.note)
        back = try workbook.style(WorkbookTheme.back)
        name = try workbook.style(WorkbookTheme.name)
        count = try workbook.style(WorkbookTheme.count)
        rate = try workbook.style(WorkbookTheme.rate)
        list = try workbook.style(WorkbookTheme.list)
        noteLine = try workbook.style(WorkbookTheme.note.with { $0.wraps = false })
        for digits in digits.sorted() {
            serials[digits] = try workbook.style(WorkbookTheme.serial(digits: digits))
        }
    }

    /// The style of a serial.
    func serial(_ cell: SerialCell) -> CellStyle {
        (cell.hasLeadingZeros ? serials[cell.digits] : nil) ?? count
    }
}
