import SpreadsheetML
import TestSupport
import Testing

/// A formula that is put together once stands in each row as if it had been put together for that row.
@Suite struct RowFormulaTests {
    private static let words = [
        "IF(", "\"是\"", "&", "<", ">", "全部目标!$A$2", ",", ")", "\u{7}", "_x0041_", "😀",
    ]

    private static func template(_ generator: inout SplitMix64) -> String {
        let slots = [RowFormula.row, RowFormula.number(0), RowFormula.number(1)]
        let count = Int.random(in: 0..<12, using: &generator)
        return (0..<count).map { _ in
            let isSlot = Int.random(in: 0..<3, using: &generator) == 0
            return (isSlot ? slots : words).randomElement(using: &generator) ?? ""
        }.joined()
    }

    @Test func eachRowHasTheFormulaThatIsPutTogetherForIt() throws {
        var generator = SplitMix64(seed: 7)
        let templates = (0..<40).map { _ in Self.template(&generator) } + ["", RowFormula.row]
        let rows = [0, 8, 9, 99, 65_535]
        let numbers = [0, 1_234_567]
        typealias Write =
            @Sendable (
                inout RowsXML, String, _ row: Int, _ column: Int, CellStyle
            ) throws(WorkbookError) -> Void
        func written(_ write: Write) throws -> String {
            try WrittenWorkbook { workbook, first throws(WorkbookError) in
                let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
                let last = try workbook.addSheet(named: "末")
                try workbook.withRows(
                    ofEach: [(first, rows.count)],
                    { _, sink throws(WorkbookError) in
                        for row in rows {
                            try sink.beginRow(row)
                            for (column, template) in templates.enumerated() {
                                try write(&sink, template, row, column, style)
                            }
                        }
                    },
                    andLast: last
                ) { _ throws(WorkbookError) in }
            }.part("xl/worksheets/sheet1.xml")
        }
        let once = try written { sink, template, _, column, style throws(WorkbookError) in
            try sink.formula(
                RowFormula(template),
                numbers: numbers,
                text: "甲&乙".utf8.span,
                column: column,
                style
            )
        }
        let anew = try written { sink, template, row, column, style throws(WorkbookError) in
            var formula = template.replacing(RowFormula.row, with: String(row + 1))
            for (index, number) in numbers.enumerated() {
                formula = formula.replacing(RowFormula.number(index), with: String(number))
            }
            try sink.formula(formula, text: "甲&乙".utf8.span, column: column, style)
        }
        #expect(once.contains("<f>"))
        #expect(once == anew)
    }

    /// A text with a NUL is refused, whatever stands behind it, and not taken for a place.
    @Test(arguments: ["\u{0}", "张\u{0}", "\u{0}三", "\u{0}\u{0}1", "\u{0}/"])
    func aNULThatIsNoPlaceIsRefused(text: String) {
        #expect(throws: WorkbookError(.nullCharacter)) {
            try RowFormula("FIND(\"\(text)\",A\(RowFormula.row))")
        }
    }
}
