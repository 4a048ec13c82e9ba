internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Finds the header rows of a grid by their labels.
struct HeaderReader {
    let cells: GridSource
    let overrides: [String: Field?]

    /// Rows (from 0) that are headers, with their labels.
    struct Header {
        /// One row, or two or three where labels of groups stand above their parts.
        var rows: Range<Int>
        /// One label per cell.
        var labels: [HeaderLabel]
    }

    /// Finds all headers, in order.
    ///
    /// Where no row is one by its labels alone, the first counts that the rows below agree with.
    func headers() -> [Header] {
        var found: [Header] = []
        for row in rows(where: { mayBeHeader($0) && (known(row: $0) != nil || hasSureLabel($0)) })
        where row >= found.last?.rows.upperBound ?? 0 {
            guard let labels = known(row: row) ?? headerLabels(ofRow: row) else { continue }
            let header = withSecondRow(
                Header(rows: row..<(row + 1), labels: labels),
                after: found.last
            )
            found.append(said(header))
        }
        guard found.isEmpty, let header = HeaderAgreement(self).header() else { return found }
        let first = said(withSecondRow(header, after: nil))
        return [first] + repetitions(of: first)
    }

    /// The labels of a row (from 0) that is a header by itself; nil where it isn't.
    private func headerLabels(ofRow row: Int) -> [HeaderLabel]? {
        let labels = labels(ofRow: row)
        guard isHeader(labels) else { return nil }
        if isPlain {
            let start = Int(cells.grid.rowOffsets[row])
            let range = cells.grid.cells(inRow: row)
            Self.known.keep(
                KnownHeader(
                    bytes: Array(cells.source.bytes[cells.grid.range(ofRow: row)]),
                    ends: range.map { cells.grid.range(ofCell: $0, inRow: row).upperBound - start },
                    labels: labels
                )
            )
        }
        return labels
    }

    /// The same of the header that was read last, if this row says what that one did.
    private func known(row: Int) -> [HeaderLabel]? {
        guard isPlain, let known = Self.known.last else { return nil }
        let others = known.bytes
        let (grid, bytes) = (cells.grid, cells.source.bytes.span)
        let (range, cells) = (grid.range(ofRow: row), grid.cells(inRow: row))
        guard known.ends.count == cells.count,
            others.span.hasSameBytes(as: bytes.extracting(range)),
            zip(known.ends, cells).allSatisfy({
                $0 == grid.range(ofCell: $1, inRow: row).upperBound - range.lowerBound
            })
        else { return nil }
        return known.labels
    }

    /// A row from which labels were read, where each cell stands behind the one before.
    private final class KnownHeader: Sendable {
        let bytes: [UInt8]
        /// Where its cells end, in bytes from its start.
        let ends: [Int]
        let labels: [HeaderLabel]

        init(bytes: [UInt8], ends: [Int], labels: [HeaderLabel]) {
            self.bytes = bytes
            self.ends = ends
            self.labels = labels
        }
    }

    /// The header that was read last: the tables of many files nearly always have the same, and reading it was
    /// an eighth of reading them.
    private static let known = LastFound<KnownHeader>()

    /// Whether nothing but the bytes of a row and the ends of its cells says what its labels are.
    private var isPlain: Bool {
        overrides.isEmpty && !cells.grid.areScattered && cells.grid.quotedCells.isEmpty
    }

    /// The rows below a header of one row that say the same again, as over the next page's targets.
    private func repetitions(of header: Header) -> [Header] {
        guard header.rows.count == 1 else { return [] }
        let row = header.rows.lowerBound
        return rows { $0 > row && mayBeHeader($0) && isRow($0, theSameAs: row) }
            .map { Header(rows: $0..<($0 + 1), labels: header.labels) }
    }

    /// Whether two rows have the same labels; nearly always the first cell tells them apart.
    private func isRow(_ row: Int, theSameAs other: Int) -> Bool {
        let count = cells.grid.cells(inRow: other).count
        return cells.grid.cells(inRow: row).count == count
            && (0..<count).allSatisfy {
                HeaderLabel.tidied(cells.string(row: row, cell: $0))
                    == HeaderLabel.tidied(cells.string(row: other, cell: $0))
            }
    }

