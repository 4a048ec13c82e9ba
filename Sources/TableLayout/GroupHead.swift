internal import SourceText
internal import TargetModel

/// The first row under a serial, as long as it may be no target but the heading of those below it.
///
/// It is their heading where it has neither deadline nor report nor status, each row below it has
/// something of its own, and nothing that it says is lost: what it leaves to the rows below is
/// theirs, and what it says of the matter is their group's.
struct GroupHead {
    /// Its row (from 0).
    let row: Int
    /// Its page (from 0).
    let page: Int
    /// Its block in the page (from 0).
    let index: Int
    /// The block.
    let block: ColumnBlock
    /// Its index (from 0) as a target.
    let first: Int
    /// The serial.
    let serial: String
    /// The cells of the block (from 0) in which the row itself says something.
    let filled: [Int]
    /// For columns (from 0), the first target that has its text from this row.
    private(set) var heirs: [Int: Int] = [:]
    /// Whether the rows below are targets enough: two, or one that begins a list.
    private var hasTargets = false
    /// Whether every row so far says that this one is a heading.
    private var isHeading = true

    /// Begins with the row of a target (from 0) that says nothing of its own.
    init(_ first: Int, serial: String, in recognition: Recognition) {
        let origin = recognition.origins[first]
        row = Int(recognition.targetRows[first])
        page = Int(origin.page) - 1
        index = Int(origin.block) - 1
        let block = recognition.pages[page].blocks[index]
        self.block = block
        self.first = first
        self.serial = serial
        let (cells, row) = (recognition.cells, self.row)
        filled = block.columns.indices.filter {
            block.columns[$0] >= 0 && !cells.string(row: row, cell: block.cell + $0).isEmpty
        }
        // A text that goes on below is one target's.
        isHeading = recognition.continuations.last?.target != first
    }

    /// Looks at the target that was read last, in a row below: its block there, and the cells (from
    /// 0) in which the row itself says something.
    mutating func add(_ block: ColumnBlock, filled cells: [Int], in recognition: Recognition) {
        let target = recognition.origins.count - 1
        let isNext = target == first + 1
        let said = Set(cells.map { block.columns[$0] })
        var isOwn = false
        for (column, meaning) in recognition.columns.enumerated() {
            let text = recognition.text(target, column)
            switch meaning.field {
            case .deadline, .progress, .onSchedule: isOwn = isOwn || !text.isEmpty
            default: isOwn = isOwn || (meaning.namesUnits && said.contains(column))
            }
            guard heirs[column] == nil, !text.isEmpty, !said.contains(column),
                // A blank leader is the one that was named last.
                isNext || meaning.field != .leader,
                recognition.text.equal(text, recognition.text(first, column))
            else { continue }
            heirs[column] = target
        }
        isHeading = isHeading && isOwn
        if isNext {
            let number = objective(of: target, in: recognition)
            let before = objective(of: first, in: recognition)
            if let number, let before, before.form == number.form, before.value + 1 == number.value
            {
                isHeading = false
            }
            hasTargets = number?.value == 1
        } else {
            hasTargets = true
        }
    }

    private func objective(of target: Int, in recognition: Recognition) -> ItemNumber? {
        recognition.columns.firstIndex { $0.field == .objective }.flatMap {
            ItemNumber(recognition.text.string(recognition.text(target, $0)))
        }
    }

    /// The row as the heading of the targets below it; nil where it is a target of its own.
    func heading(in recognition: Recognition) -> GroupHeading? {
        guard isHeading, hasTargets else { return nil }
        var heading = GroupHeading(row: row, block: index, first: first, count: 0, cells: [])
        heading.count = recognition.origins.count - first - 1
        for offset in filled {
            let column = block.columns[offset]
            let text = recognition.text(first, column)
            let heir = heirs[column]
            let isKept = heir.map { recognition.text.equal(recognition.text($0, column), text) }
            let isNamed = recognition.columns[column].field == .objective && heir != first + 1
            switch (recognition.columns[column].field, heir) {
            case (.serial, _):
                heading.cells.append(.init(offset: offset, target: first))
            case _ where isNamed:
                guard !recognition.columns.contains(where: \.isGroup) else { return nil }
                heading.text = text
                heading.cells.append(.init(offset: offset, target: nil))
            case (_, let heir?) where isKept == true:
                // The row is a target no longer, so those below move up.
                heading.cells.append(.init(offset: offset, target: heir - 1))
            default: return nil
            }
        }
        return heading
    }
}

/// A row that heads the targets under one serial, and is none itself.
package struct GroupHeading: Sendable, Equatable {
    /// The row, from 0.
    package var row: Int
    /// The block of the row's page, from 0.
    package var block: Int
    /// The group's first target, from 0.
    package var first: Int
    /// How many targets the group has.
    package var count: Int
    /// The cells that say something.
    package var cells: [Cell]
    /// What it says of the matter, where the targets have texts of their own for that.
    var text: TextRange = .empty

    /// A cell of the row.
    package struct Cell: Sendable, Equatable {
        /// Index within the block.
        package var offset: Int
        /// The first target (from 0) whose text it is; nil where it is the group's alone.
        package var target: Int?
    }

    /// Whether the targets have a text of the heading in the column of groups.
    package var hasText: Bool { !text.isEmpty }
}
