internal import DelimitedText
package import SourceText
package import TargetModel

/// Recognises the official layout in a grid of cells, by evidence: labels, repetition, shape.
package struct Recognizer {
    /// How many blocks a header has; nil: found.
    package var blocks: Int?
    /// What columns mean where the user overrules the table of synonyms, by label.
    package var overrides: [String: Field?]
    /// How many rows one core reads ahead at a time: what is read doesn't depend on it.
    package var rowsAhead = 1024
    /// Where the cells of the table are likely to stand, targets × columns; what is read doesn't depend on it,
    /// but takes no memory for its own as long as it is so.
    package var expected = TextRanges()

    /// Makes a recogniser.
    package init(blocks: Int? = nil, overrides: [String: Field?] = [:]) {
        self.blocks = blocks
        self.overrides = overrides
    }

    /// Finds the header, pages, blocks and targets.
    ///
    /// Everything that is wrong is reported, and as much as possible is recognised all the same.
    /// - Throws: what to tell the user, where there is no header to go on with.
    /// - Complexity: O(n) in the cells.
    package func recognize(
        _ cells: GridSource,
        reporting diagnostics: inout DiagnosticBag
    ) throws(RecognitionFailure) -> Recognition {
        var cells = cells
        if let header = BrokenHeader(cells, overrides).rows() {
            cells = cells.joining([header])
            PastedBreaks.report([header.lowerBound], in: cells, to: &diagnostics)
        }
        let headers = try headers(in: cells)
        UnusedMeanings(overrides, in: headers).report(at: headers[0], cells, to: &diagnostics)
        let pages = try pages(under: headers, in: cells, reporting: &diagnostics)
        let groups = PastedBreaks(cells, pages).groups()
        guard !groups.isEmpty else {
            return recognize(cells, pages, reporting: &diagnostics)
        }
        // The rows below a group have other numbers now.
        let joined = cells.joining(groups)
        var ignored = DiagnosticBag()
        let again = try self.pages(
            under: try self.headers(in: joined),
            in: joined,
            reporting: &ignored
        )
        var before = 0
        let rows = groups.map { group in
            defer { before += group.count - 1 }
            return group.lowerBound - before
        }
        PastedBreaks.report(rows, in: joined, to: &diagnostics)
        return recognize(joined, again, pasted: Set(rows), reporting: &diagnostics)
    }

    private func headers(
        in cells: GridSource
    ) throws(RecognitionFailure) -> [HeaderReader.Header] {
        let headers = HeaderReader(cells: cells, overrides: overrides).headers()
        guard !headers.isEmpty else {
            throw RecognitionFailure(
                findings: DiagnosticBag(Self.noHeader(cells, overrides)),
                isWithoutHeader: true
            )
        }
        return headers
    }

    private func pages(
        under headers: [HeaderReader.Header],
        in cells: GridSource,
        reporting diagnostics: inout DiagnosticBag
    ) throws(RecognitionFailure) -> [Page] {
        var pages: [Page] = []
        var unclear = DiagnosticBag()
        for (index, header) in headers.enumerated() {
            let end =
                index + 1 < headers.count ? headers[index + 1].rows.lowerBound : cells.grid.rowCount
            let rows = header.rows.upperBound..<end
            switch BlockFinder(forced: blocks).blocks(in: header.labels) {
            case .success(let blocks):
                let width = header.rows.map { cells.grid.cells(inRow: $0).count }.max() ?? 0
                pages.append(Page(header: header.rows, width: width, blocks: blocks, rows: rows))
            case .failure(let failure):
                unclear.report(failure.diagnostic(header, cells))
            }
        }
        // A header was found, so the file is one of these, and that header is what is wrong.
        guard !pages.isEmpty else {
            throw RecognitionFailure(findings: unclear, isWithoutHeader: false)
        }
        diagnostics.report(contentsOf: unclear)
        return pages
    }

    private func recognize(
        _ cells: GridSource,
        _ pages: [Page],
        pasted: Set<Int> = [],
        reporting diagnostics: inout DiagnosticBag
    ) -> Recognition {
        var result = Recognition(cells: cells, expecting: expected)
        result.pastedRows = pasted
        result.pages = pages
        for page in result.pages.indices {
            UnlabelledColumns(cells).name(in: &result.pages[page])
        }
        var evidence = ValueEvidence(cells)
        evidence.apply(to: &result.pages)
        for undecided in evidence.undecided {
            let rows = pages[undecided.page].header
            let reader = HeaderReader(cells: cells, overrides: overrides)
            let labels = reader.labels(ofRow: rows.upperBound - 1)
            undecided.report(.init(rows: rows, labels: labels), in: cells, to: &diagnostics)
        }
        evidence.reportTickedTwice(to: &diagnostics)
        reportMissingObjective(result, to: &diagnostics)
        ColumnGuesses(result.pages).report(cells, to: &diagnostics)
        leaveBlankSerialsOut(of: &result)
        unifyColumns(of: &result)
        if result.isNumbered {
            diagnostics.report(
                cells.at(.numberedByOrder, row: pages[0].header.lowerBound, cell: 0)
            )
        }
        result.heading = TableHeading(above: pages[0].header.lowerBound, in: cells)
        let rows = RowReader(result, rowsAhead: rowsAhead)
        let read = (consume rows).read(reporting: &diagnostics)
        if read.origins.isEmpty {
            diagnostics.report(
                cells.at(.emptyTable, row: pages[0].header.lowerBound, cell: 0)
            )
        }
        return read
    }

    /// A column of serials that are all blank, as numbers are that a program counts, has none.
    private func leaveBlankSerialsOut(of result: inout Recognition) {
        let cells = result.cells
        let isBlank = result.pages.allSatisfy { page in
            page.blocks.allSatisfy { block in
                guard let offset = block.offset(of: .serial) else { return true }
                return page.rows.allSatisfy {
                    cells.string(row: $0, cell: block.cell + offset).isEmpty
                }
            }
        }
        guard isBlank else { return }
        for page in result.pages.indices {
            for block in result.pages[page].blocks.indices {
                guard let offset = result.pages[page].blocks[block].offset(of: .serial) else {
                    continue
                }
                result.pages[page].blocks[block].labels[offset] = .blank
                result.pages[page].blocks[block].fields[offset] = nil
            }
        }
    }

    /// Warns where no column says what is to be achieved, though there is one that nobody knows.
    private func reportMissingObjective(_ result: Recognition, to bag: inout DiagnosticBag) {
        for page in result.pages {
            guard let block = page.blocks.first, block.offsets(of: .objective).isEmpty else {
                continue
            }
            let unknown = block.labels.indices.first { offset in
                block.fields[offset] == nil && block.labels[offset].match == nil
                    && block.labels[offset].group == nil
                    && !FieldLabels.standsAlone(block.labels[offset].normalized)
            }
            guard let unknown else { continue }
            let cell = block.cell + unknown
            let finding = Self.missingObjective(block.labels[unknown].text, number: cell + 1)
            bag.report(result.cells.at(finding, row: page.header.upperBound - 1, cell: cell))
            return
        }
    }

    /// Whether any row is a header.
    package func findsHeader(in cells: GridSource) -> Bool {
        BrokenHeader(cells, overrides).rows() != nil
            || !HeaderReader(cells: cells, overrides: overrides).headers().isEmpty
    }

    /// Gives each cell of each block its column of the table.
    func unifyColumns(of result: inout Recognition) {
        var columns: [Column] = []
        // By the number of the field.
        var byField = [Int?](repeating: nil, count: Field.allCases.count)
        var byLabel: [String: Int] = [:]
        func index(_ field: Field?, _ label: String, _ key: String) -> Int {
            if let index = field.map({ byField[$0.index] }) ?? byLabel[key] { return index }
            if let field {
                byField[field.index] = columns.count
            } else {
                byLabel[key] = columns.count
            }
            columns.append(Column(field, label: label))
            return columns.count - 1
        }
        let lacksSerials = result.pages.contains { page in
            page.blocks.contains { $0.offset(of: .serial) == nil }
        }
        if lacksSerials {
            result.isNumbered = true
            _ = index(.serial, Field.serial.label, "")
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
                        _ = index(field, label.groupField?.name ?? label.group ?? field.label, "")
                    }
                    let field = current.fields[offset]
                    // Of a group the field has the name: 责任单位, of which 牵头 is a part.
                    let shown = label.match == nil ? label.group ?? label.text : label.text
                    let text = field == nil ? label.fullText : shown
                    assigned.append(index(field, text, label.key))
                }
                result.pages[page].blocks[block].columns = assigned
            }
        }
        result.columns = columns
    }
}

