internal import SourceText
internal import TableLayout
internal import TargetFormats
internal import TargetModel

extension Inspection {
    /// Tells what was recognised in a file of the official layout.
    ///
    /// - Complexity: O(n) in the targets and the rows.
    init(of recognition: Recognition, in input: TableReading.Input) {
        file = input.file.name
        format = input.format.name
        encoding = recognition.cells.source.encoding.name
        let ends = recognition.lineEnds
        lineEnds = LineEndCounts(
            lineFeed: ends.lineFeed,
            carriageReturnLineFeed: ends.both,
            carriageReturn: ends.carriageReturn,
            isLastEnded: ends.isLastEnded
        )
        let heading = recognition.heading
        title = heading.title.map { text in
            Note(line: recognition.line(ofRow: heading.titleRows.lowerBound), text: text)
        }
        let facts = TitleFacts(title: heading.title, lines: heading.lines)
        issuer = facts.issuer
        year = facts.year
        targets = recognition.origins.count
        pages = Self.pages(of: recognition)
        columns = recognition.columns.indices.map { Self.meaning(of: $0, in: recognition) }
        notes = Self.notes(of: recognition)
        continuations = recognition.continuations.map { row in
            Note(line: recognition.line(ofRow: row.row), text: recognition.serial(of: row.target))
        }
    }

    private static func pages(of recognition: Recognition) -> [Page] {
        var pages = recognition.pages.map { page in
            Page(
                header: recognition.line(
                    ofRow: page.header.lowerBound
                )...recognition.line(
                    ofRow: max(page.header.lowerBound, page.header.upperBound - 1)
                ),
                blocks: page.blocks.map(Self.block)
            )
        }
        for (target, origin) in recognition.origins.enumerated() {
            let (page, block) = (Int(origin.page) - 1, Int(origin.block) - 1)
            guard pages.indices.contains(page), pages[page].blocks.indices.contains(block) else {
                continue
            }
            pages[page].blocks[block].add(recognition.serial(of: target), line: Int(origin.line))
        }
        return pages
    }

    private static func block(_ block: ColumnBlock) -> Block {
        Block(
            cells: (block.cell + 1)...max(block.cell + 1, block.cells.upperBound),
            columns: block.labels.indices.map { offset in
                Cell(
                    label: block.labels[offset].fullText,
                    field: block.fields[offset],
                    reason: block.reason(at: offset)?.wording
                )
            },
            targets: 0,
            lines: nil,
            firstSerial: "",
            lastSerial: ""
        )
    }

    private static func meaning(of column: Int, in recognition: Recognition) -> ColumnMeaning {
        let page = recognition.pages.first { page in
            page.blocks.contains { $0.columns.contains(column) }
        }
        let block = page?.blocks.first { $0.columns.contains(column) }
        let offset = block?.columns.firstIndex(of: column)
        let reason = offset.flatMap { block?.reason(at: $0) }
        let heading = page == nil ? recognition.headingReason(ofColumn: column) : nil
        return ColumnMeaning(
            label: recognition.columns[column].label,
            field: recognition.columns[column].field,
            line: page.map { recognition.line(ofRow: $0.header.lowerBound) },
            reason: reason?.wording ?? heading ?? reasonOfUnits(recognition.columns[column])
        )
    }

    /// What is said of a column without a field whose names count among the units: 配合单位 beside 责任单位.
    static func reasonOfUnits(_ column: Column) -> Wording? {
        guard column.field == nil, column.namesUnits else { return nil }
        return Wording(en: "its names count among the units", zh: "其中的名称计入责任单位")
    }

    /// Whole rows, and parts of rows that hold targets in other blocks, from top to bottom.
    private static func notes(of recognition: Recognition) -> [Note] {
        let whole = recognition.literalRows.map { row in
            (row, Note(line: recognition.line(ofRow: row), text: recognition.text(ofRow: row)))
        }
        let rows = Set(whole.map(\.0))
        let parts = recognition.literalParts.filter { !rows.contains($0.row) }.compactMap { part in
            let page = recognition.pages.last { $0.rows.contains(part.row) }
            return page.map { page in
                let text = recognition.text(ofRow: part.row, block: page.blocks[part.block])
                return (part.row, Note(line: recognition.line(ofRow: part.row), text: text))
            }
        }
        return (whole + parts).sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension Inspection.Block {
    /// Counts a further target; targets come from top to bottom.
    fileprivate mutating func add(_ serial: String, line: Int) {
        if targets == 0 { firstSerial = serial }
        targets += 1
        lastSerial = serial
        let known = lines ?? line...line
        lines = min(line, known.lowerBound)...max(line, known.upperBound)
    }
}

extension Recognition {
    /// The serial of a target (from 0), as its text stands; empty where there is no such column.
    fileprivate func serial(of target: Int) -> String {
        guard let column = columns.firstIndex(where: { $0.field == .serial }) else { return "" }
        return text.string(table[target * columns.count + column])
    }
}
