public import SourceText
public import TargetModel

/// Writes what a table comes to as CSV: a row for each leader, unit and deadline.
public enum SummaryCSV {
    /// What the targets of a row share; the first column says it.
    public enum Level: String, Sendable, CaseIterable {
        /// The leader.
        case leader
        /// A unit; a target counts once for each of its units.
        case unit
        /// The text of the deadline.
        case deadline
    }

    /// The header: keys, whatever the labels of the table are.
    static let columns = [
        "level", "name", "total", "onSchedule", "behind", "unstated", "rate", "behindSerials",
    ]

    /// What stands between the serials of the targets that are behind.
    static let serialSeparator = ";"

    /// Writes the rows of some levels, in the order of the levels and of first appearance.
    ///
    /// - Throws: `FormatError` where the encoding can't hold a character, and what the buffer
    ///   throws.
    public static func write(
        _ summary: Summary,
        of table: TargetTable,
        by levels: [Level] = Level.allCases,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        try EncodedCSV(options.encoding ?? .csvDefault).write(to: &buffer) { text in
            text.append(row: columns)
            for level in levels {
                for (name, counts) in groups(of: summary, by: level) {
                    append(level, name, counts, of: table, to: &text)
                    try text.handOnIfFull()
                }
            }
        } naming: { _, cell in
            EncodedCSV.TargetCell(serial: nil, field: columns[min(cell, columns.count - 1)])
        }
    }

    private static func groups(
        of summary: Summary,
        by level: Level
    ) -> [(name: String, counts: Counts)] {
        switch level {
        case .leader: summary.leaders.map { ($0.name, $0.counts) }
        case .unit: summary.units.map { ($0.name, $0.counts) }
        case .deadline: summary.deadlines.map { ($0.name, $0.counts) }
        }
    }

    private static func append(
        _ level: Level,
        _ name: String,
        _ counts: Counts,
        of table: TargetTable,
        to buffer: inout OutputBuffer
    ) {
        buffer.append(level.rawValue)
        buffer.append(.comma)
        buffer.append(cell: name)
        for count in [counts.total, counts.onSchedule, counts.behind, counts.unstated] {
            buffer.append(.comma)
            buffer.append(String(count))
        }
        buffer.append(.comma)
        if counts.rate != nil { buffer.append(share: counts.onSchedule, of: counts.rated) }
        buffer.append(.comma)
        buffer.append(
            cell: counts.behindTargets.map { table.string($0, .serial) }
                .joined(separator: serialSeparator)
        )
        buffer.append(static: "\r\n")
    }
}
