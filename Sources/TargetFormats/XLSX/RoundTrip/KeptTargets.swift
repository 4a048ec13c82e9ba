internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// What a workbook keeps of the targets that it was made from: where they stood and what their
/// cells said.
struct KeptTargets {
    /// Where each target stands in the official file.
    private(set) var origins: [Origin]
    /// Targets × columns of the table: what the cells said; unknown where that is lost.
    private(set) var originals: PackedOriginals
    /// Whether anything is known of each target.
    private(set) var isKnown: [Bool]
    /// How many original texts were changed since, so that only their digests count.
    private(set) var changedTexts = 0
    /// Column (from 0) of the serial.
    let serialColumn: Int?
    /// Column (from 0) of the section; nil where the table has none.
    let sectionColumn: Int?

    private let table: TableRecord
    private let width: Int

    /// Prepares to keep the targets of a table.
    init(of table: TableRecord) {
        self.table = table
        width = table.columns.count
        serialColumn = table.serialColumn
        sectionColumn = table.columns.firstIndex(where: \.isSection)
        origins = Array(repeating: Origin(), count: table.count)
        originals = PackedOriginals(unknown: table.count * table.columns.count)
        isKnown = Array(repeating: false, count: table.count)
    }

    /// Reads the pieces that keep them; what is not as it was written is left unknown.
    ///
    /// - Complexity: O(n) in their bytes.
    mutating func read(pieces: [ArraySlice<UInt8>]) {
        // Some pieces at a time: what all say would be there twice.
        for some in Cores.ranges(of: Self.piecesAtOnce, in: pieces.count) {
            let read = Cores.map(some.count) { [table] number in
                var lines = KeptLines(of: table)
                let piece = pieces[some.lowerBound + number]
                if let text = SealedPiece.open(piece.span) { lines.read(text.span) }
                return lines
            }
            for lines in read { take(lines) }
        }
    }

    private static let piecesAtOnce = 64

    /// How many targets nothing is known of.
    var unknownCount: Int { isKnown.count { !$0 } }

    /// What a cell of a target (both from 0) said.
    func original(_ target: Int, _ column: Int) -> Baseline.Original {
        originals[target * width + column]
    }

    /// The serial that a target (from 0) had; nil where it isn't known.
    func serial(of target: Int) -> String? {
        guard let serialColumn, case .text(let text) = original(target, serialColumn) else {
            return nil
        }
        return text
    }

    /// The sections that are known of targets, as UTF-8.
    ///
    /// - Complexity: O(n) in the targets.
    var sections: Set<[UInt8]> {
        guard let sectionColumn else { return [] }
        return Set(
            isKnown.indices.compactMap { target in
                guard case .text(let text) = original(target, sectionColumn) else { return nil }
                return Array(text.utf8)
            }
        )
    }

    /// What a target (from 0) is called in a sentence, with its section where the table has some: 2（一、经济发展）.
    func name(of target: Int) -> String? {
        guard let serial = serial(of: target), let sectionColumn,
            case .text(let section) = original(target, sectionColumn), !section.isEmpty
        else { return serial(of: target) }
        return TargetTable.serialName(serial, inSection: section)
    }

    /// Whether all that a column of a target said is known, and not only its digest.
    func holdsText(_ target: Int, _ column: Int) -> Bool {
        originals.isText(target * width + column)
    }

    /// Checks the texts by the digests that the layout has, and takes those, and the serials, for
    /// what isn't known otherwise.
    ///
    /// Workbooks of yilan 0.1.0 keep their texts beside the rows, where a replacement over the
    /// whole sheet reaches them.
    mutating func check(by stored: StoredLayout) {
        guard stored.originals.count == originals.count else { return }
        for index in 0..<originals.count {
            switch (originals[index], stored.originals.original(index)) {
            case (.text(let text), .digest(let digest)):
                guard Baseline.Original(digestOf: text.utf8) != .digest(digest) else { continue }
                originals[index] = .digest(digest)
                changedTexts += 1
            case (.text(let text), .text(let other)):
                guard !text.utf8.elementsEqual(other.utf8) else { continue }
                originals[index] = .text(other)
                changedTexts += 1
            case (.digest, .text), (.unknown, .text), (.unknown, .digest):
                originals[index] = stored.originals.original(index)
                isKnown[index / width] = true
            case (_, .unknown), (.digest, .digest): continue
            }
        }
    }

    /// Takes what one target's JSON says; the first that speaks for a target counts.
    ///
    /// - Returns: The target, from 0; nil where the bytes are no such JSON.
    mutating func add(_ line: Span<UInt8>) -> Int? {
        var lines = KeptLines(of: table)
        guard lines.add(line) else { return nil }
        take(lines)
        return lines.targets[0]
    }

    private mutating func take(_ lines: KeptLines) {
        for (line, target) in lines.targets.enumerated() where !isKnown[target] {
            isKnown[target] = true
            origins[target] = lines.origins[line]
            let cells = (target * width)..<((target + 1) * width)
            originals.replace(cells, by: lines.originals, from: line * width)
        }
    }
}
