internal import SpreadsheetML

/// The theme's formats as styles of one workbook.
struct WorkbookStyles {
    let header: CellStyle
    let hidden: CellStyle
    let word: CellStyle
    let date: CellStyle
    let madeWord: CellStyle
    let title: CellStyle
    let note: CellStyle
    let back: CellStyle
    let name: CellStyle
    let serialLink: CellStyle
    let spareLink: CellStyle
    let spareText: CellStyle
    let spareWord: CellStyle
    let count: CellStyle
    let rate: CellStyle
    let list: CellStyle
    let noteLine: CellStyle
    /// For long texts, typed and made by formulas, by the size of their type.
    private var texts: [Double: (typed: CellStyle, made: CellStyle)] = [:]
    /// For long texts in type of the usual size, which nearly all are.
    private let text: CellStyle
    /// For serials, by number of digits, 0 for those without leading zeros.
    private var serials: [Int: CellStyle] = [:]

    /// Makes the styles; `digits` says how many digits serials with leading zeros have, `sizes` which
    /// sizes of type rows have.
    ///
    /// - Throws: `refused` where memory is short.
    init(
        _ workbook: inout WorkbookWriter,
        digits: Set<Int>,
        sizes: Set<Double>
    ) throws(WorkbookError) {
        header = try workbook.style(WorkbookTheme.header)
        hidden = try workbook.style(WorkbookTheme.hidden)
        word = try workbook.style(WorkbookTheme.word)
        date = try workbook.style(WorkbookTheme.date)
        madeWord = try workbook.style(WorkbookTheme.madeWord)
        title = try workbook.style(WorkbookTheme.title)
        note = try workbook.style(WorkbookTheme.note)
        back = try workbook.style(WorkbookTheme.back)
        serialLink = try workbook.style(WorkbookTheme.serialLink)
        // Their lines come when they are filled.
        spareLink = try workbook.style(WorkbookTheme.serialLink.with { $0.border = nil })
        spareText = try workbook.style(WorkbookTheme.madeText.with { $0.border = nil })
        spareWord = try workbook.style(WorkbookTheme.madeWord.with { $0.border = nil })
        name = try workbook.style(WorkbookTheme.name)
        count = try workbook.style(WorkbookTheme.count)
        rate = try workbook.style(WorkbookTheme.rate)
        list = try workbook.style(WorkbookTheme.list)
        noteLine = try workbook.style(WorkbookTheme.note.with { $0.wraps = false })
        var text = word
        for size in sizes.union([WorkbookTheme.bodySize]).sorted() {
            let typed = try workbook.style(WorkbookTheme.text.with { $0.size = size })
            let made = try workbook.style(WorkbookTheme.madeText.with { $0.size = size })
            texts[size] = (typed, made)
            if size == WorkbookTheme.bodySize { text = typed }
        }
        self.text = text
        for digits in digits.sorted() {
            serials[digits] = try workbook.style(WorkbookTheme.serial(digits: digits))
        }
    }

    /// The style of a long text in type of a size.
    func text(_ size: Double) -> CellStyle {
        size == WorkbookTheme.bodySize ? text : texts[size]?.typed ?? word
    }

    /// The style of a long text that a formula makes, in type of a size.
    func madeText(_ size: Double) -> CellStyle { texts[size]?.made ?? madeWord }

    /// The style of a serial.
    func serial(_ cell: SerialCell) -> CellStyle {
        (cell.hasLeadingZeros ? serials[cell.digits] : nil) ?? count
    }
}
