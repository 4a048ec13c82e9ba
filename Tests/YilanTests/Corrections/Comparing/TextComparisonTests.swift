import Testing

@testable import Yilan

/// When two texts of one cell say the same.
@Suite struct TextComparisonTests {
    /// Blanks around a text and its line ends never count.
    @Test(arguments: [
        ("是", "是"), (" 是\u{3000}", "是"), ("是\u{A0}", "是"), ("甲\r\n乙", "甲\n乙"), ("甲\r乙", "甲\n乙"),
        ("甲\n", "甲"), ("\n 甲", "甲"), ("", " "), ("", "\n"),
    ])
    func sameInEveryComparison(one: String, other: String) {
        #expect(TextComparison.literal.difference(from: one, to: other) == .none)
        #expect(TextComparison.spreadsheet.difference(from: other, to: one) == .none)
    }

    @Test(arguments: [("甲_x000D_\n乙", "甲\n乙"), ("甲_x000d_\n乙", "甲\r\n乙"), ("甲_x000D_", "甲")])
    func returnsEscapedBySpreadsheetsAreLineEnds(one: String, other: String) {
        #expect(TextComparison.spreadsheet.difference(from: one, to: other) == .none)
        #expect(TextComparison.literal.difference(from: one, to: other) == .real)
    }

    /// A workbook's escapes are decoded once, by its reader.
    @Test func whatOnlyLooksLikeAnEscapeIsText() {
        let text = "甲_x000D_乙"
        #expect(TextComparison.spreadsheet.difference(from: text, to: "甲\n乙") == .real)
        #expect(CellTextForm.written(text, fromSpreadsheet: true) == text)
    }

    /// What gets lost on the way through LibreOffice and openpyxl; nobody types the opposite.
    @Test(arguments: [
        ("首[1]\t尾", "首[1]尾"), ("A_x0041_B", "AAB"), ("_x4E00__x41_", "一_x41_"),
    ])
    func lossesOfProgramsAreCosmetic(one: String, other: String) {
        let comparison = TextComparison.spreadsheet
        #expect(comparison.difference(from: one, to: other) == .cosmetic(.characters))
        #expect(comparison.difference(from: other, to: one) == .real)
        #expect(TextComparison.literal.difference(from: one, to: other) == .real)
    }

    @Test(arguments: [
        ("张 伦", "张\u{A0}伦"), ("Am\u{E9}lie", "Ame\u{301}lie"), ("张\u{200B}鹏", "张鹏"),
        ("已全部完成Am\u{E9}lie项目", "已全部完成Ame\u{301}lie项目"),
        ("完成e\u{301}\u{323}", "完成e\u{323}\u{301}"), ("完成\u{AC00}", "完成\u{1100}\u{1161}"),
        ("\u{FEFF}张鹏", "张鹏"), ("\u{AC00}", "\u{1100}\u{1161}"),
    ])
    func unseenDifferencesAreCosmeticInSpreadsheets(one: String, other: String) {
        #expect(
            TextComparison.spreadsheet.difference(from: one, to: other) == .cosmetic(.characters)
        )
        #expect(TextComparison.literal.difference(from: one, to: other) == .real)
    }

    @Test(arguments: [
        ("140", "140.0"), ("007", "7"), ("0.50", "0.5"), ("1400", "1,400"), ("95%", "0.95"),
        ("2023.10", "2023.1"), ("123456789012345678", "1.23457E+17"),
        ("123456789012345678", "123456789012345000"), ("-1", "-1.00"),
        ("2023-12-31", "2023/12/31"), ("2023年12月31日", "2023-12-31 00:00:00"),
        ("2023.12.31", "31/12/2023"), ("2023-12-31", "12/31/2023"), ("6月30日", "6-30"),
        ("6/30", "30-Jun"), ("6-1", "6月1日"), ("2023年10月", "2023-10"), ("2023-10", "Oct-23"),
        ("2023-12-31", "31-Dec-23"), ("是", "TRUE"), ("否", "FALSE"), ("TRUE", "true"),
    ])
    func otherNotationsOfOneValueAreCosmeticInSpreadsheets(one: String, other: String) {
        #expect(TextComparison.spreadsheet.difference(from: one, to: other) == .cosmetic(.notation))
        #expect(TextComparison.literal.difference(from: one, to: other) == .real)
    }

    /// What stands as text in a workbook's cell somebody typed: 2023.1 is no notation of 2023.10 there.
    @Test(arguments: [
        ("2023.10", "2023.1"), ("12月5日", "12-5"), ("10%", "0.1"), ("007", "7"), ("TRUE", "true"),
        ("甲\u{200B}乙", "甲乙"), ("甲\u{A0}乙", "甲 乙"), ("甲乙", "甲\u{200B}乙"),
    ])
    func typedTextsAreNoNotations(one: String, other: String) {
        #expect(TextComparison.typed.difference(from: one, to: other) == .real)
    }

    @Test(arguments: [
        ("Am\u{E9}lie", "Ame\u{301}lie"), ("首[1]\t尾", "首[1]尾"), ("A_x0041_B", "AAB"),
    ])
    func whatProgramsLoseOfTypedTextsIsCosmetic(one: String, other: String) {
        #expect(
            TextComparison.typed.difference(from: one, to: other) == .cosmetic(.characters)
        )
    }

    @Test(arguments: [
        ("是", "否"), ("是", "FALSE"), ("是", ""), ("140", "141"), ("140", "1400"), ("0.5", "0.05"),
        ("1,40", "140"), ("1,4000", "14000"), ("95%", "95"), ("-1", "1"),
        ("2023-12-31", "2023-12-30"),
        ("6月30日", "6月3日"), ("6.30", "6月30日"), ("2023年10月", "2023年1月"), ("2023-02-30", "2023/2/30"),
        ("张伦", "张 伦"), ("张 伦", "张\u{3000}伦"), ("甲\n乙", "甲乙"), ("甲  乙", "甲 乙"), ("“甲”", "\"甲\""),
        ("(一)", "（一）"), ("12月", "12"), ("123456789012345678", "1.23458E+17"),
        ("12345678901", "1.23457E+10"), ("2023-12-31 08:00", "2023-12-31"), ("A", "a"),
        ("1e999", "2e999"),
        ("年底", "12月底"), ("甲\t乙", "甲 乙"), ("１４０", "140"),
    ])
    func realDifferences(one: String, other: String) {
        #expect(TextComparison.spreadsheet.difference(from: one, to: other) == .real)
        #expect(TextComparison.spreadsheet.difference(from: other, to: one) == .real)
        #expect(TextComparison.literal.difference(from: one, to: other) == .real)
    }

    @Test(arguments: [
        (" 甲\r\n乙 \n", true, "甲\n乙"), (" 甲\r\n乙 \n", false, "甲\r\n乙 \n"), ("\t甲\t", true, "甲"),
        ("甲\t乙\t", false, "甲\t乙"),
        ("\u{3000}", true, ""), ("\u{A0}甲\u{3000}", false, "甲"),
    ])
    func whatGoesIntoACell(text: String, fromSpreadsheet: Bool, expected: String) {
        let written = CellTextForm.written(text, fromSpreadsheet: fromSpreadsheet)
        #expect(Array(written.utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        ("140", 140), ("140.0", 140), ("1.4E+2", 140), ("0", 0), ("007", 7), ("1.5", nil),
        ("-1", nil),
        ("1000000000000000", nil), ("999999999999999", 999_999_999_999_999),
    ])
    func wholeNumbers(text: String, value: Int?) {
        #expect(DecimalNumber(text)?.wholeValue == value)
    }
}
