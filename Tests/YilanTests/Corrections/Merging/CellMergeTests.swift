import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Two descendants of one official file, merged cell by cell.
@Suite struct CellMergeTests {
    private let base = OfficialFile.small

    private func file(_ text: String) -> InputFile {
        InputFile(name: "official.tsv", bytes: Array(text.utf8))
    }

    private func merge(_ ours: String, _ theirs: String, base: String? = nil) throws -> (
        text: String, conflicts: [CellMerge.Conflict]
    ) {
        let merge = try CellMerge(
            base: file(base ?? self.base),
            ours: file(ours),
            theirs: file(theirs)
        )
        return (String(decoding: merge.bytes, as: UTF8.self), merge.conflicts)
    }

    @Test func twoTargetsOnOneLineDontDisturbEachOther() throws {
        let ours = base.replacing("修路\t是", with: "修路\t否")
        let theirs = base.replacing("种树\t否", with: "种树\t是")
        let expected = ours.replacing("种树\t否", with: "种树\t是")
        #expect(try merge(ours, theirs).text == expected)
        #expect(try merge(theirs, ours).text == expected)
        #expect(try merge(ours, theirs).conflicts.isEmpty)
    }

    @Test func nothingChangedIsNothingMerged() throws {
        let changed = base.replacing("修路", with: "修公路")
        #expect(try merge(base, base).text == base)
        #expect(try merge(changed, base).text == changed)
        #expect(try merge(base, changed).text == changed)
        #expect(try merge(changed, changed).text == changed)
    }

