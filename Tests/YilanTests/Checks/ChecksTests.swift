import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing
import Yilan

/// What the checks find in a table.
func checked(_ table: TargetTable) -> [Diagnostic] {
    var findings = DiagnosticBag()
    Checks.run(on: table, reporting: &findings)
    return findings.all
}

@Suite struct ChecksTests {
    private static let title = "菏泽市人民政府2023年责任目标完成情况一览表"

    /// A table in which nothing is to be found, with some of its cells replaced.
    private func table(
        _ changes: [(target: Int, column: String, text: String)] = [],
        count: Int = 4,
        extra: [String] = [],
        title: String? = ChecksTests.title
    ) -> TargetTable {
        let columns = Field.allCases.map(\.key) + extra
        var rows = (0..<count).map { target in
            ["\(target + 140)", "张鹏", "修路\(target)", "年底", "已建成通车。", "是", "市教育局"]
                + extra.map { _ in "无" }
        }
        for change in changes {
            let column = columns.firstIndex(of: change.column) ?? 0
            rows[change.target][column] = change.text
        }
        return TargetTable.make(columns: columns, rows: rows, title: title)
    }

    @Test func aCleanTableHasNoFindings() {
        #expect(checked(table()) == [])
        #expect(checked(table(count: 1)) == [])
        #expect(checked(TargetTable.make(rows: [])) == [])
    }

    /// Each field that a table lacks is named; without objectives that is more than a note.
    @Test func fieldsThatATableLacksAreNamed() {
        let found = checked(TargetTable.make(columns: ["serial", "备注"], rows: [["1", ""]]))
        #expect(found.map(\.code) == Array(repeating: .missingField, count: 6))
        #expect(found.map(\.field) == Field.allCases.dropFirst().map(\.key))
        #expect(found.filter { $0.severity == .warning }.map(\.field) == ["objective"])
    }

    /// One cell is changed, and one thing is found there.
    @Test(arguments: [
        ("leader", "", "blank-cell"),
        ("objective", "", "blank-cell"),
        ("progress", "", "blank-cell"),
        ("units", "", "blank-cell"),
        ("deadline", "", "blank-deadline"),
        ("deadline", "待定", "unclear-deadline"),
        ("deadline", "2022年12月底", "early-deadline"),
        ("deadline", "2024年6月底", "later-deadline"),
        ("onSchedule", "", "blank-status"),
        ("onSchedule", "基本完成", "neutral-status"),
        ("onSchedule", "大概吧", "unclear-status"),
        ("onSchedule", "否", "contradicting-status"),
        ("leader", "张 鹏", "leader-variants"),
        ("leader", "张鹏副市长", "leader-variants"),
        ("leader", "副市长张鹏", "leader-variants"),
        ("units", "市教育体育局", ""),
        ("units", "菏泽市教育局", "unit-variants"),
        ("units", "教育局", "unit-variants"),
        ("objective", "修\u{200B}路", "invisible-character"),
        ("objective", "\u{FEFF}修路", "invisible-character"),
        ("objective", "修\u{202E}路", "invisible-character"),
        ("progress", "已建成\u{7}", "control-character"),
        ("progress", "已建成\u{85}", "control-character"),
        ("progress", "已\u{FFFD}成", "replacement-character"),
        ("progress", "已\u{E000}成", "private-character"),
        ("progress", "11⽉⽇", "radical-character"),
    ])
    func findsOneThing(column: String, text: String, code: String) {
        let progress = code == "contradicting-status" ? "已完成" : "已建成通车。"
        let cells = [(2, "progress", progress), (2, column, text)]
        let findings = checked(table(cells))
        guard !code.isEmpty else {
            #expect(findings == [])
            return
        }
        #expect(findings.map(\.code.rawValue) == [code])
        #expect(findings.first?.serial == "142")
        #expect(findings.first?.field == column)
        #expect(findings.first?.line == 4)
        #expect(findings.first?.page == 1)
        #expect(findings.first?.block == 1)
        #expect(findings.first?.severity != .error)
    }