    /// The rows (from 0) of which something holds, ascending.
    ///
    /// The rows of a long table lie far apart in memory, so that several cores wait for them.
    private func rows(where holds: @Sendable (Int) -> Bool) -> [Int] {
        let pieces = Cores.ranges(of: 1 << 12, in: cells.grid.rowCount)
        return Cores.map(pieces.count) { pieces[$0].filter(holds) }.flatMap(\.self)
    }

    /// Whether a row (from 0) alone is a header.
    func isHeader(row: Int) -> Bool {
        mayBeHeader(row) && hasSureLabel(row) && isHeader(labels(ofRow: row))
    }

    /// No label has more bytes than that: forms say in them how to fill the column in.
    private static let longestLabel = 900

    /// A label that nobody explains has no more bytes than that; texts of targets mostly have more.
    private static let longestPlainLabel = 120

    /// Whether a row is worth looking at: nearly all rows of targets begin with a digit, and most
    /// others have a cell that is longer than a label.
    ///
    /// To look for labels in all of them takes nineteen times the instructions of all else in writing
    /// CSV.
    func mayBeHeader(_ row: Int) -> Bool {
        if cells.grid.beginsWithNumber(row, in: cells.source.bytes) { return false }
        let offset = Int(cells.grid.rowOffsets[row])
        let head = cells.source.bytes.span.head(from: offset)
        let range = cells.grid.cells(inRow: row)
        // Where cells stand anywhere, an empty one says nothing of what its row begins with.
        let beginsBlank = cells.grid.range(ofCell: range.lowerBound, inRow: row).isEmpty
        guard offset < cells.source.bytes.count,
            beginsBlank || !Self.isDigit(head) || Self.beginsWithPeriod(head)
        else { return false }
        return range.count >= 2
            && !range.contains {
                cells.grid.range(ofCell: $0, inRow: row).count > Self.longestLabel
            }
    }

    private static func isDigit(_ head: UInt64) -> Bool {
        UInt8(truncatingIfNeeded: head) &- 0x30 <= 9
    }

    /// Whether a text that begins with a digit begins with a year or a month, as 2024年目标任务: a year has
    /// four digits, so that the head of the row (its first eight bytes) tells.
    private static func beginsWithPeriod(_ head: UInt64) -> Bool {
        var rest = head
        for _ in 0..<4 where isDigit(rest) { rest >>= 8 }
        let next = UInt32(truncatingIfNeeded: rest & 0xFF_FFFF)
        return next == year || next == month
    }

    // 年 and 月 as their bytes lie.
    private static let year: UInt32 = 0xB4_B9E5
    private static let month: UInt32 = 0x88_9CE6

    /// The labels of a row's cells, whether it is a header or not.
    func labels(ofRow row: Int) -> [HeaderLabel] {
        let range = cells.grid.cells(inRow: row)
        return (0..<range.count).map { cell in
            let index = range.lowerBound + cell
            guard cells.grid.range(ofCell: index, inRow: row).count <= Self.longestLabel else {
                return HeaderLabel(text: "…", group: nil, normalized: "…", match: nil)
            }
            let text = cells.string(row: row, cell: cell)
            return text.isEmpty ? .blank : HeaderLabel(text, overrides: overrides)
        }
    }

    /// Whether some plain cell of a row is a label that is known: without one it is no header, and
    /// the others need not be understood.
    private func hasSureLabel(_ row: Int) -> Bool {
        let range = cells.grid.cells(inRow: row)
        return range.contains { index in
            guard cells.grid.range(ofCell: index, inRow: row).count <= Self.longestPlainLabel else {
                return false
            }
            let text = cells.string(row: row, cell: index - range.lowerBound)
            guard !text.isEmpty else { return false }
            let label = FieldLabels.normalize(text)
            return FieldLabels.sureMatch(label) != nil || Field(rawValue: text) != nil
                || overrides[label] != nil || overrides[HeaderLabel.tidied(text)] != nil
        }
    }

