import Testing

@testable import SpreadsheetML

/// What is printed of a sheet.
@Suite struct PageSetupTests {
    private static func area(of name: String, _ range: CellRange) throws -> String? {
        let written = try WrittenWorkbook { workbook, _ throws(WorkbookError) in
            let sheet = try workbook.addSheet(named: name)
            var page = PageSetup()
            page.area = range
            try workbook.setPage(page, of: sheet)
        }
        return try written.part("xl/workbook.xml")
            .firstMatch(of: /_xlnm.Print_Area"[^>]*>([^<]*)</).map { String($0.1) }
    }

    /// Areas of whole columns name their rows, which openpyxl needs; a sheet's name may look like rows.
    @Test(arguments: [
        ("目标", "'目标'"), ("A1", "'A1'"), ("2023年", "'2023年'"), ("甲 乙3", "'甲 乙3'"),
        ("$A", "'$A'"), ("甲!乙", "'甲!乙'"),
    ])
    func areasNameTheirRows(name: String, quoted: String) throws {
        let all = 0...(SheetLimits.rows - 1)
        #expect(
            try Self.area(of: name, CellRange(rows: all, columns: 0...6))
                == "\(quoted)!$A$1:$G$1048576"
        )
        #expect(
            try Self.area(of: name, CellRange(rows: all, columns: 1...1))
                == "\(quoted)!$B$1:$B$1048576"
        )
        #expect(
            try Self.area(of: name, CellRange(rows: 0...8, columns: 0...27))
                == "\(quoted)!$A$1:$AB$9"
        )
    }
}
