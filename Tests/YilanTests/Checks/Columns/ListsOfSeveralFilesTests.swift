import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Files of which some have no column that others have.
@Suite struct ListsOfSeveralFilesTests {
    private static let keys = [
        "serial", "leader", "objective", "deadline", "progress", "onSchedule", "units",
    ]
    private static let row = ["张三", "新建学校3所", "年底", "已建成3所", "是", "市教育局"]

    /// What is told of columns in a table of three files; the second one lacks a column, or has it blank.
    private static func codes(_ key: String, isBlank: Bool) throws -> [String] {
        let place = try #require(keys.firstIndex(of: key))
        func table(_ serial: Int, isOdd: Bool) -> TargetTable {
            let rows = (0..<2).map { ["\(serial + $0)"] + row }
            let odd = rows.map { row in
                var row = row
                if isBlank { row[place] = "" } else { row.remove(at: place) }
                return row
            }
            var left = keys
            if isOdd, !isBlank { left.remove(at: place) }
            return TargetTable.make(columns: left, rows: isOdd ? odd : rows)
        }
        let parts = [1, 11, 21].map { serial in
            NamedTable(name: "\(serial).tsv", table: table(serial, isOdd: serial == 11))
        }
        var findings = DiagnosticBag()
        let merged = try #require(TableMerging(parts).table(reporting: &findings))
        Checks.run(on: merged, reporting: &findings)
        let columns = findings.all.filter { [.missingField, .blankColumn].contains($0.code) }
        #expect(columns.allSatisfy { $0.serial == "11" && $0.file == "11.tsv" })
        return columns.map(\.code.rawValue)
    }

    @Test(arguments: ["leader", "objective", "deadline", "progress", "units"])
    func aColumnThatIsNotThereIsNoBlankOne(key: String) throws {
        #expect(try Self.codes(key, isBlank: false) == ["missing-field"])
        #expect(try Self.codes(key, isBlank: true) == ["blank-column"])
    }
}