    /// Whether labels are a header's: three fields, two of them by known labels; or a known serial
    /// and an objective.
    func isHeader(_ labels: [HeaderLabel]) -> Bool {
        let matches = said(labels).compactMap(\.match)
        let fields = Set(matches.map(\.field))
        let sure = Set(matches.lazy.filter(\.evidence.isSure).map(\.field))
        return (fields.count >= 3 && sure.count >= 2)
            || (sure.contains(.serial) && fields.contains(.objective))
    }

    /// Labels with what the user says of columns by their number (from 1).
    private func said(_ labels: [HeaderLabel]) -> [HeaderLabel] {
        guard !overrides.isEmpty else { return labels }
        var labels = labels
        for (name, field) in overrides {
            guard let number = Int(name), labels.indices.contains(number - 1) else { continue }
            for cell in Self.likeCells(number - 1, labels) {
                if labels[cell].isBlank, let field {
                    labels[cell] = HeaderLabel(field.label, overrides: [:])
                }
                labels[cell].match = field.map(HeaderLabel.said)
            }
        }
        return labels
    }

    /// The cells (from 0) that a cell's number stands for: in each block the one with its label, or without
    /// one where it stands as far behind the serial.
    private static func likeCells(_ cell: Int, _ labels: [HeaderLabel]) -> [Int] {
        guard labels[cell].isBlank else {
            return labels.indices.filter { labels[$0].key == labels[cell].key }
        }
        let serials = labels.indices.filter { labels[$0].match?.field == .serial }
        guard let before = serials.last(where: { $0 <= cell }) else { return [cell] }
        return serials.map { $0 + cell - before }
            .filter { labels.indices.contains($0) && labels[$0].isBlank }
    }

    private func said(_ header: Header) -> Header {
        Header(rows: header.rows, labels: said(header.labels))
    }

    // MARK: Headers of two rows

    private func withSecondRow(_ header: Header, after previous: Header?) -> Header {
        let row = header.rows.lowerBound
        if row + 1 < cells.grid.rowCount, let merged = merged(header.labels, aboveRow: row + 1) {
            return withThirdRow(Header(rows: row..<(row + 2), labels: merged))
        }
        // Cells that are merged into this row from the one above are labels, too.
        if row > 0, header.labels.indices.contains(where: { isMerged($0, row) }),
            let merged = merged(labels(ofRow: row - 1), aboveRow: row)
        {
            return Header(rows: (row - 1)..<(row + 1), labels: merged)
        }
        // Above a header that stands again, a row without groups before is a row of the page.
        let mayHaveGroups = previous.map { $0.rows.count == 2 && $0.rows.upperBound < row } ?? true
        if row > 0, mayHaveGroups,
            let merged = merged(groups: labels(ofRow: row - 1), above: header.labels)
        {
            return Header(rows: (row - 1)..<(row + 1), labels: merged)
        }
        return header
    }

    /// A header of two rows, with the parts of its parts where a third row has them.
    private func withThirdRow(_ header: Header) -> Header {
        let row = header.rows.upperBound
        guard row < cells.grid.rowCount,
            // Only merged cells tell such a row from one of a target.
            let serial = header.labels.firstIndex(where: { $0.match?.field == .serial }),
            isMerged(serial, row),
            let merged = merged(header.labels, aboveRow: row)
        else { return header }
        return Header(rows: header.rows.lowerBound..<(row + 1), labels: merged)
    }

    /// Whether a cell (from 0) of a row is merged with the one above it.
    private func isMerged(_ cell: Int, _ row: Int) -> Bool {
        cells.mergedInto(row: row, cell: cell, in: max(0, row - 2)..<(row + 1)) != nil
    }

