import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Corrections of a column whose meaning follows from what stands in it.
@Suite struct EvidenceCorrectionTests {
    private static let official = """
        某市2023年度一览表
        序号\t责任目标\t核查\t责任单位
        1\t甲\t√\t市甲局
        2\t乙\t×\t市乙局

        """

    private func bytes(_ new: String, _ options: ReadingOptions = ReadingOptions()) throws
        -> [UInt8]
    {
        let file = try OfficialFile(Self.official)
        let plan = ApplyPlan(
            official: file.table,
            sources: [
                listed([
                    Correction(serial: "1", field: "onSchedule", new: new),
                    Correction(serial: "2", field: "onSchedule", new: new),
                ])
            ]
        )
        #expect(plan.isWritable)
        return try plan.bytes(correcting: file.input, options: options)
    }

    @Test func aStatusThatIsStillOneIsWritten() throws {
        #expect(
            String(decoding: try bytes("√"), as: UTF8.self)
                == Self.official.replacing("×", with: "√")
        )
    }

    /// Whoever reads the table next would find no status: refused, with the way out.
    @Test func aColumnThatWouldLoseItsMeaningIsRefused() throws {
        let error = try #require(throws: FormatError.self) { try bytes("省里正在验收，结果待定") }
        #expect(error.findings.all.map(\.code) == [.layoutNotReadable])
        #expect(
            error.findings.all.first?.remedy == .columns([Wording(verbatim: "核查=onSchedule")])
        )
        var options = ReadingOptions()
        options.columns = ["核查": .onSchedule]
        #expect(throws: Never.self) { try bytes("省里正在验收，结果待定", options) }
    }
}
