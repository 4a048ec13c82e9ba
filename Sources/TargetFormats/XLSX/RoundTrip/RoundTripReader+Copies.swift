internal import SourceText
internal import SpreadsheetML
internal import TargetModel

extension RoundTripReader {
    /// Leaves sheets out that are copies of another one: the one with the shortest name is the
    /// original, because every program names a copy after it.
    ///
    /// A copy that says the same is named in a note; one that doesn't is an error, because nobody
    /// can say which of the two counts.
    /// - Complexity: O(n) in the rows.
    mutating func leaveCopiesOut() {
        guard sheets.count > 1 else { return }
        let order = sheets.indices.sorted {
            (sheets[$0].sheet.sheet.count, $0) < (sheets[$1].sheet.sheet.count, $1)
        }
        var originals: [Int: Row] = [:]
        var copies: Set<Int> = []
        for index in order {
            let keyed = rows.filter { $0.sheet == index && $0.key != nil }
            let known = keyed.compactMap { $0.key.flatMap { originals[$0] } }
            if let first = known.first, known.count * 2 > keyed.count {
                copies.insert(index)
                compareCopy(index, with: first.sheet)
            } else {
                for row in keyed { originals[row.key ?? -1] = originals[row.key ?? -1] ?? row }
            }
        }
        rows.removeAll { copies.contains($0.sheet) }
    }

    /// Reports a copy, and what it says otherwise than the sheet that it was made from.
    private mutating func compareCopy(_ copy: Int, with original: Int) {
        var bySerial: [Serial.Key: Row] = [:]
        for row in rows where row.sheet == original {
            let serial = shown(row).serial
            if !serial.isEmpty { bySerial[Serial.Key(serial)] = row }
        }
        var first: (row: Row, cell: Int)?
        var count = 0
        for row in rows where row.sheet == copy {
            guard let counterpart = bySerial[Serial.Key(shown(row).serial)] else { continue }
            for column in table.columns.indices {
                guard let cell = sheets[copy].cells[column], sheets[original].cells[column] != nil,
                    !text(row, column: column).elementsEqual(text(counterpart, column: column))
                else { continue }
                first = first ?? (row, cell)
                count += 1
            }
        }
        let names = (sheets[copy].sheet.sheet, sheets[original].sheet.sheet)
        if let first {
            bag.report(
                place(Self.differingCopy(names.0, of: names.1, count), first.row, first.cell)
            )
        } else {
            bag.report(Self.copiedSheet(names.0, of: names.1, file: file))
        }
    }

    private static func copiedSheet(
        _ copy: String,
        of original: String,
        file: String
    ) -> Diagnostic {
        Diagnostic(
            .note,
            .copiedSheet,
            Wording(
                en: "the sheet \(copy) is a copy of \(original) and says the same: it is left out",
                zh: "工作表“\(copy)”是“\(original)”的副本，内容相同，未读取"
            ),
            file: file
        )
    }

    private static func differingCopy(
        _ copy: String,
        of original: String,
        _ count: Int
    ) -> Diagnostic {
        Diagnostic(
            .error,
            .copiedSheet,
            Wording(
                en: "the sheet \(copy) is a copy of \(original) and says otherwise in "
                    + (count == 1 ? "one cell, here" : "\(count) cells, first here"),
                zh: "工作表“\(copy)”是“\(original)”的副本，有 \(count) 格内容与其不同，第一处在此"
            ),
            hint: Wording(
                en: "delete the sheet that doesn't count",
                zh: "请删去不作数的那张工作表"
            )
        )
    }
}
