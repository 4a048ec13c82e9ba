internal import DelimitedText
internal import SourceText
package import TargetModel

/// Makes the layout of a recognised file: all of it that is not a target's text.
package struct LayoutBuilder {
    /// What was recognised.
    let recognition: Recognition
    /// The cells of the file.
    let cells: GridSource
    /// Which bytes belong to which of them.
    let grid: Grid
    /// How many rows of a page one core looks at.
    let rowsAtOnce: Int
    private let width: Int
    /// What the first row below adds to a cell (target × columns + column).
    private var additions: [Int: Recognition.Addition] = [:]
    /// The rows (from 0) in which a text goes on.
    private(set) var continuations: [Int: [Recognition.Continuation]] = [:]
    /// The rows (from 0) that head groups.
    private(set) var headings: [Int: [GroupHeading]] = [:]

    /// Prepares to lay out what was recognised; how many rows one core looks at makes no difference.
    package init(_ recognition: Recognition, rowsAtOnce: Int = 1 << 13) {
        self.recognition = recognition
        self.rowsAtOnce = rowsAtOnce
        cells = recognition.cells
        grid = recognition.cells.grid
        width = recognition.columns.count
        for heading in recognition.groupHeadings {
            headings[heading.row, default: []].append(heading)
        }
        for continuation in recognition.continuations {
            continuations[continuation.row, default: []].append(continuation)
            for addition in continuation.additions where addition.part == 1 {
                additions[continuation.target * width + addition.column] = addition
            }
        }
    }

    /// Returns the layout.
    ///
    /// - Complexity: O(n) in the cells.
    package func layout() -> Layout {
        var runs: [Layout.Run] = []
        var row = 0
        var target = 0
        for page in recognition.pages {
            while row < page.rows.lowerBound {
                let isLabels = row == page.header.upperBound - 1
                if isLabels {
                    runs += header(literal(row, blocks(of: page))).map { .literal($0) }
                } else {
                    runs.append(.literal(literal(row)))
                }
                row += 1
            }
            appendRuns(of: page, from: &target, to: &runs)
            row = page.rows.upperBound
        }
        return Layout(encoding: cells.source.encoding, runs: runs)
    }

    /// A row (from 0) that is kept as it stands.
    func literal(_ row: Int, _ blocks: [Layout.Block]? = nil) -> Layout.Literal {
        Layout.Literal(
            text: cells.source.string(grid.range(ofRow: row)),
            end: cells.source.string(grid.lineEnd(ofRow: row)),
            blocks: blocks
        )
    }

    /// A header's row as the rows of the file: several where line breaks inside its labels cut it.
    private func header(_ row: Layout.Literal) -> [Layout.Literal] {
        let bytes = Array(row.text.utf8)
        guard bytes.contains(where: { $0 == .lineFeed || $0 == .carriageReturn }) else {
            return [row]
        }
        let lines = Grid(tabSeparated: bytes)
        return (0..<lines.rowCount).map { index in
            let isLast = index + 1 == lines.rowCount
            return Layout.Literal(
                text: String(decoding: bytes[lines.range(ofRow: index)], as: UTF8.self),
                end: isLast
                    ? row.end : String(decoding: bytes[lines.lineEnd(ofRow: index)], as: UTF8.self),
                blocks: isLast ? row.blocks : nil
            )
        }
    }

    private func blocks(of page: Page) -> [Layout.Block] {
        page.blocks.map { block in
            Layout.Block(
                cell: block.cell,
                columns: block.columns.map { $0 < 0 ? nil : $0 },
                latest: block.parts.compactMap { field, parts in
                    recognition.columns.firstIndex { $0.field == field }.map {
                        Layout.Latest(
                            column: $0,
                            parts: parts.map { block.columns[$0] },
                            names: block.partNames[field] ?? []
                        )
                    }
                }.sorted { $0.column < $1.column }
            )
        }
    }

    // MARK: Forms of cells

    /// Appends the forms of a row's cells that don't simply hold their target's text; `here` has the
    /// target of each block.
    func appendForms(
        of row: Int,
        _ page: Page,
        _ here: [Int?],
        to rows: inout Layout.TargetRows?
    ) {
        let place = (rows?.count ?? 1) - 1
        let range = grid.cells(inRow: row)
        var covered = 0
        func append(_ form: Layout.CellForm?) {
            if let form { rows?.forms.append(form) }
        }
        for (index, block) in page.blocks.enumerated() {
            // Cells between the blocks.
            while covered < min(block.cell, range.count) {
                append(literalForm(place, covered, range.lowerBound + covered, row))
                covered += 1
            }
            for (offset, column) in block.columns.enumerated() {
                let cell = block.cell + offset
                guard cell < range.count else {
                    append(missingForm(place, cell, here[index], column))
                    continue
                }
                covered = cell + 1
                let raw = range.lowerBound + cell
                if column >= 0, let target = here[index] {
                    append(form(place, cell, raw, row, target, column))
                } else if let piece = piece(row, index, offset, column) {
                    append(form(place, cell, raw, row, content: .piece(piece)))
                } else if let content = headingContent(row, index, offset, cell) {
                    append(form(place, cell, raw, row, content: content))
                } else if let owner = repeatedOwner(row, index, raw, column) {
                    let text = recognition.text.string(recognition.table[owner * width + column])
                    append(form(place, cell, raw, row, content: .repeats(text, target: owner)))
                } else {
                    append(literalForm(place, cell, raw, row))
                }
            }
        }
        while covered < range.count {
            append(literalForm(place, covered, range.lowerBound + covered, row))
            covered += 1
        }
    }

    /// The first piece of a text that goes on in rows below; nil where the text doesn't.
    private func head(_ target: Int, _ column: Int) -> Layout.Piece? {
        additions[target * width + column].map { next in
            Layout.Piece(
                target: target,
                column: column,
                part: 0,
                text: nil,
                length: next.headLength,
                joint: ""
            )
        }
    }

    /// What a cell (from 0) of a row that heads a group says of the targets below.
    private func headingContent(_ row: Int, _ block: Int, _ offset: Int, _ cell: Int)
        -> Layout.Content?
    {
        guard let heading = headings[row]?.first(where: { $0.block == block }),
            let headingCell = heading.cells.first(where: { $0.offset == offset })
        else { return nil }
        if let target = headingCell.target {
            return .repeats(cells.string(row: row, cell: cell), target: target)
        }
        guard let column = recognition.columns.firstIndex(where: \.isGroup) else { return nil }
        return .piece(
            Layout.Piece(
                target: heading.first,
                column: column,
                part: 0,
                text: nil,
                length: heading.text.count,
                joint: ""
            )
        )
    }

    /// A cell that a short row lacks and whose target has a text all the same: a merged leader, or
    /// a text that begins in a row below.
    private func missingForm(_ place: Int, _ cell: Int, _ target: Int?, _ column: Int)
        -> Layout.CellForm?
    {
        guard let target, column >= 0, !recognition.table[target * width + column].isEmpty else {
            return nil
        }
        let content = head(target, column).map(Layout.Content.piece) ?? .standsFor("")
        return Layout.CellForm(row: place, cell: cell, content: content)
    }

    /// The target that a cell of a continued row says the leader of again; nil where it doesn't.
    private func repeatedOwner(_ row: Int, _ block: Int, _ raw: Int, _ column: Int) -> Int? {
        guard column >= 0, recognition.columns[column].field == .leader,
            let here = continuations[row]?.first(where: { $0.block == block })
        else { return nil }
        let text = cells.string(row: row, cell: raw - grid.cells(inRow: row).lowerBound)
        let leader = recognition.table[here.target * width + column]
        let says = !text.isEmpty && text.utf8.elementsEqual(recognition.text.bytes(leader))
        return says ? here.target : nil
    }

    /// A cell that is no target's: nothing, or characters that are kept.
    private func literalForm(_ place: Int, _ cell: Int, _ raw: Int, _ row: Int) -> Layout.CellForm?
    {
        let range = grid.range(ofCell: raw, inRow: row)
        guard !range.isEmpty else { return nil }
        return Layout.CellForm(
            row: place,
            cell: cell,
            content: .literal(cells.source.string(range))
        )
    }

    /// A cell of a target; nil where it simply holds the target's text.
    private func form(
        _ place: Int,
        _ cell: Int,
        _ raw: Int,
        _ row: Int,
        _ target: Int,
        _ column: Int
    ) -> Layout.CellForm? {
        let bytes = grid.range(ofCell: raw, inRow: row)
        let value = recognition.table[target * width + column]
        let isSerial = recognition.columns[column].field == .serial
        if recognition.pastedRows.contains(row), !grid.isQuoted(raw), holdsLineBreak(bytes) {
            let range = CellText.trimmedOfBreaks(bytes, of: cells.source.bytes.span)
            let text = cells.source.string(range)
            guard var head = head(target, column) else {
                return form(place, cell, raw, row, content: .standsFor(text))
            }
            head.text = text
            return form(place, cell, raw, row, content: .piece(head))
        }
        if additions.isEmpty, !value.isAdded, value.bounds == bytes,
            !isSerial || PlainRows.isCanonicalNumber(bytes, of: cells.source.bytes.span)
        {
            return nil
        }
        let text = cells.string(row: row, cell: raw - grid.cells(inRow: row).lowerBound)
        let says = recognition.text.bytes(value)
        if var head = head(target, column) {
            // 同上, of which the rows below go on.
            if !text.utf8.elementsEqual(says.prefix(head.length)) { head.text = text }
            return form(place, cell, raw, row, content: .piece(head))
        }
        guard text.utf8.elementsEqual(says) else {
            return form(place, cell, raw, row, content: .standsFor(text))
        }
        if isSerial, let number = Serial.number(of: text),
            !String(number).utf8.elementsEqual(says)
        {
            // JSON has the number only.
            return form(place, cell, raw, row, content: .standsFor(text))
        }
        let made = form(place, cell, raw, row, content: .value)
        return made.before.isEmpty && made.after.isEmpty && !made.quoted ? nil : made
    }

    private func form(
        _ place: Int,
        _ cell: Int,
        _ raw: Int,
        _ row: Int,
        content: Layout.Content
    ) -> Layout.CellForm {
        let range = grid.range(ofCell: raw, inRow: row)
        let quoted = grid.isQuoted(raw)
        let inner =
            quoted ? grid.unquoted(range, in: cells.source.bytes) : Array(cells.source.bytes[range])
        let text =
            recognition.pastedRows.contains(row) && !quoted
            ? CellText.trimmedOfBreaks(inner.indices, of: inner.span)
            : CellText.trimmed(inner.indices, of: inner.span)
        return Layout.CellForm(
            row: place,
            cell: cell,
            content: content,
            before: String(decoding: inner[..<text.lowerBound], as: UTF8.self),
            after: String(decoding: inner[text.upperBound...], as: UTF8.self),
            quoted: quoted
        )
    }

    private func holdsLineBreak(_ range: Range<Int>) -> Bool {
        cells.source.bytes[range].contains { $0 == .lineFeed || $0 == .carriageReturn }
    }

    private func piece(_ row: Int, _ block: Int, _ offset: Int, _ column: Int) -> Layout.Piece? {
        guard let here = continuations[row]?.first(where: { $0.block == block }),
            let addition = here.additions.first(where: { $0.offset == offset })
        else { return nil }
        return Layout.Piece(
            target: here.target,
            column: column,
            part: addition.part,
            text: recognition.text.string(addition.text),
            length: addition.text.count,
            joint: addition.joint
        )
    }
}
