internal import DelimitedText
internal import SourceText
internal import TargetModel

/// Tells by the rows below whether a row is a header that its labels alone don't prove.
///
/// Two fields are enough where the rows below have serials under the serial, or texts under most
/// labels.
struct HeaderAgreement {
    private let reader: HeaderReader
    private let cells: GridSource

    /// A header stands among the first rows of a file.
    private static let rowsLookedAt = 200
    /// So many rows below are asked.
    private static let sample = 20

    init(_ reader: HeaderReader) {
        self.reader = reader
        cells = reader.cells
    }

    /// The first row that the rows below agree with; nil where there is none.
    func header() -> HeaderReader.Header? {
        for row in 0..<min(cells.grid.rowCount, Self.rowsLookedAt) where reader.mayBeHeader(row) {
            let labels = reader.labels(ofRow: row)
            guard Self.fields(labels).count >= 2, agrees(row, labels) else { continue }
            return HeaderReader.Header(rows: row..<(row + 1), labels: labels)
        }
        return nil
    }

    /// The row that is most nearly a header, with the fields that its labels name: two by any
    /// evidence, or one that is known.
    func nearest() -> (row: Int, fields: Set<Field>)? {
        var best: (row: Int, fields: Set<Field>)?
        for row in 0..<min(cells.grid.rowCount, Self.rowsLookedAt) where reader.mayBeHeader(row) {
            let labels = reader.labels(ofRow: row)
            let fields = Self.fields(labels)
            let isSure = labels.contains { $0.match?.evidence.isSure ?? false }
            guard isSure, fields.count > best?.fields.count ?? 0 else { continue }
            best = (row, fields)
        }
        return best
    }

    private static func fields(_ labels: [HeaderLabel]) -> Set<Field> {
        Set(labels.compactMap { $0.match?.field })
    }

    /// Whether most of the rows below are filled as the labels say.
    private func agrees(_ row: Int, _ labels: [HeaderLabel]) -> Bool {
        guard !labels.contains(where: { $0.text.unicodeScalars.count > 20 }),
            labels.contains(where: { $0.match?.evidence.isSure ?? false })
        else { return false }
        let labelled = labels.indices.filter { !labels[$0].isBlank }
        // Blank cells at the end say nothing: some programs fill each row up with them.
        let width = (labelled.last ?? -1) + 1
        let serial = labels.firstIndex { $0.match?.field == .serial }
        let known = labels.indices.filter { labels[$0].match != nil }
        var said = 0
        var agreeing = 0
        for below in (row + 1)..<cells.grid.rowCount where said < Self.sample {
            let filled = labelled.filter { isFilled($0, below) }
            guard !filled.isEmpty || !cells.isBlank(row: below) else { continue }
            guard filledWidth(of: below) <= width else { continue }
            said += 1
            if let serial {
                let text = cells.string(row: below, cell: serial)
                let isTarget = filled.count >= 2 && Serial.isPlausible(text)
                if isTarget || (text.isEmpty && filled.count >= 2) { agreeing += 1 }
            } else if known.filter({ isFilled($0, below) }).count >= 2,
                filled.count * 2 >= labelled.count
            {
                agreeing += 1
            }
        }
        return agreeing > 0 && agreeing * 2 >= said
    }

    /// How many cells a row has up to the last one that isn't blank.
    private func filledWidth(of row: Int) -> Int {
        let range = cells.grid.cells(inRow: row)
        let last = range.last { !cells.isBlank(cell: $0, inRow: row) }
        return last.map { $0 - range.lowerBound + 1 } ?? 0
    }

    private func isFilled(_ cell: Int, _ row: Int) -> Bool {
        let range = cells.grid.cells(inRow: row)
        return range.lowerBound + cell < range.upperBound
            && !cells.isBlank(cell: range.lowerBound + cell, inRow: row)
    }
}
