internal import JSONText
internal import SourceText
internal import TargetModel

extension TargetsDecoder {
    /// Makes the table of everything that was decoded, whose cells are given up.
    ///
    /// Without `listed`, the columns are the fields that any object has a text for, and every
    /// label of `extra`. A key that only some of the objects have is then no correction to a blank
    /// in the others: the baseline says that their cell is as it was. So it is with `listed`, too, and
    /// a column that no object has a key for is none; but `hasLayout` keeps it, so that the layout can
    /// say what stands there.
    /// - Complexity: O(n) in the cells.
    mutating func table(documents: [Document], listed: [Column]?, hasLayout: Bool = false)
        -> TargetTable
    {
        fillExtras()
        var columns: [Column] = []
        var cells: [ColumnCells] = []
        if let listed {
            let all = listed.map { ($0, self.cells(of: $0)) }
            let kept = all.filter { hasLayout || $0.1.absent.count < count }
            columns = kept.map(\.0)
            cells = kept.map(\.1)
            reportAbsent(in: all)
            reportUnlisted(in: listed)
        } else {
            for field in Field.allCases where fields[field.index].hasText {
                columns.append(Column(field, label: field.label))
                cells.append(fields[field.index])
            }
            for extra in extras {
                columns.append(Column(nil, label: String(decoding: extra.label, as: UTF8.self)))
                cells.append(extra.column)
            }
        }
        var table = TargetTable(
            documents: documents,
            columns: columns,
            text: text,
            cells: Self.rows(of: cells, count: count),
            origins: origins
        )
        table.places = CellPlaces(lines: places, spanning: true)
        table.baseline = Self.baseline(of: cells, count: count)
        // What else is read, or compared with what the texts mean, takes as much memory.
        for index in fields.indices { fields[index] = ColumnCells() }
        for index in extras.indices { extras[index].column = ColumnCells() }
        (origins, places) = (Origins(), [])
        return table
    }

    private func cells(of column: Column) -> ColumnCells {
        if let field = column.field { return fields[field.index] }
        let label = Array(column.label.utf8)
        if let index = extraIndexes[label] { return extras[index].column }
        var blank = ColumnCells()
        blank.fill(to: count)
        return blank
    }

    private static func rows(of columns: [ColumnCells], count: Int) -> TextRanges {
        var all = TextRanges(roomFor: columns.count * count)
        // As many rows at a time as stay in the processor's cache: one by one, each cell of a row was
        // looked for in a list of its own.
        for rowsAtOnce in Cores.ranges(of: 256, in: count) {
            var rows = [TextRange](repeating: .empty, count: columns.count * rowsAtOnce.count)
            for (index, column) in columns.enumerated() {
                for (row, target) in rowsAtOnce.enumerated() {
                    rows[row * columns.count + index] = column.cells[target]
                }
            }
            all.append(rows.span)
        }
        return all
    }

    private static func baseline(of columns: [ColumnCells], count: Int) -> Baseline? {
        guard columns.contains(where: { !$0.absent.isEmpty }) else { return nil }
        var cells = [Baseline.Original](repeating: .unknown, count: columns.count * count)
        for (index, column) in columns.enumerated() {
            for target in column.absent { cells[target * columns.count + index] = .text("") }
        }
        return Baseline(cells: cells)
    }

    // MARK: Columns that the document lists

    /// Tells once that objects lack keys of listed columns: what they don't say is as it was.
    private mutating func reportAbsent(in listed: [(column: Column, cells: ColumnCells)]) {
        let lacking = listed.filter { $0.column.field != .serial && !$0.cells.absent.isEmpty }
        guard let field = lacking.first?.column.key, let first = lacking.first?.cells.absent.first
        else { return }
        let keys = lacking.map { "`\($0.column.key)`" }
        findings.serial = text.string(fields[Field.serial.index].cells[first])
        defer { findings.serial = nil }
        findings.report(
            .note,
            .missingKey,
            at: objects()[first],
            field: field,
            Wording(
                en:
                    "targets lack the keys \(list: keys, ", "): what they don't say counts as unchanged",
                zh: "有的目标缺少键\(list: keys, "、")：没有写出的内容视为未改动"
            )
        )
    }

    private mutating func reportUnlisted(in listed: [Column]) {
        for field in Field.allCases where fields[field.index].hasText {
            guard !listed.contains(where: { $0.field == field }) else { continue }
            let value = objects().lazy.compactMap { value in
                value.members.first { $0.key.isField(field) && !$0.value.isNull }
            }.first
            if let value { reportUnlisted(value.key, field.key) }
        }
        let labels = Set(listed.lazy.filter { $0.field == nil }.map { Array($0.label.utf8) })
        for extra in extras where !labels.contains(extra.label) {
            let label = String(decoding: extra.label, as: UTF8.self)
            let value = objects().lazy.compactMap { value in
                value["extra"]?.members.first { $0.key.utf8 == extra.label }
            }.first
            if let value { reportUnlisted(value.key, label) }
        }
    }

    private mutating func reportUnlisted(_ key: JSONValue, _ name: String) {
        findings.report(
            .error,
            .unlistedColumn,
            at: key,
            field: name,
            Wording(
                en: "the targets have `\(name)`, but `columns` doesn't list it",
                zh: "目标里有“\(name)”，而“columns”里没有列出这一栏"
            ),
            hint: Wording(
                en: "add it to `columns`, or take it out of the targets",
                zh: "请把它加进“columns”，或从目标里删去"
            )
        )
    }
}

extension JSONValue {
    fileprivate func isField(_ field: Field) -> Bool {
        utf8.elementsEqual(field.key.utf8)
    }
}
