import SourceText
import SpreadsheetML
import Testing

@Suite struct FormulaTextTests {
    @Test(arguments: [
        ("", "\"\""),
        ("是", "\"是\""),
        ("他说\"好\"", "\"他说\"\"好\"\"\""),
    ])
    func quotesTexts(text: String, formula: String) {
        #expect(FormulaText.literal(text) == formula)
    }

    @Test func cutsTextsThatAreTooLongForAFormula() {
        let text = String(repeating: "字", count: 256)
        let pieces = FormulaText.literal(text)
        #expect(pieces == "(\"\(String(repeating: "字", count: 255))\"&\"字\")")
        // A character of two units is never cut in two.
        let emoji = FormulaText.literal(String(repeating: "字", count: 254) + "😀")
        #expect(emoji == "(\"\(String(repeating: "字", count: 254))\"&\"😀\")")
    }

    @Test func writesArrays() {
        #expect(FormulaText.array(["是", "\""]) == "{\"是\",\"\"\"\"}")
    }

    @Test func quotesSheets() {
        #expect(FormulaText.sheet("O'Brien") == "'O''Brien'")
    }

    @Test(arguments: [
        (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"),
    ])
    func namesColumns(column: Int, letters: String) {
        #expect(ColumnLetters.of(column) == letters)
        let cell = CellPosition(row: 6, column: column)
        #expect(cell.reference == "\(letters)7")
        #expect(cell.absolute == "$\(letters)$7")
    }

    @Test(arguments: ["", "A", "é", "字", "😀", "a字é😀\u{10FFFF}\u{FFFF}"])
    func countsUnitsAsLimitsDo(text: String) {
        #expect(text.sheetUnits == text.utf16.count)
    }

    @Test func writesRanges() {
        let range = CellRange(rows: 1...6, columns: 1...2)
        #expect(range.reference == "B2:C7")
        #expect(range.absolute == "$B$2:$C$7")
    }
}