    /// What could as well be meant is no finding.
    @Test(arguments: [
        ("deadline", "长期坚持"), ("deadline", "每季度"),
        ("onSchedule", "否"), ("onSchedule", "√"), ("onSchedule", "滞后"),
        ("progress", "未开工,按计划明年开工。"), ("progress", "未完成部分已移交"),
        ("leader", "张鹏 李明"), ("leader", "张朋"), ("leader", "市长"),
        ("units", "市教育局 市财政局"), ("units", "县教育局"), ("units", "牡丹区教育局"),
        ("units", "市教育和体育局"), ("units", "教育"), ("objective", "修路(一期),“十四五”"),
        ("objective", "上\n下"), ("serial", "143"),
    ])
    func findsNothing(column: String, text: String) {
        // What is built and behind is a finding of its own.
        let status = [(3, "progress", "正在加快建设。"), (3, column, text)]
        let cells = column == "onSchedule" ? status : [(3, column, text)]
        #expect(checked(table(cells)).map(\.code) == [])
    }

    @Test func placesAreThoseOfTheFile() throws {
        let text = """
            某市人民政府2023年一览表
            序号\t领导\t责任领导\t责任目标\t完成时限
            1\t甲\t张鹏\t修\u{200B}路\t年底
            2\t甲\t张鹏\t种树\t不知何时
            """
        var findings = DiagnosticBag()
        let table = try TSVReader().read(
            InputFile(name: "a/t.tsv", bytes: Array(text.utf8)),
            options: ReadingOptions(),
            reporting: &findings
        )
        Checks.run(on: table, reporting: &findings)
        let placed = findings.all.filter { $0.code != .missingField }
        #expect(placed.map(\.code) == [.unclearDeadline, .invisibleCharacter])
        #expect(placed.map(\.line) == [4, 3])
        #expect(placed.map(\.column) == [11, 9])
        #expect(placed.map(\.span) == [4, 1])
        #expect(findings.all.allSatisfy { $0.file == "t.tsv" })
    }

    /// Several cores share the targets; what is shown is what one would show, however many findings
    /// lie before it.
    @Test(arguments: 0..<2)
    func theFirstFindingsAreShownWhoeverFindsThem(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let mistakes: [(text: String, code: FindingCode)] = [
            ("已于13月25日竣工。", .impossibleDate), ("项目尚未开工", .contradictingStatus),
            ("服务覆盖率105%。", .impossibleShare), ("已完成，，已交付。", .doubledPunctuation),
        ]
        let count = 1_100
        let changes = (0..<count).compactMap { target -> (Int, String, String)? in
            // Nearly none among the first, so that later shares have to tell theirs.
            guard Int.random(in: 0..<count, using: &random) < target / 3 else { return nil }
            return (target, "progress", mistakes.randomElement(using: &random)?.text ?? "")
        }
        let found = checked(table(changes, count: count))
        for (text, code) in mistakes {
            let targets = changes.filter { $0.2 == text }.map(\.0)
            let shown = found.filter { $0.code == code }
            let serials = targets.prefix(20).map { "\($0 + 140)" }
            #expect(shown.compactMap(\.serial) == serials, "\(code), seed \(seed)")
            #expect(targets.count > 20)
            let more = "\(targets.count - 20) more findings of this kind"
            #expect(shown.last?.message.english == more, "\(code), seed \(seed)")
        }
    }

    @Test func manyFindingsOfAKindDoNotHideOthers() {
        let changes = (0..<150).map { ($0, "objective", "") } + [(3, "deadline", "待定")]
        let findings = checked(table(changes, count: 200))
        #expect(findings.count { $0.code == .blankCell } == 21)
        #expect(findings.count { $0.code == .unclearDeadline } == 1)
        let last = findings.last { $0.code == .blankCell }
        #expect(last?.serial == nil)
        #expect(last?.message.english.contains("130") == true)
    }

    // MARK: Serials

    @Test(arguments: [
        (["1", "2", "5"], ["3 to 4"]),
        (["1", "3", "2", "5"], ["serial 4 is"]),
        (["005", "７", "8"], ["serial 6 is"]),
        (["1", "2-1", "2-2", "3"], []),
        (["1", "(2)", "第3项", "4"], []),
        (["甲", "乙"], []),
        // An extract.
        (["3", "40", "77"], []),
        (["1"], []),
    ])
    func gaps(serials: [String], expected: [String]) {
        let table = TargetTable.make(columns: ["serial"], rows: serials.map { [$0] })
        let findings = checked(table).filter { ![.serialOrder, .missingField].contains($0.code) }
        #expect(findings.allSatisfy { $0.code == .serialGap && $0.severity == .note })
        #expect(findings.count == expected.count)
        for (finding, text) in zip(findings, expected) {
            #expect(finding.message.english.contains(text))
        }
    }

