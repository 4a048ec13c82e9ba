internal import SourceText
internal import SpreadsheetML

/// Reads cells that somebody merged in a sheet of targets as what is seen: each has the text of the
/// first one.
struct MergedTargets {
    private let returned: RoundTripSheet
    private let file: String
    private let serialCell: Int?

    /// Looks at the merged ranges of a sheet in a file.
    init(in returned: RoundTripSheet, file: String) {
        self.returned = returned
        self.file = file
        serialCell = returned.serialCell
    }

    /// Returns the sheet with the texts filled in.
    ///
    /// A range over several columns, or over the serials of several targets, is an error that names
    /// it: whose text counts can't be said.
    /// - Complexity: O(n) in the rows of the ranges.
    func filled(reporting diagnostics: inout DiagnosticBag) -> RoundTripSheet {
        let sheet = returned.sheet
        let columns = Set(returned.cells.compactMap { $0 })
        var fills: [CellFill] = []
        var read: [MergedRange] = []
        for merge in sheet.merges {
            let cells = (merge.first.column - 1)...(merge.last.column - 1)
            let rows = targetRows(of: merge)
            guard !rows.isEmpty, columns.contains(where: cells.contains) else { continue }
            guard cells.count == 1, cells.lowerBound != serialCell || rows.count < 2 else {
                diagnostics.report(
                    Self.unreadable(merge, isSerial: cells.count == 1)
                        .at(Place(file: file, sheet: sheet.sheet, cell: merge.first.description))
                )
                continue
            }
            let top = sheet.firstRow(from: merge.first.row)
            let isTop = top < sheet.rowCount && Int(sheet.rowNumbers[top]) == merge.first.row
            let cell = cells.lowerBound
            let text = isTop ? sheet.range(row: top, cell: cell) : nil
            let below = rows.filter { $0 != top || !isTop }
            fills += below.map { CellFill(row: $0, cell: cell, text: text ?? 0..<0) }
            if !below.isEmpty { read.append(merge) }
        }
        guard let first = read.first else { return returned }
        diagnostics.report(
            Self.filled(read).at(
                Place(file: file, sheet: sheet.sheet, cell: first.first.description)
            )
        )
        fills.sort { ($0.row, $0.cell) < ($1.row, $1.cell) }
        return returned.with(sheet.filling(fills))
    }

    /// The rows (from 0) of a range that are targets.
    private func targetRows(of merge: MergedRange) -> [Int] {
        let sheet = returned.sheet
        let first = max(returned.header + 1, sheet.firstRow(from: merge.first.row))
        let end = sheet.firstRow(from: merge.last.row + 1)
        return (first..<max(first, end)).filter { row in
            [returned.key, serialCell].contains { cell in
                cell.flatMap { sheet.range(row: row, cell: $0) }?.isEmpty == false
            }
        }
    }

    /// Nobody can say whose the text of a merged range is.
    static func unreadable(_ range: MergedRange, isSerial: Bool) -> Diagnostic {
        Diagnostic(
            .error,
            .mergedCells,
            isSerial
                ? Wording(
                    en: "the serials of several targets are merged into one cell: \(range)",
                    zh: "几项目标的序号合并成了一个单元格：\(range)"
                )
                : Wording(
                    en: "cells of several columns are merged into one: \(range)",
                    zh: "合并单元格跨了几栏：\(range)"
                ),
            hint: Wording(
                en: "unmerge them, and fill in what each of them is to say",
                zh: "请取消合并单元格，并分别填写各格内容"
            )
        )
    }

    /// How many ranges are named.
    private static let mostNamed = 5

    private static func filled(_ ranges: [MergedRange]) -> Diagnostic {
        let named = ranges.prefix(mostNamed).map(\.description)
        let rest = ranges.count - named.count
        return Diagnostic(
            .note,
            .mergedCells,
            Wording(
                en: "merged cells all have the text of the first one: "
                    + "\(list: named, ", ")\(rest > 0 ? " and \(rest) more" : "")",
                zh: "合并单元格中各格均按第一格的内容读取：\(list: named, "、")"
                    + "\(rest > 0 ? "等（另有 \(rest) 处）" : "")"
            )
        )
    }
}
