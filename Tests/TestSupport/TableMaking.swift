import SourceText
import TargetModel

extension TargetTable {
    /// Makes a table from strings, for tests.
    ///
    /// A column is named by its field's key (`serial`) or by any label that `FieldLabels` knows
    /// (序号); every other label is a column of its own. Short rows are filled up with blank cells.
    /// Issuer and year come from the title. The targets stand in one block of one page, the first
    /// in line 2.
    public static func make(
        columns: [String] = Field.allCases.map(\.label),
        rows: [[String]],
        title: String? = nil,
        file: String = "made.tsv"
    ) -> TargetTable {
        let columns = Column.columns(named: columns)
        var text = TextStore()
        var cells: [TextRange] = []
        for row in rows {
            precondition(row.count <= columns.count, "a row has more cells than there are columns")
            for column in columns.indices {
                cells.append(column < row.count ? text.add(row[column]) : .empty)
            }
        }
        let facts = title.map(TitleFacts.init(title:))
        return TargetTable(
            documents: [
                Document(title: title, issuer: facts?.issuer, year: facts?.year, file: file)
            ],
            columns: columns,
            text: text,
            cells: TextRanges(cells),
            origins: Origins(rows.indices.map { Origin(line: $0 + 2, page: 1, block: 1) })
        )
    }

    /// The texts of every cell, row after row: what most tests compare.
    public var rows: [[String]] {
        (0..<count).map { target in columns.indices.map { string(target, column: $0) } }
    }
}

extension Column {
    /// The columns that fields' keys or labels stand for; of several that name units, the first of
    /// those that lead, else the first of the others, is the field's.
    fileprivate static func columns(named names: [String]) -> [Column] {
        var columns = names.map(Column.init(named:))
        let units = columns.indices.filter { columns[$0].field == .units }
        let lead = units.first {
            FieldLabels.match(FieldLabels.normalize(columns[$0].label))?.role == .lead
        }
        for index in units where index != lead ?? units.first { columns[index].field = nil }
        return columns
    }

    /// The column that a field's key or a label stands for.
    fileprivate init(named name: String) {
        if let field = Field(rawValue: name) {
            self.init(field, label: field.label)
        } else {
            let match = FieldLabels.match(FieldLabels.normalize(name))
            // Units that join the leading ones have a column of their own.
            self.init(match?.role == .joint ? nil : match?.field, label: name)
        }
    }
}
