internal import SourceText
internal import TargetModel

/// The official table and the corrected one, also while the file that the texts of both stand in is edited.
///
/// They differ in a few cells, so that those of the official one can be kept apart and take no memory for
/// all its others.
struct PlannedTables {
    /// The corrected table.
    private(set) var corrected: TargetTable
    /// The official table; without its cells and text where `differing` tells them.
    private var alone: TargetTable
    /// The cells of which the official table says something else, in their order, and where that stands in
    /// the text of the corrected one; nil as long as the official table has cells of its own.
    private(set) var differing: [ReplacedCell]?
    /// The edits that were made last, without their bytes, and where what they replaced begins among the added
    /// bytes of the text (from 0).
    private var made: (edits: ByteEdits, replaced: Int)?
    /// The cells of the corrected table whose texts stood among the added bytes before these edits put them
    /// into the source, and where.
    private var placed: [ReplacedCell] = []

    /// Takes both tables.
    init(official: TargetTable, corrected: TargetTable) {
        alone = official
        self.corrected = corrected
    }

    /// The official table, which is put together where the corrected one has its cells.
    ///
    /// - Complexity: O(n) in the cells then, else O(1).
    var official: TargetTable {
        guard let differing else { return alone }
        var whole = alone
        whole.cells = corrected.cells
        for cell in differing { whole.cells[cell.index] = cell.old }
        whole.text = corrected.text
        return whole
    }

    /// What the official table and the corrected one have in common: all but cells and text.
    var columns: [Column] { alone.columns }

    /// What the official table says in a cell: target and column from 0.
    ///
    /// - Complexity: O(log n) in the cells that differ, and O(m) in the text.
    func officialText(_ target: Int, _ column: Int) -> String {
        let index = target * columns.count + column
        guard let differing else { return alone.text.string(alone.cells[index]) }
        let place = differing.partitionPoint { $0.index >= index }
        let differs = place < differing.count && differing[place].index == index
        return corrected.text.string(differs ? differing[place].old : corrected.cells[index])
    }

    /// The serial that a target (from 0) has in the official table.
    func officialSerial(of target: Int) -> String {
        alone.column(of: .serial).map { officialText(target, $0) } ?? ""
    }

    /// Where a target (from 0) stands in the official file.
    func officialPlace(of target: Int) -> Place { alone.officialPlace(of: target) }

    /// Gives up the cells of the official table that the corrected one has, too.
    ///
    /// - Returns: False where the corrected one isn't the official one with other texts in some cells; then
    ///   both are as they were.
    mutating func share() -> Bool {
        guard differing == nil else { return true }
        guard alone.columns == corrected.columns, alone.count == corrected.count,
            alone.text.isBeginning(of: corrected.text)
        else { return false }
        var differing: [ReplacedCell] = []
        for cell in corrected.cells.indices where alone.cells[cell] != corrected.cells[cell] {
            differing.append(.init(index: cell, old: alone.cells[cell]))
        }
        self.differing = differing
        alone.cells = []
        alone.text = TextStore()
        return true
    }

    /// Makes edits in the source of both tables' text, which they share, and points them to where their
    /// texts stand then, as whoever reads it again finds them; what is replaced is kept as added text.
    ///
    /// It takes no other memory where nobody else has the source.
    /// - Returns: False where there is no room for what is replaced; then nothing was changed.
    mutating func make(_ edits: consuming ByteEdits) -> Bool {
        var edits = edits
        guard var others = differing else { return false }
        var text = corrected.text
        let first = text.added.count
        text.reserve(edits.replacedCount)
        for range in edits.replacedRanges { _ = text.add(copyOf: TextRange(source: range)) }
        guard !text.isOverfull else { return false }
        var place = 0
        func kept(_ range: TextRange) -> TextRange {
            guard let offset = edits.offset(ofReplaced: range.bounds, hint: &place) else {
                return text.add(copyOf: range)
            }
            return TextRange(added: (first + offset)..<(first + offset + range.count))
        }
        let replaced = Self.replaced(corrected.cells, by: edits)
        let moved = replaced.map { kept(corrected.cells[$0]) }
        let written = others.map { cell in
            let range = edits.place(replacing: cell.old.bounds, hint: &place)
            return (cell: cell.index, place: range.map { TextRange(source: $0) })
        }
        for index in others.indices {
            let range = others[index].old
            others[index].old = range.moved(by: edits, hint: &place) ?? kept(range)
        }
        guard !text.isOverfull else { return false }
        differing = others
        corrected.text = text
        // The source is edited where it lies, so nobody else may have it.
        text = TextStore()
        move(by: edits)
        for (cell, range) in zip(replaced, moved) { corrected.cells[cell] = range }
        placed = []
        for (cell, range) in written {
            guard let range, corrected.text.equal(corrected.cells[cell], range) else { continue }
            placed.append(.init(index: cell, old: corrected.cells[cell]))
            corrected.cells[cell] = range
        }
        edits.giveUpBytes()
        made = (edits, first)
        return true
    }

    /// Undoes the edits that were made last.
    ///
    /// It needs no room: no text but added ones stands where something is put back.
    mutating func undo() {
        guard let (edits, first) = made else { return }
        made = nil
        let replaced = first..<(first + edits.replacedCount)
        let inverse = edits.inverse(corrected.text.added.span.extracting(replaced))
        var place = 0
        for index in (differing ?? []).indices {
            guard let range = differing?[index].old.moved(by: inverse, hint: &place) else {
                continue
            }
            differing?[index].old = range
        }
        move(by: inverse)
        for cell in placed { corrected.cells[cell.index] = cell.old }
        placed = []
    }

    /// Makes edits in the source, and points the corrected table's cells, but those whose text they replace, to
    /// where their texts stand then.
    private mutating func move(by edits: ByteEdits) {
        corrected.cells.change(by: Self.rangesAtOnce, { 0 }) { range, place in
            range.moved(by: edits, hint: &place) ?? range
        }
        var text = corrected.text
        corrected.text = TextStore()
        var source = text.takeSource()
        edits.make(in: &source)
        text.setSource(source)
        corrected.text = text
    }

    /// The ranges (from 0) of which edits replace something.
    private static func replaced(_ ranges: TextRanges, by edits: ByteEdits) -> [Int] {
        let pieces = Cores.ranges(of: rangesAtOnce, in: ranges.count)
        return Cores.map(pieces.count) { piece in
            var place = 0
            return pieces[piece].filter { ranges[$0].moved(by: edits, hint: &place) == nil }
        }.flatMap(\.self)
    }

    /// How many ranges one core looks at.
    private static let rangesAtOnce = 1 << 16
}

extension TextRange {
    /// Where a text stands when edits of the source are made; nil where some of it is replaced.
    fileprivate func moved(by edits: ByteEdits, hint: inout Int) -> TextRange? {
        guard !isAdded else { return self }
        return edits.range(of: bounds, hint: &hint).map { TextRange(source: $0) }
    }
}
