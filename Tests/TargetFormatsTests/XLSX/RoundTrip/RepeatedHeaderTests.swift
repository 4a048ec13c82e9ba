import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// The header is copied above rows further down, as printed lists have it on each page.
@Suite struct RepeatedHeaderTests {
    private static let text: String = (1...6).reduce("序号\t责任目标\t完成情况\n") { text, number in
        text + "\(number)\t目标\(number)\t情况\(number)\n"
    }

    @Test(arguments: ReturnedWorkbook.Form.allCases, 1...6)
    func aHeaderPutInIsNoTarget(form: ReturnedWorkbook.Form, row: Int) throws {
        let table = try readTSV(Self.text).table
        var workbook = try ReturnedWorkbook(table, form)
        workbook.rows.insert(workbook.rows[0], at: row)
        let (read, findings) = try workbook.read()
        #expect(read.rows == table.rows)
        #expect(codes(findings).isEmpty)
    }

    /// Pasted over a target, it leaves the target as it was.
    @Test(arguments: [ReturnedWorkbook.Form.texts, .digests], 1...6)
    func aHeaderPastedOverATargetIsNoTarget(form: ReturnedWorkbook.Form, row: Int) throws {
        let table = try readTSV(Self.text).table
        var workbook = try ReturnedWorkbook(table, form)
        workbook.rows[row].replaceSubrange(0..<3, with: workbook.rows[0][0..<3])
        let (read, findings) = try workbook.read()
        var kept: [[String]] = table.rows
        kept.remove(at: row - 1)
        #expect(read.rows == kept)
        #expect(!findings.hasErrors)
        #expect(findings.all.map(\.code).contains(.rowsGone))
    }
}
