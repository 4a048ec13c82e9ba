internal import SourceText

extension TargetTable {
    /// The columns (from 0) that name the units of a target, in the order in which their units are
    /// named; empty where the table names no units.
    ///
    /// The column of the field stands first: of a table with several it is the one that leads.
    /// Behind it stand the columns that are kept under their own label and name units, too: those
    /// of leading units (牵头单位, 主办单位), then of responsible ones (责任单位, 承办单位), then of those that
    /// join (配合单位, 协办单位); of the same kind, in the order of the header. It depends on nothing
    /// that a format might leave out, so a table read back from any has the same.
    /// - Complexity: O(n) in the columns.
    public var unitColumns: [Int] {
        let kept = columns.indices.compactMap { index -> (index: Int, role: FieldLabels.Role)? in
            columns[index].role.map { (index, $0) }
        }
        let first = column(of: .units).map { [$0] } ?? []
        return FieldLabels.Role.allCases.reduce(into: first) { order, role in
            order += kept.lazy.filter { $0.role == role }.map(\.index)
        }
    }
}

extension Column {
    /// Whether the column names units: the field's, or one that is kept under its own label.
    package var namesUnits: Bool { field == .units || role != nil }

    /// Which units a column names that has no field; nil where it names none.
    ///
    /// The last part of a label with a group's before it says it, too: 责任单位/配合单位. A label
    /// that only ends in 单位 and says nothing of what the unit does (业主单位), or is no more than
    /// 单位, which may be what figures are counted in, names none.
    fileprivate var role: FieldLabels.Role? {
        guard field == nil else { return nil }
        let whole = FieldLabels.normalize(label)
        let parts = whole.split(separator: "/").map(String.init)
        let match = FieldLabels.match(whole) ?? parts.last.flatMap(FieldLabels.match)
        if match == nil, parts.count == 2,
            let role = FieldLabels.role(of: parts[1], under: parts[0])
        {
            return role
        }
        guard let match, match.field == .units, match.specificity > FieldLabels.vague else {
            return nil
        }
        return match.evidence == .ending && match.role == .main ? nil : match.role
    }
}

/// The units of the targets of one table, as numbers of their names; each distinct text is read
/// once.
///
/// A name's number (from 0) tells when it was first met.
struct TargetUnits: Sendable {
    /// The distinct names, by number.
    var names: [String] { distinctNames.all }

    private var distinctNames = DistinctNames()
    private let columns: [Int]
    private var texts = DistinctTexts()
    /// By number of a cell's text.
    private var unitsOfTexts: [[Int]] = []

    /// Prepares to read the units of `table`.
    init(_ table: TargetTable) {
        columns = table.unitColumns
    }

    /// The texts of the columns, where all were read.
    private var columnsRead: [ColumnRead] = []

    /// Which texts a column has.
    private struct ColumnRead {
        /// By target, the number of its text in the column.
        let numbers: CompactNumbers
        /// By this number, the number of the text among those of all columns.
        let texts: [Int]

        subscript(target: Int) -> Int { texts[numbers[target]] }
    }

    /// Reads the units of all targets, whose texts are those of the columns.
    mutating func readAll(_ columnTexts: [ColumnTexts], of table: TargetTable) {
        columnsRead = columnTexts.map { texts in
            ColumnRead(
                numbers: texts.numbers,
                texts: texts.all.map { number(of: $0.range, in: table) }
            )
        }
    }

    /// The numbers of the names of a target's units (the target from 0, in the table that was
    /// given), in the order of `TargetTable.unitColumns`, no name twice.
    mutating func numbers(of target: Int, in table: TargetTable) -> [Int] {
        guard !columns.isEmpty else { return [] }
        var units = unitsOfTexts[text(0, of: target, in: table)]
        for place in columns.indices.dropFirst() {
            for unit in unitsOfTexts[text(place, of: target, in: table)]
            where !units.contains(unit) {
                units.append(unit)
            }
        }
        return units
    }

    /// The same where all were read and one column has them: then nothing is to be numbered.
    func numbersRead(of target: Int) -> [Int]? {
        columnsRead.count == 1 ? unitsOfTexts[columnsRead[0][target]] : nil
    }

    /// The number of the text of a target in one of the columns.
    private mutating func text(_ place: Int, of target: Int, in table: TargetTable) -> Int {
        columnsRead.isEmpty
            ? number(of: table.range(target, columns[place]), in: table)
            : columnsRead[place][target]
    }

    private mutating func number(of range: TextRange, in table: TargetTable) -> Int {
        let text = texts.number(of: range, in: table.text)
        if text == unitsOfTexts.count {
            let names = UnitNames.split(table.text.string(range))
            unitsOfTexts.append(names.map { distinctNames.number(of: $0).number })
        }
        return text
    }
}
