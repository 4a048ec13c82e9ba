import SourceText
import TableLayout
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Edits of single cells of an official file.
@Suite struct CellEditsTests {
    /// The edits that make of a file what a table says that was read from it and changed; nil where the whole
    /// layout has to be looked at.
    private func edits(_ official: OfficialFile, _ edited: TargetTable) throws -> ByteEdits? {
        var tables = PlannedTables(official: official.table, corrected: edited)
        let areAlike = tables.share()
        try #require(areAlike)
        let layout = try #require(edited.layout)
        return CellEdits(layout, of: edited).replacing(tables.differing ?? [])
    }

    private func edits(
        _ text: String,
        _ target: Int,
        _ field: Field,
        _ new: String
    ) throws -> ByteEdits? {
        let official = try OfficialFile(text)
        var edited = official.table
        edited.replace(target, column: try #require(edited.column(of: field)), with: new)
        return try edits(official, edited)
    }

    /// Where they are made, they come to what looking at the whole layout comes to.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func theyAreThoseOfTheLayout(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0xCE)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edited = official.table.making(RandomEdit.some(3, of: official.table, &random))
        let layout = try #require(edited.layout)
        guard layout.encoding == .utf8, let edits = try edits(official, edited) else { return }
        var (text, expected) = (official.input.bytes, official.input.bytes)
        edits.make(in: &text)
        let whole = try #require(try LayoutWriter(layout, of: edited).edits())
        whole.make(in: &expected)
        #expect(text == expected)
    }

    @Test(arguments: ["建大桥", "桥", ""])
    func aTextOfItsOwnIsReplaced(new: String) throws {
        var text = Array(OfficialFile.small.utf8)
        let edits = try #require(try edits(OfficialFile.small, 1, .objective, new))
        edits.make(in: &text)
        #expect(text == Array(OfficialFile.small.replacing("建桥", with: new).utf8))
    }

    /// Two cells of one row, in blocks side by side whose targets are far from each other in the table.
    @Test func blocksMayStandSideBySide() throws {
        let official = try OfficialFile.smallFile()
        var edited = official.table
        for (target, new) in [(0, "修公路"), (2, "种"), (1, "建")] {
            edited.replace(target, column: 2, with: new)
        }
        var text = official.input.bytes
        let edits = try #require(try edits(official, edited))
        edits.make(in: &text)
        let expected = OfficialFile.small.replacing("修路", with: "修公路")
            .replacing("种树", with: "种").replacing("建桥", with: "建")
        #expect(text == Array(expected.utf8))
    }

    private static let merged = """
        序号\t市政府领导\t责任目标内容\t是否完成
        1\t张三\t修路\t是
        2\t\t 建桥\t是
        3\t〃\t"种
        树"\t

        """

    /// What another cell stands for, what has blanks or quotes around it or needs them, what is empty or is
    /// to break the row: all that the layout has to be looked at for.
    @Test(arguments: [
        (0, Field.leader, "李四"), (1, .leader, "李四"), (0, .serial, "7"), (1, .objective, "架桥"),
        (2, .objective, "植树"), (2, .onSchedule, "是"), (0, .objective, "修\t路"),
        (0, .objective, "\"修路\""), (0, .objective, "修路 "),
    ])
    func othersAreLeftToTheLayout(target: Int, field: Field, new: String) throws {
        #expect(try edits(Self.merged, target, field, new) == nil)
        #expect(try edits(Self.merged, 0, .objective, "铺路") != nil)
    }
}
