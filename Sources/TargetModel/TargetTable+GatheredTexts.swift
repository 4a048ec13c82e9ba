package import SourceText

extension TargetTable {
    /// How far from its start the source is searched for a label.
    private static let bytesWithLabels = 1 << 20

    /// Where the source holds the label of a column, as the head of a table does; nil where it doesn't.
    package func range(ofLabel label: String) -> TextRange? {
        let searched = text.source.span.extracting(first: Self.bytesWithLabels)
        return searched.firstIndex(of: label).map {
            TextRange(source: $0..<($0 + label.utf8.count))
        }
    }

    /// Whether all texts of the table stand in the source.
    private var isWholeInSource: Bool {
        text.added.isEmpty
            && columns.allSatisfy { $0.label.isEmpty || range(ofLabel: $0.label) != nil }
    }

    /// Moves the texts of the cells together in the memory of the source, where that says a good deal more and
    /// has to be copied to stand beside what it doesn't say; what stood between them is forgotten.
    ///
    /// JSON Lines are twice as long as the texts, and name columns otherwise. The memory is given back where
    /// nobody else has the bytes of the file. From then on, cells are placed by their lines alone. A table whose
    /// cells stand in another order in the source keeps everything, and so does one that knows what its cells said,
    /// which may stand between them.
    /// - Complexity: O(n) in the cells and their text.
    public mutating func gatherTexts() {
        guard places != nil, baseline == nil, !isWholeInSource,
            var places = GatheredPlaces(of: cells), places.size < text.source.count / 4 * 3
        else { return }
        var gathered = TextRanges(roomFor: cells.count)
        var source = text.takeSource()
        for cell in cells {
            gathered.append(places.take(cell) { source.move($0, downTo: $1) })
        }
        text.setSource(source)
        source = []
        text.shortenSource(to: places.size)
        cells = gathered
        self.places?.forgetSources()
    }
}

/// Where texts go that stand in a source one behind the other, when what stands between them is taken out.
///
/// A text that several cells share stands where the first of them has it.
private struct GatheredPlaces {
    /// How many bytes the texts have.
    private(set) var size = 0
    /// Where texts that several cells share stood, in order, and where they are.
    private let shared: [TextRange]
    private var places: [Int] = []
    /// Behind which place of the source texts are still to be moved, and behind which they are.
    private var (taken, end) = (0, 0)

    /// Looks at ranges; nil where one of them begins within those before it, and is none of them.
    init?(of cells: TextRanges) {
        var taken = 0
        var others: Set<TextRange> = []
        for cell in cells where cell.isPlaced {
            if cell.bounds.lowerBound < taken {
                others.insert(cell)
            } else {
                size += cell.bounds.count
                taken = cell.bounds.upperBound
            }
        }
        shared = others.sorted { $0.start < $1.start }
        var next = 0
        taken = 0
        for cell in cells where cell.isPlaced && cell.bounds.lowerBound >= taken {
            taken = cell.bounds.upperBound
            if next < shared.count, shared[next] == cell { next += 1 }
        }
        guard next == shared.count else { return nil }
    }

    /// Where the next of the ranges goes, to which `move` has its bytes moved.
    mutating func take(
        _ cell: TextRange,
        _ move: (_ bytes: Range<Int>, _ start: Int) -> Void
    ) -> TextRange {
        guard cell.isPlaced else { return cell }
        let bytes = cell.bounds
        guard bytes.lowerBound >= taken else {
            let start = places[shared.partitionPoint { $0.start >= cell.start }]
            return TextRange(source: start..<(start + bytes.count))
        }
        move(bytes, end)
        if places.count < shared.count, shared[places.count] == cell { places.append(end) }
        defer { (taken, end) = (bytes.upperBound, end + bytes.count) }
        return TextRange(source: end..<(end + bytes.count))
    }
}

extension TextRange {
    /// Whether it has bytes of the source.
    fileprivate var isPlaced: Bool { !isAdded && !isEmpty }
}
