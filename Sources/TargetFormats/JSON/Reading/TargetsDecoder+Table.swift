internal import JSONText
internal import SourceText
internal import TargetModel

extension TargetsDecoder {
    /// Makes the table of everything that was decoded.
    ///
    /// Without `listed`, the columns are the fields that any object has a text for, and every
    /// label of `extra`. A key that only some of the objects have is then no correction to a blank
    /// in the others: the baseline says that their cell is as it was.
    /// - Complexity: O(n) in the cells.
    mutating func table(documents: [Document], listed: [Column]?) -> TargetTable {
        fillExtras()
        var columns: [Column] = []
        var cells: [ColumnCells] = []
        if let listed {
            columns = listed
            cells = listed.map { self.cells(of: $0) }
            reportAbsent(in: listed, cells)
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
            cells: Self.rows(of: cells, count: values.count),
            origins: origins
        )
        table.places = CellPlaces(lines: places)
        if listed == nil { table.baseline = Self.baseline(of: cells, count: values.count) }
        return table
    }

    private func cells(of column: Column) -> ColumnCells {
        if let field = column.field { return fields[field.index] }
        let label = Array(column.label.utf8)
        if let index = extraIndexes[label] { return extras[index].column }
        var blank = ColumnCells()
        blank.fill(to: values.count)
        return blank
    }

    private static func rows(of columns: [ColumnCells], count: Int) -> [TextRange] {
        var rows: [TextRange] = []
        rows.reserveCapacity(columns.count * count)
        for target in 0..<count {
            for column in columns { rows.append(column.cells[target]) }
        }
        return rows
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

    private mutating func reportAbsent(in listed: [Column], _ cells: [ColumnCells]) {
        for (column, listedCells) in zip(listed, cells) where column.field != .serial {
            guard let first = listedCells.absent.first else { continue }
            let value = values[first]
            findings.serial = text.string(fields[0].cells[first])
            findings.reportMissing(
                column.key,
                in: column.field == nil ? value["extra"] ?? value : value,
                column.field == nil ? "extra" : "targets",
                field: column.key,
                count: listedCells.absent.count
            )
        }
        findings.serial = nil
    }

    private mutating func reportUnlisted(in listed: [Column]) {
        for field in Field.allCases where fields[field.index].hasText {
            guard !listed.contains(where: { $0.field == field }) else { continue }
            let value = values.lazy.compactMap { value in
                value.members.first { $0.key.isField(field) && !$0.value.isNull }
            }.first
            if let value { reportUnlisted(value.key, field.key) }
        }
        let labels = Set(listed.lazy.filter { $0.field == nil }.map { Array($0.label.utf8) })
        for extra in extras where !labels.contains(extra.label) {
            let label = String(decoding: extra.label, as: UTF8.self)
            let value = values.lazy.compactMap { value in
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
