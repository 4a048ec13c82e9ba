internal import SourceText
internal import TargetModel

/// What is left of a web page: tags and entities.
enum Markup: TextCheck {
    static let phrases = [
        "<br", "<p>", "<p ", "</p>", "<div", "</div>", "<span", "</span>", "<td", "</td>", "<tr",
        "<b>", "</b>", "<font",
        "<strong", "<a href", "&nbsp;", "&lt;", "&gt;", "&amp;", "&quot;", "&#", "&ldquo;",
        "&rdquo;", "&mdash;", "style=\"", "font-size:", "font-family:", "text-align:",
        "line-height:",
    ]

    static func examine(
        _ cell: ExaminedCell,
        on subject: inout CheckSubject,
        reporting findings: inout CheckFindings
    ) {
        guard let hit = cell.hits.first else { return }
        findings.report(
            Diagnostic(
                .warning,
                .markup,
                Wording(
                    en: "“\(phrases[hit.phrase])” is left of a web page",
                    zh: "“\(phrases[hit.phrase])”是网页代码的残留"
                ),
                hint: Wording(
                    en: "delete the code and keep the text",
                    zh: "请删去代码，只保留文字"
                )
            ),
            target: cell.target,
            column: cell.column,
            bytes: hit.bytes
        )
    }
}
