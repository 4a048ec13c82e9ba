import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Corrections that come back in every format that can be written to memory.
@Suite struct FormatCorrectionTests {
    private static let formats = TargetFormat.all.filter { format in
        if case .stream = format.writer { return true }
        return false
    }.map(\.name)

    /// Writes a table in a format and reads it as corrections.
    private func source(_ table: TargetTable, _ name: String) throws -> CorrectionSource {
        let format = try #require(TargetFormat.named(name))
        guard case .stream(let writer) = format.writer else {
            throw FormatError(.output, .unexplained)
        }
        var buffer = OutputBuffer()
        try writer.write(table, options: WritingOptions(), to: &buffer)
        var findings = DiagnosticBag()
        let file = InputFile(name: "back." + name, bytes: buffer.bytes)
        let source = try CorrectionSource(reading: file, as: format, reporting: &findings)
        #expect(!findings.hasErrors, "\(findings.all)")
        return source
    }

    @Test(arguments: formats)
    func theSampleComesBackUnchanged(format: String) throws {
        let official = try OfficialFile.sample()
        let plan = ApplyPlan(
            official: official.table,
            sources: [try source(official.table, format)]
        )
        #expect(plan.changesNothing)
        #expect(plan.diagnostics.all.isEmpty)
    }

    @Test(arguments: formats, UInt64(0)..<12)
    func editsComeBackAsTheyAre(format: String, seed: UInt64) throws {
        var random = SplitMix64(seed: seed ^ 0xA)
        let official = try OfficialFile(RandomOfficialFile.bytes(seed: seed))
        #expect(try official.applying([source(official.table, format)]) == official.input.bytes)
        let edits = RandomEdit.some(5, of: official.table, &random)
        var edited = official.table.making(edits)
        // What the cells said before they were edited, for formats that keep it.
        edited.baseline = official.table.keepingTexts().baseline
        let plan = ApplyPlan(official: official.table, sources: [try source(edited, format)])
        #expect(
            plan.changes.map { [$0.target, $0.columnIndex] }
                == edits.map { [$0.target, $0.column] }
        )
        #expect(plan.changes.map(\.new) == edits.map(\.text))
        let again = try OfficialFile(plan.bytes(correcting: official.input))
        #expect(again.table.rows == edited.rows)
    }

    @Test func jsonTellsACorrectionFromAChangeOfTheOfficialTable() throws {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修公路"))
        // The JSON was made from the table as it was, and then edited as text.
        var buffer = OutputBuffer()
        guard case .stream(let writer) = TargetFormat.json.writer else { return }
        try writer.write(before.table, options: WritingOptions(), to: &buffer)
        func plan(_ old: String, _ new: String) throws -> ApplyPlan {
            let text = String(decoding: buffer.bytes, as: UTF8.self).replacing(
                "\"objective\": \"\(old)\"",
                with: "\"objective\": \"\(new)\""
            )
            var findings = DiagnosticBag()
            let source = try CorrectionSource(
                reading: InputFile(name: "table.json", bytes: Array(text.utf8)),
                as: .json,
                reporting: &findings
            )
            #expect(!findings.hasErrors)
            return ApplyPlan(official: official.table, sources: [source])
        }
        #expect(try plan("建桥", "建大桥").changes.map(\.new) == ["建大桥"])
        #expect(try plan("建桥", "建大桥").conflicts.isEmpty)
        let conflict = try #require(plan("修路", "修铁路").conflicts.first)
        #expect(conflict.official == "修公路")
        #expect(conflict.candidates.first?.base == .text("修路"))
        #expect(conflict.candidates.first?.place.file == "table.json")
        #expect(conflict.candidates.first?.place.line != nil)
    }

    @Test(arguments: ["csv", "json", "jsonl", "tsv"])
    func howTextsAreComparedFollowsTheFormat(name: String) throws {
        let format = try #require(TargetFormat.named(name))
        #expect(TextComparison(for: format) == (name == "csv" ? .spreadsheet : .literal))
        #expect(TextComparison(between: .csv, format) == .spreadsheet)
        #expect(TextComparison(between: .tsv, format) == TextComparison(for: format))
    }

    /// Columns of one's own, which only look like those of the official table, are left out.
    @Test(arguments: [
        ("已核对", "否"), ("核对", "√"), ("主要领导", "老王"), ("原完成情况", "旧"), ("完成情况(原)", "旧"),
        ("联系单位", "市办"), ("上半年完成情况", "旧"),
    ])
    func columnsThatOnlyLookLikeItsOwnAreLeftOut(label: String, text: String) throws {
        let official = try OfficialFile(
            "某市人民政府2023年度责任目标完成情况一览表\n"
                + "序号\t市政府领导\t责任目标内容\t完成情况\t是否按计划完成进度\t责任单位\n"
                + "1\t张三\t修路\t已修\t是\t市局\n2\t张三\t建桥\t在建\t是\t市局\n"
        )
        for name in ["csv", "tsv", "md"] {
            let format = try #require(TargetFormat.named(name))
            let rows = [["序号", "责任目标", label], ["1", "修公路", text], ["2", "建桥", text]]
            let content: String
            if name == "md" {
                content = ([rows[0], ["---", "---", "---"]] + rows[1...])
                    .map { "|" + $0.joined(separator: "|") + "|\n" }.joined()
            } else {
                content = rows.map { $0.joined(separator: name == "csv" ? "," : "\t") + "\n" }
                    .joined()
            }
            var findings = DiagnosticBag()
            let source = try CorrectionSource(
                reading: InputFile(name: "part", bytes: Array(content.utf8)),
                as: format,
                reporting: &findings
            )
            let plan = ApplyPlan(official: official.table, sources: [source])
            #expect(plan.changes.map { [$0.column.key, $0.new] } == [["objective", "修公路"]])
            #expect(plan.diagnostics.all.contains { $0.code == .unknownColumn })
            // Whoever says what the column is has it so.
            var options = ReadingOptions()
            options.columns[label] = .progress
            let said = try CorrectionSource(
                reading: InputFile(name: "part", bytes: Array(content.utf8)),
                as: format,
                options: options,
                reporting: &findings
            )
            let changes = ApplyPlan(official: official.table, sources: [said]).changes
            #expect(changes.filter { $0.column.key == "progress" }.map(\.new) == [text, text])
        }
    }
}
