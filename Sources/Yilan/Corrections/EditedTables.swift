internal import SourceText
internal import TargetModel

/// The official table and the corrected one while the file that the texts of both stand in is edited.
///
/// They differ in a few cells, so that those of the official one are kept apart and take no memory for
/// all its others.
struct EditedTables {
    /// The corrected table.
    private(set) var corrected: TargetTable
    /// The official table, without its cells and text.
    private var official: TargetTable
    /// What the official table says otherwise, in the text of the corrected one.
    private var others: [(cell: Int, range: TextRange)] = []

    /// Takes over both tables; nil where the corrected one isn't the official one with other texts in some
    /// cells.
    init?(_ official: TargetTable, _ corrected: TargetTable) {
        guard official.columns == corrected.columns, official.count == corrected.count,
            official.text.isBeginning(of: corrected.text)
        else { return nil }
        for cell in corrected.cells.indices where official.cells[cell] != corrected.cells[cell] {
            others.append((cell, official.cells[cell]))
        }
        self.corrected = corrected
        self.official = official
        self.official.cells = []
        self.official.text = TextStore()
    }

    /// Makes edits in the source of both tables' text and points them to where their texts stand then; what
    /// is replaced is kept as added text.
    ///
    /// It takes no other memory where nobody else has the source.
    /// - Returns: False where there is no room for what is replaced; then nothing was changed.
    mutating func make(_ edits: consuming ByteEdits) -> Bool {
        let replaced = Self.replaced(corrected.cells, by: edits)
        let replacedOthers = Self.replaced(others.map(\.range), by: edits)
        var text = corrected.text
        // Most are kept once each.
        text.reserve(edits.replacedCount)
        var kept: (from: TextRange, to: TextRange)?
        func keep(_ range: TextRange) -> TextRange {
            // Of a leader, all targets below have it.
            if let kept, kept.from == range { return kept.to }
            let added = text.add(Array(text.bytes(range)))
            kept = (range, added)
            return added
        }
        let added = replaced.map { keep(corrected.cells[$0]) }
        let addedOthers = replacedOthers.map { keep(others[$0].range) }
        guard !text.isOverfull else { return false }
        Self.move(&corrected.cells, by: edits)
        for (cell, range) in zip(replaced, added) { corrected.cells[cell] = range }
        var place = 0
        for index in others.indices {
            others[index].range = others[index].range.moved(by: edits, hint: &place)
        }
        for (index, range) in zip(replacedOthers, addedOthers) { others[index].range = range }
        corrected.text = TextStore()
        var source = text.takeSource()
        edits.make(in: &source)
        text.setSource(source)
        corrected.text = text
        return true
    }

    /// The ranges (from 0) of which edits replace something.
    private static func replaced(_ ranges: [TextRange], by edits: ByteEdits) -> [Int] {
        let pieces = Cores.ranges(of: rangesAtOnce, in: ranges.count)
        return Cores.map(pieces.count) { piece in
            var place = 0
            return pieces[piece].filter { number in
                !ranges[number].isAdded
                    && edits.range(of: ranges[number].bounds, hint: &place) == nil
            }
        }.flatMap(\.self)
    }

    /// Moves ranges of which nothing is replaced, in the memory that they lie in.
    private static func move(_ ranges: inout [TextRange], by edits: ByteEdits) {
        var place = 0
        for number in ranges.indices {
            ranges[number] = ranges[number].moved(by: edits, hint: &place)
        }
    }

    /// How many ranges one core looks at.
    private static let rangesAtOnce = 1 << 16

    /// The official table, whole again.
    var whole: TargetTable {
        var whole = official
        whole.cells = corrected.cells
        for (cell, range) in others { whole.cells[cell] = range }
        whole.text = corrected.text
        return whole
    }
}

extension TextRange {
    /// Where a text stands when edits of the source are made; itself where some of it is replaced.
    fileprivate func moved(by edits: ByteEdits, hint: inout Int) -> TextRange {
        guard !isAdded else { return self }
        return edits.range(of: bounds, hint: &hint).map { TextRange(source: $0) } ?? self
    }
}
