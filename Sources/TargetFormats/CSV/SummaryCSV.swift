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

    /// The header for people who read a language: English ones read the keys.
    static func header(in language: Language) -> [String] {
        guard language == .chinese else { return columns }
        let words = WorkbookWords(language: language)
        return [words.level] + words.summaryHeaders
    }

    /// What stands between the serials of the targets that are behind.
    static let serialSeparator = ";"

    /// Writes the rows of some levels, in the order of the levels and of first appearance.
    ///
    /// In Chinese, the header and the levels are words of the official form; in English they are keys.
    /// - Throws: `FormatError` where the encoding can't hold a character, and what the buffer
    ///   throws.
    public static func write(
        _ summary: Summary,
        of table: TargetTable,
        by levels: [Level] = Level.allCases,
        in language: Language = .english,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        try EncodedCSV(options.encoding ?? .csvDefault).write(to: &buffer) { text in
            text.append(row: header(in: language))
            for level in levels {
                let shown = level.name(in: language)
                for (name, counts) in groups(of: summary, by: level) {
                    append(shown, name, counts, of: table, to: &text)
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
        _ level: String,
        _ name: String,
        _ counts: Counts,
        of table: TargetTable,
        to buffer: inout OutputBuffer
    ) {
        buffer.append(level)
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

extension SummaryCSV.Level {
    /// What the first column says for people who read a language.
    fileprivate func name(in language: Language) -> String {
        guard language == .chinese else { return rawValue }
        let words = WorkbookWords(language: language)
        return switch self {
        case .leader: words.leader
        case .unit: words.unit
        case .deadline: words.deadline
        }
    }
}
