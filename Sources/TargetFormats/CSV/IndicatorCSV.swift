public import SourceText
public import TargetModel

/// Writes what targets promise in figures as CSV: a row for each indicator.
public enum IndicatorCSV {
    /// The header: keys, whatever the labels of the table are.
    static let columns = [
        "serial", "leader", "name", "target", "targetValue", "targetUnit", "comparator", "achieved",
        "achievedValue", "achievedUnit", "ratio", "met",
    ]

    /// The header for people who read a language: English ones read the keys.
    private static func header(in language: Language) -> [String] {
        language == .chinese ? WorkbookWords(language: language).indicatorColumns : columns
    }

    /// Writes the rows, in the order of the targets.
    ///
    /// What the text does not say is a blank cell. In Chinese, the header, how figures compare and whether
    /// they are met are words; in English they are keys, signs, and `true` or `false`.
    /// - Throws: `FormatError` where the encoding can't hold a character, and what the buffer
    ///   throws.
    public static func write(
        _ indicators: [Indicator],
        of table: TargetTable,
        in language: Language = .english,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        try EncodedCSV(options.encoding ?? .csvDefault).write(to: &buffer) { text in
            text.append(row: header(in: language))
            for indicator in indicators {
                text.append(row: cells(of: indicator, in: table, language))
                try text.handOnIfFull()
            }
        } naming: { row, cell in
            EncodedCSV.TargetCell(
                serial: indicators.indices.contains(row - 1)
                    ? table.string(indicators[row - 1].target, .serial) : nil,
                field: columns[min(cell, columns.count - 1)]
            )
        }
    }

    private static func cells(
        of indicator: Indicator,
        in table: TargetTable,
        _ language: Language
    ) -> [String] {
        let words = language == .chinese ? WorkbookWords(language: language) : nil
        return [
            table.string(indicator.target, .serial), table.string(indicator.target, .leader),
            indicator.name, indicator.promised.text, indicator.promised.value.text(),
            indicator.promised.unit,
            words?.comparator(indicator.comparator) ?? indicator.comparator.rawValue,
            indicator.achieved?.text ?? "", indicator.achieved?.value.text() ?? "",
            indicator.achieved?.unit ?? "", indicator.ratio?.text() ?? "",
            indicator.isMet.map { words?.met($0) ?? String($0) } ?? "",
        ]
    }
}
