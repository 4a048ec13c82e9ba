internal import TargetModel

/// The targets that stand under one serial.
struct TargetGroup {
    /// The first target (from 0), in whose row the serial stands.
    var first: Int
    /// How many there are so far.
    var count = 1
    /// The serial as the table has it.
    var serial = ""
    /// The columns (from 0) whose text the target read last has from the first one.
    var inherited: Set<Int> = []
    /// Where it stands in the block that it goes on in; nil as long as it has its first target alone.
    var part: Part?
    /// The columns (from 0) of which cells are merged where it stands in blocks before that.
    var mergedBefore: Set<Int> = []

    /// The rows of a group in one block: page, block and the first row, each from 0.
    struct Part {
        var page: Int
        var block: Int
        var row: Int
    }

    /// Begins a group.
    init(first: Int) {
        self.first = first
    }

    /// The columns (from 0) that say something of the whole group, where a row below leaves them
    /// blank: what is to be achieved, who answers for it, and what stands before that.
    ///
    /// Deadline, report and status are each target's own.
    static func filledColumns(of block: ColumnBlock, _ columns: [Column]) -> [Int] {
        let objective = block.offsets(of: .objective).first ?? 0
        return block.columns.enumerated().compactMap { offset, column in
            guard column >= 0 else { return nil }
            switch columns[column].field {
            case .objective, .leader, .units: return column
            case nil where offset < objective || columns[column].namesUnits: return column
            case nil where block.labels[offset].match?.field == .objective: return column
            default: return nil
            }
        }
    }
}

/// Tells whether a row without a serial is a target under the serial above, or a piece of it.
///
/// It is a target where it has a number, a deadline or a status of its own, or units beside an
/// objective that begins anew. Otherwise its texts go on with those above. Where the serial's cell is
/// merged over the row, a text is not cut over rows: a cell of its own is the row's own.
struct SubTargetRow {
    private let block: ColumnBlock
    private let columns: [Column]
    /// Whether the cell of the serial above is merged over this row.
    private let isProven: Bool
    /// Whether the target above names no units in its own row, but has those of its group.
    private let inheritsUnits: Bool
    /// The row's text in a cell of the block (index from 0).
    private let text: (Int) -> String
    /// What the target above says in a column of the table (from 0).
    private let above: (Int) -> String

    init(
        block: ColumnBlock,
        columns: [Column],
        isProven: Bool = false,
        inheritsUnits: Bool = false,
        text: @escaping (Int) -> String,
        above: @escaping (Int) -> String
    ) {
        self.block = block
        self.columns = columns
        self.isProven = isProven
        self.inheritsUnits = inheritsUnits
        self.text = text
        self.above = above
    }

    /// Whether the row is a target.
    var isTarget: Bool {
        let filled = block.columns.indices.filter { block.columns[$0] >= 0 && !text($0).isEmpty }
        if filled.contains(where: countsOn) || beginsList { return true }
        if filled.contains(where: hasOwnFigure) || (isProven && isOwn) { return true }
        // A status never goes on in the next row.
        if hasOwnStatus || isFilledAnew { return true }
        guard filled.count > 1 else { return false }
        return hasOwnDeadline || hasOwnUnits
    }

    /// Whether the row has a deadline or status of its own, or units or a report beside an objective;
    /// units alone stand one a line, and a report may have several.
    private var isOwn: Bool {
        if pair(.deadline) != nil || pair(.onSchedule) != nil { return true }
        let hasItem = block.columns.indices.contains { offset in
            guard block.columns[offset] >= 0, !text(offset).isEmpty else { return false }
            let column = columns[block.columns[offset]]
            return column.field == .objective
                || (column.field == nil && block.labels[offset].match?.field == .objective)
        }
        return hasItem && (pair(.units) != nil || pair(.progress) != nil)
    }

    private func pair(_ field: Field) -> (here: String, above: String)? {
        let offsets = block.offsets(of: field)
        guard let offset = offsets.last(where: { !text($0).isEmpty }) ?? offsets.last,
            block.columns[offset] >= 0
        else { return nil }
        let said = text(offset)
        return said.isEmpty ? nil : (said, above(block.columns[offset]))
    }

