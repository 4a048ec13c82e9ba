import SpreadsheetML
import Testing

/// Sheets whose rows are written at once come to the same file however the cores take turns, and
/// to what was written; a small workbook is packed in another order than a large one.
@Suite struct RowsOfSheetsTests {
    private static func written(rows count: Int, of sheets: Int) throws -> WrittenWorkbook {
        try WrittenWorkbook { workbook, first throws(WorkbookError) in
            let style = try workbook.style(CellFormat(font: "仿宋", size: 11))
            var others: [(sheet: WrittenSheet, count: Int)] = []
            for number in 0..<sheets {
                others.append((try workbook.addSheet(named: "表\(number)"), count >> number))
            }
            let last = try workbook.addSheet(named: "末")
            var texts: [WrittenText] = []
            try workbook.withRows(of: first) { rows throws(WorkbookError) in
                for row in 0..<count {
                    try rows.beginRow(row)
                    let text = "第\(row)项工作进展顺利"
                    texts.append(try rows.text(text.utf8.span, column: 0, style))
                }
            }
            let (known, lengths) = (texts, others.map(\.count))
            try workbook.withRows(
                ofEach: others,
                { number, rows throws(WorkbookError) in
                    for row in 0..<lengths[number] {
                        try rows.beginRow(row)
                        try rows.text(known[row], column: 0, style)
                        try rows.number(Double(row), column: 1, style)
                    }
                },
                andLast: last
            ) { rows throws(WorkbookError) in
                try rows.beginRow(0)
                try rows.text("最后", column: 0, style)
                try rows.text(known[count - 1], column: 1, style)
            }
        }
    }

    @Test(arguments: [3, 40_000]) func theFileDoesNotDependOnTheCores(count: Int) throws {
        let written = try Self.written(rows: count, of: 3)
        #expect(try Self.written(rows: count, of: 3).bytes == written.bytes)
        #expect(written.leftovers == [])
        #expect(try written.sheetNames() == ["甲", "表0", "表1", "表2", "末"])
        for number in 0..<3 {
            let cells = try written.texts(ofSheet: 1 + number)
            #expect(cells == (0..<(count >> number)).map { ["第\($0)项工作进展顺利", "\($0)"] })
        }
        #expect(try written.texts(ofSheet: 4) == [["最后", "第\(count - 1)项工作进展顺利"]])
    }
}
