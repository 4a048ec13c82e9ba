package import SourceText
internal import TableLayout
package import TargetModel

/// Writes the official layout: the table's own where it has one, else a fresh one.
package struct TSVWriter: TargetStreamWriter {
    /// Makes a writer.
    package init() {}

    /// Writes the whole table, and makes sure that it reads as the table again.
    package func write(
        _ table: TargetTable,
        options: WritingOptions,
        to buffer: inout OutputBuffer
    ) throws {
        if table.count >= Self.manyTargets, let table = Self.laidOutAnew(table, options),
            let rows = FreshRows(table, options), rows.readAsTheTable()
        {
            return try rows.write(to: &buffer)
        }
        try buffer.append(piece: Self.bytes(of: table, options: options))
    }

    /// Of fewer targets, the whole text may be there beside the table.
    private static let manyTargets = 1 << 12

    /// Returns the file.
    ///
    /// - Throws: `FormatError` where a text can't stand in the layout or in its encoding.
    package static func bytes(
        of table: TargetTable,
        options: WritingOptions
    ) throws(FormatError) -> [UInt8] {
        guard let table = laidOutAnew(table, options) else {
            guard let kept = table.layout else { throw mismatch(nil, table) }
            return try bytes(of: table, in: kept, options)
        }
        // With the notes around the targets, where the table reads as it is with them.
        if !table.otherTexts.isEmpty {
            let noted = FreshLayout(of: table, blocks: options.blocks, keepsNotes: true)
            for layout in noted.layouts {
                if let layout = layout(), let bytes = try? bytes(of: table, in: layout, options),
                    saysSameTitle(bytes, as: table)
                {
                    return bytes
                }
            }
        }
        var failure: FormatError?
        for layout in FreshLayout(of: table, blocks: options.blocks).layouts {
            guard let layout = layout() else { continue }
            do {
                return try bytes(of: table, in: layout, options)
            } catch {
                failure = failure ?? error
            }
        }
        throw failure ?? mismatch(nil, table)
    }

    /// The table as it reads in a layout of another form than its own; nil where it is written in its own.
    static func laidOutAnew(_ table: TargetTable, _ options: WritingOptions) -> TargetTable? {
        table.layout == nil || options.blocks != nil ? table.readingAlike : nil
    }

    /// Whether a file that was written, in whatever encoding, has the title, issuer and year of its table.
    private static func saysSameTitle(_ bytes: [UInt8], as table: TargetTable) -> Bool {
        var findings = DiagnosticBag()
        let input = InputFile(name: table.document.file, bytes: bytes)
        let again = try? TSVReader().read(
            input,
            options: ReadingOptions(),
            reporting: &findings
        ).document
        guard let again else { return false }
        return again.title == table.document.title && again.year == table.document.year
            && again.issuer == table.document.issuer
    }

    private static func bytes(
        of table: TargetTable,
        in layout: Layout,
        _ options: WritingOptions
    ) throws(FormatError) -> [UInt8] {
        var layout = layout
        if let encoding = options.encoding { layout.encoding = encoding }
        let text: [UInt8]
        do throws(LayoutError) {
            text = try self.text(of: table, in: layout)
        } catch {
            throw FormatError(.data, error.diagnostic)
        }
        try verify(text, in: layout, reads: table)
        do {
            return try layout.encoding.encode(text)
        } catch {
            throw FormatError(.data, unencodable(error, in: text, of: table, layout.encoding))
        }
    }

    /// The file's text in UTF-8: the source of the table's texts, where that is what is written, as of a file
    /// that nobody corrected; it isn't there twice then.
    private static func text(
        of table: TargetTable,
        in layout: Layout
    ) throws(LayoutError) -> [UInt8] {
        let writer = try LayoutWriter(layout, of: table)
        if table.places == nil, let edits = try writer.edits(), edits.isEmpty {
            return table.text.source
        }
        var text = OutputBuffer()
        // Nearly every file comes from a table that was read from it; JSON says far more.
        let cells = table.cells.reduce(table.cells.count) { $0 + $1.count }
        let room = min(table.text.source.count + table.text.added.count, cells + cells / 16)
        try text.withMemoryAhead(room) { (text) throws(LayoutError) in
            try writer.write(to: &text)
        }
        return text.bytes
    }

    /// What has to be replaced in the source of a table that was read from an official file in UTF-8, and
    /// corrected in some cells, so that it is the file of the table as it is; nil where most of it has to be
    /// made anew.
    ///
    /// When that is done, `verify` tells whether it reads as the table.
    /// - Throws: `FormatError` where a text can't stand in the layout.
    package static func edits(
        of table: TargetTable,
        replacing cells: [ReplacedCell]
    ) throws(FormatError) -> ByteEdits? {
        guard let layout = table.layout else { return nil }
        if let edits = CellEdits(layout, of: table).replacing(cells) { return edits }
        do {
            return try LayoutWriter(layout, of: table).edits()
        } catch {
            throw FormatError(.data, error.diagnostic)
        }
    }

    /// Makes sure that the source of a table's text, taken for an official file in the table's layout, reads
    /// as the table.
    ///
    /// - Throws: `FormatError` where it doesn't.
    package static func verify(_ table: TargetTable) throws(FormatError) {
        guard let layout = table.layout else { throw mismatch(nil, table) }
        try verify(table.text.source, in: layout, reads: table)
    }

    /// - Throws: `FormatError` where what was written doesn't read as the table.
    private static func verify(
        _ text: [UInt8],
        in layout: Layout,
        reads table: TargetTable
    ) throws(FormatError) {
        do {
            try verify(text, in: layout, reads: table, knowing: table.meanings)
        } catch {
            // Where two columns have one label, it can't be said by name what each of them means.
            guard (try? verify(text, in: layout, reads: table, knowing: [:])) != nil else {
                throw error
            }
        }
    }

    private static func verify(
        _ text: [UInt8],
        in layout: Layout,
        reads table: TargetTable,
        knowing overrides: [String: Field]
    ) throws(FormatError) {
        let source = SourceText(name: table.document.file, validated: text, encoding: .utf8)
        let cells = GridSource(official: source, overrides: overrides)
        var findings = DiagnosticBag()
        var recognizer = Recognizer(overrides: overrides)
        if text.span.isIdentical(to: table.text.source.span) { recognizer.expected = table.cells }
        guard
            let again = try? recognizer.recognize(cells, reporting: &findings)
                .table(in: table.document)
        else { throw mismatch(nil, table) }
        guard again.columns == table.columns, again.count == table.count else {
            throw mismatch(nil, table)
        }
        let wholes = layout.latestColumns
        let pieces = Cores.ranges(of: Self.targetsPerPiece, in: table.count)
        let others = Cores.map(pieces.count) { piece in
            again.cells(of: pieces[piece], thatSayOtherThan: table)
        }
        for (target, column) in others.joined() {
            guard wholes.contains(where: { again.follows($0, target, column, of: table) })
            else { throw mismatch((target, column), table) }
        }
    }

    /// How many targets one core compares at a time.
    private static let targetsPerPiece = 1 << 14

    private static func mismatch(_ cell: (target: Int, column: Int)?, _ table: TargetTable)
        -> FormatError
    {
        let diagnostic = Diagnostic(
            .error,
            .layoutNotReadable,
            Wording(
                en: "written in the official layout, the table would not read the same again",
                zh: "按官方版式写出后，读回的内容会与原表不一致"
            ),
            hint: Wording(
                en: "look for blanks around a text, an empty leader under a named one, or a serial "
                    + "that looks like a note",
                zh: "请检查文字首尾的空白、有名字的领导下面的空白领导，或像注释一样的序号"
            )
        )
        return FormatError(
            .data,
            table.placed(diagnostic, target: cell?.target, column: cell?.column)
        )
    }

    private static func unencodable(
        _ error: UnencodableCharacter,
        in text: [UInt8],
        of table: TargetTable,
        _ encoding: TextEncoding
    ) -> Diagnostic {
        let code = error.scalar.codePoint
        let finding = Diagnostic(
            .error,
            .unencodableCharacter,
            Wording(
                en: "\(encoding.name) has no character \(error.scalar) (\(code))",
                zh: "\(encoding.name) 编码里没有字符“\(error.scalar)”（\(code)）"
            ),
            hint: Wording(
                en: "use another character, or another encoding",
                zh: "请换一个字，或换一种编码"
            ),
            remedy: .outputEncoding(TextEncoding.utf8.name)
        )
        // What is written has the lines of an official file that was read, and of no other.
        guard table.places == nil else {
            let cell = table.firstCell(with: error.scalar)
            return table.placed(finding, target: cell?.target, column: cell?.column)
        }
        return finding.at(
            error.offset..<error.offset,
            of: SourceText(name: table.shownName, validated: text, encoding: encoding)
        )
    }
}

