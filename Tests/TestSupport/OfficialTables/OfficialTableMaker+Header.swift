import TargetModel

/// The header of a generated table: the cells of one block, and the columns they make.
struct OfficialHeader {
    /// One cell of a block.
    struct Cell {
        /// The column that the cell belongs to.
        var column: Column
        /// What stands in the first row: the label, the group's label above the first of its parts,
        /// or nothing above the others.
        var top: String
        /// What stands in the second row below a group; nil in a cell of one label.
        var part: String?
    }

    /// The cells of one block, from left to right.
    var cells: [Cell] = []
    /// The columns of the table, in order; that of a group stands before its parts.
    var columns: [Column] = []

    /// Whether the labels that belong to no group stand in the second row.
    var hasGroupsAbove = false

    /// Whether the header has a second row.
    var hasTwoRows: Bool { cells.contains { $0.part != nil } }

    /// What stands in a row (from 0) of the header.
    func label(of cell: Cell, inRow row: Int) -> String {
        guard let part = cell.part else { return (row == 1) == hasGroupsAbove ? cell.top : "" }
        return row == 0 ? cell.top : part
    }

    /// The index (from 0) of the cell that holds a field itself; nil where none does.
    func cell(of field: Field) -> Int? {
        cells.firstIndex { $0.column.field == field }
    }

    /// Whether the table has a column for a field.
    func holds(_ field: Field) -> Bool {
        columns.contains { $0.field == field }
    }
}

extension OfficialTableMaker {
    /// One label, or a group of them.
    private enum Item {
        case column(Column)
        case group(Field, label: String, parts: [String])
    }

    /// Decides which columns there are, in which order, and what they are called.
    mutating func makeHeader() -> OfficialHeader {
        var items: [Item] = []
        for field in presentFields() { items += self.items(for: field) }
        if has(.unknownColumns) {
            let labels = random.shuffled(OfficialWords.unknownLabels)
            for label in labels.prefix(random.number(in: 1...3)) {
                let place = random.number(in: 1...items.count)
                items.insert(.column(Column(nil, label: widened(label))), at: place)
            }
        }
        if has(.columnOrder) { items = random.shuffled(items) }
        // Units just before the serials stand for the rows below: wild tables have those.
        if items.count > 1, case .column(let second) = items[1], second.field == .serial {
            items.swapAt(0, 1)
        }
        var header = OfficialHeader()
        for item in items {
            switch item {
            case .column(let column):
                header.cells.append(.init(column: column, top: column.label))
                header.columns.append(column)
            case .group(let field, let label, let parts):
                header.columns.append(Column(field, label: label))
                for (index, part) in parts.enumerated() {
                    let column = Column(nil, label: label + "/" + part)
                    header.cells.append(
                        .init(column: column, top: index == 0 ? label : "", part: part)
                    )
                    header.columns.append(column)
                }
            }
        }
        header.hasGroupsAbove = Self.canHaveGroupsAbove(header) && random.oneIn(2)
        return header
    }

    /// Whether it is clear where a group ends that stands in a row of its own: before a known label.
    private static func canHaveGroupsAbove(_ header: OfficialHeader) -> Bool {
        guard let last = header.cells.lastIndex(where: { $0.part != nil }),
            header.cells[0].part == nil
        else { return false }
        let next = last + 1 < header.cells.count ? header.cells[last + 1] : header.cells[0]
        return next.column.field != nil
    }

    private mutating func presentFields() -> [Field] {
        guard has(.missingColumns) else { return Field.allCases }
        var optional: [Field] = [.leader, .deadline, .onSchedule, .units]
        if !has(.twoRowHeaders), !has(.completionAsStatus) { optional.append(.progress) }
        if has(.completionAsStatus) { optional.removeAll { $0 == .onSchedule } }
        let missing = random.shuffled(optional).prefix(random.number(in: 1...2))
        return Field.allCases.filter { !missing.contains($0) }
    }

    private mutating func items(for field: Field) -> [Item] {
        switch field {
        case .objective where has(.pairedLabels):
            let (general, specific) = random.pick(OfficialWords.pairedLabels)
            return [
                .column(Column(nil, label: general)), .column(Column(.objective, label: specific)),
            ]
        case .progress where has(.twoRowHeaders):
            let parts = Array(OfficialWords.quarters.prefix(random.number(in: 2...4)))
            return [.group(.progress, label: "进展情况", parts: parts)]
        case .progress where has(.completionAsStatus):
            return [.column(Column(.progress, label: "进展情况"))]
        case .onSchedule where has(.completionAsStatus):
            return [.column(Column(.onSchedule, label: "完成情况"))]
        case .units where has(.unitRoles):
            let columns = Self.unitColumns(&random)
            return random.shuffled(columns.map { .column($0) })
        default:
            let labels = OfficialWords.labels(of: field)
            let label = has(.synonyms) ? random.pick(labels) : labels[0]
            return [.column(Column(field, label: widened(label)))]
        }
    }

    /// One to three columns of units in the order in which their units are named: the first is the
    /// field's, the others are kept under their labels.
    static func unitColumns(_ random: inout SplitMix64) -> [Column] {
        var roles = OfficialWords.unitLabels
        while roles.count > 1, random.oneIn(3) { roles.remove(at: random.below(roles.count)) }
        return roles.enumerated().map { index, labels in
            Column(index == 0 ? .units : nil, label: random.pick(labels))
        }
    }

    /// A label's letters and signs in full width, now and then; the whole table has it so.
    private mutating func widened(_ label: String) -> String {
        guard has(.spreadLabels, oneIn: 2) else { return label }
        return String(
            String.UnicodeScalarView(
                label.unicodeScalars.map { scalar in
                    let isNarrow = (0x21...0x7E).contains(scalar.value)
                    return isNarrow ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                }
            )
        )
    }
}
