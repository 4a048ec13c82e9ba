import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// The same table as TSV, web page, Word document and OpenDocument spreadsheet gives the same
/// targets.
@Suite struct DocumentLawTests {
    private static let labels = ["序号", "市政府领导", "责任目标内容", "完成时限", "完成情况", "是否按计划完成进度", "责任单位"]
    private static let words = [
        "新建道路10条", "建成<5km & 通车", "“一批”民生实事", "市住建局、市财政局", "11月底", "甲\u{A0}乙", "投资2.5亿元",
    ]

    /// A table made at random, in which leaders reach over several targets.
    private func making(_ seed: UInt64) -> (document: DocumentMaking, tsv: String) {
        var random = SplitMix64(seed: seed)
        let title = "云川市2023年度责任目标完成情况一览表"
        var rows: [[String?]] = [Self.labels]
        var lines = [title, Self.labels.joined(separator: "\t")]
        for serial in 1...Int.random(in: 1...30, using: &random) {
            let isMerged = serial > 1 && Bool.random(using: &random)
            let leader = isMerged ? nil : ["甲某", "乙某", "丙某"][Int.random(in: 0..<3, using: &random)]
            var row = ["\(serial)", leader]
            for _ in 2..<5 {
                row.append(Self.words[Int.random(in: 0..<Self.words.count, using: &random)])
            }
            row += [["是", "否", ""][Int.random(in: 0..<3, using: &random)], "市住建局"]
            rows.append(row)
            lines.append(row.map { $0 ?? "" }.joined(separator: "\t"))
        }
        return (DocumentMaking(above: [title], rows: rows), lines.joined(separator: "\n") + "\n")
    }

    private func rows(_ bytes: [UInt8], _ name: String) throws -> TargetTable {
        let format = try #require(TargetFormat.named(name))
        var findings = DiagnosticBag()
        return try format.reader.read(
            InputFile(name: "made." + name, bytes: bytes),
            options: ReadingOptions(),
            reporting: &findings
        )
    }

    /// Merged cells reach as far as their range: a blank cell beside them is blank.
    ///
    /// Rows that a merged
    /// serial covers, and that have a deadline of their own, are targets under it.
    @Test(arguments: UInt64(1)...24)
    func mergedCellsReachAsFarAsTheirRange(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var rows: [[String?]] = [Self.labels, ["1", "甲某", "修路", "年底", "", "是", "市住建局"]]
        rows.append(["2", nil, "种树", "年底", "", "否", "市住建局"])
        var expected = ["1|甲某|年底|市住建局", "2|甲某|年底|市住建局"]
        for serial in 3...Int.random(in: 3...12, using: &random) {
            let leader = ["", "乙某"][Int.random(in: 0..<2, using: &random)]
            let count = Int.random(in: 1...4, using: &random)
            let unitEnd = Int.random(in: 1...count, using: &random)
            for index in 0..<count {
                let unit = index < unitEnd ? "市住建局" : "市财政局"
                rows.append([
                    index == 0 ? "\(serial)" : nil, index == 0 ? leader : nil, "甲\(index)",
                    "\(index + 1)月底",
                    "", "是", index == 0 || index == unitEnd ? unit : nil,
                ])
                let own = count == 1 ? "\(serial)" : "\(serial)/\(index + 1)"
                expected.append("\(own)|\(leader)|\(index + 1)月底|\(unit)")
            }
        }
        let document = DocumentMaking(above: ["2023年一览表"], rows: rows)
        for (name, bytes) in [
            ("html", document.html), ("docx", document.docx), ("ods", document.ods),
        ] {
            let table = try self.rows(bytes, name)
            let lines = (0..<table.count).map { target in
                [Field.serial, .leader, .deadline, .units].map { table.string(target, $0) }
                    .joined(separator: "|")
            }
            #expect(lines == expected, "\(name)")
        }
    }

    @Test(arguments: UInt64(1)...24)
    func everyFormatGivesTheSameTargets(seed: UInt64) throws {
        let (document, tsv) = making(seed)
        let official = try rows(Array(tsv.utf8), "tsv")
        for (name, bytes) in [
            ("html", document.html), ("docx", document.docx), ("ods", document.ods),
        ] {
            let table = try rows(bytes, name)
            #expect(table.rows == official.rows, "\(name)")
            #expect(table.document.title == official.document.title, "\(name)")
            #expect(Summary(of: table) == Summary(of: official), "\(name)")
        }
    }
}
