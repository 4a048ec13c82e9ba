import Foundation
import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// The parts of a small workbook, as text, against reviewed files.
///
/// `UPDATE_GOLDEN=1` records what came, and fails, so that nobody takes it for a test.
@Suite struct GoldenWorkbookTests {
    private static let tsv =
        "某市人民政府2023年度责任目标完成情况一览表\n"
        + "序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t是否按计划完成进度\t责任单位\t备注\n"
        + "1\t张鹏\t新增护理型养老床位1500张\t年底\t已完成\t是\t市民政局\t\n"
        + "2\t张 鹏\t建设50个“如康家园”\t11月底\t<正在建设>\t否\t市残联 市民政局\t重点\n"
        + "03\t刘连栋\t健全社会治安防控体系\t长期坚持\t\t\t市公安局、各县(市、区)政府\t\n"

    /// The parts that say what the workbook is; the others are the same in every workbook.
    private static let names = [
        "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml",
        "xl/worksheets/sheet6.xml",
        "xl/sharedStrings.xml", "xl/styles.xml", "xl/tables/table1.xml", "xl/charts/chart1.xml",
        "docProps/core.xml",
    ]

    private static let folder = Repository.root.appending(path: "Tests/Fixtures/GoldenWorkbook")

    @Test func partsAreTheReviewedOnes() throws {
        let table = try readTSV(Self.tsv).table
        let parts = try WrittenTable(table).parts()
        for name in Self.names {
            let part = try #require(parts.first { $0.name == name }, "\(name)")
            let file = Self.folder.appending(path: name.split(separator: "/").last ?? "")
            // A line for each element, so that a difference can be read.
            // How sealed pieces are packed depends on zlib's version.
            let text =
                part.text.replacing("><", with: ">\n<")
                .replacing(/[\u{2800}-\u{28FF}]+/, with: "⠿") + "\n"
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
                try FileManager.default.createDirectory(
                    at: Self.folder,
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
                Issue.record("recorded \(file.lastPathComponent); review it, then run again")
                continue
            }
            let expected = try String(contentsOf: file, encoding: .utf8)
            let lines = Array(text.split(separator: "\n"))
            let golden = Array(expected.split(separator: "\n"))
            if lines != golden {
                let index = zip(lines, golden).enumerated().first { $1.0 != $1.1 }?.offset
                let line = index ?? min(lines.count, golden.count)
                let came = lines.indices.contains(line) ? lines[line] : "(end)"
                let wanted = golden.indices.contains(line) ? golden[line] : "(end)"
                Issue.record("\(name), line \(line + 1): \(came) came, not \(wanted)")
            }
        }
    }
}
