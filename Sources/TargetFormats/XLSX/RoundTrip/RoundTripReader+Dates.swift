internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

extension RoundTripReader {
    /// Reports what was typed into the column of dates, which only shows what the deadlines say:
    /// once for each sheet.
    ///
    /// - Complexity: O(n) in the rows of sheets that have the column.
    mutating func reportTypedDates() {
        guard let deadline = table.columns.firstIndex(where: { $0.field == .deadline }) else {
            return
        }
        // Deadlines recur, and reading them was a third of reading a workbook of yilan's own.
        var known: [ShownDate: Bool] = [:]
        var sectionYears: [[UInt8]: Int?] = [:]
        for (index, returned) in sheets.enumerated() {
            guard let cell = returned.dateCell else { continue }
            var first: Row?
            var count = 0
            for row in rows where row.sheet == index && !row.isAdded {
                guard let range = returned.sheet.range(row: row.row, cell: cell), !range.isEmpty,
                    let shown = shownDate(
                        returned.sheet.bytes[range],
                        row,
                        deadline,
                        &sectionYears
                    )
                else { continue }
                let isTyped = known[shown] ?? shown.isTyped
                known[shown] = isTyped
                guard isTyped else { continue }
                first = first ?? row
                count += 1
            }
            if let first { bag.report(place(TypedOverFormulas.date(count), first, cell)) }
        }
    }

    /// What a row shows as the date of its deadline; nil where nothing is shown, or it isn't known what
    /// the deadline said.
    ///
    /// `sectionYears` are the years of sections that were asked for.
    private func shownDate(
        _ shown: ArraySlice<UInt8>,
        _ row: Row,
        _ deadline: Int,
        _ sectionYears: inout [[UInt8]: Int?]
    ) -> ShownDate? {
        let text = String(decoding: CellText.trimmed(shown), as: UTF8.self)
        guard !text.isEmpty else { return nil }
        var deadlines = [String(decoding: self.text(row, column: deadline), as: UTF8.self)]
        for target in [row.target, row.key].compactMap(\.self) {
            switch kept.original(target, deadline) {
            case .text(let before): deadlines.append(before)
            case .digest(let digest):
                // What the deadline said isn't known, unless it still says so.
                guard Baseline.Original.digest(digest).says(deadlines[0].utf8) == true else {
                    return nil
                }
            case .unknown: return nil
            }
        }
        let document = Int(kept.origins[row.target].document)
        let year = table.documents.indices.contains(document) ? table.documents[document].year : nil
        return ShownDate(
            text: text,
            deadlines: deadlines,
            year: TargetTable.year(ofSectionYear: sectionYear(row, &sectionYears), in: year)
        )
    }

    /// The year that the section of a row names; nil where it names none.
    private func sectionYear(_ row: Row, _ known: inout [[UInt8]: Int?]) -> Int? {
        guard let section = table.columns.firstIndex(where: \.isSection) else { return nil }
        let name = Array(self.text(row, column: section))
        if let year = known[name] { return year }
        let year = TargetTable.year(ofSection: String(decoding: name, as: UTF8.self))
        known[name] = .some(year)
        return year
    }
}

/// A text in the column of dates, and the deadlines that it may come from: the row's as it was and as
/// it is, and that of the target beside which hidden cells stayed when people sorted what they saw.
private struct ShownDate: Hashable {
    let text: String
    let deadlines: [String]
    /// The year of the row's table.
    let year: Int?

    /// Whether none of the deadlines comes to the text.
    var isTyped: Bool {
        let typed = Deadline(text, year: nil).date
        return !deadlines.contains { deadline in
            guard let date = Deadline(deadline, year: year).date else { return false }
            return date == typed || ExcelDate.day(of: date).map(String.init) == text
        }
    }
}
