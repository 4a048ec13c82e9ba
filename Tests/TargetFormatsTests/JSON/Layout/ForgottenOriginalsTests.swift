import SourceText
import TargetModel
import TestSupport
import Testing

/// A table whose originals are forgotten says and writes what it did.
@Suite struct ForgottenOriginalsTests {
    @Test(arguments: awkwardTables)
    func theOfficialFileIsWrittenAsBefore(_ table: (name: String, text: String)) throws {
        let (read, _) = try readTSV(table.text.unsigned())
        let (whole, _) = try readJSON(try writeJSON(read))
        var forgotten = whole
        forgotten.forgetOriginals()
        #expect(forgotten == whole)
        #expect(forgotten.baseline == nil || whole.hasColumnsOfOthers)
        #expect(try writeTSV(forgotten) == writeTSV(whole))
    }

    @Test func whatStandsBehindTheTargetsIsForgotten() throws {
        let (read, _) = try readTSV("序号\t责任目标\n1\t修路\n2\t植树_\n")
        var (table, _) = try readJSON(try writeJSON(read))
        let size = table.text.source.count
        table.forgetOriginals()
        #expect(table.text.source.count < size)
        #expect(table.text.source.suffix(7).elementsEqual("植树_".utf8))
        #expect(table.text.rareBytes?.ranges(of: .underscore) == [0..<table.text.source.count])
        #expect(table.rows == read.rows)
    }

    /// Which of two was edited is told by what they said.
    @Test func columnsThatSayWhatOthersSayAreKept() throws {
        let (read, _) = try readTSV("序号\t责任目标\t一季度\t二季度\n1\t修路\t招标\t开工\n")
        try #require(read.hasColumnsOfOthers)
        var (table, _) = try readJSON(try writeJSON(read))
        let (size, baseline) = (table.text.source.count, table.baseline)
        table.forgetOriginals()
        #expect(table.text.source.count == size)
        #expect(table.baseline == baseline && baseline != nil)
    }
}
