package import SourceText
internal import TargetModel

extension TableHeading {
    /// The year that the title names, or a line beside it; nil where none does.
    var year: Int? { TitleFacts(title: title, lines: lines).year }

    /// A title further below names another year than the first one.
    ///
    /// `isKept`: it is the section of its targets, which are read as targets of that year.
    package static func otherYear(_ year: Int, first: Int, isKept: Bool) -> Diagnostic {
        guard !isKept else {
            return Diagnostic(
                .note,
                .titlesLeftOut,
                Wording(
                    en: "this title names the year \(year), the first one \(first); "
                        + "the deadlines below it are read as those of \(year)",
                    zh: "此处标题是 \(year) 年，第一个标题是 \(first) 年；其下的时限按 \(year) 年读取"
                )
            )
        }
        return Diagnostic(
            .warning,
            .titlesLeftOut,
            Wording(
                en: "this title names the year \(year), the first one \(first); "
                    + "its targets are read as targets of \(first)",
                zh: "此处标题是 \(year) 年，第一个标题是 \(first) 年；其中的目标按 \(first) 年读取"
            ),
            hint: Wording(
                en: "keep the tables of different years in files of their own",
                zh: "不同年份的表请分开保存为各自的文件"
            )
        )
    }
}

extension Recognition {
    /// Warns of titles above further headers that name another year than the first one: one table has
    /// one, and what has no year of its own is read as of that one.
    func reportYears(to diagnostics: inout DiagnosticBag) {
        guard pages.count > 1, let first = heading.year else { return }
        for page in pages.dropFirst() {
            let above = (0..<page.header.lowerBound).reversed().prefix(4)
            guard let row = above.first(where: { !cells.isBlank(row: $0) }) else { continue }
            let text = TableHeading.bare(cells.text(row: row))
            guard TitleLine(text) == .naming,
                let year = TitleFacts(title: text, lines: []).year, year != first,
                !targetRows.contains(UInt32(truncatingIfNeeded: row))
            else { continue }
            diagnostics.report(
                cells.at(
                    TableHeading.otherYear(
                        year,
                        first: first,
                        isKept: sectionRows.contains(row)
                            && TargetTable.year(ofSection: text) == year
                    ),
                    row: row,
                    cell: 0
                )
            )
        }
    }
}
