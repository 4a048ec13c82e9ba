import TargetFormats
import TargetModel
import Testing

@testable import Yilan

@Suite struct LikelyTextsTests {
    private static let texts = (0..<500).map { "完成投资\($0)万元" } + ["", "否", "abcdefgh"]

    /// None of the texts is missed, whatever its size.
    @Test func eachTextIsLikely() {
        let likely = LikelyTexts(Self.texts)
        #expect(Self.texts.allSatisfy { likely.mayHold($0.utf8.span) })
    }

    /// Others are told apart by their ends and sizes.
    @Test func othersAreNot() {
        let likely = LikelyTexts(Self.texts)
        let others = (500..<1000).map { "完成投资\($0)万元" } + ["是", "abcdefghi", "bbcdefgh"]
        #expect(others.count { likely.mayHold($0.utf8.span) } == 0)
        let none = LikelyTexts([]).mayHold("否".utf8.span)
        #expect(!none)
    }

    @Test func targetsAreFoundByTheirTexts() throws {
        let table = try OfficialFile.smallFile().table
        let likely = LikelyTexts(["修路", "种树"])
        #expect(likely.likely(of: 0..<table.count, 2, in: table) == [0, 2])
        #expect(likely.likely(of: 1..<2, 2, in: table).isEmpty)
    }
}