    /// Labels of a header row over a row of parts: the parts stand only under cells that are blank
    /// in the header row, or under the label that such blanks follow.
    private func merged(_ labels: [HeaderLabel], aboveRow row: Int) -> [HeaderLabel]? {
        guard leavesSerialBlank(row, under: labels) else { return nil }
        let parts = self.labels(ofRow: row)
        let count = max(labels.count, parts.count)
        guard parts.contains(where: { !$0.isBlank }) else { return nil }
        var result: [HeaderLabel] = []
        var index = 0
        while index < count {
            let label = index < labels.count ? labels[index] : .blank
            var end = index + 1
            if !label.isBlank {
                while end < count, end >= labels.count || labels[end].isBlank { end += 1 }
            }
            // One text below a label is the text of a row, not the only part of a group.
            let filled = (index..<end).count { $0 < parts.count && !parts[$0].isBlank }
            guard filled != 1 else { return nil }
            for position in index..<end {
                let part = position < parts.count ? parts[position] : .blank
                switch (label.isBlank, part.isBlank, end > index + 1) {
                case (_, true, _):
                    result.append(position == index ? label : .blank)
                case (false, false, true):
                    var grouped = part
                    grouped.group = label.fullText
                    result.append(grouped)
                case (true, false, _), (false, false, false):
                    // Text where no group is: the row below is not a row of parts.
                    return nil
                }
            }
            index = end
        }
        return result.map(Self.resolved)
    }

    /// Whether a row has nothing under the label of the serials.
    ///
    /// A row of a target could stand under blanks of a header, too; a row of parts leaves the serial
    /// blank. Nearly always the row below a header is a target's, and its texts needn't be read.
    private func leavesSerialBlank(_ row: Int, under labels: [HeaderLabel]) -> Bool {
        let range = cells.grid.cells(inRow: row)
        return !labels.indices.contains { cell in
            labels[cell].match?.field == .serial && cell < range.count
                && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
        }
    }

    /// A row of groups over labels: only labels that nobody knows belong to a group, and under a
    /// period those that stand under another one, too.
    private func merged(groups: [HeaderLabel], above labels: [HeaderLabel]) -> [HeaderLabel]? {
        guard let first = labels.firstIndex(where: { !$0.isBlank }),
            first >= groups.count || groups[first].isBlank,
            groups.contains(where: { !$0.isBlank })
        else { return nil }
        var result = labels
        var changed = false
        var seen = Set<String>()
        let recurring = Set(labels.map(\.key).filter { !seen.insert($0).inserted })
        for (index, group) in groups.enumerated() where !group.isBlank {
            var end = index
            let isPeriod = FieldLabels.isPeriod(group.normalized)
            while end < labels.count, !labels[end].isBlank,
                labels[end].match == nil || (isPeriod && recurring.contains(labels[end].key)),
                !FieldLabels.standsAlone(labels[end].normalized),
                end == index || end >= groups.count || groups[end].isBlank
            {
                result[end].group = group.text
                end += 1
                changed = true
            }
            // A text above one label, such as 单位:万元, is a note.
            if end < index + 2 || RowWords.isNote(group.text) { return nil }
        }
        return changed ? result.map(Self.resolved) : nil
    }

    /// A part that is known by itself needs no group: 牵头单位 under 责任单位.
    ///
    /// A part of the group's own field, such as 一季度完成情况 under 完成情况, is one of several; so is
    /// 完成情况 under 一季度, whereas 目标 under it is a step on the way.
    private static func resolved(_ label: HeaderLabel) -> HeaderLabel {
        guard let group = label.group else { return label }
        var renamed = label
        // Of 完成情况/上半年, the level next above.
        let period = FieldLabels.normalize(
            group.split(separator: "/").last.map(String.init) ?? group
        )
        if FieldLabels.isPeriod(period), label.match?.evidence != .said {
            renamed.match = FieldLabels.match(period + label.normalized)
            return renamed
        }
        guard let match = label.match else { return label }
        if FieldLabels.match(FieldLabels.normalize(group))?.field == match.field,
            match.role == .main
        {
            renamed.match = nil
        } else {
            renamed.group = nil
        }
        return renamed
    }
}
