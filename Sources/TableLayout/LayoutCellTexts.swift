internal import DelimitedText
internal import SourceText
internal import TargetModel

/// What each cell of a layout says, given the table.
struct LayoutCellTexts {
    private var table: TargetTable
    private let leaderColumn: Int?
    private let serialColumn: Int?
    private let quoting: TabQuoting
    /// The leader that a blank cell means at each target: the last one named before it.
    private let carriedLeaders: [TextRange]
    /// The targets that stand under one serial.
    private let groups: SerialGroups
    /// The rows that head groups.
    private let headings: HeadingCells
    /// Texts of columns that are read from parts, put back into the part that says them.
    private var replaced: [Int: TextRange] = [:]
    /// For each cell that goes on over several rows (target × columns + column), its pieces.
    private var pieces: [Int: [String]] = [:]

    init(_ layout: Layout, _ table: TargetTable) throws(LayoutError) {
        self.table = table
        quoting = TabQuoting(of: layout)
        leaderColumn = table.column(of: .leader)
        serialColumn = table.column(of: .serial)
        var carried: [TextRange] = []
        if let leaderColumn {
            var last = TextRange.empty
            carried.reserveCapacity(table.count)
            for target in 0..<table.count {
                carried.append(last)
                let leader = table.range(target, leaderColumn)
                if !leader.isEmpty { last = leader }
            }
        }
        carriedLeaders = carried
        groups = SerialGroups(table)
        headings = HeadingCells(of: layout, groups)
        try resolveLatest(layout)
        cutPieces(layout)
    }

    /// Whether some cell gets another text than the table has for it.
    var replacesTexts: Bool { !replaced.isEmpty }

    /// The bytes of a cell; `target` and `column` are nil where it is no target's.
    func bytes(form: Layout.CellForm?, target: Int?, column: Int?) throws(LayoutError) -> CellBytes
    {
        guard let form else {
            guard let target, let column else { return .other([]) }
            let range = text(target, column)
            guard isPlain(range) else { return .other(try rendered(target, column, quoted: false)) }
            return .text(range)
        }
        switch form.content {
        case .literal(let text):
            return .other(Array(text.utf8))
        case .value:
            guard let target, let column else { return .other([]) }
            return .other(
                try rendered(target, column, form.before, form.after, quoted: form.quoted)
            )
        case .standsFor(let text):
            guard let target, let column else { return .other([]) }
            if stands(text, for: target, column) {
                let cell = Array((form.before + text + form.after).utf8)
                return .other(form.quoted ? Self.quoted(cell) : cell)
            }
            return .other(try rendered(form, target, column))
        case .repeats(let text, let owner):
            guard let column else { return .other([]) }
            if repeats(text, owner, column), !form.quoted {
                return .other(Array((form.before + text + form.after).utf8))
            }
            return .other(try rendered(form, owner, column))
        case .piece(let piece):
            let parts = pieces[piece.target * table.columns.count + piece.column] ?? []
            let text = piece.part < parts.count ? parts[piece.part] : ""
            // As it stood there: with line breaks that were pasted into it, or 同上.
            if !form.quoted, let original = piece.text, !original.holds(.tab),
                stands(original, for: text, piece)
            {
                return .other(Array((form.before + original + form.after).utf8))
            }
            return .other(
                try rendered(
                    Array(text.utf8),
                    piece.target,
                    piece.column,
                    form.before,
                    form.after,
                    quoted: form.quoted
                )
            )
        }
    }

    private func text(_ target: Int, _ column: Int) -> TextRange {
        if !replaced.isEmpty, let replacement = replaced[target * table.columns.count + column] {
            return replacement
        }
        return table.range(target, column)
    }

    /// Whether characters still read as the target's text.
    func stands(_ text: String, for target: Int, _ column: Int) -> Bool {
        table.text.withSpan(of: self.text(target, column)) { stands(text, for: $0, target, column) }
    }

    /// Whether characters still read as a piece of a text.
    private func stands(_ original: String, for text: String, _ piece: Layout.Piece) -> Bool {
        if text.hasSameBytes(as: original) { return true }
        return piece.part == 0
            && stands(original, for: text.utf8.span, piece.target, piece.column)
    }

