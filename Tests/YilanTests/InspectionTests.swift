import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing
import Yilan

@Suite struct InspectionTests {
    private func inspect(
        _ text: String,
        _ findings: inout DiagnosticBag
    ) throws -> Inspection {
        try inspect(Array(text.utf8), &findings)
    }

    private func inspect(_ bytes: [UInt8], _ findings: inout DiagnosticBag) throws -> Inspection {
        let input = TableReading.Input(InputFile(name: "in.tsv", bytes: bytes), as: .tsv)
        return try #require(
            Inspection.of(input, options: ReadingOptions(), reporting: &findings)
        )
    }

    /// How many lines end in LF, CRLF and CR.
    private func counts(of seen: Inspection) -> [Int?] {
        [
            seen.lineEnds?.lineFeed, seen.lineEnds?.carriageReturnLineFeed,
            seen.lineEnds?.carriageReturn,
        ]
    }

    @Test func seesTheSample() throws {
        var findings = DiagnosticBag()
        let seen = try inspect(SampleTable.bytes(), &findings)
        #expect(findings.all.isEmpty)
        #expect(seen.encoding == "utf-8")
        #expect(counts(of: seen) == [40, 0, 0])
        #expect(seen.lineEnds?.isLastEnded == false)
        #expect(seen.title?.line == 3)
        #expect(seen.title?.text == SampleTable.title)
        #expect(seen.targets == 60)
        let page = try #require(seen.pages.first)
        #expect(seen.pages.count == 1)
        #expect(page.header == 5...5)
        #expect(page.blocks.map(\.cells) == [1...7, 8...14])
        #expect(page.blocks.map(\.lines) == [6...41, 6...29])
        #expect(page.blocks.map(\.targets) == [36, 24])
        #expect(page.blocks.map(\.firstSerial) == ["140", "176"])
        #expect(page.blocks.map(\.lastSerial) == ["175", "199"])
        #expect(page.blocks[1].columns.map(\.field) == Field.allCases)
        #expect(seen.columns.map(\.field) == Field.allCases)
        #expect(seen.columns.allSatisfy { !$0.isSynonym && $0.line == 5 })
        #expect(seen.notes.isEmpty && seen.continuations.isEmpty)
    }

    /// A column that is kept under its own label and yet counts isn't called unknown.
    @Test func furtherUnitsHaveAReason() throws {
        var findings = DiagnosticBag()
        let seen = try inspect(
            "序号\t目标任务\t责任单位\t配合单位\t业主单位\n1\t甲\t市教育局\t市财政局\t某公司\n",
            &findings
        )
        let reasons = seen.columns.suffix(3).map { $0.reason?.english }
        #expect(reasons == ["known label", "its names count among the units", nil])
        #expect(seen.columns[3].field == nil)
    }

    @Test func seesSynonymsUnknownColumnsPagesAndNotes() throws {
        let text =
            "附件2\r\n某县2025年情况表\r\n编号\t目标任务\t备 注\r\n1\t甲\t\r\n\t合计\t\r\n"
            + "编号\t目标任务\t类别\n2\t乙\t丙\n3\t丁\t\r注：完。"
        var findings = DiagnosticBag()
        let seen = try inspect(text, &findings)
        #expect(counts(of: seen) == [2, 5, 1])
        #expect(seen.lineEnds?.isLastEnded == false)
        #expect(seen.title?.line == 2)
        #expect(seen.title?.text == "某县2025年情况表")
        #expect(seen.pages.map(\.header) == [3...3, 6...6])
        #expect(seen.pages.flatMap(\.blocks).map(\.lines) == [4...4, 7...8])
        #expect(seen.columns.map(\.label) == ["编号", "目标任务", "备注", "类别"])
        #expect(seen.columns.map(\.isSynonym) == [true, true, false, false])
        #expect(seen.columns.map(\.field) == [.serial, .objective, nil, nil])
        #expect(seen.columns.map(\.line) == [3, 3, 3, 6])
        #expect(seen.notes.map(\.line) == [1, 5, 9])
        #expect(seen.notes.map(\.text) == ["附件2", "合计", "注：完。"])
    }

    @Test func saysWhyNothingCanBeSeen() {
        var findings = DiagnosticBag()
        let file = InputFile(name: "in.tsv", bytes: Array("text".utf8))
        let seen = Inspection.of(
            .init(file, as: .tsv),
            options: ReadingOptions(),
            reporting: &findings
        )
        #expect(seen == nil)
        #expect(findings.all.map(\.code) == [.noHeader])
    }
}
