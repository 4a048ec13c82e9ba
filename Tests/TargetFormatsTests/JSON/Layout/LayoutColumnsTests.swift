import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

/// Systems add columns of their own to a document, and list columns as they like: what the cells said
/// is known all the same.
@Suite struct LayoutColumnsTests {
    private static let text =
        "标题2023年\n序号\t责任目标\t完成情况\t备注\n1\t甲\t乙\t\n2\t丙\t丁\t戊\n3\t己\t庚\t\n"

    /// The document, with `columns` and targets as a system sends them.
    private func document(_ change: (inout [String]) -> Void, own: String = "") throws -> String {
        var written = try writeJSON(readTSV(Self.text).table)
        let start = try #require(written.firstRange(of: "\"columns\": ["))
        let end = try #require(written[start.upperBound...].firstIndex(of: "]"))
        var columns = written[start.upperBound..<end].split(separator: "},").map {
            $0.trimmingPrefix(while: \.isWhitespace).replacing("}", with: "")
        }.map { String($0.reversed().drop(while: \.isWhitespace).reversed()) + "}" }
        change(&columns)
        written.replaceSubrange(start.upperBound..<end, with: columns.joined(separator: ", "))
        return own.isEmpty ? written : written.replacing("\"备注\": \"", with: own + "\"备注\": \"")
    }

    @Test(arguments: 0...4) func aColumnThatASystemAddedIsRead(place: Int) throws {
        let added = #"{"key": "核实人", "label": "核实人"}"#
        let text = try document({ $0.insert(added, at: place) }, own: "\"核实人\": \"某\", ")
        let (table, findings) = try readJSON(text)
        #expect(table.columns.map(\.label) == ["序号", "责任目标", "完成情况", "备注", "核实人"])
        #expect(table.original(1, 1).says("丙".utf8) == true)
        #expect(table.original(1, 4) == .unknown)
        #expect(table.layout == nil)
        #expect(findings.map(\.code) == [.layoutDropped])
    }

    @Test(arguments: 0..<4) func columnsInAnotherOrderSayWhatTheySaid(first: Int) throws {
        let text = try document { $0 = Array($0[first...] + $0[..<first]) }
        let (table, findings) = try readJSON(text)
        #expect(table.columns.map(\.label) == ["序号", "责任目标", "完成情况", "备注"])
        #expect(table.original(1, 2).says("丁".utf8) == true)
        #expect(table.layout != nil)
        #expect(findings.isEmpty)
    }

    /// A key that a system puts into every object is told once.
    @Test func anUnknownKeyIsToldOnce() throws {
        let text = try writeJSON(readTSV(Self.text).table)
            .replacing("\"serial\": ", with: "\"reviewed\": true, \"serial\": ")
        let found = findings(in: Array(text.utf8), JSONTableReader())
        #expect(found.map(\.code) == [.unknownKey])
    }
}
