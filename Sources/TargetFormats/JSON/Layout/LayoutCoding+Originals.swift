internal import JSONText
internal import SourceText
internal import TargetModel

extension LayoutDecoder {
    /// Reads what the cells said, and counts the targets.
    ///
    /// - Returns: targets × columns, row after row; nil where something is wrong.
    mutating func decodeOriginals(_ value: JSONValue) -> [Baseline.Original]? {
        guard expect(.array, value, "originals") else { return nil }
        var cells: [Baseline.Original] = []
        for row in value.elements {
            guard expect(.array, row, "originals") else { continue }
            targetCount += 1
            var width = 0
            for cell in row.elements {
                if width < columns.count { cells.append(decodeOriginal(cell)) }
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
                return nil
            }
            cells += repeatElement(.unknown, count: expected - width)
        }
        return hasErrors ? nil : cells
    }

    private mutating func decodeOriginal(_ value: JSONValue) -> Baseline.Original {
        guard expect([.string, .null], value, "originals"), let text = value.string else {
            return .unknown
        }
        return .text(text)
    }

    /// Puts a digest in the place of each original that isn't the one that was written.
    mutating func decodeDigests(_ value: JSONValue, of cells: inout [Baseline.Original]) {
        guard expect(.array, value, "digests") else { return }
        var target = 0
        for row in value.elements {
            guard expect(.string, row, "digests") else { return }
            let first = target * columns.count
            guard target < targetCount, decodeDigests(row.utf8, of: &cells, from: first) else {
                reportRange(row, "digests")
                return
            }
            target += 1
        }
        if target < targetCount { reportRange(value, "digests") }
    }

    private func decodeDigests(
        _ digits: [UInt8],
        of cells: inout [Baseline.Original],
        from first: Int
    ) -> Bool {
        guard digits.count == width * 8 else { return false }
        for column in 0..<width {
            let hex = digits[(column * 8)..<(column * 8 + 8)]
            if hex.allSatisfy({ $0 == UInt8(ascii: "-") }) { continue }
            var digest: UInt32 = 0
            for digit in hex {
                switch digit {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    digest = digest << 4 | UInt32(digit - 0x30)
                case UInt8(ascii: "a")...UInt8(ascii: "f"):
                    digest = digest << 4 | UInt32(digit - 0x57)
                default: return false
                }
            }
            if case .text(let text) = cells[first + column],
                Baseline.Original(digestOf: text.utf8) == .digest(digest)
            {
                continue
            }
            cells[first + column] = .digest(digest)
        }
        return true
    }
}
