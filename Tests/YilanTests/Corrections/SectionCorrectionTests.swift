import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// A serial is unique within its section: corrections, bases and merges go by both.
@Suite struct SectionCorrectionTests {
    /// Two sections with the same serials, the last of which occurs twice in the second.
    private static let header = "序号\t责任目标内容\t完成情况\t是否完成\n"
    private static let rows = [
        "一、经济\n", "1\t修路\t甲一\t是\n", "2\t架桥\t甲二\t否\n", "二、民生\n", "1\t办学\t乙一\t是\n",
        "2\t建院\t乙二\t否\n", "3\t养老\t乙三\t是\n", "3\t托幼\t乙四\t否\n",
    ]
    private static let text = header + rows.joined()
    private static let reports = ["甲一", "甲二", "乙一", "乙二", "乙三", "乙四"]

    private func input(_ text: String, _ name: String = "official.tsv") -> InputFile {
        InputFile(name: name, bytes: Array(text.utf8))
    }

    private func table(_ text: String, _ name: String = "official.tsv") throws -> TargetTable {
        var findings = DiagnosticBag()
        var options = ReadingOptions()
        options.keepsLayout = true
        let file = input(text, name)
        return try TSVReader().read(file, options: options, reporting: &findings)
    }

    /// Whatever two sides change, in different cells, both stand in the merged file, without a mark.
    @Test func noMergeLosesWhatOneSideChanged() throws {
        for (one, own) in Self.reports.enumerated() {
            for (other, their) in Self.reports.enumerated() where other != one {
                let ours = Self.text.replacing(own, with: "我方")
                let theirs = Self.text.replacing(their, with: "对方")
                let merge = try CellMerge(
                    base: input(Self.text),
                    ours: input(ours),
                    theirs: input(theirs)
                )
                let expected = ours.replacing(their, with: "对方")
                #expect(String(decoding: merge.bytes, as: UTF8.self) == expected)
                #expect(merge.conflicts.isEmpty)
            }
            let merge = try CellMerge(
                base: input(Self.text),
                ours: input(Self.text.replacing(own, with: "我方")),
                theirs: input(Self.text.replacing(own, with: "对方"))
            )
            let mark = "<<<<<<< 我方 ||||||| \(own) ======= 对方 >>>>>>>"
            let expected = Self.text.replacing(own, with: mark)
            #expect(String(decoding: merge.bytes, as: UTF8.self) == expected)
        }
    }

    /// A newer official text stays where the correction, with its base, is about another cell.
    @Test func theBaseIsThatOfTheSection() throws {
        for (one, newer) in Self.reports.enumerated() {
            for (other, corrected) in Self.reports.enumerated() where other != one {
                let official = try table(Self.text.replacing(newer, with: "官方新文"))
                let back = try table(Self.text.replacing(corrected, with: "更正"), "back.csv")
                var options = ApplyOptions()
                options.base = try table(Self.text, "base.tsv")
                let source = CorrectionSource(file: "back.csv", .table(back, .spreadsheet))
                let plan = ApplyPlan(official: official, sources: [source], options: options)
                if one > 3, other > 3 {
                    // Nothing tells the two of one serial apart once both say something else.
                    #expect(plan.diagnostics.all.contains { $0.code == .duplicateSerial })
                    #expect(plan.changes.isEmpty)
                    continue
                }
                #expect(plan.changes.map(\.new) == ["更正"], "\(newer), \(corrected)")
                #expect(plan.changes.map(\.old) == [corrected])
                #expect(plan.conflicts.isEmpty)
            }
        }
    }

    /// What diff writes of one section's target is applied to it, however many lines were put in above.
    @Test(arguments: 0...4)
    func aListGoesToItsSectionsTarget(lines: Int) throws {
        let old = try table(Self.text)
        let new = try table(Self.text.replacing("乙二\t否", with: "乙二\t是"), "new.tsv")
        let report = ChangeReport(
            TableDiff(from: old, to: new),
            old: "official.tsv",
            new: "new.tsv"
        )
        #expect(report.changes.map(\.target?.section) == ["二、民生"])
        var findings = DiagnosticBag()
        let list = try CorrectionsDocument(
            reading: InputFile(name: "list.json", bytes: report.json()),
            reporting: &findings
        )
        let above = (0..<lines).map { "说明\($0)\n" }.joined()
        let source = CorrectionSource(file: "list.json", .document(list))
        let plan = ApplyPlan(official: try table(above + Self.text), sources: [source])
        #expect(plan.changes.map { plan.official.string($0.target, .progress) } == ["乙二"])
        #expect(plan.isWritable)
        let gone = Self.header + (Self.rows[..<5] + Self.rows[6...]).joined()
        let without = ApplyPlan(official: try table(gone), sources: [source])
        #expect(without.changes.isEmpty)
        #expect(without.diagnostics.all.map(\.code) == [.unknownPlace])
    }

    /// Both targets of a serial changed at once are two changes of two targets.
    @Test func targetsOfOneSerialAreTwo() throws {
        let old = try table(Self.text)
        let new = try table(
            Self.text.replacing("甲二", with: "改一").replacing("乙二", with: "改二"),
            "new.tsv"
        )
        let diff = TableDiff(from: old, to: new)
        #expect(diff.changes.map(\.new) == ["改一", "改二"])
        #expect(diff.diagnostics.all.isEmpty)
        let report = ChangeReport(diff, old: "official.tsv", new: "new.tsv")
        #expect(report.changedTargetCount == 2)
        #expect(report.changes.map(\.target?.line) == [4, 7])
    }

    /// The row of a target that is gone, which nobody edited, keeps nobody's correction back.
    @Test func anUneditedRowOfATargetThatIsGoneIsLeftAlone() throws {
        let back = try table(Self.text.replacing("乙一", with: "更正"), "back.xlsx")
        var kept = try table(Self.text, "back.xlsx").keepingTexts()
        let row = try #require((0..<kept.count).first { kept.string($0, .progress) == "乙一" })
        kept.replace(row, column: try #require(kept.column(of: .progress)), with: "更正")
        #expect(back.count == kept.count)
        let official = try table(Self.header + (Self.rows[0...1] + Self.rows[3...]).joined())
        let source = CorrectionSource(file: "back.xlsx", .table(kept, .spreadsheet))
        let plan = ApplyPlan(official: official, sources: [source])
        #expect(plan.diagnostics.all.filter { $0.severity == .error }.isEmpty)
        #expect(plan.changes.map(\.old) == ["乙一"])
        #expect(plan.conflicts.isEmpty)
    }

    @Test func aSectionIsCorrectedInItsHeading() throws {
        let official = try table(Self.text)
        let list = CorrectionsDocument(
            corrections: [.init(serial: "3", field: "section", new: "三、其他", target: .init(line: 8))]
        )
        let source = CorrectionSource(file: "list.json", .document(list))
        let plan = ApplyPlan(official: official, sources: [source])
        #expect(plan.diagnostics.all.map(\.code) == [.correctedSection])
    }
}
