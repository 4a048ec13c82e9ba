import Foundation
import SourceText
import SpreadsheetML
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// Changes, conflicts and whole targets as people and programs read them.
@Suite struct ChangeReportTests {
    private func report() throws -> ChangeReport {
        let old = try OfficialFile.smallFile()
        let new = TargetTable.make(
            columns: ["序号", "市政府领导", "责任目标内容", "是否完成", "备注"],
            rows: [
                ["2", "张三", "建|桥<甲>", "是", ""], ["1", "张三", "修路", "否", ""],
                ["4", "李四", "", "是", ""], ["5", "王五", "挖\u{1B}[31m渠", "", "a*b"],
            ]
        )
        return ChangeReport(TableDiff(from: old.table, to: new), old: "old.tsv", new: "new.csv")
    }

    private func conflicts() throws -> ChangeReport {
        let before = try OfficialFile.smallFile()
        let official = try OfficialFile(OfficialFile.small.replacing("修路", with: "修公路"))
        var table = before.table.keepingTexts()
        table.replace(0, column: 2, with: "修铁路")
        let plan = ApplyPlan(
            official: official.table,
            sources: [CorrectionSource(file: "back.xlsx", .table(table, .spreadsheet))]
        )
        return ChangeReport(plan)
    }

    @Test func textMarksTheChangedCharacters() throws {
        #expect(
            try report().text(.init(language: .english))
                == """
                1 是否完成 (old.tsv:3:9 ← new.csv:3)
                    [-是-]{+否+}
                2 责任目标内容 (old.tsv:4:6 ← new.csv:2)
                    建{+|+}桥{+<甲>+}
                + 5 王五 挖␛[31m渠 a*b
                - 3 李四 种树 否 缺资金
                2 cells of 2 targets changed, 1 target added, 1 target removed.

                """
        )
        let coloured = try report().text(.init(language: .chinese, usesColour: true))
        #expect(coloured.contains("\n\u{1B}[31;9m- 3 李四 种树 否 缺资金\u{1B}[0m\n"))
        #expect(coloured.contains("    \u{1B}[31;9m是\u{1B}[0m\u{1B}[32m否\u{1B}[0m\n"))
        #expect(coloured.hasSuffix("改动 2 项目标的 2 格，新增 1 项目标，减少 1 项目标。\n"))
    }

    @Test func longTextsAreShownAroundTheirChanges() {
        let long = "一二三四五六七八九十"
        let diff = TableDiff(
            from: .make(
                columns: ["序号", "责任目标"],
                rows: [["1", long + "甲" + long + long + "甲" + long]]
            ),
            to: .make(
                columns: ["序号", "责任目标"],
                rows: [["1", long + "乙" + long + long + "乙" + long]]
            )
        )
        let report = ChangeReport(diff, old: "", new: "")
        #expect(
            report.text(.init(language: .english, context: 3)).contains(
                "\n    …八九十[-甲-]{+乙+}一二三…八九十[-甲-]{+乙+}一二三…\n"
            )
        )
        #expect(report.text(.init(language: .english, context: nil)).contains(long + "[-甲-]"))
    }

    @Test func conflictsAreShownWithAllThreeTexts() throws {
        #expect(
            try conflicts().text(.init(language: .english))
                == """
                CONFLICT 1 责任目标内容 (official.tsv:2): the official table has changed since
                    Official now: 修公路
                    Old text: 修路
                    New text: 修铁路 (back.xlsx:2)
                1 conflict.

                """
                .replacing("tsv:2", with: "tsv:3").replacing("xlsx:2", with: "xlsx:3")
        )
    }

    @Test(arguments: [ApplyPlan.Conflict.Resolution.open, .kept, .taken])
    func reportsSayWhatBecameOfAConflict(resolution: ApplyPlan.Conflict.Resolution) throws {
        var report = try conflicts()
        report.conflicts[0].resolution = resolution
        let kind = resolution == .open ? "conflict" : "conflict-" + resolution.rawValue
        #expect(String(decoding: report.csv(), as: UTF8.self).contains(",\(kind)\r\n"))
        let json = String(decoding: report.json(), as: UTF8.self)
        #expect(json.contains("\"resolution\": \"\(resolution.rawValue)\""))
        #expect(report.markdown(.english).contains("| \(resolution.wording.english) |"))
    }

    @Test func nothingIsShownOfNothing() throws {
        let table = try OfficialFile.smallFile().table
        let report = ChangeReport(TableDiff(from: table, to: table), old: "a", new: "b")
        #expect(report.isEmpty)
        #expect(report.text(.init(language: .english)).isEmpty)
        #expect(report.markdown(.english) == "No differences.\n")
        #expect(report.markdown(.chinese) == "没有差异。\n")
    }

    @Test func aPlaceIsThatOfTheCellWhateverItsLabelLooksLike() throws {
        func table(_ text: String) throws -> TargetTable {
            var findings = DiagnosticBag()
            let file = InputFile(name: "t.tsv", bytes: Array(text.utf8))
            return try TSVReader().read(file, options: ReadingOptions(), reporting: &findings)
        }
        let diff = TableDiff(
            from: try table("序号\t责任目标\t备注\n1\t修路\t甲\n"),
            to: try table("序号\t备 注\t责任目标\n1\t乙\t修路\n")
        )
        let changes = ChangeReport(diff, old: "old.tsv", new: "new.tsv").changes
        #expect(changes.map(\.place.column) == [6])
        #expect(changes.flatMap(\.sources).map(\.column) == [3])
    }

    @Test func markdownHasATableInWhichNothingIsMarkup() throws {
        #expect(
            try report().markdown(.chinese, title: "更正")
                == #"""
                # 更正

                | 序号 | 栏目 | 原文 | 新文 | 位置 |
                | --- | --- | --- | --- | --- |
                | 1 | 是否完成 | <del>是</del> | <ins>否</ins> | old.tsv:3:9 ← new.csv:3 |
                | 2 | 责任目标内容 | 建桥 | 建<ins>\|</ins>桥<ins>&lt;甲&gt;</ins> | old.tsv:4:6 ← new.csv:2 |

                ## 新增

                | 序号 | 市政府领导 | 责任目标内容 | 是否完成 | 备注 |
                | --- | --- | --- | --- | --- |
                | 5 | 王五 | 挖␛\[31m渠 |  | a\*b |

                ## 减少

                | 序号 | 市政府领导 | 责任目标内容 | 是否完成 | 备注 |
                | --- | --- | --- | --- | --- |
                | 3 | 李四 | 种树 | 否 | 缺资金 |

                """#
        )
        #expect(try conflicts().markdown(.english).contains("| 1 | 责任目标内容 | 修路 | 修铁路 | 修公路 |"))
    }

    @Test func jsonIsTheFormOfCorrections() throws {
        let text = String(decoding: try report().json(), as: UTF8.self)
        #expect(
            text
                == #"""
                {
                  "format": "yilan-corrections/1",
                  "corrections": [
                    {"serial": 1, "field": "onSchedule", "old": "是", "new": "否"},
                    {"serial": 2, "field": "objective", "old": "建桥", "new": "建|桥<甲>"}
                  ],
                  "added": [
                    {"serial": 5, "leader": "王五", "objective": "挖\u001b[31m渠", "onSchedule": "", "extra": {"备注": "a*b"}}
                  ],
                  "removed": [
                    {"serial": 3, "leader": "李四", "objective": "种树", "onSchedule": "否", "extra": {"备注": "缺资金"}}
                  ]
                }

                """#
        )
        let only = try conflicts().json(places: true)
        #expect(String(decoding: only, as: UTF8.self).contains("\"cause\": \"official-changed\""))
    }

    @Test func csvHasARowForEachCell() throws {
        let text = String(decoding: try report().csv(), as: UTF8.self)
        #expect(
            text.unicodeScalars.elementsEqual(
                """
                \u{FEFF}serial,field,old,new,official,place,source,kind\r
                1,onSchedule,是,否,,old.tsv:3:9,new.csv:3,changed\r
                2,objective,建桥,建|桥<甲>,,old.tsv:4:6,new.csv:2,changed\r
                5,serial,,5,,,new.csv:5,added\r
                5,leader,,王五,,,new.csv:5,added\r
                5,objective,,挖\u{1B}[31m渠,,,new.csv:5,added\r
                5,备注,,a*b,,,new.csv:5,added\r
                3,serial,3,,,old.tsv:3:12,,removed\r
                3,leader,李四,,,old.tsv:3:12,,removed\r
                3,objective,种树,,,old.tsv:3:12,,removed\r
                3,onSchedule,否,,,old.tsv:3:12,,removed\r
                3,备注,缺资金,,,old.tsv:3:12,,removed\r

                """.unicodeScalars
            )
        )
        let conflict = String(decoding: try conflicts().csv(), as: UTF8.self)
        #expect(
            conflict.contains("1,objective,修路,修铁路,修公路,official.tsv:3,back.xlsx:3,conflict")
        )
    }

    /// Serials, statuses, figures, units, words, and last what nobody means.
    @Test func whatIsRiskiestComesFirst() {
        func risk(_ column: Column, _ old: String, _ new: String) -> ChangeRisk {
            let change = ChangeReport.Change(
                serial: "1",
                column: column,
                old: old,
                new: new,
                place: Place(),
                sources: [],
                isCosmetic: TextComparison.spreadsheet.agree(old, new)
            )
            return ChangeRisk(change, TextDiff(from: old, to: new).pieces)
        }
        func column(_ field: Field) -> Column { Column(field, label: field.label) }
        #expect(risk(column(.serial), "145", "245") == .serial)
        #expect(risk(column(.onSchedule), "是", "否") == .status)
        #expect(risk(column(.progress), "完成80%", "完成90%") == .figures)
        #expect(risk(column(.progress), "完成３户", "完成五户") == .figures)
        #expect(risk(column(.deadline), "6月底", "年底") == .deadline)
        #expect(risk(column(.progress), "完成80%", "") == .emptied)
        #expect(risk(column(.progress), "已开工", "已开工,将进一步加快") == .text)
        #expect(risk(column(.units), "市住建局", "市民政局") == .units)
        #expect(risk(column(.progress), "已完成80%", "基本完成80%") == .text)
        #expect(risk(Column(nil, label: "备注"), "", "待补") == .text)
        #expect(risk(column(.progress), "甲\u{200B}乙", "甲乙") == .cosmetic)
        #expect(ChangeRisk.allCases.sorted() == ChangeRisk.allCases)
    }

    @Test func aWorkbookHasTheChangesTheTargetsAndTheConflicts() throws {
        var report = try report()
        report.conflicts = try conflicts().conflicts
        let folder = try TemporaryFolder()
        func written(_ name: String) throws -> URL {
            let scratch = folder.url.appending(path: name)
            try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
            let file = folder.url.appending(path: name + ".xlsx")
            try report.writeWorkbook(
                toFileAt: file.path,
                temporaryFolder: ScratchSpace(at: scratch.path),
                created: 1_700_000_000,
                language: .chinese
            )
            return file
        }
        let file = try written("one")
        #expect(try Data(contentsOf: written("two")) == Data(contentsOf: file))
        let archive = try ZIPArchive(path: file.path)
        var workbook = try Workbook(archive)
        #expect(workbook.sheets.map(\.name) == ["更正清单", "新增", "减少", "冲突"])
        // Serials are numbers, so that they sort as numbers.
        for number in 1...4 {
            // A title and the files stand above the changes.
            let first = number == 1 ? 4 : 2
            let name = "xl/worksheets/sheet\(number).xml"
            var reader = try archive.open(try #require(archive.entries.first { $0.name == name }))
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            let count = try reader.read(into: &piece)
            let xml = String(decoding: piece[..<count], as: UTF8.self)
            #expect(try xml.contains(Regex("<c r=\"A\(first)\" s=\"\\d+\"><v>\\d</v>")))
        }
        var rows: [[String]] = []
        for sheet in workbook.sheets {
            let cells = try workbook.cells(of: sheet, in: archive)
            for row in 1..<cells.rowCount {
                rows.append(
                    (0..<cells.cellCount(row: row)).map { cells.string(row: row, cell: $0) }
                )
            }
        }
        #expect(
            rows == [
                ["原文：old.tsv；新文：new.csv"],
                ["序号", "领导", "栏目", "涉及", "原文", "新文", "位置", "来源"],
                ["1", "张三", "是否完成", "是否完成", "是", "否", "old.tsv:3:9", "new.csv:3"],
                ["2", "张三", "责任目标内容", "文字", "建桥", "建|桥<甲>", "old.tsv:4:6", "new.csv:2"],
                ["5", "王五", "挖\u{1B}[31m渠", "", "a*b"], ["3", "李四", "种树", "否", "缺资金"],
                ["1", "责任目标内容", "修路", "修铁路", "修公路", "back.xlsx:3", "待定"],
            ]
        )
    }
}
