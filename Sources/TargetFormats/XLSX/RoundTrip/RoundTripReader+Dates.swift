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
        for (index, returned) in sheets.enumerated() {
            guard let cell = returned.dateCell else { continue }
            var first: Row?
            var count = 0
            for row in rows where row.sheet == index && !row.isAdded {
                guard let range = returned.sheet.range(row: row.row, cell: cell), !range.isEmpty,
                    isTyped(returned.sheet.bytes[range], row, deadline)
                else { continue }
                first = first ?? row
                count += 1
            }
            if let first { bag.report(place(TypedOverFormulas.date(count), first, cell)) }
        }
    }

    /// Whether a text is no date that the row's deadline comes to: as it was or is, or that of the
    /// target beside which hidden cells stayed when people sorted what they saw.
    private func isTyped(_ shown: ArraySlice<UInt8>, _ row: Row, _ deadline: Int) -> Bool {
        let text = String(decoding: CellText.trimmed(shown), as: UTF8.self)
        guard !text.isEmpty else { return false }
        var candidates = [String(decoding: self.text(row, column: deadline), as: UTF8.self)]
        for target in [row.target, row.key].compactMap(\.self) {
            switch kept.original(target, deadline) {
            case .text(let before): candidates.append(before)
            case .digest(let digest):
                // What the deadline said isn't known, unless it still says so.
                guard Baseline.Original.digest(digest).says(candidates[0].utf8) == true else {
                    return false
                }
            case .unknown: return false
            }
        }
        let document = Int(kept.origins[row.target].document)
        let year = table.documents.indices.contains(document) ? table.documents[document].year : nil
        let typed = Deadline(text, year: nil).date
        return !candidates.contains { candidate in
            guard let date = Deadline(candidate, year: year).date else { return false }
            return date == typed || ExcelDate.day(of: date).map(String.init) == text
        }
    }
}
