internal import JSONText
internal import SourceText
internal import TargetModel

extension LayoutDecoder {
    /// Reads what the cells said, and counts the targets.
    ///
    /// - Returns: targets × columns, row after row; nil where something is wrong.
    mutating func decodeOriginals(_ value: JSONValue) -> FiledOriginals? {
        guard expect(.array, value, "originals") else { return nil }
        var cells = FiledOriginals(in: value.text, columns: columns.count)
        for row in value.elements {
            let first = cells.count
            let end = first + columns.count
            if row.forEachPlainElement({ cells.append(at: $0) }), cells.count <= end {
                targetCount += 1
                cells.appendUnknown(end - cells.count)
            } else {
                cells.removeLast(to: first)
                guard decodeOriginals(of: row, to: &cells) else { return nil }
            }
        }
        return hasErrors ? nil : cells
    }

    /// Reads what the cells of one target said; false where there are more than columns.
    private mutating func decodeOriginals(
        of row: JSONValue,
        to cells: inout FiledOriginals
    ) -> Bool {
        guard expect(.array, row, "originals") else { return true }
        targetCount += 1
        var width = 0
        for cell in row.elements {
            if width < columns.count { decodeOriginal(cell, to: &cells) }
            width += 1
        }
        let expected = columns.count
        guard width <= expected else {
            report(
                row,
                Wording(
                    en: "\(width) originals where the table has \(expected) columns",
                    zh: "这里有 \(width) 个原值，而表有 \(expected) 栏"
                )
            )
            return false
        }
        cells.appendUnknown(expected - width)
        return true
    }

    private mutating func decodeOriginal(_ value: JSONValue, to cells: inout FiledOriginals) {
        if expect([.string, .null], value, "originals"), value.kind == .string {
            if let range = value.plainRange {
                cells.append(at: range)
            } else {
                cells.append(value.utf8)
            }
        } else {
            cells.appendUnknown(1)
        }
    }

    /// Reads the digests by which an original is told that isn't the one that was written.
    mutating func decodeDigests(_ value: JSONValue, of cells: inout FiledOriginals) {
        guard expect(.array, value, "digests") else { return }
        var target = 0
        for row in value.elements {
            guard expect(.string, row, "digests") else { return }
            let range = row.plainRange
            guard target < targetCount,
                cells.appendDigests(at: range, else: range == nil ? row.utf8 : [], columns: width)
            else {
                reportRange(row, "digests")
                return
            }
            target += 1
        }
        if target < targetCount { reportRange(value, "digests") }
    }
}
