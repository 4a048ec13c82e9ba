import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// What holds of corrections whatever the table.
@Suite struct CorrectionLawTests {
    /// How a table comes back: what it keeps, and how it is compared.
    enum Way: CaseIterable {
        case workbook, largeWorkbook, json, csv

        func source(_ table: TargetTable, from original: TargetTable) -> CorrectionSource {
            var table = table
            switch self {
            case .workbook, .json: table.baseline = original.keepingTexts().baseline
            case .largeWorkbook: table.baseline = original.keepingDigests().baseline
            case .csv: break
            }
            return CorrectionSource(
                file: "back",
                .table(table, self == .json ? .literal : .spreadsheet)
            )
        }
    }

    private static let seeds: Range<UInt64> = 0..<30

    @Test(arguments: seeds)
    func nothingEditedIsNothingChanged(seed: UInt64) throws {
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        for way in Way.allCases {
            let source = way.source(official.table, from: official.table)
            #expect(try official.applying([source]) == official.input.bytes)
        }
    }

    /// The result is what a plain replacement of the cells' bytes gives, and reads as it should.
    @Test(arguments: seeds)
    func editsChangeExactlyTheirCells(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0xE0)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edits = RandomEdit.some(5, of: official.table, &random)
        let edited = official.table.making(edits)
        for way in Way.allCases {
            let rows = Array(0..<edited.count).shuffled(using: &random)
            let source = way.source(edited, from: official.table)
            guard case .table(let table, let comparison) = source.content else { continue }
            let shuffled = CorrectionSource(file: "back", .table(table.withRows(rows), comparison))
            let plan = ApplyPlan(official: official.table, sources: [shuffled])
            #expect(
                plan.changes.map { [$0.target, $0.columnIndex] }
                    == edits.map { [$0.target, $0.column] }
            )
            let bytes = try plan.bytes(correcting: official.input)
            let again = try OfficialFile(bytes)
            #expect(again.table.rows == edited.rows)
            #expect(again.table.layout?.encoding == official.table.layout?.encoding)
            try expectOnlyEditedCells(edits, from: official, to: bytes)
        }
    }

    /// Correcting the file where it lies comes to what writing the corrected table comes to, and leaves the
    /// plan as it was.
    @Test(arguments: seeds)
    func filesAreCorrectedWhereTheyLie(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0x1E)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edited = official.table.making(RandomEdit.some(5, of: official.table, &random))
        let source = Way.json.source(edited, from: official.table)
        let plan = ApplyPlan(official: official.table, sources: [source])
        let expected = try TSVWriter.bytes(of: plan.corrected, options: WritingOptions())
        var (correcting, file) = (plan, official.input)
        try correcting.correct(&file)
        #expect(file.bytes == expected)
        #expect(correcting.official == official.table)
        #expect(correcting.corrected == plan.corrected)
        #expect(correcting.changes == plan.changes)
        if official.table.layout?.encoding == .utf8 {
            let text = TextStore(source: file.bytes)
            #expect(correcting.corrected.text.sharesSource(with: text))
        }
    }

    @Test(arguments: seeds)
    func editsUndoneGiveTheFileBack(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0xD0)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edited = official.table.making(RandomEdit.some(4, of: official.table, &random))
        let way = Way.allCases.randomElement(using: &random) ?? .csv
        let there = try OfficialFile(official.applying([way.source(edited, from: official.table)]))
        let back = try there.applying([way.source(official.table, from: there.table)])
        // A row that was too short for an edit stays as long as the edit made it.
        let (now, before) = (try cells(back), try cells(official.input.bytes))
        #expect(now == before)
    }

    @Test(arguments: seeds)
    func appliedTwiceIsAppliedOnce(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0x2)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edited = official.table.making(RandomEdit.some(4, of: official.table, &random))
        for way in Way.allCases {
            let source = way.source(edited, from: official.table)
            let once = try official.applying([source])
            #expect(try OfficialFile(once).applying([source]) == once)
        }
    }

    @Test(arguments: seeds)
    func disjointCorrectionsCommute(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0xC)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edits = RandomEdit.some(6, of: official.table, &random)
        let parts = [
            edits.enumerated().filter { $0.offset % 2 == 0 },
            edits.enumerated().filter { $0.offset % 2 == 1 },
        ]
        let sources = parts.map { part in
            Way.workbook.source(official.table.making(part.map(\.element)), from: official.table)
        }
        let together = try official.applying(sources)
        #expect(try official.applying(sources.reversed()) == together)
        #expect(
            try OfficialFile(official.applying([sources[0]])).applying([sources[1]]) == together
        )
        #expect(
            try OfficialFile(official.applying([sources[1]])).applying([sources[0]]) == together
        )
    }

    /// Each line of the file, cell by cell: only cells of edited targets may differ.
    private func expectOnlyEditedCells(
        _ edits: [RandomEdit],
        from official: OfficialFile,
        to bytes: [UInt8]
    ) throws {
        let before = try cells(official.input.bytes)
        let after = try cells(bytes)
        #expect(before.map(\.count) == after.map(\.count))
        var expected = Set<[Int]>()
        let width = official.table.columns.count
        for edit in edits {
            let origin = official.table.origins[edit.target]
            expected.insert([Int(origin.line) - 1, (Int(origin.block) - 1) * width + edit.column])
        }
        var changed = Set<[Int]>()
        for (line, (old, new)) in zip(before, after).enumerated() {
            for (cell, texts) in zip(old, new).enumerated() where texts.0 != texts.1 {
                changed.insert([line, cell])
            }
        }
        #expect(changed == expected)
    }

    /// The cells of a file without quoted line breaks, split plainly; a short line is filled up.
    private func cells(_ bytes: [UInt8]) throws -> [[[UInt8]]] {
        let source = try SourceText(decoding: bytes, named: "")
        let text = String(decoding: source.bytes, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n" || $0 == "\r"
        }
        return lines.map { line in
            let cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { [UInt8]($0) }
            return cells + Array(repeating: [], count: max(0, 30 - cells.count))
        }
    }
}
