import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// What is written as a workbook comes back from it, and the official file with it.
@Suite struct XLSXRoundTripTests {
    @Test(arguments: Language.allCases)
    func sampleComesBackByteForByte(language: Language) throws {
        let bytes = try SampleTable.bytes()
        let table = try readTSV(bytes).table
        let written = try WrittenTable(table, language: language)
        let (read, findings) = try written.read()
        #expect(findings.all.isEmpty)
        #expect(read == table)
        #expect(read.documents == table.documents)
        #expect(read.origins == table.origins)
        #expect(try writeTSV(read) == bytes)
        #expect(written.leftovers == [])
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func anyTableComesBackByteForByte(seed: UInt64) throws {
        let official = OfficialTable.random(seed: seed)
        let table = try readTSV(official.bytes).table
        let (read, findings) = try WrittenTable(table).read()
        #expect(!findings.hasErrors, "\(official)")
        #expect(read == table, "\(official)")
        #expect(read.origins == table.origins, "\(official)")
        #expect(try writeTSV(read) == official.bytes, "\(official)")
    }

    @Test(arguments: [1, 3, 7, 40])
    func targetsOverSeveralSheetsComeBack(rowsPerSheet: Int) throws {
        let table = try readTSV(SampleTable.bytes()).table
        let written = try WrittenTable(table, rowsPerSheet: rowsPerSheet)
        let names = try written.sheetNames()
        let sheets = (60 + rowsPerSheet - 1) / rowsPerSheet
        #expect(names[1] == "全部目标")
        #expect(names[2] == "全部目标 (2)")
        #expect(names.filter { $0.hasPrefix("全部目标") }.count == sheets)
        #expect(try written.read().table == table)
    }

    /// So many leaders and units that counting them by formulas would take long.
    @Test func nothingIsTypedOverCountsThatAreNoFormulas() throws {
        let count = 6_000
        let table = TargetTable.make(
            columns: ["serial", "leader", "objective", "onSchedule", "units"],
            rows: (1...count).map { ["\($0)", "领导\($0)", "建设\($0)", "是", "市第\($0)局"] }
        )
        let (read, findings) = try WrittenTable(table).read()
        #expect(findings.all.isEmpty)
        #expect(read.count == count)
    }

    @Test func originalsAreThoseOfTheOfficialFile() throws {
        // A corrected workbook, written again, still knows what the official file said.
        var table = try readTSV(SampleTable.bytes()).table
        let column = try #require(table.column(of: .progress))
        let baseline = table
        table.baseline = Baseline(
            cells: (0..<table.count).flatMap { target in
                table.columns.indices.map { .text(baseline.string(target, column: $0)) }
            }
        )
        table.replace(3, column: column, with: "已全部建成")
        let read = try WrittenTable(table).read().table
        #expect(read.string(3, column: column) == "已全部建成")
        #expect(read.isOriginal(3, column) == false)
        #expect(read.isOriginal(4, column) == true)
        #expect(read.baseline == table.baseline)
    }

    @Test func textsThatDoNotFitACellLeaveDigests() throws {
        var random = SplitMix64(seed: 1)
        let scalars = (0..<20_000).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FFF, using: &random))
        }
        let long = String(String.UnicodeScalarView(scalars))
        let table = TargetTable.make(rows: [
            ["001", "张鹏", long, "年底", long, "是", "市民政局"], ["2", "张鹏", "短", "年底", "短", "是", "市民政局"],
        ])
        let read = try WrittenTable(table).read().table
        #expect(read == table)
        let originals = try #require(read.baseline).cells
        #expect(originals[0] == .text("001"))
        #expect(originals[2] == .init(digestOf: long.utf8))
        #expect(originals[9] == .text("短"))
    }
}
