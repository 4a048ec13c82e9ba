import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// What may stand in a cell, and what spreadsheet programs make of it on the way.
@Suite struct NewTextTests {
    private func plan(
        _ text: String,
        in field: Field = .objective,
        of target: Int = 0,
        official: OfficialFile? = nil,
        comparison: TextComparison = .spreadsheet,
        lineBreaks: ApplyOptions.LineBreakRule = .refuse
    ) throws -> (plan: ApplyPlan, file: OfficialFile) {
        let official = try official ?? OfficialFile.smallFile()
        var options = ApplyOptions()
        options.lineBreaks = lineBreaks
        let table = try official.edited([(target, field, text)])
        let plan = ApplyPlan(
            official: official.table,
            sources: [CorrectionSource(file: "back", .table(table, comparison))],
            options: options
        )
        return (plan, official)
    }

    @Test(arguments: [
        ("修\t路", "tab-in-cell"), ("修\n路", "line-break-in-cell"), ("修\r路", "line-break-in-cell"),
        ("修路\r\n建桥", "line-break-in-cell"), ("修\u{2028}路", "line-break-in-cell"),
    ])
    func tabsAndLineBreaksAreErrorsWithTheirPlace(text: String, code: String) throws {
        let finding = try #require(plan(text).plan.diagnostics.all.first)
        #expect(finding.code.rawValue == code)
        #expect(finding.severity == .error)
        #expect(finding.file == "back")
        #expect(finding.line == 3)
        #expect(finding.serial == "1")
        #expect(finding.field == "objective")
    }

    /// What a spreadsheet program shows in place of a text is never written for one.
    @Test(arguments: ["#REF!", "#NAME?", "#value!", "#DIV/0!", "########", "###"])
    func errorsOfProgramsAreNoTexts(text: String) throws {
        let (plan, _) = try plan(text)
        #expect(plan.diagnostics.all.map(\.code) == [.formulaError])
        #expect(plan.changes.isEmpty)
        let stated = try OfficialFile(OfficialFile.small.replacing("修路", with: text))
        #expect(try self.plan("修路", official: stated).plan.changes.map(\.new) == ["修路"])
        #expect(try self.plan("#1线", official: stated).plan.changes.map(\.new) == ["#1线"])
    }

    @Test(arguments: [
        ("修\t路", "修 路"), ("修\r\n\t\n路", "修 路"), ("修路甲\t", "修路甲"), ("\n修路乙", "修路乙"),
    ])
    func tabsAndLineBreaksBecomeABlankWhereThatIsAskedFor(text: String, written: String) throws {
        let (plan, official) = try plan(text, lineBreaks: .space)
        #expect(plan.changes.map(\.new) == [written])
        let bytes = try plan.bytes(correcting: official.input)
        #expect(bytes == Array(OfficialFile.small.replacing("修路", with: written).utf8))
    }

