import SourceText
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Several files read as one table come to what each of them comes to by itself, however their texts are
/// put together.
@Suite struct TableReadingTests {
    private func file(_ number: Int, _ random: inout SplitMix64) -> [UInt8] {
        let headers = [
            ["序号", "责任目标内容", "责任单位"], ["编号", "目标任务", "备注"],
            // Composed otherwise, it is another label.
            ["序号", "责任目标内容", "caf\u{E9}"], ["序号", "责任目标内容", "cafe\u{301}"],
        ]
        let labels = headers[Int.random(in: headers.indices, using: &random)]
        var lines = [
            "# 某市人民政府\(2020 + number % 3)年责任目标完成情况一览表", "", labels.joined(separator: "\t"),
        ]
        for target in 0..<Int.random(in: 1...9, using: &random) {
            let serials = ["\(target)", "00\(target)", "６", "6-\(target)"]
            let serial = serials[Int.random(in: serials.indices, using: &random)]
            lines.append("\(serial)\t新建_道路<\(number)号>\t局")
        }
        if Int.random(in: 0..<6, using: &random) == 0 { lines.removeFirst(3) }
        let text = lines.joined(separator: "\n")
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return (Int.random(in: 0..<6, using: &random) == 0 ? mark : []) + Array(text.utf8)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func severalFilesAreReadAsEachAlone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let inputs = (0..<Int.random(in: 2...12, using: &random)).map { number in
            TableReading.Input(
                InputFile(name: "in/\(number).tsv", bytes: file(number, &random)),
                as: .tsv
            )
        }
        let reading = TableReading()
        var expected = DiagnosticBag()
        let parts = inputs.compactMap { input in
            reading.table(of: input, reporting: &expected)
                .map { NamedTable(name: input.file.name, table: $0) }
        }
        let one =
            parts.count == inputs.count
            ? TableMerging(parts).table(reporting: &expected) : nil
        let sizes = inputs.map(\.file.bytes.count)
        for likely in [
            sizes, sizes.map { $0 + Int.random(in: 0...1, using: &random) }, sizes.map { _ in 0 },
        ] {
            var findings = DiagnosticBag()
            let table = reading.table(ofInputs: likely, reporting: &findings) { inputs[$0] }
            #expect(findings.all == expected.all, "seed \(seed)")
            #expect(findings.suppressed == expected.suppressed)
            #expect((table == nil) == (one == nil))
            guard let table, let one else { continue }
            #expect(table == one)
            #expect(
                table.columns.map { Array($0.label.utf8) }
                    == one.columns.map { Array($0.label.utf8) }
            )
            #expect(table.documents == one.documents)
            #expect(table.origins == one.origins)
            #expect(table.places == one.places)
            #expect(table.cells == one.cells)
            let texts = (0..<table.count).map { table.string($0, .objective) }
            #expect(texts == (0..<one.count).map { one.string($0, .objective) })
            #expect(
                table.text.rareBytes?.ranges(of: .underscore)
                    == one.text.rareBytes?.ranges(of: .underscore)
            )
        }
    }

    @Test func anInputThatCannotBeHadLeavesNoTable() {
        var findings = DiagnosticBag()
        var random = SplitMix64(seed: 1)
        let input = TableReading.Input(InputFile(name: "a.tsv", bytes: file(0, &random)), as: .tsv)
        let reading = TableReading()
        #expect(reading.table(ofInputs: [], reporting: &findings) { _ in input } == nil)
        #expect(reading.table(ofInputs: [1], reporting: &findings) { _ in nil } == nil)
        #expect(
            reading.table(ofInputs: [1, 2], reporting: &findings) { $0 == 0 ? input : nil } == nil
        )
    }
}
