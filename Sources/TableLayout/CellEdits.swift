internal import DelimitedText
package import SourceText
package import TargetModel

/// Edits of an official file of which nothing changes but texts that stand in cells of their own.
///
/// Whatever else says what such a cell says, a blank below it or a row that heads its group, is left to
/// `LayoutWriter`, which looks at every row. With 10,000 corrections of 100,000 targets that took 30 ms, and
/// this takes 2.
package struct CellEdits {
    private let layout: Layout
    private let table: TargetTable

    /// Prepares to edit the file that the text of a table stands in, which was read with this layout.
    package init(_ layout: Layout, of table: TargetTable) {
        self.layout = layout
        self.table = table
    }

    /// What has to be replaced in the source of the table's text, so that it is what `LayoutWriter` writes;
    /// nil where other cells may have to be written, too, or one of these in another way.
    ///
    /// - Complexity: O(n log n) in the cells, and O(n) in those of the layout that have a form.
    package func replacing(_ cells: [ReplacedCell]) -> ByteEdits? {
        guard isWithoutOthers(of: cells) else { return nil }
        let source = table.text.source.span
        var edits = ByteEdits()
        let size = cells.reduce(0) { $0 + table.cells[$1.index].count }
        edits.reserve(cells.count, bytes: size)
        var end = 0
        for cell in cells.sorted(by: { $0.old.bounds.lowerBound < $1.old.bounds.lowerBound }) {
            let (old, new) = (cell.old.bounds, table.cells[cell.index])
            // Of what is empty it isn't certain where it stands, and targets may share a text.
            guard !cell.old.isAdded, old.lowerBound > end, !old.isEmpty,
                Self.isSeparator(source[old.lowerBound - 1]),
                old.upperBound == source.count || Self.isSeparator(source[old.upperBound])
            else { return nil }
            let isPlain = table.text.withSpan(of: new) { text in
                guard LayoutCellTexts.isPlain(text) else { return false }
                edits.replace(old, with: text)
                return true
            }
            guard isPlain else { return nil }
            end = old.upperBound
        }
        return edits
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == .tab || byte == .lineFeed || byte == .carriageReturn
    }

    /// Whether no cell but these stands for what one of them says, and each column that changes has a cell in
    /// every row.
    private func isWithoutOthers(of cells: [ReplacedCell]) -> Bool {
        guard !table.hasColumnsOfOthers, (try? LayoutCheck(layout, table).run()) != nil else {
            return false
        }
        let columns = Set(cells.map { $0.index % table.columns.count })
        // The serial says which targets are a group.
        let isSerialChanged = table.column(of: .serial).map(columns.contains) ?? true
        return layout.steps.allSatisfy { step in
            guard case .targets(let rows) = step.run else { return true }
            return step.blocks.allSatisfy { columns.isSubset(of: $0.columns.compactMap(\.self)) }
                && rows.forms.allSatisfy { form in
                    if case .piece(let piece) = form.content, columns.contains(piece.column) {
                        return false
                    }
                    switch form.content {
                    case .value, .literal: return true
                    case .standsFor, .repeats, .piece:
                        let column = rows.column(of: form, in: step.blocks)
                        return !isSerialChanged && column.map { !columns.contains($0) } ?? false
                    }
                }
        }
    }
}
