import SourceText
import Synchronization
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Official files that are corrected in the memory that they lie in.
@Suite struct CorrectingFilesTests {
    /// A file that nobody else has, with room, and the plan of a correction.
    private func prepared(
        _ text: String,
        serial: String = "2",
        field: String = "objective",
        _ new: String
    ) throws -> (plan: ApplyPlan, file: InputFile) {
        var bytes = Array(text.utf8)
        bytes.reserveCapacity(bytes.count + 1000)
        let official = try OfficialFile(bytes)
        let list = listed([Correction(serial: serial, field: field, new: new)])
        return (ApplyPlan(official: official.table, sources: [list]), official.input)
    }

    private static func address(of bytes: [UInt8]) -> Int {
        unsafe bytes.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
    }

    @Test(arguments: ["建桥两座，修路一条", "桥", "建桥", ""])
    func noOtherMemoryIsTaken(new: String) throws {
        var (plan, file) = try prepared(OfficialFile.small, new)
        let before = Self.address(of: file.bytes)
        try plan.correct(&file)
        #expect(file.bytes == Array(OfficialFile.small.replacing("建桥", with: new).utf8))
        #expect(Self.address(of: file.bytes) == before)
        #expect(plan.official.string(1, .objective) == "建桥")
        #expect(plan.corrected.string(1, .objective) == new)
        #expect(plan.corrected.string(3, .onSchedule) == "是")
    }

    /// The text of a merged leader is each target's, and all keep what they said.
    @Test func aReplacedTextIsKeptForAllWhoseItWas() throws {
        let text = """
            某市人民政府2023年度责任目标完成情况一览表
            序号\t市政府领导\t责任目标内容\t是否完成
            1\t张三\t修路\t是
            2\t\t建桥\t是
            3\t\t种树\t否

            """
        var (plan, file) = try prepared(text, serial: "1", field: "leader", "王小五")
        try plan.correct(&file)
        #expect((0..<3).map { plan.official.string($0, .leader) } == ["张三", "张三", "张三"])
        let again = try OfficialFile(file.bytes)
        #expect(again.table.rows == plan.corrected.rows)
        #expect(again.table.string(0, .leader) == "王小五")
    }

    /// A blank leader under a named one reads as the same leader: the file is then what it was.
    @Test func whatWouldReadDifferentlyLeavesTheFile() throws {
        var (plan, file) = try prepared(OfficialFile.small, field: "leader", "")
        let before = plan
        #expect(throws: FormatError.self) { try plan.correct(&file) }
        #expect(file.bytes == Array(OfficialFile.small.utf8))
        #expect(plan.official == before.official)
        #expect(plan.corrected == before.corrected)
        let again = try OfficialFile(file.bytes)
        #expect(again.table == plan.official)
    }

    /// Whoever writes a draft gets the bytes that are kept.
    @Test(arguments: [3, 60_000])
    func aDraftHasTheBytesOfTheFile(count: Int) throws {
        let rows = (1...count).map { "\($0)\t张三\t修路\($0)公里\t是\n" }
        let text = "序号\t市政府领导\t责任目标内容\t是否完成\n" + rows.joined()
        var (plan, file) = try prepared(text, "建桥")
        let draft = Mutex<[[UInt8]]>([])
        try plan.correct(&file) { bytes in draft.withLock { $0.append(bytes) } }
        #expect(draft.withLock { $0 } == [file.bytes])
        #expect(file.bytes == Array(text.replacing("修路2公里", with: "建桥").utf8))
    }

    /// A file whose bytes aren't those that the table was read from is written anew.
    @Test func otherBytesAreWrittenAnew() throws {
        var (plan, file) = try prepared(OfficialFile.small, "修公路")
        file.bytes = Array(file.bytes.reversed().reversed())
        try plan.correct(&file)
        #expect(file.bytes == Array(OfficialFile.small.replacing("建桥", with: "修公路").utf8))
    }
}
