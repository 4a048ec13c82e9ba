internal import ContentDigest
internal import SpreadsheetML
internal import TargetModel

/// Writes the anchors of targets; their form is in `WorkbookRoundTrip`.
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
            appendTexts(of: target)
            if json.count <= SheetLimits.textUnits { return json }
            if CellUnits.count(in: json) <= SheetLimits.textUnits { return json }
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

    private mutating func appendTexts(of target: Int) {
        json += #","t":["#.utf8
        for column in table.columns.indices {
            if column > 0 { json.append(UInt8(ascii: ",")) }
            appendString(table.range(target, column))
        }
        json += "]}".utf8
    }

    private mutating func appendDigests(of target: Int) {
        if let serialColumn {
            let serial = table.range(target, serialColumn)
            if SerialCell(table.text.bytes(serial))?.hasLeadingZeros == true {
                json += #","s":"#.utf8
                appendString(serial)
            }
        }
        json += #","d":["#.utf8
        for column in table.columns.indices {
            json += column == 0 ? "\"".utf8 : ",\"".utf8
            let digest = SHA256.prefix(of: Array(table.text.bytes(table.range(target, column))))
            for shift in stride(from: UInt32(28), through: 0, by: -4) {
                json.append(Self.digits[Int(digest >> shift) & 0xF])
            }
            json.append(UInt8(ascii: "\""))
        }
        json += "]}".utf8
    }

    private mutating func append(_ number: Int) {
        json += String(number).utf8
    }

    private mutating func appendString(_ range: TextRange) {
        json.append(UInt8(ascii: "\""))
        CellJSON.append(table.text.bytes(range), to: &json)
        json.append(UInt8(ascii: "\""))
    }
}
