internal import SourceText

/// What a line above a table is, for telling its title from what a web page or a circular puts
/// around it.
package enum TitleLine: Sendable, Equatable {
    /// It names the table: 2023年重点工作责任分解表.
    case naming
    /// It could be a title, or a part of one.
    case possible
    /// It names a circular that a table is attached to: …关于印发…的通知.
    case circular
    /// It stands around the table: a path of pages, a document's number, when it was published.
    case furniture

    /// Reads a line, without Markdown's `#`.
    ///
    /// - Complexity: O(n) in the text, of which `TitleFacts.limit` scalars are looked at.
    package init(_ text: String) {
        let folded = TextFolding.folded(text)
        guard folded.count <= TitleFacts.limit else {
            self = .possible
            return
        }
        if Self.isFurniture(folded) {
            self = .furniture
        } else if TitleWords.circulars.isSuffix(of: folded[...]) {
            self = .circular
        } else {
            let names =
                TitleWords.subjects.isFound(in: folded) || TitleWords.reports.isFound(in: folded)
            self = names ? .naming : .possible
        }
    }

    private static func isFurniture(_ text: [Unicode.Scalar]) -> Bool {
        if RowWords.isAttachmentMark(text) { return true }
        if TitleWords.pageFurniture.isPrefix(of: text[...]) { return true }
        let signs = text.count { $0 == ">" || $0 == "›" || $0 == "»" }
        return signs >= 2 || (signs == 1 && text.count < 20) || isDocumentNumber(text)
    }

    /// Whether a text is a document's number: 某政办发〔2023〕12号.
    private static func isDocumentNumber(_ text: [Unicode.Scalar]) -> Bool {
        guard text.last == "号", text.count <= 30,
            let open = text.firstIndex(where: { "〔[(【".unicodeScalars.contains($0) })
        else { return false }
        let year = text[(open + 1)...].prefix { (0x30...0x39).contains($0.value) }
        return year.count == 4
    }

    /// Whether a line is the beginning of a title that goes on in the next one: it ends in a year or
    /// in a government's name, or the next line only says what kind of table it is.
    package static func isBegun(_ line: String, before next: String) -> Bool {
        let text = TextFolding.folded(line)
        let rest = TextFolding.folded(next)
        guard (3...60).contains(text.count), (3...60).contains(rest.count) else { return false }
        let isOpen =
            TitleWords.openEnds.isSuffix(of: text[...])
            || TitleWords.issuers.isSuffix(of: text[...])
        let names = TitleWords.subjects.isFound(in: text) || TitleWords.reports.isFound(in: text)
        // 填报单位：某局 is no part of a title, nor is an office above one that names its own with a year.
        guard !text.contains(":") else { return false }
        let own = TitleFacts(title: next)
        if isOpen, !names {
            return own.year == nil
                || (own.issuer == nil && !TitleWords.openEnds.isSuffix(of: text[...]))
        }
        // 某市人民政府关于2024年重点工作 above 任务分解落实情况的通报.
        let isAbout = TitleWords.about.isFound(in: text)
        if isAbout, !TitleWords.reports.isFound(in: text), TitleWords.closes.isSuffix(of: rest[...])
        {
            return true
        }
        // 2024年度十件民生实事 above 实施进度表.
        if rest.count <= 10, TitleWords.kinds.isSuffix(of: rest[...]),
            TitleWords.subjects.isFound(in: text), goesOnAbout(rest, behind: text),
            !TitleWords.kinds.isSuffix(of: text[...]), !TitleWords.reports.isFound(in: text),
            !endsSentence(text)
        {
            return true
        }
        // 2023年度责任目标 above 完成情况一览表.
        let isKind = TitleWords.reports.positions(in: rest).first == 0
        return isKind && !TitleWords.reports.isFound(in: text) && !endsSentence(text)
    }

    /// Whether the next line says no more than what kind of table it is, or goes on with a word that the
    /// line above doesn't have: 2024年重点工作 above 任务完成情况表.
    private static func goesOnAbout(_ rest: [Unicode.Scalar], behind text: [Unicode.Scalar]) -> Bool
    {
        let subjects = TitleWords.subjects.positions(in: rest)
        guard let first = subjects.first else { return true }
        let word = rest.prefix(2)
        return first == 0 && subjects.count == 1
            && !text.indices.contains { text[$0...].starts(with: word) }
    }

    private static func endsSentence(_ text: [Unicode.Scalar]) -> Bool {
        text.last.map { "。:;)".unicodeScalars.contains($0) } ?? true
    }
}
