import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Pipe tables as people and programs write them.
@Suite struct MarkdownTests {
    private func read(_ text: String) throws -> (table: TargetTable, findings: [Diagnostic]) {
        var findings = DiagnosticBag()
        let table = try MarkdownReader().read(
            InputFile(name: "table.md", bytes: Array(text.utf8)),
            options: ReadingOptions(),
            reporting: &findings
        )
        return (table, findings.all)
    }

    @Test func aTableUnderAHeadingIsRead() throws {
        let (table, findings) = try read(
            """
            # 云川市2023年度责任目标完成情况一览表

            | 序号 | 市政府领导 | 责任目标内容 | 责任单位 |
            | ---: | :--- | --- | :-: |
            | 1 | 甲某 | 新建道路10条 | 市住建局 |
            | 2 |  | 新建公园2处 | 市园林局 |

            注：以上为年底数。
            """
        )
        #expect(findings.map(\.code) == [.skippedRow])
        #expect(table.otherTexts.map(\.text) == ["注：以上为年底数。"])
        #expect(table.document.title == "云川市2023年度责任目标完成情况一览表")
        #expect(table.document.year == 2023)
        #expect((0..<table.count).map { table.string($0, .leader) } == ["甲某", "甲某"])
        #expect(table.string(1, .units) == "市园林局")
        #expect(table.origins.map(\.line) == [5, 6])
    }

    @Test func pipesAtTheEndsMayBeLeftOut() throws {
        let (table, _) = try read("序号 | 责任目标\n--- | ---\n1 | 甲\n2 | 乙\n")
        #expect((0..<table.count).map { table.string($0, .objective) } == ["甲", "乙"])
    }