    /// Whether characters still read as what a target says in a column, or as the first piece of it.
    private func stands(
        _ text: String,
        for said: Span<UInt8>,
        _ target: Int,
        _ column: Int
    ) -> Bool {
        if said.hasSameBytes(as: text.utf8.span) { return true }
        // Blank names were read as those above only where rows are grouped by them.
        let isName =
            table.columns[column].namesUnits
            || (table.columns[column].field == nil && groups.first(of: target) == nil)
        if target > 0, isName,
            text.isEmpty || RowWords.isDitto(text.utf8.span),
            says(said, table.range(target - 1, column))
        {
            return true
        }
        let first = groups.first(of: target) ?? target
        if column == serialColumn {
            let serial = said.string
            let isHeaded = headings.source(of: column, first) != nil
            return Serial.areSame(text, serial)
                || groups.stands(text, for: serial, isHeaded: isHeaded)
        }
        let source = headings.source(of: column, first)
        if text.isEmpty, let source, source == .init(target: target, column: column) { return true }
        // A blank leader means the last one named, in a group, too.
        if text.isEmpty, column != leaderColumn || carriedLeaders[target].isEmpty,
            let above = source ?? (first == target ? nil : .init(target: first, column: column)),
            says(said, table.range(above.target, above.column))
        {
            return true
        }
        return column == leaderColumn && !said.isEmpty && says(said, carriedLeaders[target])
    }

    private func says(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
        table.text.withSpan(of: range) { $0.hasSameBytes(as: text) }
    }

    /// Whether characters still are what a cell says of a target (from 0) in another row.
    private func repeats(_ text: String, _ owner: Int, _ column: Int) -> Bool {
        let bytes = table.text.bytes(self.text(owner, column))
        if text.utf8.elementsEqual(bytes) { return true }
        if column == serialColumn {
            return groups.heads(text, String(decoding: bytes, as: UTF8.self))
        }
        return RowWords.isDitto(text.utf8.span) && stands(text, for: owner, column)
    }

    // MARK: Cells as they are written

    /// Whether a text may stand in a cell as it is.
    private func isPlain(_ range: TextRange) -> Bool {
        table.text.withSpan(of: range, Self.isPlain)
    }

