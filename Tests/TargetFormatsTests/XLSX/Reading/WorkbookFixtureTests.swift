import Foundation
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Workbooks as other programs save them; `make_fixtures.py` beside them says how.
@Suite struct WorkbookFixtureTests {
    private static func fixture(_ name: String) throws -> [UInt8] {
        let folder = Repository.root.appending(path: "Tests/Fixtures/Workbooks")
        return try [UInt8](Data(contentsOf: folder.appending(path: name)))
    }

    private static let expected = [
        "1|张鹏|第一行\n第二行 <&> \"引号\"|6月30日|完成95%,其余按计划|是|市 局",
        "2|张鹏|乙|2023年12月31日|95%|否|市局",
        "3|张鹏|丙_x0041_|2023/12/31|1,234,567.50|TRUE|市局",
    ]

    @Test(arguments: [
        "xlsxwriter.xlsx", "xlsxwriter-inline.xlsx", "strict-prefixed.xlsx", "libreoffice.xlsx",
    ])
    func readsAsItIsShown(name: String) throws {
        let (table, findings) = try readXLSX(Self.fixture(name))
        #expect(lines(table) == Self.expected)
        #expect(table.document.title == "菏泽市人民政府2023年度责任目标完成情况一览表")
        #expect(table.places?.sheets.map(\.name) == ["目标 'A' & B"])
        #expect(codes(findings) == ["sheet-left-out", "sheet-left-out"])
    }

    /// openpyxl saves no values of formulas.
    @Test(arguments: ["openpyxl.xlsx", "openpyxl-1904.xlsx"])
    func formulasWithoutValuesAreErrors(name: String) throws {
        let (table, findings) = try readXLSX(Self.fixture(name))
        #expect(lines(table).dropLast() == Self.expected.dropLast())
        #expect(lines(table).last == "3|张鹏|丙_x0041_|2023/12/31|1,234,567.50|TRUE|")
        #expect(
            codes(findings) == [
                "sheet-left-out", "sheet-left-out", "missing-formula-value 目标 'A' & B G5",
            ]
        )
    }

    @Test(arguments: [
        ("encrypted.xlsx", "encrypted-workbook"), ("table.xls", "unsupported-workbook"),
        ("table.ods", "other-format"), ("make_fixtures.py", "not-a-workbook"),
    ])
    func otherFilesAreNamed(name: String, code: String) throws {
        let bytes = try Self.fixture(name)
        #expect {
            try readXLSX(bytes)
        } throws: { error in
            (error as? FormatError)?.diagnostic?.code.rawValue == code
                && (error as? FormatError)?.diagnostic?.file == "folder/table.xlsx"
        }
    }

    /// Whatever happens to a workbook's bytes: it reads as the table, or is refused.
    @Test(arguments: 0..<4)
    func noDamageIsReadInSilence(seed: UInt64) throws {
        let bytes = try Self.fixture("libreoffice.xlsx")
        var random = SeededGenerator(seed: seed)
        for _ in 0..<150 {
            var damaged = bytes
            switch Int.random(in: 0..<3, using: &random) {
            case 0: damaged.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            case 1:
                let start = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 1..<200, using: &random))
                damaged.removeSubrange(start..<end)
            default:
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let index = Int.random(in: 0..<bytes.count, using: &random)
                    damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                }
            }
            guard let (table, findings) = try? readXLSX(damaged), !findings.hasErrors else {
                continue
            }
            #expect(lines(table) == Self.expected, "seed \(seed)")
        }
    }
}