    /// What stands in a cell, and what it says.
    @Test(arguments: [
        (#"甲\|乙"#, "甲|乙"), ("甲<br>乙", "甲\n乙"), ("甲<BR />乙<br/>丙", "甲\n乙\n丙"),
        (#"\<br>"#, "<br>"), (#"甲\\乙"#, #"甲\乙"#), (#"甲\乙"#, #"甲\乙"#),
        ("A&amp;B", "A&B"), ("&lt;1%", "<1%"), ("&没有;", "&没有;"), ("a<b", "a<b"),
        (#"\*"#, "*"), ("**新建**学校5所", "新建学校5所"), ("`1 万`亩", "1 万亩"), ("[已取消](http://x)", "已取消"),
        ("3*4*5", "3*4*5"), (#"\*\*甲\*\*"#, "**甲**"), ("甲[1]", "甲[1]"), ("a_b_c", "a_b_c"),
        ("**甲", "**甲"), ("[甲](x)和[乙](y)", "甲和乙"), ("[[甲](x)](y)", "甲"), ("[甲](b[c](d)乙", "甲乙"),
        ("[甲", "[甲"), ("**甲**和**乙**", "甲和乙"), ("****甲****", "****甲****"),
    ])
    func aCellSaysItsText(cell: String, text: String) throws {
        let (table, findings) = try read("| 序号 | 责任目标 |\n|---|---|\n| 1 | \(cell) |\n")
        #expect(table.string(0, .objective) == text)
        #expect(findings.isEmpty)
    }

    /// A large cell of marks takes no longer than others.
    @Test(arguments: ["[", "[](", "[a](b)", "**", "**a**", "`"])
    func aCellOfMarksIsReadAtOnce(mark: String) throws {
        let cell = "甲" + String(repeating: mark, count: 20_000)
        let (table, _) = try read("| 序号 | 责任目标 |\n|---|---|\n| 1 | \(cell) |\n")
        #expect(table.string(0, .objective).hasPrefix("甲"))
    }

    @Test func findingsStandWhereTheCellIs() throws {
        let (_, findings) = try read(
            "| 序号 | 责任目标 |\n|---|---|\n| 1 | 甲\\|乙 |\n| 1 | 丙 |\n"
        )
        let found = try #require(findings.first)
        #expect(found.code == .duplicateSerial)
        #expect(found.line == 4)
        #expect(found.column == 3)
    }

    @Test func aBlankLeaderUnderANamedOneIsRefused() throws {
        var findings = DiagnosticBag()
        let table = try CSVReader().read(
            InputFile(name: "a.csv", bytes: Array("序号,领导,目标\n1,甲,子\n2,,丑\n".utf8)),
            options: ReadingOptions(),
            reporting: &findings
        )
        var buffer = OutputBuffer()
        #expect(throws: FormatError.self) {
            try MarkdownWriter().write(table, options: WritingOptions(), to: &buffer)
        }
        #expect(buffer.bytes.isEmpty)
    }

    private func written(_ table: TargetTable) throws -> [UInt8] {
        var buffer = OutputBuffer()
        try MarkdownWriter().write(table, options: WritingOptions(), to: &buffer)
        return buffer.bytes
    }

    /// A table whose texts, title and labels stand in no file reads as it is, whatever they hold.
    @Test(arguments: 0..<60)
    func textsThatWereMadeReadBack(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let words = ["甲|乙", "<br>", "a\nb", "*重*", "# 题", "&amp;", "\\", "丙", "", "`", "[一](二)"]
        func word() -> String { words[Int(random.next() % UInt64(words.count))] }
        let documents = (0..<(1 + seed % 3)).map { number in
            Document(title: "目标表" + word() + "\(number)", year: 2020 + Int(number), file: "a.tsv")
        }
        var text = TextStore()
        var cells = TextRanges()
        var origins = Origins()
        for target in 0..<40 {
            let document = Int(random.next() % UInt64(documents.count))
            for content in ["\(target + 1)", "领导", "目标" + word(), "报告" + word()] {
                cells.append(text.add(content))
            }
            origins.append(Origin(line: target + 1, page: 1, block: 1, document: document))
        }
        let table = TargetTable(
            documents: documents,
            columns: [
                Column(.serial, label: "编号"), Column(.leader, label: "市领导"),
                Column(.objective, label: "责任|目标"), Column(nil, label: "其他*|`<br>"),
            ],
            text: text,
            cells: cells,
            origins: origins
        )
        let again = try read(String(decoding: try written(table), as: UTF8.self)).table
        #expect(again.count == table.count)
        for target in 0..<table.count {
            for column in table.columns.indices {
                let read = again.string(target, column: column)
                #expect(read == table.string(target, column: column))
            }
        }
    }

    /// Whatever the rows are, what is written reads as it was, or nothing is written: the source begins with a
    /// digit, as that of few files does, and rows may look like headers, notes and sums.
    @Test(arguments: 0..<200)
    func whatWouldReadOtherwiseIsRefused(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let words = [
            "", "", "", "责任目标", "完成情况", "责任单位", "责任目标", "完成情况", "序号", "合计", "注：甲", "3", "同上",
            "---",
        ]
        // Rows that begin blank can be targets where the serial stands last.
        var fields: [Field] = [.leader, .objective, .progress, .units]
        fields.insert(.serial, at: seed % 2 == 0 ? 0 : 4)
        let plain: [Field: String] = [
            .objective: "10件实事", .progress: "报告", .units: "甲局",
        ]
        // One row of each, so that no other is why a table is refused.
        let wild = 1 + Int(random.next() % 12)
        let rows = (1...12).map { number in
            fields.map { field in
                let word = words[Int(random.next() % UInt64(words.count))]
                if field == .serial { return "\(number)" }
                return number == wild && field != .leader ? word : plain[field] ?? ""
            }
        }
        let table = Self.table(rows, under: fields)
        guard let bytes = try? written(table) else { return }
        let again = try read(String(decoding: bytes, as: UTF8.self)).table
        try #require(again.count == table.count)
        for target in 0..<table.count {
            for column in table.columns.indices {
                let read = again.string(target, column: column)
                #expect(read == table.string(target, column: column))
            }
        }
    }

    /// The source begins with a digit, and the row with a blank.
    @Test func aRowLikeAHeaderIsRefused() {
        let fields: [Field] = [.leader, .objective, .progress, .units, .serial]
        let rows = [
            ["", "10件实事", "乙", "丙", "1"], ["", "责任目标", "完成情况", "责任单位", "2"],
            ["", "甲", "乙", "丙", "3"],
        ]
        let table = Self.table(rows, under: fields)
        #expect(throws: FormatError.self) { try written(table) }
    }

    /// A table of texts that stand in no file.
    private static func table(_ rows: [[String]], under fields: [Field]) -> TargetTable {
        var text = TextStore()
        var cells = TextRanges()
        var origins = Origins()
        for (number, row) in rows.enumerated() {
            for content in row { cells.append(text.add(content)) }
            origins.append(Origin(line: number + 1, page: 1, block: 1))
        }
        return TargetTable(
            documents: [Document(file: "a.tsv")],
            columns: fields.map { Column($0, label: $0.label) },
            text: text,
            cells: cells,
            origins: origins
        )
    }

    /// A row that would be read as the line below a header is refused with its place.
    @Test func aRowOfDashesIsRefused() throws {
        var findings = DiagnosticBag()
        let table = try CSVReader().read(
            InputFile(name: "a.csv", bytes: Array("序号,目标,完成情况\n1,甲,乙\n---,---,--\n".utf8)),
            options: ReadingOptions(),
            reporting: &findings
        )
        #expect(table.count == 2)
        let error = #expect(throws: FormatError.self) { try written(table) }
        #expect(error?.findings.all.first?.serial == "---")
    }
}