extension TargetTable {
    /// The cells of some targets, in order, that don't say the same as those of another table with the
    /// same columns.
    ///
    /// Asked by one core, it was 20 of the 780 ms of converting JSON, whose cells lie apart.
    fileprivate func cells(
        of targets: Range<Int>,
        thatSayOtherThan other: TargetTable
    ) -> [(target: Int, column: Int)] {
        var found: [(target: Int, column: Int)] = []
        let isOneText = text.sharesSource(with: other.text)
        for target in targets
        where !(isOneText ? hasSameRanges(target, as: other) : hasSameRow(target, as: other)) {
            for column in columns.indices where !saysTheSame(target, column, as: other, column) {
                found.append((target, column))
            }
        }
        return found
    }

    /// Whether all cells of a target stand in the source, and where those of another table stand in it.
    ///
    /// Comparing 34 MB with themselves would be a tenth of `apply` with one correction.
    private func hasSameRanges(_ target: Int, as other: TargetTable) -> Bool {
        let first = target * columns.count
        for index in first..<(first + columns.count) {
            guard cells[index] == other.cells[index], !cells[index].isAdded else { return false }
        }
        return true
    }

    /// Whether all cells of a target stand in one piece of text, each in the same place of it, in
    /// both tables, and the pieces are the same: so do nearly all, and the cells needn't be looked
    /// at one by one, which takes 1 % more instructions of `apply` with one correction.
    fileprivate func hasSameRow(_ target: Int, as other: TargetTable) -> Bool {
        let first = target * columns.count
        var piece = cells[first]
        var otherPiece = other.cells[first]
        guard !piece.isAdded, !otherPiece.isAdded else { return false }
        for index in first..<(first + columns.count) {
            let (cell, otherCell) = (cells[index], other.cells[index])
            guard !cell.isAdded, !otherCell.isAdded, cell.length == otherCell.length,
                cell.start >= piece.start, otherCell.start >= otherPiece.start,
                cell.start - piece.start == otherCell.start - otherPiece.start
            else { return false }
            piece.length = cell.start - piece.start + cell.length
            otherPiece.length = piece.length
        }
        return text.equal(piece, otherPiece, of: other.text)
    }

