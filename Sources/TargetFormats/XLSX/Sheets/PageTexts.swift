internal import SpreadsheetML

/// What stands above and below printed pages, in Excel's codes.
enum PageTexts {
    /// The most UTF-16 units of a header or footer.
    private static let most = 255

    /// A title above the page; nothing where it is too long for that.
    static func header(_ title: String) -> String {
        let text = "&C&\"\(WorkbookTheme.songTi),Bold\"&14\(guarded(PageSetup.literal(title)))"
        return text.sheetUnits <= most ? text : ""
    }

    /// The table's title and a leader's name above the page, smaller than the title of the sheet;
    /// the name alone where both are too long.
    static func header(_ title: String, of leader: String) -> String {
        let font = "&\"\(WorkbookTheme.songTi),Regular\"&10"
        let name = "&R\(font)\(guarded(PageSetup.literal(leader)))"
        let text = "&L\(font)\(guarded(PageSetup.literal(title)))\(name)"
        if text.sheetUnits <= most { return text }
        return name.sheetUnits <= most ? name : ""
    }

    /// "Page x of y" below the page, which says more than the standard's — 1 —: staff see at once
    /// when a sheet of paper is missing.
    static func footer(_ words: WorkbookWords) -> String {
        "&C&\"\(WorkbookTheme.songTi),Regular\"&10\(guarded(words.footer))"
    }

    /// Digits after a size would belong to it.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, first.properties.numericType != nil else {
            return text
        }
        return " " + text
    }
}
