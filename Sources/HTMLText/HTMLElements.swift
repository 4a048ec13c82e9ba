/// What the elements of HTML are shown as, by their names.
enum HTMLElements {
    /// Elements without content and without an end.
    static let empty: Set<String> = [
        "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex",
        "link", "meta", "param", "source", "track", "wbr",
    ]

    /// Elements whose content nobody sees.
    ///
    /// What stands in the place of scripts and frames (`noscript`, `noframes`) is not seen either.
    static let unseen: Set<String> = [
        "title", "script", "style", "template", "noscript", "noframes", "object", "iframe",
        "textarea", "select", "svg", "math",
    ]

    /// Elements that head what follows.
    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6", "caption"]

    /// Other elements that begin and end a line.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "head",
        "header", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "section", "summary",
        "tbody",
        "tfoot", "thead", "ul",
    ]
}
