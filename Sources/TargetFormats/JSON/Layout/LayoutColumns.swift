internal import JSONText
internal import TargetModel

/// The columns that a document's layout was written for, which its own `columns` may be a part of.
struct LayoutColumns {
    /// The labels in the header, by the column's index (from 0); empty where they can't be told.
    private var labels: [String] = []

    /// Looks at the layout's first header.
    init(_ layout: JSONValue) {
        guard
            let width = layout["originals"]?.elements.first(where: { _ in true })?.elements.reduce(
                0,
                { count, _ in count + 1 }
            ),
            let header = layout["runs"]?.elements.first(where: { $0["blocks"] != nil }),
            let cells = header["text"]?.string?.split(
                separator: "\t",
                omittingEmptySubsequences: false
            ),
            let block = header["blocks"]?.elements.first(where: { _ in true }),
            let start = block["cell"]?.integer, let columns = block["columns"]
        else { return }
        var found: [Int: String] = [:]
        for (offset, column) in columns.elements.enumerated() {
            guard let index = column.integer, start >= 0, start + offset < cells.count else {
                continue
            }
            found[index] = String(cells[start + offset])
        }
        let all = (0..<width).compactMap { found[$0] }
        if all.count == width { labels = all }
    }

    /// Returns the columns with those that the layout has besides, in its order; the same where it has
    /// none, or others.
    func completing(_ columns: [Column]) -> [Column] {
        guard labels.count > columns.count else { return columns }
        var rest = columns[...]
        var completed: [Column] = []
        for label in labels {
            let normalized = FieldLabels.normalize(label)
            if let next = rest.first, FieldLabels.normalize(next.label) == normalized {
                completed.append(next)
                rest.removeFirst()
                continue
            }
            let field = FieldLabels.sureMatch(normalized)?.field
            let isTaken = (columns + completed).contains { $0.field == field && field != nil }
            completed.append(Column(isTaken ? nil : field, label: label))
        }
        return rest.isEmpty ? completed : columns
    }
}
