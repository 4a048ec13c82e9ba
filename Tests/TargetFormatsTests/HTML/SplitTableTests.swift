import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// A table of a document that was split: its header stands above the first part only.
@Suite struct SplitTableTests {
    private func read(_ second: String) throws -> (serials: [String], codes: [FindingCode]) {
        func table(_ rows: [[String]]) -> String {
            "<table>"
                + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
                + "</table>"
        }
        let first = table([
            ["序号", "责任目标", "完成情况", "是否完成"], ["1", "甲", "好", "是"], ["2", "乙", "好", "否"],
        ])
        let rows = second.split(separator: "|").map { $0.split(separator: ",").map(String.init) }
        var findings = DiagnosticBag()
        let read = try HTMLReader().read(
            InputFile(
                name: "t.html",
                bytes: Array("<h1>2023年一览表</h1>\(first)<p> </p>\(table(rows))".utf8)
            ),
            options: ReadingOptions(),
            reporting: &findings
        )
        return ((0..<read.count).map { read.string($0, .serial) }, findings.all.map(\.code))
    }

    @Test func whatGoesOnIsRead() throws {
        let read = try read("3,丙,好,是|4,丁,好,否")
        #expect(read.serials == ["1", "2", "3", "4"])
        #expect(read.codes == [.continuedRow])
    }

    @Test(arguments: ["1,丙,好,是|2,丁,好,否", "3,丙,好|4,丁,好", "甲,丙,好,是|乙,丁,好,否"])
    func anotherTableIsLeftOut(rows: String) throws {
        let read = try read(rows)
        #expect(read.serials == ["1", "2"])
        #expect(read.codes == [.tableLeftOut])
    }
}
