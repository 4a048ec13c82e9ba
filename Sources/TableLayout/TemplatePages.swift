internal import TargetModel

/// The pages of a layout that serves as a template.
struct TemplatePages {
    struct TemplatePage {
        /// Rows up to the page's first row of targets, header and all.
        var above: [Layout.Literal]
        var form: PageForm
        /// Rows between the targets, with how many rows of targets stand above.
        var between: [(row: Int, literal: Layout.Literal)]
    }

    private(set) var pages: [TemplatePage] = []
    /// Rows after the last target.
    private(set) var below: [Layout.Literal] = []
    /// What ends the file.
    private(set) var lastEnd = "\n"

    /// Splits a layout; nil where it has no page.
    init?(_ layout: Layout) {
        var literals: [Layout.Literal] = []
        for step in layout.steps {
            let blocks = step.blocks
            switch step.run {
            case .literal(let row):
                literals.append(row)
                lastEnd = row.end
            case .targets(let rows):
                guard !blocks.isEmpty else { return nil }
                if literals.contains(where: { $0.blocks != nil }) {
                    let form = PageForm(
                        blocks: blocks,
                        cells: blocks.map { $0.cell + $0.columns.count }.max() ?? 1,
                        height: 0,
                        end: rows.end.isEmpty ? "\n" : rows.end
                    )
                    pages.append(TemplatePage(above: literals, form: form, between: []))
                } else if let last = pages.indices.last {
                    let row = pages[last].form.height
                    pages[last].between += literals.map { (row, $0) }
                }
                literals = []
                if let last = pages.indices.last { pages[last].form.height += rows.count }
                lastEnd = rows.end
            }
        }
        guard !pages.isEmpty else { return nil }
        below = literals
    }
}

/// How the rows of a page are made.
struct PageForm {
    var blocks: [Layout.Block]
    /// How many cells each row has.
    var cells: Int
    /// How many rows each block but the last is filled with.
    var height: Int
    /// What ends each row.
    var end: String
}