/// Why a grid has no layout at all.
package struct RecognitionFailure: Error {
    /// What to tell the user; at least one error, none of them reported elsewhere.
    package let findings: DiagnosticBag
    /// Whether nothing looks like a header: the grid may be something else than a table of targets.
    package let isWithoutHeader: Bool
}

extension Recognizer {
    private static func missingObjective(_ label: String, number: Int) -> Diagnostic {
        let objective = Field.objective.label
        return Diagnostic(
            .warning,
            .missingObjective,
            Wording(
                en: "no column is read as \(objective), so no target says what is to be achieved",
                zh: "没有哪一栏读作“\(objective)”，各项目标都没有内容"
            ),
            hint: Wording(
                en: "if this one is it (its label is \(label)), say so",
                zh: "如果就是这一栏（现在的名称是“\(label)”），请说明"
            ),
            remedy: .columns([Wording(verbatim: "\(number)=objective")])
        ).about(field: Field.objective.key)
    }

    private static func noHeader(_ cells: GridSource, _ overrides: [String: Field?]) -> Diagnostic {
        if cells.source.bytes.isEmpty {
            return Diagnostic(
                .error,
                .emptyTable,
                Wording(en: "the file is empty", zh: "文件是空的"),
                file: cells.source.name
            )
        }
        let reader = HeaderReader(cells: cells, overrides: overrides)
        if let near = HeaderAgreement(reader).nearest() {
            return cells.at(nearHeader(near.fields), row: near.row, cell: 0)
        }
        if let run = runTogether(cells) {
            return cells.at(headerInOneCell(run.labels), row: run.row, cell: 0)
        }
        let diagnostic = Diagnostic(
            .error,
            .noHeader,
            Wording(
                en: "no header was found: no row has labels such as 序号, 责任目标内容, 完成情况",
                zh: "找不到表头：没有一行含有“序号”“责任目标内容”“完成情况”之类的栏目名称"
            ),
            hint: Wording(
                en: "if the labels are unusual, say what they mean",
                zh: "如果栏目名称比较特殊，请说明其含义"
            ),
            remedy: .columns([labelledObjective]),
            file: cells.source.name
        )
        let row = (0..<cells.grid.rowCount).first { !cells.isBlank(row: $0) } ?? 0
        return cells.grid.rowCount == 0 ? diagnostic : cells.at(diagnostic, row: row, cell: 0)
    }

