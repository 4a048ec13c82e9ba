internal import ContentDigest
internal import SourceText
internal import SpreadsheetML
internal import TargetModel

/// Writes what a workbook keeps of each target; its form is in `WorkbookRoundTrip`.
///
/// The original texts are those of the table's baseline where it has one: a table that was read
/// from a corrected workbook still knows what the official file said.
struct KeptTargetWriting {
    private let table: TargetTable
    private let keepsTexts: Bool
    private let serialColumn: Int?
    /// How many targets are kept by one core at a time; no piece goes beyond them.
    private let together: Int
    /// The digests of all cells, row after row, where they are known.
    private var digests: [UInt32]?
    /// The JSON of the target given last.
    private var json: [UInt8] = []

    /// Prepares to write the targets of a table, with texts or with digests, so many `together`.
    init(_ table: TargetTable, keepsTexts: Bool, together: Int = 4096) {
        self.table = table
        self.keepsTexts = keepsTexts
        self.together = together
        serialColumn = table.column(of: .serial)
    }

    /// The targets whose pieces are made at once, one range after the other.
    var parts: [Range<Int>] { Cores.ranges(of: 32 * together, in: table.count) }

    /// Returns packed pieces that together keep the targets of a range of `parts`, and stay where
    /// `keeping` says; `digests` are those of all cells, where they are known.
    ///
    /// A target whose texts no cell holds is kept by their digests.
    /// - Throws: `cannotWrite` where memory is short.
    /// - Complexity: O(n) in the table's text.
    func pieces(
        of part: Range<Int>,
        _ digests: [UInt32]? = nil,
        keeping: PieceKeeping
    ) throws(WorkbookError) -> [KeptPiece] {
        let ranges = Cores.ranges(of: together, in: part.count)
        let made = Cores.map(ranges.count) { number in
            Result { () throws(WorkbookError) in
                var writing = self
                writing.digests = digests
                let range = ranges[number]
                let start = part.lowerBound + range.lowerBound
                let sealed = try writing.sealed(start..<(start + range.count))
                return sealed.map { keeping.keep($0) }
            }
        }
        var pieces: [KeptPiece] = []
        for part in made { pieces += try part.get() }
        return pieces
    }

    private mutating func sealed(_ targets: Range<Int>) throws(WorkbookError) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        for target in targets {
            line(of: target)
            if json.count > SealedPiece.usual {
                if let sealed = try SealedPiece.packed(json) {
                    pieces.append(sealed)
                    continue
                }
                digestLine(of: target)
                // A serial of some pages: without its line, the layout's digests tell of the target.
                guard json.count <= SealedPiece.usual else { continue }
            }
            if piece.count + json.count > SealedPiece.usual {
                pieces.append(try SealedPiece.packedUsual(piece))
                piece.removeAll(keepingCapacity: true)
            }
            piece += json
        }
        if !piece.isEmpty {
            pieces.append(try SealedPiece.packedUsual(piece))
        }
        return pieces
    }

    /// The key that stands beside a target's row (from 0).
    func key(of target: Int) -> RowKey {
        guard let serialColumn else { return RowKey(target: target, serial: "".utf8.span) }
        return switch table.original(target, serialColumn) {
        case .text(let serial): RowKey(target: target, serial: serial.utf8.span)
        case .digest, .unknown:
            table.text.withSpan(of: table.range(target, serialColumn)) {
                RowKey(target: target, serial: $0)
            }
        }
    }

    /// Writes the line of a target (from 0).
    private mutating func line(of target: Int) {
        if keepsTexts {
            begin(target)
            if appendTexts(of: target) { return }
        }
        digestLine(of: target)
    }

    private mutating func digestLine(of target: Int) {
        begin(target)
        appendDigests(of: target)
    }

    private mutating func begin(_ target: Int) {
        let origin = table.origins[target]
        json.removeAll(keepingCapacity: true)
        json += #"{"n":"#.utf8
        append(target)
        json += #","o":["#.utf8
        append(Int(origin.line))
        json.append(UInt8(ascii: ","))
        append(Int(origin.page))
        json.append(UInt8(ascii: ","))
        append(Int(origin.block))
        json.append(UInt8(ascii: ","))
        append(Int(origin.document))
        json.append(UInt8(ascii: "]"))
    }

    /// Appends the texts, unless one of them isn't known; then returns false.
    private mutating func appendTexts(of target: Int) -> Bool {
        json += #","t":["#.utf8
        for column in table.columns.indices {
            if column > 0 { json.append(UInt8(ascii: ",")) }
            switch table.original(target, column) {
            case .text(let text): appendString(text.utf8.span)
            case .unknown: appendText(target, column)
            case .digest: return false
            }
        }
        json += "]}\n".utf8
        return true
    }

    private mutating func appendDigests(of target: Int) {
        if let serialColumn {
            json += #","s":"#.utf8
            switch table.original(target, serialColumn) {
            case .text(let serial): appendString(serial.utf8.span)
            case .digest, .unknown: appendText(target, serialColumn)
            }
        }
        json += #","d":["#.utf8
        for column in table.columns.indices {
            let digest = digest(target, column)
            json.append(addingCapacity: 11) { output in
                if column > 0 { output.append(UInt8(ascii: ",")) }
                output.append(UInt8(ascii: "\""))
                for shift in stride(from: UInt32(28), through: 0, by: -4) {
                    let digit = UInt8(truncatingIfNeeded: digest >> shift & 0xF)
                    output.append(digit < 10 ? UInt8(ascii: "0") + digit : 0x57 + digit)
                }
                output.append(UInt8(ascii: "\""))
            }
        }
        json += "]}\n".utf8
    }

    private func digest(_ target: Int, _ column: Int) -> UInt32 {
        if let digests { return digests[target * table.columns.count + column] }
        return switch table.original(target, column) {
        case .text(let text): SHA256.prefix(of: text.utf8.span)
        case .digest(let digest): digest
        case .unknown:
            table.text.withSpan(of: table.range(target, column)) { SHA256.prefix(of: $0) }
        }
    }

    private mutating func append(_ number: Int) {
        guard number >= 0 else {
            json += String(number).utf8
            return
        }
        if number > 9 { append(number / 10) }
        json.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private mutating func appendText(_ target: Int, _ column: Int) {
        table.text.withSpan(of: table.range(target, column)) { appendString($0) }
    }

    private mutating func appendString(_ text: Span<UInt8>) {
        json.append(UInt8(ascii: "\""))
        CellJSON.append(text, to: &json)
        json.append(UInt8(ascii: "\""))
    }
}
