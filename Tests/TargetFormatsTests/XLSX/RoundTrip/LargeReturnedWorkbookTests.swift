import SourceText
import TargetModel
import TestSupport
import Testing

@testable import TargetFormats

/// Workbooks of more rows than one core looks at at a time: what is found in one piece of them is found in all.
@Suite struct LargeReturnedWorkbookTests {
    /// After as many targets the deadlines recur.
    private static let period = 12
    private static let count = (RoundTripReader.rowsAtOnce * 2 / period + 30) * period

    private static func table() throws -> TargetTable {
        let header = "序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位\n"
        let rows = (1...count).map { number in
            "\(number)\t甲乙\t第\(number)项目标\t\(1 + number % period)月底\t已完成\(number)项\t是\t市教育局\n"
        }
        return try readTSV("示例市人民政府2024年度责任目标完成情况一览表\n\n" + header + rows.joined()).table
    }

    /// What people see is sorted, in some rows it is corrected, and some dates are typed over.
    @Test(arguments: 1...4 as ClosedRange<UInt64>, [ReturnedWorkbook.Form.texts, .digests])
    func holdWhatSmallOnesHold(seed: UInt64, form: ReturnedWorkbook.Form) throws {
        var random = SplitMix64(seed: seed)
        let table = try Self.table()
        var workbook = try ReturnedWorkbook(table, form)
        let seen = table.columns.count
        // What the deadline said beside whose target hidden cells stayed is known by its digest only.
        let turned =
            Int.random(in: 1..<(Self.count / Self.period), using: &random) * Self.period
        let old = Array(workbook.rows.dropFirst())
        for row in old.indices {
            let sorted = old[(row + turned) % old.count]
            workbook.rows[row + 1] = Array(sorted[...seen] + old[row][(seen + 1)...])
        }
        let corrected = Set((0..<20).map { _ in Int.random(in: 1...Self.count, using: &random) })
        for row in corrected { workbook.rows[row][4] += "，已验收" }
        let typed = Set((0..<30).map { _ in Int.random(in: 1...Self.count, using: &random) })
        for row in typed { workbook.rows[row][seen] = "2019-02-03" }
        let (read, findings) = try workbook.read()
        #expect(!findings.hasErrors)
        #expect(read.count == table.count)
        #expect(Array(read.origins) == Array(table.origins))
        #expect(read.layout == table.layout)
        for target in 0..<table.count {
            let serial = table.string(target, column: 0)
            let isCorrected = corrected.contains { workbook.rows[$0][0] == serial }
            for column in table.columns.indices {
                let isSame = !(isCorrected && column == 4)
                let text = table.string(target, column: column)
                guard read.isOriginal(target, column) == isSame,
                    read.string(target, column: column) == (isSame ? text : text + "，已验收")
                else {
                    Issue.record("target \(target), column \(column)")
                    return
                }
            }
        }
        let first = (typed.min() ?? 0) + 1
        let found = findings.all.filter { $0.place.cell == "H\(first)" }.map(\.message.english)
        #expect(found.contains { $0.hasSuffix("(\(typed.count) cells, this one first)") })
    }

    /// A record that claims more targets than a table may have is none, and nothing runs out.
    @Test(arguments: ["1000000000000000000", "9000000000000000000000", "-1", "99999999"])
    func claimsAreNotBelieved(count: String) throws {
        let table = try readTSV(SampleTable.bytes()).table
        var workbook = try ReturnedWorkbook(table)
        workbook.about.replace("\"targets\":60", with: "\"targets\":\(count)")
        let (read, findings) = try workbook.read()
        #expect(read.count >= 60)
        #expect(findings.all.contains { $0.code == .lostRoundTrip })
    }
}