    /// Whether a cell says the same as one of another table with the same columns: serials are
    /// compared as numbers, and blanks around a text don't count.
    fileprivate func saysTheSame(
        _ target: Int,
        _ column: Int,
        as other: TargetTable,
        _ otherColumn: Int
    ) -> Bool {
        let ranges = (range(target, column), other.range(target, otherColumn))
        if text.equal(ranges.0, ranges.1, of: other.text) { return true }
        let bytes = text.bytes(ranges.0)
        let otherBytes = other.text.bytes(ranges.1)
        if columns[column].field == .serial {
            return Serial.areSame(
                String(decoding: bytes, as: UTF8.self),
                String(decoding: otherBytes, as: UTF8.self)
            )
        }
        return CellText.trimmed(bytes).elementsEqual(CellText.trimmed(otherBytes))
    }

    /// Whether a cell follows an edit: of what is read from parts and the part that says it, one
    /// was edited in `table`, and now both say so.
    fileprivate func follows(
        _ whole: Layout.Latest,
        _ target: Int,
        _ column: Int,
        of table: TargetTable
    ) -> Bool {
        guard whole.names.isEmpty else {
            let read = string(target, column: whole.column)
            let place = Ticks.place(of: table.string(target, column: whole.column), in: whole.names)
            return (column == whole.column || whole.parts.contains(column))
                && (read == table.ticked(whole, of: target)
                    || read == place.map { whole.names[$0] })
        }
        guard let part = table.part(of: whole, of: target) else { return false }
        if column == part { return saysTheSame(target, part, as: table, whole.column) }
        return column == whole.column && saysTheSame(target, column, as: table, part)
    }
}