    /// Whether a text may stand in a cell as it is.
    static func isPlain(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return true }
        if text[0] == .quotationMark { return false }
        return Grid.nextSeparator(in: text, from: 0) == text.count
            && CellText.trimmed(0..<text.count, of: text).count == text.count
    }

    /// A cell that no longer stands for the target's text; of a group's serial, the part that the
    /// table writes.
    private func rendered(_ form: Layout.CellForm, _ target: Int, _ column: Int)
        throws(LayoutError) -> [UInt8]
    {
        if column == serialColumn,
            let parts = Serial.groupParts(table.string(target, column: column)), parts.number == 1
        {
            let serial = Array(parts.serial.utf8)
            return try rendered(
                serial,
                target,
                column,
                form.before,
                form.after,
                quoted: form.quoted
            )
        }
        return try rendered(target, column, form.before, form.after, quoted: form.quoted)
    }

    private func rendered(
        _ target: Int,
        _ column: Int,
        _ before: String = "",
        _ after: String = "",
        quoted: Bool
    ) throws(LayoutError) -> [UInt8] {
        let text = Array(table.text.bytes(self.text(target, column)))
        return try rendered(text, target, column, before, after, quoted: quoted)
    }

    private func rendered(
        _ text: [UInt8],
        _ target: Int,
        _ column: Int,
        _ before: String,
        _ after: String,
        quoted: Bool
    ) throws(LayoutError) -> [UInt8] {
        let bare = Array(text[CellText.trimmed(text.indices, of: text.span)])
        let cell = Array(before.utf8) + bare + Array(after.utf8)
        if quoted {
            let written = Self.quoted(cell)
            // With nothing in it that needs them, the quotes would read as text.
            if !Grid(tabSeparated: written, quoting: quoting).quotedCells.isEmpty { return written }
        }
        guard Grid.nextSeparator(in: bare.span, from: 0) == bare.count else {
            throw LayoutError(diagnostic: Self.unrepresentable(target, column, table))
        }
        // A text that would be read as a quoted cell has to be quoted itself.
        let readsAsQuoted =
            cell.first == .quotationMark
            && !Grid(tabSeparated: cell, quoting: quoting).quotedCells.isEmpty
        return readsAsQuoted ? Self.quoted(cell) : cell
    }

    /// Quotes a cell as Excel does.
    static func quoted(_ cell: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [.quotationMark]
        for byte in cell {
            if byte == .quotationMark { result.append(.quotationMark) }
            result.append(byte)
        }
        return result + [.quotationMark]
    }

    // MARK: Columns that are read from parts

    /// Where such a column was edited, the part that it was read from gets the new text.
    private mutating func resolveLatest(_ layout: Layout) throws(LayoutError) {
        for step in layout.steps {
            guard case .targets(let rows) = step.run else { continue }
            for (block, first) in zip(step.blocks, rows.targets) {
                guard let first, !block.latest.isEmpty else { continue }
                for target in first..<(first + rows.count) {
                    for latest in block.latest { try resolve(latest, target) }
                }
            }
        }
    }

    private mutating func resolve(_ latest: Layout.Latest, _ target: Int) throws(LayoutError) {
        guard latest.names.isEmpty else { return try resolveTicks(latest, target) }
        guard let part = table.part(of: latest, of: target) else { return }
        let whole = table.range(target, latest.column)
        guard !table.text.equal(whole, table.range(target, part)) else { return }
        // The baseline tells which of the two was edited.
        let partIsOld = table.isOriginal(target, part)
        let wholeIsOld = table.isOriginal(target, latest.column)
        if wholeIsOld == true, partIsOld != true { return }
        guard partIsOld != false else {
            throw LayoutError(diagnostic: Self.contradiction(target, latest.column, part, table))
        }
        replaced[target * table.columns.count + part] = whole
    }

    /// Where such a column says another status than the one that is ticked, the tick is moved.
    private mutating func resolveTicks(_ whole: Layout.Latest, _ target: Int) throws(LayoutError) {
        let said = table.string(target, column: whole.column)
        guard table.ticked(whole, of: target) != said else { return }
        let ticksAreOld = whole.parts.allSatisfy { table.isOriginal(target, $0) != false }
        if !ticksAreOld, table.isOriginal(target, whole.column) == true { return }
        guard ticksAreOld, let changes = table.ticking(whole, of: target) else {
            let part = whole.parts[0]
            throw LayoutError(diagnostic: Self.contradiction(target, whole.column, part, table))
        }
        for (column, text) in changes {
            replaced[target * table.columns.count + column] = table.text.add(text)
        }
    }

    // MARK: Texts that go on over several rows

    private mutating func cutPieces(_ layout: Layout) {
        var found: [Int: [Layout.Piece]] = [:]
        for case .targets(let rows) in layout.runs {
            for form in rows.forms {
                guard case .piece(let piece) = form.content else { continue }
                found[piece.target * table.columns.count + piece.column, default: []].append(piece)
            }
        }
        for (cell, parts) in found {
            let target = cell / table.columns.count
            let text = table.string(target, column: cell % table.columns.count)
            let ordered = parts.sorted { $0.part < $1.part }
            guard let first = ordered.first, first.part > 0 else {
                pieces[cell] = TextPieces(ordered).cut(text)
                continue
            }
            // The page that the target stands in lacks the column, a page below has it: what would
            // be left for the target's own row goes to the first row that can hold it.
            var head = first
            head.part = 0
            head.text = nil
            head.length = 0
            var cut = TextPieces([head] + ordered).cut(text)
            cut[1] = cut[0] + cut[1]
            pieces[cell] = cut
        }
    }
}

extension LayoutCellTexts {
    private static func unrepresentable(_ target: Int, _ column: Int, _ table: TargetTable)
        -> Diagnostic
    {
        let breaks: Set<UInt8> = [.tab, .lineFeed, .carriageReturn]
        let isTab = table.string(target, column: column).utf8.first(where: breaks.contains) == .tab
        return table.placed(
            Diagnostic(
                .error,
                isTab ? .tabInCell : .lineBreakInCell,
                isTab
                    ? Wording(
                        en: "a tab can't stand in a cell of the official layout",
                        zh: "官方表格的单元格里不能有制表符"
                    )
                    : Wording(
                        en: "a line break can't stand in a cell of the official layout",
                        zh: "官方表格的单元格里不能有换行"
                    ),
                hint: Wording(
                    en:
                        "take it out of the text, or when corrections are applied let it become a blank",
                    zh: "请从文字中删去；写回更正时也可换成空格"
                ),
                remedy: .breaksAsBlanks
            ),
            target: target,
            column: column
        )
    }

    private static func contradiction(
        _ target: Int,
        _ column: Int,
        _ part: Int,
        _ table: TargetTable
    ) -> Diagnostic {
        let whole = table.columns[column].label
        let label = table.columns[part].label
        return table.placed(
            Diagnostic(
                .error,
                .contradictoryParts,
                Wording(
                    en: "\(whole) says something else than \(label), which it is read from",
                    zh: "“\(whole)”与它所取自的“\(label)”内容不一致"
                ),
                hint: Wording(en: "change both alike", zh: "请把两处改成一致")
            ),
            target: target,
            column: column
        )
    }
}
