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

    // MARK: Ticks

    private static let ticked = """
        某市2023年度一览表
        序号\t责任目标\t已完成\t推进中\t未完成\t责任单位
        1\t甲\t√\t\t\t市甲局
        2\t乙\t\t\t●\t市乙局
        3\t丙\t\t\t\t市乙局
        4\t丁\t✔\t×\t×\t市乙局

        """

    /// What the official file says after corrections of a table of ticks.
    private func corrected(_ corrections: [Correction]) throws -> (plan: ApplyPlan, text: String?) {
        let file = try OfficialFile(Self.ticked)
        let plan = ApplyPlan(official: file.table, sources: [listed(corrections)])
        guard plan.isWritable else { return (plan, nil) }
        let bytes = try plan.bytes(correcting: file.input, options: ReadingOptions())
        return (plan, String(decoding: bytes, as: UTF8.self))
    }

    /// Another status moves the tick, with the sign that was there; all other bytes stay.
    @Test(arguments: [
        ("1", "未完成", "1\t甲\t\t\t√\t市甲局"), ("1", "推进中", "1\t甲\t\t√\t\t市甲局"),
        ("1", "否", "1\t甲\t\t\t√\t市甲局"), ("1", "", "1\t甲\t\t\t\t市甲局"),
        ("2", "是", "2\t乙\t●\t\t\t市乙局"), ("3", "已完成", "3\t丙\t√\t\t\t市乙局"),
        ("4", "未完成", "4\t丁\t×\t×\t✔\t市乙局"), ("4", "是", "4\t丁\t✔\t×\t×\t市乙局"),
    ])
    func anotherStatusMovesTheTick(serial: String, status: String, row: String) throws {
        let (_, text) = try corrected([
            Correction(serial: serial, field: "onSchedule", new: status)
        ])
        let expected = Self.ticked.split(separator: "\n").map { line in
            line.hasPrefix(serial + "\t") ? row : String(line)
        }
        #expect(text?.split(separator: "\n").map(String.init) == expected)
    }

    /// A tick that is moved is a status, and both may be said.
    @Test func aTickThatIsMovedIsTheStatus() throws {
        let ticks = [
            Correction(serial: "1", field: "已完成", new: ""),
            Correction(serial: "1", field: "未完成", new: "√"),
        ]
        let both = ticks + [Correction(serial: "1", field: "onSchedule", new: "未完成")]
        for corrections in [ticks, both, both.reversed()] {
            let (_, text) = try corrected(corrections)
            #expect(text?.contains("1\t甲\t\t\t√\t市甲局") == true)
        }
    }

    /// A status that no column has can't be ticked: the columns are named.
    @Test func aStatusWithoutAColumnIsRefused() throws {
        let (plan, _) = try corrected([
            Correction(serial: "1", field: "onSchedule", new: "正在验收")
        ])
        let error = plan.diagnostics.all.first { $0.severity == .error }
        #expect(error?.code == .contradictoryParts)
        #expect(error?.hint?.chinese.contains("已完成、推进中、未完成") == true)
    }
}
