internal import SourceText
internal import TargetModel

/// What stands above a table's first header: its title, and lines that say more of it.
package struct TableHeading: Sendable, Equatable {
    /// The rows (from 0) of the title; empty where there is none.
    package private(set) var titleRows: Range<Int> = 0..<0
    /// The title, without Markdown's `#`, in one line; nil where there is none.
    package private(set) var title: String?
    /// The other lines, from top to bottom.
    package private(set) var lines: [String] = []
    /// The last line, with its row (from 0), where it could head the targets below; nil else.
    package private(set) var caption: Caption?

    /// A line directly above a header.
    package struct Caption: Sendable, Equatable {
        /// Row, from 0.
        var row: Int
        /// What it says.
        var text: String
    }

    /// A heading that says nothing.
    init() {}

    /// Looks for the title among the rows above `header` (from 0).
    ///
    /// It is the first line that names a table, not a path of pages, a document's number, a circular
    /// or 附件; where none does, the first that could be a title. Below 附件 stands what is attached,
    /// above it what it is attached to. A title may stand in two lines.
    init(above header: Int, in cells: GridSource) {
        var found: [(row: Int, text: String, kind: TitleLine)] = []
        for row in 0..<header where !cells.isBlank(row: row) {
            let text = cells.text(row: row)
            // A cell of one row may have several lines.
            let isOneLine = !text.holds(.lineFeed) && !text.holds(.carriageReturn)
            let bare = Self.bare(
                isOneLine
                    ? text : String(text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" })
            )
            if bare.isEmpty { continue }
            found.append((row, bare, Self.kind(of: bare)))
        }
        lines = found.map(\.text)
        if let last = found.last(where: { !RowWords.headsNothing($0.text) }),
            last.kind != .furniture, last.kind != .circular,
            !RowWords.isNote(last.text), !last.text.hasPrefix("("),
            !last.text.hasPrefix("（")
                || RowWords.isSection(last.text)
        {
            caption = Caption(row: last.row, text: last.text)
        }
        let order: [TitleLine] = [.naming, .possible, .circular]
        let attachment = found.lastIndex { RowWords.isAttachmentMark($0.text) }
        let attached = attachment.flatMap { mark in
            found[mark...].firstIndex { $0.kind == .naming }
        }
        let place =
            attached
            ?? order.lazy.compactMap { kind in found.firstIndex { $0.kind == kind } }.first
        guard let place else { return }
        var first = place
        var last = place
        func goesOn(_ one: Int, _ next: Int) -> Bool {
            found.indices.contains(one) && found.indices.contains(next)
                // Paragraphs may have a blank line between them.
                && found[one].row + 2 >= found[next].row && found[one].kind != .furniture
                && found[next].kind != .furniture && found[one].kind != .circular
                && TitleLine.isBegun(found[one].text, before: found[next].text)
        }
        if goesOn(place - 1, place) {
            first = place - 1
        } else if goesOn(place, place + 1) {
            last = place + 1
        }
        titleRows = found[first].row..<(found[last].row + 1)
        title = found[first...last].map(\.text).joined()
        lines.removeSubrange(first...last)
    }

    /// What the table below is called among others of its document: of the first one, below the
    /// document's title, the line above the header, and of others a heading such as 二、民生实事, else the
    /// title; nil where there is none.
    package func partName(isFirst: Bool) -> String? {
        guard let caption, !titleRows.contains(caption.row),
            isFirst || RowWords.isSection(caption.text)
        else { return title }
        return caption.text
    }

    /// A heading without Markdown's `#` before it.
    package static func bare(_ text: String) -> String {
        String(text.drop { $0 == "#" || $0 == " " || $0 == "\u{3000}" })
    }

    private static func kind(of line: String) -> TitleLine {
        let kind = TitleLine(line)
        // 单位:万元 and 一、经济发展 name no table, whatever they are about.
        if kind == .naming, RowWords.isNote(line) || RowWords.isSection(line) { return .possible }
        guard let first = line.first, let last = line.last else { return kind }
        // (截至2024年11月30日) is about a title; 现将…印发给你们。 is a sentence, 主题: asks for a word.
        let isRemark = kind == .possible && "(（".contains(first) && ")）".contains(last)
        return isRemark || "。:：".contains(last) ? .furniture : kind
    }
}
