import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// What comes back of a table with sections, whose serials begin anew in each: rows in any order, typed
/// into, left out, and new ones.
///
/// Every byte of the official file stays but for the cells that were typed into, and the rows of new
/// targets stand in their section, by number.
@Suite struct SectionGestureTests {
    private static let sections = ["一、经济发展", "二、民生保障", "三、城建工作", "四、生态环境"]
    private static let encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"]

    /// A table of sections, and what it becomes.
    private struct Draft {
        var sections: [(name: String, rows: [[String]])] = []
        var end = "\n"
        var isLastEnded = true

        var text: String {
            let rows = sections.flatMap { [[$0.name, "", "", ""]] + $0.rows }
            let lines = [["某市2023年度责任目标完成情况一览表"], ["序号", "责任目标", "完成情况", "是否完成"]] + rows
            let text = lines.map { $0.joined(separator: "\t") }.joined(separator: end)
            return isLastEnded ? text + end : text
        }

        /// The rows as CSV has them, with their section.
        var list: [[String]] {
            sections.flatMap { section in section.rows.map { $0 + [section.name] } }
        }
    }

    private static func draft(_ random: inout SplitMix64) -> Draft {
        var draft = Draft()
        draft.end = random.oneIn(2) ? "\n" : "\r\n"
        draft.isLastEnded = random.oneIn(2)
        for name in sections.prefix(random.number(in: 2...4)) {
            // Every other number is free for new targets.
            let rows = (1...random.number(in: 1...5)).map { number in
                let serial = number * 2
                return ["\(serial)", "\(name.prefix(1))做第\(serial)件事", "已办\(serial)成", "是"]
            }
            draft.sections.append((name, rows))
        }
        return draft
    }

    /// Types into a cell, or adds a target, in the section of an index (from 0).
    private static func change(
        _ draft: inout Draft,
        _ section: Int,
        adds: Bool,
        _ random: inout SplitMix64
    ) {
        let row = random.below(draft.sections[section].rows.count)
        guard adds else {
            draft.sections[section].rows[row][2] += "改"
            return
        }
        let serials = draft.sections[section].rows.compactMap { Int($0[0]) }
        let serial = (random.oneIn(2) ? serials[row] : serials[serials.count - 1]) + 1
        guard !serials.contains(serial) else { return }
        let place = serials.firstIndex { $0 > serial } ?? serials.count
        draft.sections[section].rows.insert(
            ["\(serial)", "新增第\(serial)件事", "刚开工", "否"],
            at: place
        )
    }

