import SourceText
import TestSupport
import Testing

@testable import SpreadsheetML

/// Cells that are written as nearly all are.
@Suite struct PlainCellTests {
    @Test(arguments: [
        ("<c r=\"B7\" s=\"2\" t=\"s\"><v>18</v></c>", 2, true),
        ("<c r=\"B7\" t=\"s\"><v>18</v></c>", 0, true),
        ("<c r=\"B7\" s=\"12\"><v>18</v></c>", 12, false), ("<c r=\"B7\"><v>18</v></c>", 0, false),
    ])
    func oneScanReadsThem(cell: String, style: Int, isShared: Bool) throws {
        let bytes = Array(("." + cell + "<").utf8)
        let whole = Self.plainCell(bytes, upTo: bytes.count)
        let read = try #require(whole)
        #expect(read.reference == CellReference(row: 7, column: 2))
        #expect(read.style == style && (read.type == .shared) == isShared)
        #expect(String(decoding: bytes[read.value], as: UTF8.self) == "18")
        #expect(read.end == bytes.count - 1)
        for end in 0..<(bytes.count - 1) {
            #expect(Self.plainCell(bytes, upTo: end) == nil, "up to \(end)")
        }
    }

    @Test(arguments: [
        "<c r=\"B7\" t=\"str\"><v>18</v></c>", "<c r=\"B7\" t=\"s\" s=\"2\"><v>18</v></c>",
        "<c r=\"B7\" s=\"2\" vm=\"1\"><v>18</v></c>", "<c s=\"2\" r=\"B7\"><v>18</v></c>",
        "<c r=\"7B\"><v>18</v></c>", "<c r=\"XFE7\"><v>18</v></c>",
        "<c r=\"B1048577\"><v>1</v></c>",
        "<c r=\"B7\" s=\"\"><v>18</v></c>", "<c r=\"B7\"><v></v></c>", "<c r=\"B7\"><v>1.5</v></c>",
        "<c r=\"B7\"><v>1234567890</v></c>", "<c r=\"B7\"><v>-1</v></c>",
        "<x:c r=\"B7\"><v>1</v></x:c>",
        "<c r=\"B7\"><f>1</f><v>1</v></c>", "<c r='B7'><v>1</v></c>", "<c r=\"B7\"><v>1</v> </c>",
    ])
    func nothingElseIsReadSo(cell: String) {
        let bytes = Array(("." + cell).utf8)
        #expect(Self.plainCell(bytes, upTo: bytes.count) == nil)
    }

    private static func plainCell(_ bytes: [UInt8], upTo end: Int) -> PlainCell? {
        PlainCell(bytes.span.extracting(..<end), from: 1)
    }

    @Test func aTagWithoutAPrefixMayBeOfAnotherNamespace() throws {
        let rows = "<row r=\"1\" xmlns=\"urn:other\"><c r=\"A1\"><v>1</v></c></row>"
        #expect(try texts(WorkbookParts(rows: rows)) == [])
        let cells = "<x:row xmlns:x=\"\(WorkbookParts.main)\" xmlns=\"urn:other\" r=\"1\">"
        let inner = "<c r=\"A1\"><v>1</v></c><x:c r=\"B1\"><x:v>2</x:v></x:c></x:row>"
        #expect(try texts(WorkbookParts(rows: cells + inner)) == ["B1=2"])
    }

    /// Whether one scan reads a cell or its events do, a sheet is the same, or the same is wrong with it.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func theyComeToTheSameAsTheirEvents(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var rows = ""
        for row in 1...random.number(in: 1...6) {
            var cells = ""
            for column in 0..<random.number(in: 1...8) { cells += Self.cell(column, row, &random) }
            rows += "<row r=\"\(row)\">\(cells)</row>"
        }
        // A blank in the tag is one that no program writes.
        let apart = rows.replacing("<v>", with: "<v >")
        #expect(Self.outcome(rows) == Self.outcome(apart))
    }

    private static func cell(_ column: Int, _ row: Int, _ random: inout SplitMix64) -> String {
        let isOdd = random.oneIn(40)
        let letters = ["A", "B", "C", "D", "E", "F", "G", "H"][column]
        let reference = isOdd ? random.pick(["\(letters)9", "a\(row)", "A1"]) : "\(letters)\(row)"
        let style = random.pick([
            "", "", " s=\"0\"", " s=\"1\"", " s=\"2\"", " s=\"7\"", " s=\"0001\"",
        ])
        let type = random.pick(["", " t=\"s\"", " t=\"s\"", " t=\"n\"", " t=\"str\"", " t=\"b\""])
        let usual = random.pick(["0", "1", "2", "3", "004", "1"])
        let value = isOdd ? random.pick(["5", "999999999", "12345678901", "x", "", " 1 "]) : usual
        return "<c r=\"\(reference)\"\(style)\(type)><v>\(value)</v></c>"
    }

    private static func outcome(_ rows: String) -> [String] {
        let strings =
            "<si><t>甲</t></si><si><t> 乙 </t></si><si><r><rPr><strike/></rPr><t>丙</t></r></si>"
        var parts = WorkbookParts(
            rows: rows,
            strings: strings + "<si/><si><t>=DISPIMG(\"ID_1\",1)</t></si>"
        )
        parts.formats = [(0, nil), (14, nil), (164, "\"第\"0\"项\"")]
        do throws(SpreadsheetError) {
            let cells = try cells(parts.bytes)
            let rest = [
                "\(cells.problems)", "\(cells.struckOut)", "\(cells.leftOut)",
                "\(cells.formulaRows)",
                "\(cells.valueStarts ?? [])",
            ]
            return texts(cells) + rest
        } catch {
            return [error.code.rawValue]
        }
    }
}
