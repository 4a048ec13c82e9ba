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

    /// Returns the columns with those that the layout has besides, in its order.
    ///
    /// Where they have others besides, which a system added, these stand behind the layout's. The
    /// same where neither is sure.
    func completing(_ columns: [Column]) -> [Column] {
        guard labels.count > columns.count else { return puttingAddedLast(columns) }
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

    /// How many of a table's columns, the first ones, the layout was written for: all, unless others
    /// were added.
    func count(in columns: [Column]) -> Int {
        let own = zip(labels, columns).count {
            FieldLabels.normalize($0) == FieldLabels.normalize($1.label)
        }
        return own > 0 && own == labels.count ? own : columns.count
    }

    private func puttingAddedLast(_ columns: [Column]) -> [Column] {
        var added = columns
        var own: [Column] = []
        for label in labels {
            let normalized = FieldLabels.normalize(label)
            guard
                let place = added.firstIndex(where: {
                    FieldLabels.normalize($0.label) == normalized
                })
            else { return columns }
            own.append(added.remove(at: place))
        }
        return own + added
    }
}