    @Test(arguments: UInt64(0)..<80)
    func onlyWhatWasCorrectedChanges(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let official = Self.draft(&random)
        let encoding = try #require(TextEncoding(named: random.pick(Self.encodings)))
        let file = try OfficialFile(encoding.encode(Array(official.text.utf8)))
        var expected = official
        for _ in 0..<random.number(in: 1...4) {
            let section = random.below(expected.sections.count)
            Self.change(&expected, section, adds: random.oneIn(2), &random)
        }
        var rows = expected.list
        if random.oneIn(2) { rows.shuffle(using: &random) }
        // Rows that say what the official table does may be left out.
        let unchanged = Set(official.list)
        rows.removeAll { unchanged.contains($0) && random.oneIn(3) }
        let lines = [["序号", "责任目标", "完成情况", "是否完成", "所属分组"]] + rows
        var findings = DiagnosticBag()
        let back = try CSVReader().read(
            InputFile(
                name: "back.csv",
                bytes: Array(lines.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
            ),
            options: ReadingOptions(),
            reporting: &findings
        )
        let source = CorrectionSource(file: "back.csv", .table(back, .spreadsheet))
        let isGrown = expected.list.count > official.list.count
        if isGrown {
            let plan = ApplyPlan(official: file.table, sources: [source])
            let codes = plan.diagnostics.all.filter { $0.severity == .error }.map(\.code)
            #expect(Set(codes) == [.newSerial])
        }
        var options = ApplyOptions()
        options.addsTargets = true
        let bytes = try file.applying([source], options)
        #expect(bytes == (try encoding.encode(Array(expected.text.utf8))), "\(expected.text)")
    }

    @Test func aSerialIsAddedToEachSectionThatLacksIt() throws {
        var draft = Draft()
        draft.sections = [
            ("一、经济", [["1", "修路", "甲", "是"]]), ("二、民生", [["1", "办学", "乙", "是"]]),
        ]
        let file = try OfficialFile(draft.text)
        var options = ApplyOptions()
        options.addsTargets = true
        let texts = { (serial: String, section: String) in
            CorrectionsDocument.NewTarget(
                texts: [("serial", serial), ("objective", "新"), ("section", section)],
                place: .init(file: "list.json", line: 4)
            )
        }
        let both = listed([], added: [texts("2", "二、民生"), texts("2", "一、经济")])
        draft.sections[0].rows.append(["2", "新", "", ""])
        draft.sections[1].rows.append(["2", "新", "", ""])
        #expect(try file.textApplying([both], options) == draft.text)
        for section in ["", "三、其他"] {
            let plan = ApplyPlan(
                official: file.table,
                sources: [listed([], added: [texts("2", section)])],
                options: options
            )
            #expect(plan.diagnostics.all.map(\.code) == [.unknownSection])
        }
        let again = listed([], added: [texts("1", "二、民生")])
        let plan = ApplyPlan(official: file.table, sources: [again], options: options)
        #expect(plan.diagnostics.all.map(\.code) == [.duplicateSerial])
    }

    /// A list without sections says by its objective, and the base table, which target it means.
    @Test func theBaseTellsTheSectionOfAListWithoutSections() throws {
        var draft = Draft()
        draft.sections = [
            ("一、经济", [["1", "修路", "甲", "是"]]), ("二、民生", [["1", "办学", "丙", "是"]]),
        ]
        let before = try OfficialFile(draft.text).table
        var options = ApplyOptions()
        options.base = before
        for (objective, isThere) in [("修路", true), ("办学", false)] {
            var later = draft
            later.sections[1].rows = [["2", "建院", "丁", "是"]]
            let file = try OfficialFile(later.text)
            let back = TargetTable.make(
                columns: ["序号", "责任目标", "完成情况"],
                rows: [["1", objective, "更正"]]
            )
            let source = CorrectionSource(file: "back.csv", .table(back, .spreadsheet))
            let plan = ApplyPlan(official: file.table, sources: [source], options: options)
            #expect(plan.changes.map(\.new) == (isThere ? ["更正"] : []))
            #expect(plan.conflicts.map(\.cause) == (isThere ? [] : [.targetGone]))
        }
    }

    /// Where one section was renamed, and its target's texts were changed, the others' targets tell which
    /// it is; where that can't be told, the conflict says so.
    @Test func aTargetOfARenamedSectionIsToldByTheOthers() throws {
        var draft = Draft()
        draft.sections = [
            ("一、经济", [["1", "修路", "甲", "是"]]), ("二、民生", [["1", "办学", "丙", "是"]]),
        ]
        let before = try OfficialFile(draft.text).table
        draft.sections[0] = ("一、工业经济", [["1", "修公路", "甲乙", "否"]])
        let after = try OfficialFile(draft.text).table
        let diff = TableDiff(from: before, to: after)
        #expect(diff.diagnostics.all.isEmpty)
        #expect(diff.added.isEmpty && diff.removed.isEmpty)
        #expect(diff.changes.count == 4)
        var options = ApplyOptions()
        options.base = before
        let back = TargetTable.make(
            columns: ["序号", "责任目标", "完成情况", Column.section.label],
            rows: [["1", "修路", "更正", "一、经济"], ["1", "办学", "丙", "二、民生"]]
        )
        let source = CorrectionSource(file: "back.csv", .table(back, .spreadsheet))
        let plan = ApplyPlan(official: after, sources: [source], options: options)
        #expect(plan.conflicts.map(\.cause) == [.targetUnclear])
        #expect(plan.conflicts.first?.absence.english.contains("surely") == true)
    }

    /// The row of a target that the official table no longer has is about no target of its serial in
    /// another section.
    @Test(arguments: [true, false])
    func aTargetThatIsGoneIsNotAnotherSectionsTarget(keepsTexts: Bool) throws {
        var draft = Draft()
        draft.sections = [
            ("一、经济", [["1", "修路", "甲", "是"], ["2", "架桥", "乙", "是"]]),
            ("二、民生", [["1", "办学", "丙", "是"], ["2", "建院", "丁", "是"]]),
        ]
        let before = try OfficialFile(draft.text).table
        draft.sections[0].rows.removeLast()
        let file = try OfficialFile(draft.text)
        let kept = keepsTexts ? before.keepingTexts() : before.keepingDigests()
        var back = kept.withRows([1])
        back.replace(0, column: try #require(back.column(of: .progress)), with: "更正")
        let source = CorrectionSource(file: "back.xlsx", .table(back, .spreadsheet))
        let plan = ApplyPlan(official: file.table, sources: [source])
        #expect(plan.changes.isEmpty)
        #expect(plan.conflicts.map(\.cause) == [.targetGone])
    }
}
