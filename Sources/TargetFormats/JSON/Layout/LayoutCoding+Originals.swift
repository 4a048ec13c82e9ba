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
        if let parts = partsRead(of: value) {
            cells.reserve(targets: count(of: parts))
            for part in parts {
                switch part {
                case .elements(let rows):
                    guard decodeOriginals(of: rows, to: &cells) else { return nil }
                case .apart(let number, _):
                    guard let rows = read[number].take() else { continue }
                    targetCount += rows.count
                    cells.append(rows.texts)
                }
            }
        } else {
            guard decodeOriginals(of: value.elements, to: &cells) else { return nil }
        }
        return hasErrors ? nil : cells
    }

    /// The parts of the originals; nil where something was parsed apart that isn't rows of a text for each
    /// column.
    private func partsRead(of value: JSONValue) -> [JSONValue.Part]? {
        let parts = value.parts
        let areRead = parts.allSatisfy { part in
            guard case .apart(let number, _) = part else { return true }
            return read.indices.contains(number) && read[number]?.width == columns.count
        }
        return areRead ? parts : nil
    }

    private func count(of parts: [JSONValue.Part]) -> Int {
        parts.reduce(0) { sum, part in
            switch part {
            case .elements(let rows): sum + rows.count
            case .apart(let number, _): sum + (read[number]?.count ?? 0)
            }
        }
    }

    /// Reads rows; false where one says more than the table has columns.
    private mutating func decodeOriginals(
        of rows: some Sequence<JSONValue>,
        to cells: inout FiledOriginals
    ) -> Bool {
        for row in rows {
            let first = cells.count
            let end = first + columns.count
            if row.forEachPlainElement({ cells.append(at: $0) }), cells.count <= end {
                targetCount += 1
                cells.appendUnknown(end - cells.count)
            } else {
                cells.removeLast(to: first)
                guard decodeOriginals(of: row, to: &cells) else { return false }
            }
        }
        return true
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
