internal import DelimitedText
package import SourceText
package import TargetModel

/// Recognises a plain list in a grid: the first row that says anything is the header, it has one
/// block, and every row under it is one target.
///
/// A list may be sorted, filtered or cut, so nothing in it follows from what stands above: a blank
/// leader is blank, and no row goes on with the row before. A part of the columns is enough, as
/// long as the serial is one of them.
package struct ListRecognizer {
    private let cells: GridSource
    private let overrides: [String: Field?]
    private let page: Page
    /// What the values say of the columns.
    private let evidence: ValueEvidence

    /// Looks for the header; nil where the grid isn't a list, but perhaps an official layout.
    ///
    /// - Complexity: O(n) in the rows.
    package init?(_ cells: GridSource, blocks: Int? = nil, overrides: [String: Field?] = [:]) {
        self.cells = cells
        self.overrides = overrides
        let grid = cells.grid
        let reader = HeaderReader(cells: cells, overrides: overrides)
        guard let row = (0..<grid.rowCount).first(where: { !cells.isBlank(row: $0) }),
            reader.headers().allSatisfy({ $0.rows == row..<(row + 1) })
        else { return nil }
        let finder = BlockFinder(forced: blocks)
        guard case .success(let found) = finder.blocks(in: reader.labels(ofRow: row)),
            found.count == 1, let block = found.first, block.offset(of: .serial) != nil,
            block.labels.count(where: { !$0.isBlank }) >= 2
        else { return nil }
        var page = Page(
            header: row..<(row + 1),
            width: grid.cells(inRow: row).count,
            blocks: found,
            rows: (row + 1)..<grid.rowCount
        )
        var evidence = ValueEvidence(cells, hasHeading: false)
        evidence.apply(to: &page)
        self.evidence = evidence
        self.page = page
    }

    /// Reads the targets; `duplicateSerials` are for the caller to look for.
    ///
    /// - Complexity: O(n) in the cells.
    package func recognize(reporting diagnostics: inout DiagnosticBag) -> Recognition {
        var result = Recognition(cells: cells)
        result.pages = [page]
        for undecided in evidence.undecided {
            let reader = HeaderReader(cells: cells, overrides: overrides)
            let labels = reader.labels(ofRow: page.header.lowerBound)
            let header = HeaderReader.Header(rows: page.header, labels: labels)
            undecided.report(header, in: cells, to: &diagnostics)
        }
        evidence.reportTickedTwice(to: &diagnostics)
        Recognizer(overrides: overrides).unifyColumns(of: &result)
        var rows = ListRowReader(result)
        rows.readAll(reporting: &diagnostics)
        return rows.result
    }
}

extension Recognition {
    /// Reports every target whose serial an earlier one of its document has; `document` says
    /// which document a target (from 0) comes from.
    package func reportDuplicateSerials(
        document: @escaping (Int) -> Int,
        to diagnostics: inout DiagnosticBag
    ) {
        DuplicateSerials(self, document: document).report(to: &diagnostics)
    }
}
