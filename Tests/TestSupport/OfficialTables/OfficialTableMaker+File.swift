import TargetModel

/// The rows of a generated file.
struct OfficialFile {
    /// One row.
    struct Row {
        /// The cells as they stand in the file, quotes and blanks included.
        var cells: [String]
        /// The targets that begin here.
        var targets: [Int] = []
        /// What ends the row.
        var end = ""

        /// The row without its end.
        var raw: String { cells.joined(separator: "\t") }
    }

    /// The rows, from first to last.
    var rows: [Row] = []

    /// The whole text.
    var text: String {
        rows.reduce(into: "") { $0 += $1.raw + $1.end }
    }
}

extension OfficialTableMaker {
    /// Adds what stands above the first header.
    mutating func addPreamble(_ title: String?, to file: inout OfficialFile) {
        for _ in 0..<random.below(3) { addBlankRow(to: &file) }
        if has(.attachmentMark) {
            file.rows.append(.init(cells: [random.pick(["附件2", "附表一", "附件1:"])]))
        }
        if let title {
            let marked = random.oneIn(2) ? "# " + title : title
            file.rows.append(.init(cells: [marked] + trailingBlanks()))
        }
        if has(.notesAbove) {
            for _ in 0..<random.number(in: 1...2) {
                file.rows.append(.init(cells: [random.pick(OfficialWords.notesAbove)]))
            }
            // The unit of measure stands to the right.
            if random.oneIn(3) {
                let before = [String](repeating: "", count: random.number(in: 1...6))
                file.rows.append(.init(cells: before + ["单位:万元"]))
            }
        }
        if random.oneIn(2) { addBlankRow(to: &file) }
    }

    /// Adds a page: its header and its lines.
    mutating func addPage(
        _ page: OfficialPage,
        number: Int,
        of pages: Int,
        _ header: OfficialHeader,
        to file: inout OfficialFile
    ) {
        if number > 1, has(.continuationMarks) {
            file.rows.append(.init(cells: [random.pick(["续表", "(续)", "（续表）"])]))
        }
        addHeader(header, blocks: page.blocks, to: &file)
        for line in page.lines {
            switch line {
            case .whole(let text):
                if text.isEmpty {
                    addBlankRow(to: &file)
                } else {
                    file.rows.append(.init(cells: [text] + trailingBlanks()))
                }
            case .blocks(let blocks):
                file.rows.append(row(of: blocks, width: header.cells.count))
            }
        }
        if has(.pageNumbers) {
            if random.oneIn(2) { addBlankRow(to: &file) }
            file.rows.append(
                .init(cells: [random.pick(["— \(number) —", "-\(number)-", "第\(number)页"])])
            )
        }
    }

    private mutating func addHeader(
        _ header: OfficialHeader,
        blocks: Int,
        to file: inout OfficialFile
    ) {
        for row in 0..<(header.hasTwoRows ? 2 : 1) {
            var cells: [String] = []
            for block in 0..<blocks {
                if block > 0, has(.gaps) { cells.append("") }
                for cell in header.cells {
                    let label = header.label(of: cell, inRow: row)
                    cells.append(label.isEmpty ? "" : spelled(label: label))
                }
            }
            file.rows.append(.init(cells: cells))
        }
    }

    private mutating func row(
        of blocks: [OfficialPage.BlockRow?],
        width: Int
    ) -> OfficialFile.Row {
        var row = OfficialFile.Row(cells: [])
        for (index, block) in blocks.enumerated() {
            if index > 0, has(.gaps) { row.cells.append(spelledBlank()) }
            for cell in 0..<width {
                let text = block?.cells[cell] ?? ""
                row.cells.append(text.isEmpty ? spelledBlank() : spelled(text))
            }
            if let target = block?.target { row.targets.append(target) }
        }
        if has(.unpaddedRows, oneIn: 2) {
            while row.cells.count > 1, row.cells.last.map(isBlank) ?? false {
                row.cells.removeLast()
            }
        } else if has(.overpaddedRows, oneIn: 3) {
            for _ in 0..<random.number(in: 1...3) { row.cells.append(spelledBlank()) }
        }
        return row
    }

    /// Adds what stands below the last page.
    mutating func addPostamble(to file: inout OfficialFile) {
        if has(.notesBelow) {
            if random.oneIn(2) { addBlankRow(to: &file) }
            file.rows.append(.init(cells: [random.pick(OfficialWords.notes)] + trailingBlanks()))
            if random.oneIn(2) {
                file.rows.append(.init(cells: [random.pick(OfficialWords.signatures)]))
            }
        }
    }

    private mutating func addBlankRow(to file: inout OfficialFile) {
        file.rows.append(.init(cells: [spelledBlank()] + trailingBlanks()))
    }

    private mutating func trailingBlanks() -> [String] {
        // Beside rows of other widths, a tab between two quotes could as well end a cell.
        guard !has(.quotedCells) else { return [] }
        return (0..<random.pick([0, 0, 0, 2, 6])).map { _ in spelledBlank() }
    }

    // MARK: Ends of rows

    /// Ends the rows; returns the line (from 1) that each target begins in.
    mutating func endRows(of file: inout OfficialFile) -> [(target: Int, line: Int)] {
        let ends = ["\n", "\r\n", "\r"]
        let usual = has(.lineEnds) ? random.pick(ends) : "\n"
        var lines: [(target: Int, line: Int)] = []
        var line = 1
        for index in file.rows.indices {
            var end = has(.mixedLineEnds) ? random.pick(ends) : usual
            // CR and a blank row's LF would be one line end.
            let isEmpty = file.rows[index].raw.isEmpty
            if isEmpty, index > 0, file.rows[index - 1].end == "\r", end.utf8.first == 0x0A {
                end = "\r"
            }
            let isLast = index == file.rows.count - 1
            if isLast, !isEmpty, has(.noLastLineEnd) { end = "" }
            file.rows[index].end = end
            lines += file.rows[index].targets.map { ($0, line) }
            line += Self.lineBreaks(in: file.rows[index].raw) + 1
        }
        return lines
    }

    /// How many line ends (LF, CRLF, CR) a text holds.
    private static func lineBreaks(in text: String) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
            previous = byte
        }
        return count
    }
}
