internal import DelimitedText
internal import SourceText

extension QuotingFault {
    /// The finding, placed in the source.
    func diagnostic(in source: SourceText) -> Diagnostic {
        switch kind {
        case .unclosed: Self.unclosed.at(offset..<(offset + 1), of: source)
        case .textAfterQuote: Self.textAfterQuote.at(offset..<(offset + 1), of: source)
        case .stray: Self.stray.at(offset..<(offset + 1), of: source)
        }
    }

    private static let unclosed = Diagnostic(
        .error,
        .unclosedQuote,
        Wording(
            en: "this quote opens a cell and none closes it",
            zh: "此处的引号开始一个单元格，却没有与之配对的引号"
        ),
        hint: Wording(
            en: "close the cell with a quote; a quote inside it is doubled",
            zh: "请补上结尾的引号；单元格里的引号须写成两个"
        )
    )

    private static let textAfterQuote = Diagnostic(
        .error,
        .textAfterQuote,
        Wording(
            en: "text follows the quote that closes the cell",
            zh: "单元格结尾的引号后面还有文字"
        ),
        hint: Wording(
            en: "a quote inside a quoted cell is doubled",
            zh: "加引号的单元格里，引号须写成两个"
        )
    )

    private static let stray = Diagnostic(
        .error,
        .strayQuote,
        Wording(
            en: "a quote stands inside a cell that is not quoted",
            zh: "没有加引号的单元格里出现了引号"
        ),
        hint: Wording(
            en: "quote the whole cell and double the quote; if it is the official table, say so",
            zh: "请给整个单元格加引号并把其中的引号写成两个；如果是官方表格，请指明"
        ),
        remedy: .format(TargetFormat.tsv.name)
    )
}