    @Test func aCellThatBothChangedIsMarked() throws {
        let ours = base.replacing("修路", with: "修公路")
        let theirs = base.replacing("修路", with: "修铁路").replacing("建桥", with: "建大桥")
        let (text, conflicts) = try merge(ours, theirs)
        let marked = "<<<<<<< 修公路 ||||||| 修路 ======= 修铁路 >>>>>>>"
        #expect(text == base.replacing("修路", with: marked).replacing("建桥", with: "建大桥"))
        #expect(
            conflicts == [
                .init(
                    serial: "1",
                    label: "责任目标内容",
                    key: "objective",
                    base: "修路",
                    ours: "修公路",
                    theirs: "修铁路"
                )
            ]
        )
    }

    @Test func oursComesFirstWhicheverSideIsTheHost() throws {
        // Theirs has another title, so that its layout is taken.
        let ours = base.replacing("修路", with: "修公路")
        let theirs = base.replacing("修路", with: "修铁路").replacing("2023", with: "2024")
        let text = try merge(ours, theirs).text
        #expect(text.contains("\t<<<<<<< 修公路 ||||||| 修路 ======= 修铁路 >>>>>>>\t"))
        #expect(text.contains("2024年度"))
    }

    @Test func aClearedCellHasNoTextInItsMark() throws {
        let ours = base.replacing("修路", with: "")
        let theirs = base.replacing("修路", with: "修铁路")
        #expect(try merge(ours, theirs).text.contains("\t<<<<<<< ||||||| 修路 ======= 修铁路 >>>>>>>\t"))
    }

    @Test func titleAndNotesAreMergedRowByRow() throws {
        let ours = base.replacing("2023年度", with: "2023年").replacing("修路", with: "修公路")
        let theirs = base.replacing("12月底", with: "11月底").replacing("建桥", with: "建大桥")
        let expected = ours.replacing("12月底", with: "11月底").replacing("建桥", with: "建大桥")
        #expect(try merge(ours, theirs).text == expected)
        #expect(try merge(theirs, ours).text == expected)
        let (text, conflicts) = try merge(
            base.replacing("12月底", with: "10月底"),
            base.replacing("12月底", with: "11月底")
        )
        #expect(conflicts.map(\.serial) == [""])
        #expect(
            text
                == base.replacing(
                    "注：截至12月底。",
                    with: "<<<<<<< 注：截至10月底。 ||||||| 注：截至12月底。 ======= 注：截至11月底。 >>>>>>>"
                )
        )
    }

    @Test func addedTargetsAreAdded() throws {
        let ours = base.replacing(
            "4\t李四\t\t是\t\r\n",
            with: "4\t李四\t\t是\t\r\n\t\t\t\t\t5\t王五\t挖渠\t是\t\r\n"
        )
        let theirs = base.replacing(
            "4\t李四\t\t是\t\r\n",
            with: "4\t李四\t\t是\t\r\n\t\t\t\t\t6\t王五\t引水\t否\t\r\n"
        )
        let (text, conflicts) = try merge(ours, theirs)
        #expect(conflicts.isEmpty)
        let table = try OfficialFile(text).table
        #expect(table.rows.map { $0[0] } == ["1", "2", "3", "4", "5", "6"])
        #expect(table.string(5, .objective) == "引水")
    }

    @Test func targetsThatBothAddedDifferentlyAreMarkedWithoutABase() throws {
        let row = "4\t李四\t\t是\t\r\n"
        let ours = base.replacing(row, with: row + "5\t王五\t挖渠\t是\t\r\n")
        let theirs = base.replacing(row, with: row + "5\t王五\t引水\t是\t\r\n")
        #expect(try merge(ours, theirs).text.contains("5\t王五\t<<<<<<< 挖渠 ======= 引水 >>>>>>>\t是"))
    }

    @Test func aTargetThatOneSideDeletedIsDeletedUnlessTheOtherChangedIt() throws {
        let deleted = base.replacing("\t4\t李四\t\t是\t\r\n", with: "\t\t\t\t\t\r\n")
        let other = base.replacing("修路", with: "修公路")
        for (ours, theirs) in [(deleted, other), (other, deleted)] {
            let (text, conflicts) = try merge(ours, theirs)
            #expect(conflicts.isEmpty)
            #expect(try OfficialFile(text).table.rows.map { $0[0] } == ["1", "2", "3"])
            #expect(text.contains("修公路"))
        }
        let changed = base.replacing("4\t李四\t\t是", with: "4\t李四\t浇水\t是")
        let (text, conflicts) = try merge(deleted, changed)
        #expect(conflicts.map(\.serial) == ["4"])
        #expect(text.contains("4\t李四\t<<<<<<< (deleted) ||||||| ======= 浇水 >>>>>>>\t是"))
        #expect(
            try merge(changed, deleted).text.contains(
                "4\t李四\t<<<<<<< 浇水 ||||||| ======= (deleted) >>>>>>>\t是"
            )
        )
    }

    @Test func theEncodingIsMergedToo() throws {
        let gb = TextEncoding(.gb18030)
        let ours = base.replacing("修路", with: "修公路")
        let theirs = InputFile(
            name: "x.tsv",
            bytes: try gb.encode(Array(base.replacing("建桥", with: "建大桥").utf8))
        )
        let merge = try CellMerge(base: file(base), ours: file(ours), theirs: theirs)
        #expect(try merge.bytes == gb.encode(Array(ours.replacing("建桥", with: "建大桥").utf8)))
    }

    @Test func withoutACommonAncestorWhatDiffersIsMarked() throws {
        let ours = base.replacing("修路", with: "修公路")
        let (text, conflicts) = try merge(ours, base, base: "")
        #expect(conflicts.count == 1)
        #expect(text == base.replacing("修路", with: "<<<<<<< 修公路 ======= 修路 >>>>>>>"))
    }

    @Test(arguments: ["", "plain text\n", "序号\t责任目标内容\n1\t甲\n1\t乙\n"])
    func whatIsNoTableIsLeftToGit(text: String) {
        #expect(throws: FormatError.self) { try merge(base, text) }
        #expect(throws: FormatError.self) { try merge(text, base) }
    }

    @Test func layoutsThatBothChangedAreLeftToGit() throws {
        let ours = base.replacing("注：", with: "续\r\n注：")
        let theirs = base.replacing("截至12月底。", with: "")
        let error = #expect(throws: FormatError.self) { try merge(ours, theirs) }
        #expect(error?.diagnostic?.code == .layoutsDiffer)
    }

    /// The host's layout is taken, which holds what stands beside targets.
    @Test func whatStandsBesideTargetsIsNotLost() throws {
        let base = base.replacing("4\t李四\t\t是\t", with: "\t\t合计3项\t\t")
        let theirs = base.replacing("合计3项", with: "合计4项").replacing("修路", with: "修公路")
        let ours = base.replacing("12月底", with: "11月底")
        let both = theirs.replacing("12月底", with: "11月底")
        #expect(try merge(ours, theirs, base: base).text == both)
        #expect(try merge(theirs, ours, base: base).text == both)
        let otherwise = ours.replacing("合计3项", with: "合计5项")
        #expect(throws: FormatError.self) { try merge(otherwise, theirs, base: base) }
        #expect(throws: FormatError.self) { try merge(theirs, otherwise, base: base) }
        let same = ours.replacing("合计3项", with: "合计4项")
        #expect(try merge(same, theirs, base: base).text == same.replacing("修路", with: "修公路"))
        let other = base.replacing("建桥", with: "建大桥")
        #expect(try merge(other, theirs, base: base).text == theirs.replacing("建桥", with: "建大桥"))
        #expect(try merge(theirs, other, base: base).text == theirs.replacing("建桥", with: "建大桥"))
    }

    @Test(arguments: UInt64(0)..<30)
    func changesOfDifferentCellsAreAllThere(seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0x3)
        let base = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        let edits = RandomEdit.some(8, of: base.table, &random)
        let parts = [0, 1].map { part in
            edits.enumerated().filter { $0.offset % 2 == part }.map(\.element)
        }
        let sides = try parts.map { part in
            InputFile(
                name: "side.tsv",
                bytes: try base.applying([
                    CorrectionSource(file: "", .table(base.table.making(part), .literal))
                ])
            )
        }
        let merge = try CellMerge(base: base.input, ours: sides[0], theirs: sides[1])
        #expect(merge.conflicts.isEmpty)
        #expect(try OfficialFile(merge.bytes).table.rows == base.table.making(edits).rows)
        let turned = try CellMerge(base: base.input, ours: sides[1], theirs: sides[0])
        #expect(turned.bytes == merge.bytes)
    }
}
