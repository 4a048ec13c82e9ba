import SpreadsheetML
import TestSupport
import Testing

/// What goes into cells comes out of them; what can't is refused with the cell.
@Suite struct WorkbookTextTests {
    private static let awkward = [
        "是", " 外面有空格 ", "\u{3000}全角空格\u{3000}", "a\nb", "a\r\nb", "a\tb", "_x0041_", "_X0041_",
        "_x005F_x0041_", "__x0041__", "_x00_", "_x000D_\r", "\u{1}\u{8}\u{B}\u{1F}", "\u{7F}\u{85}",
        "\u{FFFE}\u{FFFF}\u{FFFD}", "=1+1", "'=1", "<a href=\"&amp;\">&'</a>", "]]>", "😀𠮷",
        "é\u{301}",
        "000", "1E5", "2023/5",
    ]

    @Test func cellsOfRowsKeepEveryCharacter() throws {
        let written = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
            let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
            try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
                for (index, text) in Self.awkward.enumerated() {
                    try rows.beginRow(index, height: 20)
                    try rows.text(text, column: 0, style)
                    try rows.formula("\"\"&A1", text: text.utf8.span, column: 1, style)
                }
            }
        }
        #expect(try written.texts() == Self.awkward.map { [$0, $0] })
        #expect(written.leftovers == [])
    }

    @Test func cellsOfTheLibraryKeepEveryCharacter() throws {
        let written = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
            for (index, text) in Self.awkward.enumerated() {
                func cell(_ column: Int) -> CellPosition {
                    CellPosition(row: index, column: column)
                }
                try workbook.write(.text(text), at: cell(0), of: sheet)
                try workbook.write(.formula("\"\"&A1", .text(text)), at: cell(1), of: sheet)
                try workbook.write(.arrayFormula("\"\"&A1", text: text), at: cell(2), of: sheet)
            }
        }
        #expect(try written.texts() == Self.awkward.map { [$0, $0, $0] })
    }

    @Test func anyTextsComeBack() throws {
        var random = SplitMix64(seed: 11)
        let scalars = Array("_xX0049abAB是否<&>\" \n\r\u{1}\u{FFFE}\u{FFFF}😀\u{F}".unicodeScalars)
        let texts = (0..<500).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
            }
            return String(text)
        }
        let written = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
            let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
            try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
                for (index, text) in texts.enumerated() {
                    try rows.beginRow(index, height: 20)
                    try rows.text(text, column: 0, style)
                }
            }
        }
        let read = try written.texts().map { $0[0] }
        #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test func textsAreSharedAndCounted() throws {
        let written = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
            let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
            try workbook.write(.text("页眉"), at: CellPosition(row: 0, column: 0), of: sheet)
            try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
                for row in 1...3 {
                    try rows.beginRow(row, height: 20.5)
                    try rows.text("是", column: 0, style)
                    try rows.text(row == 2 ? " 否" : "是", column: 1, style)
                    try rows.number(Double(row) / 4, column: 2, style)
                }
            }
        }
        let strings = try written.part("xl/sharedStrings.xml")
        #expect(
            strings.hasSuffix(
                "count=\"7\" uniqueCount=\"3\"><si><t>页眉</t></si><si><t>是</t></si>"
                    + "<si><t xml:space=\"preserve\"> 否</t></si></sst>"
            ),
            "\(strings)"
        )
        let sheet = try written.part("xl/worksheets/sheet1.xml")
        #expect(sheet.contains("<dimension ref=\"A1:C4\"/>"))
        #expect(
            sheet.contains(
                "<row r=\"3\" ht=\"20.5\"><c r=\"A3\" s=\"1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"B3\" s=\"1\" t=\"s\"><v>2</v></c><c r=\"C3\" s=\"1\"><v>0.5</v></c></row>"
            ),
            "\(sheet)"
        )
    }

    // MARK: What can't be written

    @Test(
        arguments: [
            (String(repeating: "字", count: 32_767), nil),
            (String(repeating: "字", count: 32_768), .textTooLong(units: 32_768)),
            // Excel counts UTF-16 units: an emoji is two of them.
            (String(repeating: "字", count: 32_765) + "😀", nil),
            (String(repeating: "字", count: 32_766) + "😀", .textTooLong(units: 32_768)),
            ("a\u{0}b", .nullCharacter),
        ] as [(String, WorkbookError.Problem?)]
    )
    func limitsAreKept(text: String, problem: WorkbookError.Problem?) throws {
        let expected = problem.map { WorkbookError($0, sheet: "甲", cell: "C5") }
        #expect(Self.failure { try Self.writeRow(text) } == expected)
        #expect(
            Self.failure {
                _ = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
                    let cell = CellPosition(row: 4, column: 2)
                    try workbook.write(.text(text), at: cell, of: sheet)
                }
            } == expected
        )
    }

    @Test(arguments: [[0xFF], [0xE5, 0xAD], [0xED, 0xA0, 0x80], [0xC0, 0x80]] as [[UInt8]])
    func invalidTextIsRefused(bytes: [UInt8]) {
        let failure = Self.failure {
            _ = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
                let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
                try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
                    try rows.beginRow(0, height: 20)
                    try rows.text(bytes.span, column: 0, style)
                }
            }
        }
        #expect(failure == WorkbookError(.invalidText))
    }

    @Test func sheetsEnd() {
        let rows = Self.failure {
            _ = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
                try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
                    try rows.beginRow(1_048_576, height: 20)
                }
            }
        }
        #expect(rows?.problem == .tooManyRows)
        let columns = Self.failure {
            _ = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
                try workbook.setColumn(16_384, width: 9, of: sheet)
            }
        }
        #expect(columns?.problem == .tooManyColumns)
    }

    private static func writeRow(_ text: String) throws {
        _ = try WrittenWorkbook { workbook, sheet throws(WorkbookError) in
            let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
            try workbook.withRows(of: sheet) { rows throws(WorkbookError) in
                try rows.beginRow(4, height: 20)
                try rows.text(text, column: 2, style)
            }
        }
    }

    private static func failure(_ body: () throws -> Void) -> WorkbookError? {
        do {
            try body()
            return nil
        } catch {
            return error as? WorkbookError
        }
    }
}
