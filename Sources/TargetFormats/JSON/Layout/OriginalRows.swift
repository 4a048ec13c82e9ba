internal import JSONText
internal import SourceText
internal import TargetModel

/// What the cells of targets said that follow each other, read as soon as they were parsed, and then
/// forgotten.
///
/// Of the document of 100,000 targets, 12 bytes were kept for each of 800,000 rows and texts until everything
/// else had been read.
struct OriginalRows: Sendable {
    /// How many texts each target has.
    let width: Int
    /// Where they stand in the file, row after row.
    let texts: [TextRange]

    /// Reads rows; nil of what isn't rows of as many strings without escapes each.
    init?(_ rows: [JSONValue]) {
        guard let first = rows.first, first.kind == .array else { return nil }
        var texts: [TextRange] = []
        guard first.forEachPlainElement({ texts.append(TextRange(source: $0)) }) else { return nil }
        let width = texts.count
        texts.reserveCapacity(rows.count * width)
        var end = width
        for row in rows.dropFirst() {
            end += width
            guard row.forEachPlainElement({ texts.append(TextRange(source: $0)) }),
                texts.count == end
            else { return nil }
        }
        self.width = width
        self.texts = texts
    }

    /// How many targets they are.
    var count: Int { width == 0 ? 0 : texts.count / width }
}