    @Test func gapsAreLookedForInEachDocument() {
        var table = TargetTable.make(columns: ["serial"], rows: [["1"], ["2"], ["8"], ["9"]])
        table.documents.append(Document(title: "另一份", file: "b.tsv"))
        table.origins[2].document = 1
        table.origins[3].document = 1
        #expect(checked(table).allSatisfy { $0.code == .missingField })
    }

    // MARK: Columns

    @Test(arguments: ["leader", "objective", "deadline", "progress", "units"])
    func aBlankColumnIsOneFinding(column: String) {
        let findings = checked(table((0..<4).map { ($0, column, "") }))
        #expect(findings.map(\.code) == [.blankColumn])
        #expect(findings.first?.field == column)
        #expect(findings.first?.serial == nil)
    }

    /// Of several inputs, one that lacks a column is told once, not row by row.
    @Test func anInputThatLacksAColumnIsOneFinding() {
        var table = table(
            (0..<3).flatMap { [($0, "onSchedule", ""), ($0, "deadline", "")] },
            count: 6
        )
        table.documents.append(table.documents[0])
        for target in 3..<6 { table.origins[target].document = 1 }
        let findings = checked(table)
        #expect(findings.map(\.code) == [.blankColumn, .blankStatus])
        #expect(findings.map(\.serial) == ["140", "140"])
    }

    /// A page without a column that another has is told once, as a lack and not as blank cells.
    @Test func aPageThatLacksAColumnIsOneFinding() throws {
        let text = """
            某市2023年民生实事完成情况表
            序号\t市政府领导\t实事项目\t完成时限\t完成情况\t是否完成\t责任单位
            1\t甲一\t新建书房10处\t年底\t建成11处\t是\t市文旅局
            表2
            序号\t市政府领导\t实事项目\t完成时限\t完成情况\t责任单位
            1\t甲一\t新建驿站20个\t年底\t开工5个\t市城管局
            2\t甲一\t新增充电桩\t年底\t在建\t市发改委
            """
        var findings = DiagnosticBag()
        let table = try TSVReader().read(
            InputFile(name: "t.tsv", bytes: Array(text.utf8)),
            options: ReadingOptions(),
            reporting: &findings
        )
        Checks.run(on: table, reporting: &findings)
        let found = findings.all.filter { $0.severity > .note || $0.code == .missingField }
        #expect(found.map(\.code) == [.missingField])
        #expect(found.map(\.line) == [6])
        #expect(
            found.first?.message.chinese == "“表2”的表中没有“是否按计划完成进度”一栏，其中各项不计入完成率"
        )
        #expect(Summary(of: table).counts.rate == 1)
    }

    @Test func aBlankStatusColumnIsOneFinding() {
        let findings = checked(table((0..<4).map { ($0, "onSchedule", "") }))
        #expect(findings.map(\.code) == [.blankStatus])
    }

    @Test func delaysWantAReason() {
        let behind = [
            (1, "onSchedule", "否"), (1, "progress", "正在加快建设。"), (1, "存在的问题", ""),
            (2, "存在的问题", ""),
        ]
        let findings = checked(table(behind, extra: ["存在的问题"]))
        #expect(findings.map(\.code) == [.unexplainedDelay])
        #expect(findings.first?.serial == "141")
        #expect(findings.first?.field == "存在的问题")
        let explained = checked(table(behind, extra: ["存在的问题", "滞后原因"]))
        #expect(explained == [])
    }

    @Test func equalTextsAreReportedOnce() {
        let findings = checked(
            table([(0, "deadline", "待定"), (1, "deadline", "待定"), (3, "deadline", "另行通知")])
        )
        #expect(findings.map(\.code) == [.unclearDeadline, .unclearDeadline])
        #expect(findings.map(\.serial) == ["140", "143"])
        #expect(findings[0].message.english.contains("2 times"))
    }

    /// 暂无 under a leader and under a unit is no name that stands in the wrong column.
    @Test(arguments: ["无", "暂无", "–", "/"])
    func whatNamesNobodyIsNotSwapped(word: String) {
        let findings = checked(
            table([(0, "leader", word), (1, "units", word), (2, "progress", word)])
        )
        #expect(!findings.contains { $0.code == .swappedCells })
        #expect(findings.contains { $0.serial == "141" && $0.field == "units" })
    }
}
