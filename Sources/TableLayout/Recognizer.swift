internal import DelimitedText
package import SourceText
package import TargetModel

/// Recognises the official layout in a grid of cells, by evidence: labels, repetition, shape.
package struct Recognizer {
    /// How many blocks a header has; nil: found.
    package var blocks: Int?
    /// What columns mean where the user overrules the table of synonyms, by label.
    package var overrides: [String: Field?]

    /// Makes a recogniser.
    package init(blocks: Int? = nil, overrides: [String: Field?] = [:]) {
        self.blocks = blocks
        self.overrides = overrides
    }

    /// Finds the header, pages, blocks and targets.
    ///
    /// Everything that is wrong is reported, and as much as possible is recognised all the same.
    /// - Throws: the finding, where there is no header to go on with.
    /// - Complexity: O(n) in the cells.
    package func recognize(
        _ cells: GridSource,
        reporting diagnostics: inout DiagnosticBag
    ) throws(RecognitionFailure) -> Recognition {
        var result = Recognition(cells: cells)
        let headers = HeaderReader(cells: cells, overrides: overrides).headers()
        guard let first = headers.first else { throw RecognitionFailure(Self.noHeader(cells)) }
        UnusedMeanings(overrides, in: headers).report(at: first, cells, to: &diagnostics)
        for (index, header) in headers.enumerated() {
            let end =
                index + 1 < headers.count ? headers[index + 1].rows.lowerBound : cells.grid.rowCount
            switch BlockFinder(forced: blocks).blocks(in: header.labels) {
            case .success(let blocks):
                result.pages.append(
                    Page(
                        header: header.rows,
                        width: header.rows.map { cells.grid.cells(inRow: $0).count }.max() ?? 0,
                        blocks: blocks,
                        rows: header.rows.upperBound..<end
                    )
                )
            case .failure(let failure):
                diagnostics.report(failure.diagnostic(header, cells))
            }
        }
        guard !result.pages.isEmpty else {
            // The reason was reported; this is the same place without a second message.
            throw RecognitionFailure(nil)
        }
        StatusEvidence(cells).apply(to: &result.pages)
        unifyColumns(of: &result)
        findTitle(before: first.rows.lowerBound, in: &result)
        var rows = RowReader(result)
        rows.readAll(reporting: &diagnostics)
        result = rows.result
        if result.origins.isEmpty {
            diagnostics.report(
                cells.at(.emptyTable, row: first.rows.lowerBound, cell: 0)
            )
        }
        return result
    }

    /// Whether any row is a header.
    package func findsHeader(in cells: GridSource) -> Bool {
        !HeaderReader(cells: cells, overrides: overrides).headers().isEmpty
    }

    /// Gives each cell of each block its column of the table.
    func unifyColumns(of result: inout Recognition) {
        var columns: [Column] = []
        var indexes: [String: Int] = [:]
        func index(_ field: Field?, _ label: String, _ key: String) -> Int {
            let name = field.map { "field " + $0.key } ?? "label " + key
            if let index = indexes[name] { return index }
            indexes[name] = columns.count
            columns.append(Column(field, label: label))
            return columns.count - 1
        }
        for page in result.pages.indices {
            for block in result.pages[page].blocks.indices {
                let current = result.pages[page].blocks[block]
                var assigned: [Int] = []
                for (offset, label) in current.labels.enumerated() {
                    guard !label.isBlank else {
                        assigned.append(-1)
                        continue
                    }
                    // The field that is read from parts stands before the first of them.
                    for (field, parts) in current.parts where parts.first == offset {
                        _ = index(field, label.group ?? field.label, "")
                    }
                    let field = current.fields[offset]
                    let text = field == nil ? label.fullText : label.text
                    assigned.append(index(field, text, label.key))
                }
                result.pages[page].blocks[block].columns = assigned
            }
        }
        result.columns = columns
    }

    /// The title is the first row above the header that says something; `附件2` alone doesn't.
    private func findTitle(before header: Int, in result: inout Recognition) {
        for row in 0..<header where !result.cells.isBlank(row: row) {
            let text = result.cells.text(row: row)
            let title = String(text.drop { $0 == "#" || $0 == " " || $0 == "\u{3000}" })
            if title.isEmpty || RowWords.isAttachmentMark(title) { continue }
            result.titleRow = row
            result.title = title
            return
        }
    }
}

/// Why a grid has no layout at all.
package struct RecognitionFailure: Error {
    /// What to tell the user; nil where it was reported already.
    package var diagnostic: Diagnostic?

    init(_ diagnostic: Diagnostic?) {
        self.diagnostic = diagnostic
    }
}

extension Recognizer {
    private static func noHeader(_ cells: GridSource) -> Diagnostic {
        if cells.source.bytes.isEmpty {
            return Diagnostic(
                .error,
                "empty-table",
                Wording(en: "the file is empty", zh: "文件是空的"),
                file: cells.source.name
            )
        }
        let diagnostic = Diagnostic(
            .error,
            "no-header",
            Wording(
                en: "no header was found: no row has labels such as 序号, 责任目标内容, 完成情况",
                zh: "找不到表头：没有一行含有“序号”“责任目标内容”“完成情况”之类的栏目名称"
            ),
            hint: Wording(
                en: "if the labels are unusual, say what they mean: --column 'LABEL=objective'",
                zh: "如果栏目名称比较特殊，请说明其含义，例如 --column '栏目名称=objective'"
            ),
            file: cells.source.name
        )
        let row = (0..<cells.grid.rowCount).first { !cells.isBlank(row: $0) } ?? 0
        return cells.grid.rowCount == 0 ? diagnostic : cells.at(diagnostic, row: row, cell: 0)
    }
}