    @Test func lineBreaksMayStayInACellThatHasSome() throws {
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "\"修路\n建桥甲\""))
        let (plan, _) = try plan("修路\n建桥乙", official: official)
        #expect(plan.changes.map(\.new) == ["修路\n建桥乙"])
        let expected = OfficialFile.small.replacing("修路", with: "\"修路\n建桥乙\"")
        #expect(try plan.bytes(correcting: official.input) == Array(expected.utf8))
    }

    @Test func aQuotedCellLosesItsQuotesWhereItNoLongerNeedsThem() throws {
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "\"修路\n建桥甲\""))
        let (plan, _) = try plan("修公路", official: official)
        let expected = OfficialFile.small.replacing("修路", with: "修公路")
        #expect(try plan.bytes(correcting: official.input) == Array(expected.utf8))
    }

    @Test(arguments: ["修路 ", "\u{3000}修路", "修路\n", "修路_x000D_\n", "修\u{200B}路"])
    func whatASpreadsheetChangesOnItsOwnIsNoCorrection(text: String) throws {
        #expect(try plan(text).plan.changesNothing)
    }

    @Test func cosmeticChangesAreNoted() throws {
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修\u{A0}路"))
        let (plan, _) = try plan("修 路", official: official)
        #expect(plan.changesNothing)
        let finding = try #require(plan.diagnostics.all.first)
        #expect(finding.code == .cosmeticChange)
        #expect(finding.severity == .note)
        #expect(finding.serial == "1")
        let (literal, _) = try self.plan("修 路", official: official, comparison: .literal)
        #expect(literal.changes.map(\.new) == ["修 路"])
    }

    /// Every cell that stays because it differs in form only is named in the reports, with its place.
    @Test func cosmeticChangesAreInTheReports() throws {
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修\u{A0}路"))
        let report = ChangeReport(try plan("修 路", official: official).plan)
        #expect(report.formOnly.map(\.serial) == ["1"])
        #expect(report.formOnly.map(\.text) == ["修 路"])
        let chinese = report.markdown(.chinese, title: "更正")
        #expect(chinese.contains("## 保持原样：只是格式不同"))
        #expect(chinese.contains("| back:3"))
        #expect(report.markdown(.english, title: "").contains("## Left alone: form only"))
    }

    /// A list with the labels of an English workbook, as somebody copied it out of one.
    @Test func englishLabelsAreKnown() throws {
        let official = try OfficialFile.smallFile()
        let list = try OfficialFile("No.\tLeader\tTarget\tOn schedule\n1\t张三\t修路\t否\n").table
        let plan = ApplyPlan(
            official: official.table,
            sources: [CorrectionSource(file: "list.csv", .table(list, .spreadsheet))]
        )
        #expect(plan.changes.map(\.column.field) == [.onSchedule])
        #expect(plan.changes.map(\.new) == ["否"])
        #expect(!plan.diagnostics.hasErrors)
    }

    @Test(arguments: [
        ("TRUE", nil), ("true", nil), ("FALSE", "否"), ("否", "否"), ("", ""),
    ])
    func truthValuesBecomeTheTablesWords(text: String, new: String?) throws {
        #expect(try plan(text, in: .onSchedule).plan.changes.map(\.new) == (new.map { [$0] } ?? []))
    }

    @Test func blanksAroundANewTextAreDropped() throws {
        #expect(try plan(" 修公路\u{3000}\n").plan.changes.map(\.new) == ["修公路"])
        #expect(try plan("\t修公路 \t", comparison: .literal).plan.changes.map(\.new) == ["修公路"])
        #expect(try plan("修路\t").plan.changesNothing)
        #expect(try plan(" 修公路\u{A0}", comparison: .literal).plan.changes.map(\.new) == ["修公路"])
    }

    @Test(arguments: ["gb18030", "utf-16le", "utf-16be", "utf-8-bom"])
    func theEncodingStays(name: String) throws {
        let encoding = try #require(TextEncoding(named: name))
        let official = try OfficialFile(encoding.encode(Array(OfficialFile.small.utf8)))
        let (plan, _) = try plan("修𠮷路", official: official)
        let expected = OfficialFile.small.replacing("修路", with: "修𠮷路")
        #expect(try plan.bytes(correcting: official.input) == encoding.encode(Array(expected.utf8)))
    }

    @Test func aCharacterThatTheEncodingLacksIsNamed() throws {
        // glibc's GB 18030 gives this private character another one's bytes, or none.
        let encoding = TextEncoding(.gb18030)
        let official = try OfficialFile(encoding.encode(Array(OfficialFile.small.utf8)))
        let lacking = (0xE000...0xF8FF).lazy.compactMap(Unicode.Scalar.init).first { scalar in
            guard let bytes = try? encoding.encode(Array(String(scalar).utf8)) else { return true }
            let again = try? SourceText(decoding: bytes, named: "", as: encoding)
            return again?.bytes.elementsEqual(String(scalar).utf8) != true
        }
        guard let lacking else { return }
        let (plan, _) = try plan("修\(lacking)路", official: official)
        #expect(plan.diagnostics.all.map(\.code) == [.unencodableCharacter])
    }

    @Test func aTextThatWouldReadDifferentlyIsRefused() throws {
        // A blank leader under a named one reads as the same leader.
        let (plan, official) = try plan("", in: .leader, of: 1)
        #expect(throws: FormatError.self) { try plan.bytes(correcting: official.input) }
    }

    @Test(arguments: [
        "\"甲\",\"乙\"", "\"", "=1+1", "#", "注：无", "''", "𠮷\u{301}", "修?路", "\u{E000}",
    ])
    func anyOtherTextIsWrittenAsItIs(text: String) throws {
        let (plan, official) = try plan(text)
        let again = try OfficialFile(plan.bytes(correcting: official.input))
        #expect(Array(again.table.string(0, .objective).utf8) == Array(text.utf8))
        #expect(again.table == plan.corrected)
    }

    @Test(arguments: [
        ("\u{0}", "control-character"), ("修\u{1}路", "control-character"),
        ("\u{7F}", "control-character"), ("修\u{85}路", "control-character"),
        ("\u{FFFD}路", "replacement-character"), ("\u{FFFE}", "replacement-character"),
    ])
    func whatNobodyTypesIsRefused(text: String, code: String) throws {
        for comparison in [TextComparison.literal, .spreadsheet] {
            let (plan, _) = try plan(text, comparison: comparison)
            #expect(plan.diagnostics.all.map(\.code.rawValue).contains(code))
            #expect(plan.changesNothing)
            #expect(!plan.isWritable)
        }
    }

    /// The official table has it already; somebody corrects something else in the cell.
    @Test func whatStandsThereMayStay() throws {
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修\u{FFFD}路\u{1}"))
        let (plan, _) = try plan("新修\u{FFFD}路\u{1}", official: official)
        #expect(plan.isWritable)
        #expect(plan.changes.count == 1)
    }

    @Test func scratchColumnsAreLeftOutWithANote() throws {
        let official = try OfficialFile.smallFile()
        let table = TargetTable.make(
            columns: ["序号", "我的备忘", "备 注", "空栏"],
            rows: [["1", "甲", "乙"]]
        )
        let plan = ApplyPlan(
            official: official.table,
            sources: [CorrectionSource(file: "back.csv", .table(table, .spreadsheet))]
        )
        #expect(plan.changes.map { [$0.column.label, $0.new] } == [["备注", "乙"]])
        #expect(plan.diagnostics.all.map(\.code) == [.unknownColumn, .unknownBase])
        #expect(plan.diagnostics.all.first?.field == "我的备忘")
    }
}
