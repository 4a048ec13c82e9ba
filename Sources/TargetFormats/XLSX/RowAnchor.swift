internal import JSONText
internal import SpreadsheetML
internal import TargetModel

/// What ties a row of a workbook to its target.
struct RowAnchor {
    /// The target, from 0, of the table that the workbook was made from.
    var target: Int
    /// Where it stands in the official file.
    var origin: Origin
    /// What its cells said, one element for each column.
    var originals: [Baseline.Original]

    /// Reads an anchor of `table`; nil where the value is none.
    init?(_ value: JSONValue, of table: RoundTripTable) {
        guard let target = value["n"]?.integer, target >= 0, target < table.count,
            let place = value["o"]?.elements.map(\.integer), place.count == 4,
            let line = place[0], let page = place[1], let block = place[2], let document = place[3],
            line >= 0, page >= 0, block >= 0, table.documents.indices.contains(document)
        else { return nil }
        let originals: [Baseline.Original?]
        if let texts = value["t"] {
            originals = texts.elements.map { $0.string.map { .text($0) } }
        } else if let digests = value["d"] {
            originals = digests.elements.map(Self.digest)
        } else {
            return nil
        }
        let known = originals.compactMap { $0 }
        guard known.count == originals.count, known.count == table.columns.count else { return nil }
        self.target = target
        origin = Origin(line: line, page: page, block: block, document: document)
        self.originals = known
        if let serial = value["s"]?.string,
            let column = table.columns.firstIndex(where: { $0.field == .serial })
        {
            self.originals[column] = .text(serial)
        }
    }

    private static func digest(_ value: JSONValue) -> Baseline.Original? {
        guard let digits = value.string, digits.utf8.count == 8, digits.utf8.first != 0x2B,
            let digest = UInt32(digits, radix: 16)
        else { return nil }
        return .digest(digest)
    }

    /// Whether the row carries the texts themselves.
    var holdsTexts: Bool {
        originals.allSatisfy { original in
            if case .text = original { return true }
            return false
        }
    }
}

extension RowAnchor {
    /// Reads the anchors of a sheet's rows from `first` on: one element a row, nil for a row that
    /// has none.
    ///
    /// All of them are parsed as lines of one text, which costs less than one text each.
    /// - Complexity: O(n) in their bytes.
    static func anchors(
        in sheet: SheetCells,
        cell: Int,
        from first: Int,
        of table: RoundTripTable
    ) -> [RowAnchor?] {
        var lines: [UInt8] = []
        var starts: [Int] = []
        for row in first..<max(first, sheet.rowCount) {
            starts.append(lines.count)
            if let range = sheet.range(row: row, cell: cell) {
                // A line break would make two lines of it; JSON of one line has none.
                lines += sheet.bytes[range].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
            }
            lines.append(0x0A)
        }
        var anchors = [RowAnchor?](repeating: nil, count: starts.count)
        var errors: [JSONTextError] = []
        guard let document = try? JSONDocument(parsingLinesOf: lines, errors: &errors) else {
            return anchors
        }
        var row = 0
        for value in document.values {
            while row + 1 < starts.count, starts[row + 1] <= value.range.lowerBound { row += 1 }
            anchors[row] = RowAnchor(value, of: table)
        }
        return anchors
    }
}
