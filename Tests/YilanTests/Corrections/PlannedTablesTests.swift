import SourceText
import TableLayout
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Both tables of a plan while the file that their texts stand in is edited.
@Suite struct PlannedTablesTests {
    /// They say the same before, afterwards, and when the edits are undone; a corrected text stands in the
    /// file afterwards, where whoever reads it again finds it.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func theySayTheSameWhileTheFileIsEdited(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0xB7)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edited = official.table.making(RandomEdit.some(4, of: official.table, &random))
        var tables = PlannedTables(official: official.table, corrected: edited)
        #expect(Self.officialTexts(tables) == official.table.rows.flatMap(\.self))
        let areAlike = tables.share()
        try #require(areAlike)
        let layout = try #require(edited.layout)
        let cells = tables.differing ?? []
        guard layout.encoding == .utf8,
            let edits = CellEdits(layout, of: edited).replacing(cells)
        else { return }
        let isMade = tables.make(edits)
        try #require(isMade)
        try expect(tables, official.table, edited)
        for cell in cells {
            let range = tables.corrected.cells[cell.index]
            #expect(!range.isAdded || edited.cells[cell.index].isEmpty)
        }
        tables.undo()
        try expect(tables, official.table, edited)
        #expect(tables.corrected.text.source == official.table.text.source)
    }

    private func expect(
        _ tables: PlannedTables,
        _ official: TargetTable,
        _ corrected: TargetTable
    ) throws {
        #expect(tables.corrected == corrected)
        #expect(tables.official == official)
        #expect(Self.officialTexts(tables) == official.rows.flatMap(\.self))
        let serials = (0..<official.count).map { tables.officialSerial(of: $0) }
        #expect(serials == (0..<official.count).map { official.string($0, .serial) })
    }

    private static func officialTexts(_ tables: PlannedTables) -> [String] {
        (0..<tables.corrected.count).flatMap { target in
            tables.columns.indices.map { tables.officialText(target, $0) }
        }
    }

    /// A change that is put together says what was decided, wherever its corrections stand.
    @Test func changesArePutTogetherAsTheyWereDecided() throws {
        let official = try OfficialFile.smallFile().table
        var corrected = official
        let places = [
            [Place(file: "一.json", line: 3, column: 7)],
            [Place(file: "二.json", line: 4, column: 1)],
            [Place(file: "三.xlsx", sheet: "全部目标", cell: "B7")], [Place(file: "四.csv", line: 2)],
            [Place(file: "一.json", line: 3, column: 7), Place(file: "二.json", line: 9, column: 2)],
            [],
        ]
        var decided: [ApplyPlan.Change] = []
        var texts: [TextRange] = []
        for (number, places) in places.enumerated() {
            let (target, column) = (number % official.count, number % official.columns.count)
            let new = number == 1 ? "" : "改\(number)"
            texts.append(corrected.text.add(new))
            decided.append(
                ApplyPlan.Change(
                    serial: official.string(target, .serial),
                    target: target,
                    columnIndex: column,
                    column: official.columns[column],
                    old: official.string(target, column: column),
                    new: new,
                    officialPlace: official.officialPlace(of: target),
                    places: places
                )
            )
        }
        let tables = PlannedTables(official: official, corrected: corrected)
        for texts in [texts, nil] {
            let cells = ChangedCells(decided, texts: texts)
            #expect(Array(ApplyPlan.Changes(cells, of: tables)) == decided)
            #expect(decided.indices.map { cells.target($0) } == decided.map(\.target))
        }
    }
}
