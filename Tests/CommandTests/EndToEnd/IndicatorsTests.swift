import Foundation
import TestSupport
import Testing

@testable import YilanCommand

/// `yilan indicators` as users run it, on the real table.
@Suite struct IndicatorsCommandTests {
    private static let sample = SampleTable.url.path

    private func run(_ options: [String]) throws -> ProgramRun {
        let folder = try WorkFolder()
        return try YilanProgram.run(["indicators", Self.sample] + options, in: folder)
    }

    /// What a person finds: sixteen figures in fourteen targets, two of them not reached.
    @Test func findsWhatAPersonFinds() throws {
        let run = try run(["--format", "json"])
        #expect(run.status == 0)
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
        )
        #expect(document["format"] as? String == "yilan-indicators/1")
        let found = try #require(document["indicators"] as? [[String: Any]])
        #expect(
            found.map { $0["serial"] as? Int } == [
                141, 142, 143, 144, 145, 145, 146, 149, 151, 172, 173, 181, 181, 182, 194, 195,
            ]
        )
        #expect(
            found.filter { $0["met"] as? Bool == false }.map { $0["serial"] as? Int } == [172, 173]
        )
        #expect(found.allSatisfy { $0["met"] is Bool })
        #expect(found[0]["ratio"] as? Double == 2.9553)
    }

    @Test func saysWhatItFoundInTwoLanguages() throws {
        let chinese = try run(["--language", "zh"]).outputText
        #expect(chinese.hasSuffix("共 16 项指标：达到 14 项，未达到 2 项（序号 172、173），未写明 0 项。\n"))
        let english = try run([]).outputText
        #expect(english.hasSuffix("16 indicators: 14 met, 2 not met (172, 173), 0 not stated.\n"))
    }

    @Test func csvInChineseHasChineseHeadersAndWords() throws {
        let options = ["--format", "csv", "--language", "zh"]
        let lines = try run(options).outputText.split(separator: "\r\n")
        #expect(lines.first == "\u{FEFF}序号,市政府领导,指标,目标值,目标数,目标数单位,要求,完成值,完成数,完成数单位,完成比例,是否达到")
        #expect(lines[1] == "141,张鹏,新增护理型养老床位,1500张,1500,张,不少于,4433张,4433,张,2.9553,达到")
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix("达到") })
    }

    @Test func csvHasARowForEachIndicator() throws {
        let lines = try run(["--format", "csv"]).outputText.split(separator: "\r\n")
        #expect(lines.count == 17)
        #expect(lines[1] == "141,张鹏,新增护理型养老床位,1500张,1500,张,>=,4433张,4433,张,2.9553,true")
    }
}