    /// Two whole deadlines are two targets'; a piece of one says nothing alone.
    private var hasOwnDeadline: Bool {
        guard let pair = pair(.deadline) else { return false }
        func isWhole(_ text: String) -> Bool {
            let kind = Deadline(text, year: 2_000).kind
            return kind != .unknown && kind != .none
        }
        return isWhole(pair.here) && (pair.above.isEmpty ? hasObjective : isWhole(pair.above))
    }

    private var hasOwnStatus: Bool {
        guard let pair = pair(.onSchedule) else { return false }
        func isWord(_ text: String) -> Bool {
            Status.value(of: text) != nil || Status.isKnownNeutral(text)
        }
        return isWord(pair.here) && (pair.above.isEmpty ? hasObjective : isWord(pair.above))
    }

    /// Whether the row names another leader and other units beside an objective and a report: all that one
    /// target's cells say doesn't go on at once.
    private var isFilledAnew: Bool {
        guard let leader = pair(.leader), let units = pair(.units), hasObjective,
            pair(.progress) != nil, UnitNames.endsAsName(units.above),
            UnitNames.endsAsName(units.here)
        else { return false }
        let above = LeaderNames.split(leader.above)
        return !above.isEmpty && !LeaderNames.split(leader.here).contains(where: above.contains)
            && leader.above.unicodeScalars.last.map { !UnitNames.isSeparator($0) } ?? false
    }

    private var hasObjective: Bool { pair(.objective) != nil }

    private var hasOwnUnits: Bool {
        guard let units = pair(.units), !units.above.isEmpty, let objective = pair(.objective)
        else { return false }
        return inheritsUnits || RowWords.endsSentence(objective.above)
            || (UnitNames.endsAsName(units.above) && UnitNames.endsAsName(units.here)
                && saysItsFigure(objective))
    }

    /// Whether this row and the one above end each in a figure that its report has one of, too.
    ///
    /// 整治河道6条 (完成6条) stands above 铺设管网30公里 (完成31公里); what is cut over two rows ends in the middle.
    private func saysItsFigure(_ objective: (here: String, above: String)) -> Bool {
        guard let progress = pair(.progress),
            let here = Self.lastMeasure(objective.here),
            let above = Self.lastMeasure(objective.above)
        else { return false }
        return here == Self.lastMeasure(progress.here) && above == Self.lastMeasure(progress.above)
            && objective.here.unicodeScalars.first?.properties.isIdeographic ?? false
    }

    /// What a text's last figure, at its end, is counted in: 条 of 整治河道6条; nil where it ends otherwise.
    private static func lastMeasure(_ text: String) -> [Unicode.Scalar]? {
        let end = text.unicodeScalars.reversed().prefix { $0.properties.numericType == nil }
        guard (1...4).contains(end.count), end.count < text.unicodeScalars.count else { return nil }
        return end.reversed()
    }

    /// Whether a cell (index from 0 within the block) is a figure, as the one above it is: two are
    /// never one.
    private func hasOwnFigure(_ offset: Int) -> Bool {
        let column = block.columns[offset]
        guard columns[column].field != .serial, columns[column].field != .leader,
            PlainFigure(text(offset)) != nil
        else { return false }
        return PlainFigure(above(column)) != nil
    }

    /// Whether the row begins a list under a heading: its objective is the first item and nothing else
    /// of the list, and it says something where the row above says nothing.
    private var beginsList: Bool {
        let fields: [Field] = [.deadline, .progress, .onSchedule]
        guard let objective = pair(.objective), let item = ItemNumber(objective.here),
            item.value == 1,
            !ItemNumber.isFound(2, item.form, in: objective.here),
            ItemNumber(objective.above)?.form != item.form,
            !ItemNumber.isFound(1, item.form, in: objective.above),
            fields.contains(where: { pair($0) != nil })
        else { return false }
        return fields.allSatisfy { field in
            block.offset(of: field).map {
                block.columns[$0] < 0 || above(block.columns[$0]).isEmpty
            }
                ?? true
        }
    }

    /// Whether a cell of objectives begins with the number after the one that the cell above does.
    private func countsOn(_ offset: Int) -> Bool {
        let column = columns[block.columns[offset]]
        guard column.field == .objective || (column.field == nil && !column.namesUnits),
            let item = ItemNumber(text(offset)), item.value > 1
        else { return false }
        let before = above(block.columns[offset])
        guard let first = ItemNumber(before), first.value == item.value - 1, first.form == item.form
        else { return false }
        // A list within one cell goes on over a page break.
        return !ItemNumber.isFound(item.value, item.form, in: before)
    }
}
