internal import DocumentText
internal import SpreadsheetML
internal import TargetModel

/// The lines that belong to the tables of a document that are taken.
struct DocumentLines {
    /// So many lines above a table may name it.
    private static let mostAbove = 12
    /// So many lines below a table may be its notes.
    private static let mostBelow = 20

    private let content: DocumentContent
    private let taken: [Bool]

    init(_ content: DocumentContent, taken: [Bool]) {
        self.content = content
        self.taken = taken
    }

    private struct Line {
        var text: Range<Int>
        var isHeading: Bool
    }

    /// The tables with their lines.
    func sheets() throws(SpreadsheetError) -> [SheetCells] {
        var tables: [(index: Int, above: [Line])] = []
        var between: [Line] = []
        var below: [Int: [Line]] = [:]
        var open = 0
        for piece in content.pieces {
            switch piece {
            case .start(let index) where taken[index]:
                if open == 0 {
                    if let last = tables.last { below[last.index] = between }
                    tables.append((index, between))
                    between = []
                }
                open += 1
            case .end(let index) where taken[index]: open -= 1
            case .line(let text, let isHeading) where open == 0:
                between.append(Line(text: text, isHeading: isHeading))
            case .start, .end, .line: continue
            }
        }
        if let last = tables.last { below[last.index] = between }
        var sheets: [SheetCells] = []
        for (index, above) in tables {
            let table = content.tables[index]
            sheets.append(
                try SheetCells(
                    table,
                    of: content,
                    named: table.name ?? "表\(index + 1)",
                    above: table.lines + Self.heading(above),
                    below: notes(below[index] ?? [])
                )
            )
        }
        return sheets
    }

    /// The lines above a table that may say what it is: from the highest heading on, if one of the
    /// last lines is a heading, or those.
    private static func heading(_ lines: [Line]) -> [Range<Int>] {
        let last = lines.suffix(mostAbove)
        let start = last.firstIndex(where: \.isHeading) ?? last.startIndex
        return last[start...].map(\.text)
    }

    /// The lines below a table that say of themselves that they are notes.
    private func notes(_ lines: [Line]) -> [Range<Int>] {
        lines.prefix(Self.mostBelow).map(\.text).filter { RowWords.isNote(content.string($0)) }
    }
}