    /// A row whose one cell holds the labels of a header, parted by what parts no cells here.
    private static func runTogether(_ cells: GridSource) -> (row: Int, labels: [String])? {
        for row in 0..<min(cells.grid.rowCount, 200) where cells.grid.cells(inRow: row).count == 1 {
            let text = cells.string(row: row, cell: 0)
            guard text.utf8.count <= 600 else { continue }
            let words = text.split { $0.isWhitespace || "|,;，；".contains($0) }.map(String.init)
            let fields = words.compactMap {
                FieldLabels.sureMatch(FieldLabels.normalize($0))?.field
            }
            if Set(fields).count >= 3 { return (row, words) }
        }
        return nil
    }

    private static func headerInOneCell(_ labels: [String]) -> Diagnostic {
        let shown = labels.prefix(5).joined(separator: "、")
        return Diagnostic(
            .error,
            .noHeader,
            Wording(
                en:
                    "no header was found; this line has its labels (\(shown)), but nothing that parts "
                    + "cells between them",
                zh: "找不到表头；这一行有栏目名称（\(shown)），但各栏之间没有可识别的分隔"
            ),
            hint: Wording(
                en:
                    "part the columns by tabs, or copy the table into a spreadsheet and save it as XLSX",
                zh: "请用制表符分隔各栏，或把表格复制到表格软件中另存为 XLSX"
            )
        )
    }

    /// A row that names some fields, but too few.
    private static func nearHeader(_ fields: Set<Field>) -> Diagnostic {
        let found = Field.allCases.filter(fields.contains).map(\.label)
        let missing = [Field.serial, .objective, .progress].filter { !fields.contains($0) }
            .map(\.label)
        let (has, lacks) = (found.joined(separator: "、"), missing.joined(separator: "、"))
        return Diagnostic(
            .error,
            .noHeader,
            Wording(
                en: "no header was found; this row is nearly one: it has a label for \(has), "
                    + "none for \(lacks)",
                zh: "找不到表头；这一行最接近：有“\(has)”一类的栏目，缺少“\(lacks)”一类的栏目"
            ),
            hint: Wording(
                en:
                    "say what its other columns mean, by their labels or, without one, their numbers",
                zh: "请说明其他栏目的含义，没有名称的栏目用第几栏表示"
            ),
            remedy: .columns([labelledObjective, Wording(verbatim: "5=objective")])
        )
    }

    private static let labelledObjective = Wording(en: "LABEL=objective", zh: "栏目名称=objective")
}
