import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing
import Yilan

/// Totals that don't add up, and totals that do, wherever they stand.
@Suite struct TotalRowsTests {
    private static let header = "序号\t责任目标\t投资额(万元)\t完成率\t完成情况\t责任单位"

    /// The findings about totals in a table with these rows.
    private func found(_ rows: [String], header: String = Self.header) throws -> [Diagnostic] {
        let text = (["菏泽市2023年责任目标完成情况一览表", header] + rows).joined(separator: "\n") + "\n"
        var read = DiagnosticBag()
        var options = ReadingOptions()
        options.keepsTotals = true
        let table = try TargetTable.reading(
            InputFile(name: "made.tsv", bytes: Array(text.utf8)),
            options: options,
            reporting: &read
        )
        return checked(table).filter { $0.code == .totalDiffers }
    }

    private func row(_ serial: Int, _ figure: String) -> String {
        "\(serial)\t修路\(serial)\t\(figure)\t50%\t已建成通车\t市教育局"
    }

    @Test(arguments: ["300", "300.0", "３００", "300\t80%", "300\t\t2项", "", "约300"])
    func aTotalThatAddsUpIsNotMentioned(total: String) throws {
        #expect(try found([row(1, "100"), row(2, "200"), "合计\t\t" + total]) == [])
        #expect(try found(["合计\t\t" + total, row(1, "100"), row(2, "200")]) == [])
    }

    @Test func aTotalThatDoesNotAddUpIsNamedWithItsLine() throws {
        let rows = [row(1, "100"), row(2, "1,200.5"), "合计\t\t1310"]
        let finding = try #require(try found(rows).first)
        #expect(finding.line == 5)
        #expect(finding.field == "投资额(万元)")
        #expect(finding.message.chinese == "“合计”行的“投资额(万元)”为1310，所含 2 项之和为1300.5")
    }

    @Test func sectionsHaveSubtotalsAndAllHaveATotal() throws {
        let rows = [
            "一、工业", row(1, "100"), row(2, "200"), "小计\t\t300", "二、农业", row(3, "1"), row(4, "2"),
            "小计\t\t3", "总计\t\t303",
        ]
        #expect(try found(rows) == [])
        var wrong = rows
        wrong[7] = "小计\t\t4"
        #expect(try found(wrong).map(\.line) == [10])
        wrong[7] = rows[7]
        wrong[8] = "总计\t\t304"
        #expect(try found(wrong).map(\.line) == [11])
    }

    @Test func whatIsNoPlainFigureIsNotSummed() throws {
        #expect(try found([row(1, "100"), row(2, "约200"), "合计\t\t310"]) == [])
        #expect(try found([row(1, "100亿元"), row(2, "200万元"), "合计\t\t310万元"]) == [])
        #expect(try found([row(1, "100"), "合计\t\t310"]) == [])
    }

    @Test func aTotalThatCountsTargetsIsHeldAgainstThem() throws {
        #expect(try found([row(1, "1"), row(2, "2"), "合计\t共2项"]) == [])
        #expect(try found([row(1, "1"), row(2, "2"), "合计2项"]) == [])
        #expect(try found([row(1, "1"), row(2, "2"), "合计3项"]).count == 1)
        let findings = try found([row(1, "1"), row(2, "2"), "合计\t共3项"])
        #expect(findings.map(\.message.chinese) == ["合计写有 3 项，实际为 2 项"])
    }

    @Test func blocksAreSummedInTheOrderOfTheirTargets() throws {
        let header = "序号\t责任目标\t投资额\t完成情况\t序号\t责任目标\t投资额\t完成情况"
        let rows = [
            "1\t路\t100\t好\t3\t桥\t5\t好", "2\t树\t200\t好\t4\t河\t6\t好", "\t\t\t\t小计\t\t311",
        ]
        #expect(try found(rows, header: header) == [])
        let wrong = rows.dropLast() + ["\t\t\t\t小计\t\t312"]
        #expect(try found(Array(wrong), header: header).map(\.line) == [5])
    }

    /// Whatever the figures: the sum is never reported, and one more always.
    @Test(arguments: UInt64(1)...40)
    func onlyWrongTotalsAreReported(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let figures = (0..<Int.random(in: 2...8, using: &random)).map { _ in
            Int.random(in: -50...100_000, using: &random)
        }
        let rows = figures.enumerated().map { row($0 + 1, String($1)) }
        let sum = figures.reduce(0, +)
        #expect(try found(rows + ["合计\t\t\(sum)"]) == [])
        #expect(try found(["合计\t\t\(sum)"] + rows) == [])
        #expect(try found(rows + ["合计\t\t\(sum + 1)"]).count == 1)
    }
}
