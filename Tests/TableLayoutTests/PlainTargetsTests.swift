import DelimitedText
import SourceText
import TableLayout
import TargetModel
import TestSupport
import Testing

/// Rows that are read ahead where all is plain: as if each was read by itself.
@Suite struct PlainTargetsTests {
    private static let header = "序号\t市政府领导\t责任目标\t完成时限\t责任单位\n"

    /// Whatever stands between plain rows, it makes no difference that they are read ahead; where a
    /// cell of the table is quoted, no row is.
    @Test(arguments: 0..<40) func comeToWhatReadingRowByRowDoes(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let count = seed % 8 == 0 ? 2_500 : 40
        var rows = ""
        for number in 1...count { rows += Self.row(number, &generator) }
        // Every other table is read in many pieces, the long ones in several groups of them.
        let rowsAhead = seed % 16 < 8 ? 3 : 1024
        let ahead = try recognize(rowsAhead: rowsAhead, rows + "9999\t张三\t甲,\"乙\"\t年底\t市局\n")
        let byRow = try recognize(rows + "9999\t张三\t\"甲,\"\"乙\"\"\"\t年底\t市局\n")
        #expect(ahead.texts == byRow.texts)
        #expect(ahead.recognition.origins == byRow.recognition.origins)
        #expect(ahead.recognition.targetRows == byRow.recognition.targetRows)
        #expect(ahead.recognition.literalParts == byRow.recognition.literalParts)
        #expect(ahead.recognition.sectionRows == byRow.recognition.sectionRows)
        #expect(ahead.recognition.groupHeadings == byRow.recognition.groupHeadings)
        #expect(ahead.findings.all.map(\.code) == byRow.findings.all.map(\.code))
        #expect(ahead.findings.all.map(\.line) == byRow.findings.all.map(\.line))
    }

    /// Cells that are read where they are expected, or elsewhere, are the same.
    @Test(arguments: 0..<40) func whatIsExpectedMakesNoDifference(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed ^ 0xEC)
        var rows = ""
        for number in 1...60 { rows += Self.row(number, &generator) }
        let read = try recognize(rowsAhead: 3, rows)
        let table = read.recognition.table
        var changed = table
        changed[generator.below(changed.count)].length += 1
        let some = Array(table.prefix(generator.below(table.count)))
        let all = Array(table)
        for expected in [table, changed] + [some, all + [.empty], some + all].map(TextRanges.init) {
            let again = try recognize(rowsAhead: 3, expecting: expected, rows)
            #expect(again.recognition.table == table)
            #expect(again.texts == read.texts)
            #expect(again.recognition.origins == read.recognition.origins)
            #expect(again.findings.all == read.findings.all)
        }
    }

    @Test func cellsThatAreExpectedAreInMemoryOnce() throws {
        let rows = (1...100).map { "\($0)\t张三\t目标\t\t市局\n" }.joined()
        let expected = try recognize(rows).recognition.table
        let again = try recognize(rowsAhead: 3, expecting: expected, rows).recognition.table
        #expect(again.sharesMemory(with: expected))
        let fewer = try recognize(expecting: expected, "").recognition.table
        #expect(fewer.isEmpty)
    }

    /// A row that is nearly always a plain target.
    private static func row(_ number: Int, _ generator: inout SplitMix64) -> String {
        let leader = generator.pick(["张三", "李四", "", "", "同上", " 王五"])
        let target = "\(number)\t\(leader)\t目标\(number)\t年底\t市局\n"
        guard generator.number(in: 0...5) == 0 else { return target }
        return generator.pick([
            "\t\t下文\t\t\n", "\t\t\t\t\n", " \t\t\u{3000}\t\t\n", "\t\n", "一、经济\t\t\t\t\n",
            "小计\t\t共 3 项\t\t\n",
            "\(number)\t\t产业项目小计\t\t\n", "\(number)\t张三\t目标\t年底\t同上\n",
            "\(number)-1\t\t分项\t年底\t市局\n", "0\(number)\t赵六\t目标\t年底 \t市局\n",
            "\(max(1, number - 3))\t孙七\t目标\t年底\t市局\n", "\(number)\t周八\t目标\n",
            "\(number)\t张三\t甲\t\t\n", "\t\t另一目标\t6月底\t市乙局\n", "注：说明\t\t\t\t\n",
        ])
    }

    private struct Read {
        var recognition: Recognition
        var findings: DiagnosticBag

        var texts: [String] { recognition.table.map { recognition.text.string($0) } }
    }

    private func recognize(
        rowsAhead: Int = 1024,
        expecting expected: TextRanges = [],
        _ rows: String
    ) throws -> Read {
        let source = SourceText(name: "table.tsv", Self.header + rows)
        var findings = DiagnosticBag()
        var recognizer = Recognizer()
        recognizer.rowsAhead = rowsAhead
        recognizer.expected = expected
        let recognition = try recognizer.recognize(
            GridSource(source: source, grid: Grid(tabSeparated: source.bytes)),
            reporting: &findings
        )
        return Read(recognition: recognition, findings: findings)
    }
}
