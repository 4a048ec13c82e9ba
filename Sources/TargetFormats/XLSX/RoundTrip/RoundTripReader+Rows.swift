internal import SourceText
internal import SpreadsheetML
internal import TableLayout
internal import TargetModel

extension RoundTripReader {
    /// Reads the rows of a sheet (from 0) with their keys.
    mutating func readRows(ofSheet index: Int) {
        let returned = sheets[index]
        let below = returned.header + 1
        let count = max(0, returned.sheet.rowCount - below)
        rows.reserveCapacity(rows.count + count)
        let label = returned.serialCell.flatMap {
            returned.sheet.range(row: returned.header, cell: $0)
        }
        guard !table.isFormer else {
            for row in below..<(below + count) where !repeats(row, label, of: returned) {
                let line = returned.sheet.range(row: row, cell: returned.key)
                let key = line.flatMap { kept.add(returned.sheet.bytes.span.extracting($0)) }
                rows.append(Row(sheet: index, row: row, key: key))
            }
            return
        }
        let pieces = Cores.ranges(of: Self.rowsAtOnce, in: count)
        let read = Cores.map(pieces.count) { [self] piece in
            pieces[piece].compactMap { number in
                let row = below + number
                guard !repeats(row, label, of: returned) else { return nil as Row? }
                return Row(sheet: index, row: row, key: key(ofRow: row, in: returned))
            }
        }
        for piece in read { rows += piece }
    }

    /// How many rows one core looks at at a time.
    static let rowsAtOnce = 1 << 10

    /// Whether a row is the header once more, as people copy it above the rows of a page: it has the
    /// header's label where the others have their serials.
    private func repeats(_ row: Int, _ label: Range<Int>?, of returned: RoundTripSheet) -> Bool {
        guard let label, let cell = returned.serialCell,
            let serial = returned.sheet.range(row: row, cell: cell)
        else { return false }
        let bytes = returned.sheet.bytes.span
        return bytes.extracting(serial).hasSameBytes(as: bytes.extracting(label))
    }

    /// The target that the key of a row names; nil where it names none of this table.
    private func key(ofRow row: Int, in returned: RoundTripSheet) -> Int? {
        guard let range = returned.sheet.range(row: row, cell: returned.key), !range.isEmpty,
            let key = RowKey(returned.sheet.bytes.span.extracting(range)),
            key.target < table.count, let serial = kept.serial(of: key.target),
            key.fits(serial: serial.utf8.span)
        else { return nil }
        return key.target
    }

    /// Finds the target of each row; rows that are none are left out.
    mutating func identifyRows() {
        let identities = self.identities { row, target in
            table.columns.indices.count { column in
                kept.original(target, column).says(text(rows[row], column: column)) == true
            }
        }
        var count = 0
        for (index, target) in identities.enumerated() {
            var row = rows[index]
            row.target = target ?? -1
            guard !row.isAdded || isTarget(row) else { continue }
            rows[count] = row
            count += 1
        }
        rows.removeLast(rows.count - count)
    }

    /// For each row the target (from 0) that it is; `likeness` is as for `RowIdentities`.
    func identities(likeness: (Int, Int) -> Int) -> [Int?] {
        RowIdentities(
            rows.map(\.key),
            of: kept,
            serials: { [self] in serials(ofRows: $0) },
            shown: { shown(rows[$0]) },
            likeness: likeness
        ).targets
    }

    /// What some rows (from 0) have in the column of the serials.
    private func serials(ofRows range: Range<Int>) -> [ArraySlice<UInt8>] {
        var serials: [ArraySlice<UInt8>] = []
        serials.reserveCapacity(range.count)
        forEach(rows[range]) { row, returned in
            let serial = kept.serialColumn.map { returned.text(row: row.row, column: $0) }
            serials.append(serial ?? [])
        }
        return serials
    }

    /// What a row shows of its identity.
    func shown(_ row: Row) -> RowIdentities.Shown {
        let serial = kept.serialColumn.map { text(row, column: $0) } ?? []
        var shown = RowIdentities.Shown(serial: Self.visible(serial))
        if let section = kept.sectionColumn { shown.section = text(row, column: section) }
        // Nearly every serial begins with a figure: to look for words in all takes 3 % more instructions
        // of reading a workbook.
        if let first = serial.first, first &- 0x30 > 9 {
            shown.isRemark = RowWords.isTotal(shown.serial) || RowWords.isNote(shown.serial)
        }
        return shown
    }

    /// A serial's text without what can't be seen.
    private static func visible(_ serial: ArraySlice<UInt8>) -> String {
        let text = String(decoding: serial, as: UTF8.self)
        guard !serial.allSatisfy({ $0 < 0x80 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isInvisible }))
    }
}
