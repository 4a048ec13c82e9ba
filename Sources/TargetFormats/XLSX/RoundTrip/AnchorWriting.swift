internal import ContentDigest
internal import SpreadsheetML
internal import TargetModel

/// Writes the anchors of targets; their form is in `WorkbookRoundTrip`.
///
/// The original texts are those of the table's baseline where it has one: a table that was read
/// from a corrected workbook still knows what the official file said.
struct AnchorWriting {
    private let table: TargetTable
    private let keepsTexts: Bool
    private let serialColumn: Int?
    /// The anchor of the target given last.
    private var json: [UInt8] = []
    private static let digits = Array("0123456789abcdef".utf8)

    /// Prepares to write the anchors of a table, with texts or with digests.
    init(_ table: TargetTable, keepsTexts: Bool) {
        self.table = table
        self.keepsTexts = keepsTexts
        serialColumn = table.column(of: .serial)
    }

    /// Returns the anchor of a target (from 0).
    ///
    /// - Complexity: O(n) in the target's text.
    mutating func anchor(of target: Int) -> [UInt8] {
        begin(target)
        if keepsTexts {
            if appendTexts(of: target), CellUnits.fit(json) { return json }
            begin(target)
        }
        appendDigests(of: target)
        return json
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
            switch original(target, column) {
            case .text(let text): appendString(text.utf8)
            case .unknown: appendString(text(target, column))
            case .digest: return false
            }
        }
        json += "]}".utf8
        return true
    }

    private mutating func appendDigests(of target: Int) {
        if let serialColumn {
            let serial = text(target, serialColumn)
            if SerialCell(serial)?.hasLeadingZeros == true {
                json += #","s":"#.utf8
                appendString(serial)
            }
        }
        json += #","d":["#.utf8
        for column in table.columns.indices {
            json += (column == 0 ? "\"" : ",\"").utf8
            let digest =
                switch original(target, column) {
                case .text(let text): SHA256.prefix(of: text.utf8.span)
                case .digest(let digest): digest
                case .unknown: SHA256.prefix(of: text(target, column).span)
                }
            for shift in stride(from: UInt32(28), through: 0, by: -4) {
                json.append(Self.digits[Int(digest >> shift) & 0xF])
            }
            json.append(UInt8(ascii: "\""))
        }
        json += "]}".utf8
    }

    /// What the table knows of a cell's original text; unknown means: it is the text.
    private func original(_ target: Int, _ column: Int) -> Baseline.Original {
        guard let baseline = table.baseline else { return .unknown }
        let index = target * table.columns.count + column
        return index < baseline.cells.count ? baseline.cells[index] : .unknown
    }

    private func text(_ target: Int, _ column: Int) -> ArraySlice<UInt8> {
        table.text.bytes(table.range(target, column))
    }

    private mutating func append(_ number: Int) {
        json += String(number).utf8
    }

    private mutating func appendString(_ text: some Collection<UInt8>) {
        json.append(UInt8(ascii: "\""))
        CellJSON.append(text, to: &json)
        json.append(UInt8(ascii: "\""))
    }
}
