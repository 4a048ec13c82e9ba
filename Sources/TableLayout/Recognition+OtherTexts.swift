internal import DelimitedText
package import SourceText
package import TargetModel

extension Recognition {
    /// The table, for a format that has no layout to keep what stands around the targets: measures,
    /// sums and notes are listed beside it, and a note tells that they are no targets.
    ///
    /// - Complexity: O(n) in the rows.
    package func tableWithOtherTexts(
        in document: Document,
        reporting diagnostics: inout DiagnosticBag
    ) -> TargetTable {
        var table = table(in: document)
        for page in pages.reversed() {
            for block in page.blocks.reversed() {
                for (offset, column) in block.columns.enumerated() where column >= 0 {
                    table.columnReasons[column] = block.reason(at: offset)?.wording
                }
            }
        }
        for column in columns.indices where table.columnReasons[column] == nil {
            table.columnReasons[column] = headingReason(ofColumn: column)
        }
        let rows = otherRows
        guard let first = rows.first else { return table }
        let texts = rows.map { cells.text(row: $0) }
        var reached = (byte: 0, line: 1)
        table.otherTexts = zip(rows, texts).map { row, text in
            var other = OtherText(
                line: line(ofRow: row, from: &reached),
                text: text,
                position: position(ofRow: row)
            )
            if other.position != .above { putAmongTargets(&other, row) }
            return other
        }
        diagnostics.report(cells.at(Self.leftOut(texts), row: first, cell: 0))
        return table
    }

    /// Why a column (from 0) means what it means that no header has; nil for one that a header has.
    package func headingReason(ofColumn column: Int) -> Wording? {
        let blocks = pages.flatMap(\.blocks)
        guard !blocks.contains(where: { $0.columns.contains(column) }) else { return nil }
        // What is read from parts has no cell of its own.
        if let field = columns[column].field,
            let block = blocks.first(where: { $0.parts[field] != nil })
        {
            let reason = block.partNames[field] == nil ? ColumnReason.part : .ticked
            return reason.wording
        }
        if columns[column].isGroup {
            return Wording(en: "the row that heads its group", zh: "取自各组的标题行")
        }
        guard columns[column].field != .serial else {
            return Wording(en: "no column has it: numbered by order", zh: "没有这一栏：按顺序编号")
        }
        return Wording(en: "the heading above its targets", zh: "取自目标上方的标题行")
    }

    /// Says where a row (from 0) between targets stands among them, and its cells under their columns.
    private func putAmongTargets(_ text: inout OtherText, _ row: Int) {
        // Side by side, one row stands between targets of several blocks.
        guard let page = pages.last(where: { $0.header.lowerBound <= row }),
            pages.allSatisfy({ $0.blocks.count == 1 }), let block = page.blocks.first
        else { return }
        text.targetsAbove = targetRows.indices.partitionPoint { targetRows[$0] > row }
        let filled = (0..<cells.grid.cells(inRow: row).count).filter {
            !cells.string(row: row, cell: $0).isEmpty
        }
        let offsets = filled.map { $0 - block.cell }
        guard
            offsets.allSatisfy({
                block.columns.indices.contains($0) && block.columns[$0] >= 0
            })
        else { return }
        text.cells = zip(filled, offsets).map { cell, offset in
            .init(column: block.columns[offset], text: cells.string(row: row, cell: cell))
        }
    }

    /// The line of the file, or of the sheet, that a row (from 0) stands in; lines are counted on from
    /// the row before.
    private func line(ofRow row: Int, from reached: inout (byte: Int, line: Int)) -> Int? {
        switch cells.spot(row: row, cell: 0) {
        case .cell(let place): return place.line ?? place.cell.flatMap(Self.number)
        case .text(let range, of: let source):
            let start = range.lowerBound
            guard start >= reached.byte else { return source.location(of: start).line }
            reached.line += LineIndex.ends(in: reached.byte..<start, of: source.bytes)
            reached.byte = start
            return reached.line
        }
    }

    private func position(ofRow row: Int) -> OtherText.Position {
        if row < pages.first?.header.lowerBound ?? 0 { return .above }
        let last = max(
            targetRows.last.map(Int.init) ?? 0,
            continuations.last?.row ?? 0,
            pages.last?.header.upperBound ?? 0
        )
        return row > last ? .below : .between
    }

    /// Rows (from 0) with texts that are no title, header, section or target.
    private var otherRows: [Int] {
        var isUsed = [Bool](repeating: false, count: cells.grid.rowCount)
        for row in targetRows { isUsed[Int(row)] = true }
        for row in continuations { isUsed[row.row] = true }
        for heading in groupHeadings { isUsed[heading.row] = true }
        for row in pages.flatMap(\.header) { isUsed[row] = true }
        for row in heading.titleRows { isUsed[row] = true }
        for row in sectionRows { isUsed[row] = true }
        return isUsed.indices.filter { !isUsed[$0] && !cells.isBlank(row: $0) }
    }

    /// The row's number in a reference such as B7.
    private static func number(_ reference: String) -> Int? {
        Int(reference.drop { !("0"..."9").contains($0) })
    }

    private static func leftOut(_ texts: [String]) -> Diagnostic {
        let shown = texts.prefix(3).map { text in
            text.count > 24 ? String(text.prefix(23)) + "…" : text
        }
        let more = texts.count - shown.count
        let rest = Wording(
            en: more > 0 ? " and \(more) more" : "",
            zh: more > 0 ? " 等 \(texts.count) 行" : ""
        )
        return Diagnostic(
            .note,
            .skippedRow,
            Wording(
                en: "no targets, and not counted: \(shown.joined(separator: " | "))\(rest)",
                zh: "以下内容不是目标，不计入：\(shown.joined(separator: "｜"))\(rest)"
            ),
            hint: Wording(en: "an inspection lists them all", zh: "可以全部列出"),
            remedy: .inspection
        )
    }
}
