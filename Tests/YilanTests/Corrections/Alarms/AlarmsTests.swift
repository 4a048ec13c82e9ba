import SourceText
import TargetFormats
import TargetModel
import TestSupport
import Testing

@testable import Yilan

/// What people should look at before it is written.
@Suite struct AlarmsTests {
    /// A list of twenty targets: serials 1 to 20.
    private static func official(_ count: Int = 20) throws -> OfficialFile {
        let rows = (1...count).map { number in
            "\(number)\t张三\t修路\(number)公里\t\(number % 3 == 0 ? "年底" : "6月底")\t已修\(number)公里\t"
                + (number % 4 == 0 ? "" : "是") + "\t市交通局"
        }
        return try OfficialFile(
            "某市人民政府2023年度责任目标完成情况一览表\n序号\t市政府领导\t责任目标内容\t完成时限\t完成情况\t"
                + "是否按计划完成进度\t责任单位\n" + rows.joined(separator: "\n") + "\n"
        )
    }

    private func plan(
        _ edits: [(target: Int, field: Field, text: String)],
        keepsTexts: Bool = true,
        of official: OfficialFile? = nil
    ) throws -> ApplyPlan {
        let official = try official ?? Self.official()
        var file = official
        if keepsTexts { file.table = official.table.keepingTexts() }
        return ApplyPlan(
            official: official.table,
            sources: [
                CorrectionSource(file: "back.xlsx", .table(try file.edited(edits), .spreadsheet))
            ]
        )
    }

    private func codes(_ plan: ApplyPlan, _ severity: Severity = .warning) -> [String] {
        plan.diagnostics.all.filter { $0.severity == severity }.map(\.code.rawValue)
    }

    /// Whoever sorts or pastes some cells gives targets what others did; one text may be meant for two.
    @Test func textsThatChangedPlacesAreTold() throws {
        func moved(_ pairs: [(Int, Int)]) throws -> [String] {
            let edits = pairs.map { target, from in
                (target, Field.progress, "已修\(from + 1)公里，沿线绿化同步完成")
            }
            let text = try OfficialFile(
                "序号\t责任目标内容\t完成情况\n"
                    + (1...6).map { "\($0)\t修路\t已修\($0)公里，沿线绿化同步完成\n" }.joined()
            )
            return codes(try plan(edits, of: text))
        }
        #expect(try moved([(0, 3), (3, 0)]).contains("moved-texts"))
        #expect(try moved([(0, 2), (2, 4), (4, 0)]).contains("moved-texts"))
        #expect(try !moved([(0, 3)]).contains("moved-texts"))
        #expect(try !moved([(0, 7), (1, 8)]).contains("moved-texts"))
    }

    @Test func aBaseOfAnotherTableIsRefused() throws {
        let official = try Self.official()
        let other = try OfficialFile(
            "某市人民政府2022年度责任目标完成情况一览表\n序号\t责任目标内容\t完成情况\n1\t修路\t已修\n"
        )
        var options = ApplyOptions()
        options.base = other.table
        let source = CorrectionSource(file: "back.csv", .table(official.table, .spreadsheet))
        let plan = ApplyPlan(official: official.table, sources: [source], options: options)
        #expect(codes(plan, .error) == ["other-table"])
    }

    @Test(arguments: [
        (Field.progress, "", "emptied-cell"), (.progress, " \t", "emptied-cell"),
        (.serial, "245", "changed-serial"), (.onSchedule, "maybe", "unclear-status"),
        (.onSchedule, "基本完成", "unclear-status"), (.deadline, "2023年2月30日", "unclear-deadline"),
        (.deadline, "改天", "unclear-deadline"), (.progress, "NaN", "missing-value-word"),
        (.units, "None", "missing-value-word"), (.onSchedule, "nan", "missing-value-word"),
        (.progress, "已修\u{200B}9公里", "invisible-character"),
        (.progress, "已修\u{E123}公里", "private-character"),
        (.progress, "已修\u{F0001}公里", "private-character"),
    ])
    func isTold(field: Field, text: String, code: String) throws {
        let plan = try plan([(4, field, text)])
        #expect(codes(plan) == [code])
        let finding = try #require(plan.diagnostics.all.first { $0.severity == .warning })
        #expect(finding.file == "back.xlsx")
        #expect(finding.line == 7)
        #expect(finding.serial == "5")
        #expect(finding.field == field.key)
        #expect(plan.isWritable)
        #expect(plan.changes.count == 1)
    }

    @Test(arguments: [
        (4, Field.progress, "已修6公里"), (4, .onSchedule, "否"), (3, .onSchedule, "黄灯"),
        (4, .deadline, "2023年11月30日"), (4, .deadline, "长期坚持"), (4, .progress, "楠(NaN)"),
    ])
    func isNothingToTell(target: Int, field: Field, text: String) throws {
        #expect(try codes(plan([(target, field, text)])).isEmpty)
    }

    @Test func aBlankCellThatAProgramFilledStaysBlank() throws {
        let plan = try plan([(3, .onSchedule, "nan"), (4, .onSchedule, "否")])
        #expect(codes(plan) == ["missing-value-word"])
        #expect(plan.changes.map(\.new) == ["否"])
        #expect(plan.leftAlone[.missingValueWord] == 1)
    }

    @Test(arguments: [(10, false), (11, true)])
    func manyChangesAreTold(count: Int, isTold: Bool) throws {
        let edits = (0..<count).map { (target: $0, field: Field.progress, text: "改\($0)") }
        let plan = try plan(edits)
        #expect(codes(plan).contains("many-changes") == isTold)
        let large = try self.plan(edits, of: Self.official(60))
        // A fifth of all, too.
        #expect(!codes(large).contains("many-changes"))
        if isTold {
            let finding = try #require(plan.diagnostics.all.first { $0.code == .manyChanges })
            #expect(finding.message.english.contains("11"))
            #expect(finding.line == 3)
        }
    }

    @Test func alarmsOfOneKindAreNoFlood() throws {
        let plan = try plan((0..<15).map { ($0, .units, "") })
        let emptied = plan.diagnostics.all.filter { $0.code == .emptiedCell }
        #expect(emptied.count == 10)
        #expect(emptied.last?.message.chinese.contains("另有 5 格") == true)
    }

    // MARK: Shifted cells

    @Test(arguments: [1, -1, 2])
    func aColumnThatMovedIsRefused(distance: Int) throws {
        let official = try Self.official()
        let texts = (0..<20).map { official.table.string($0, .progress) }
        let edits = (3..<18).map { target in
            (target: target, field: Field.progress, text: texts[target + distance])
        }
        for keepsTexts in [true, false] {
            let plan = try plan(edits, keepsTexts: keepsTexts)
            #expect(codes(plan, .error) == ["shifted-cells"])
            let finding = try #require(plan.diagnostics.all.first { $0.severity == .error })
            #expect(finding.message.english.contains("15 cells"))
            #expect(finding.field == "progress")
            #expect(!plan.isWritable)
        }
    }

    /// A cell was deleted or inserted in a row.
    @Test(arguments: [true, false])
    func aRowThatMovedIsRefused(toTheLeft: Bool) throws {
        let official = try Self.official()
        let texts = Field.allCases.map { official.table.string(6, $0) }
        let edits = (2..<6).map { column in
            (
                target: 6, field: Field.allCases[toTheLeft ? column : column + 1],
                text: texts[toTheLeft ? column + 1 : column]
            )
        }
        for keepsTexts in [true, false] {
            let plan = try plan(edits, keepsTexts: keepsTexts)
            #expect(codes(plan, .error) == ["shifted-cells"])
            let finding = try #require(plan.diagnostics.all.first { $0.severity == .error })
            #expect(finding.message.english.contains(toTheLeft ? "to the left" : "to the right"))
            #expect(finding.line == 9)
            #expect(!plan.isWritable)
        }
    }

    @Test func aTextOfAnotherColumnIsTold() throws {
        let moved = try plan([(4, .progress, "市交通局"), (4, .units, "已修5公里")])
        #expect(codes(moved) == ["moved-texts", "moved-texts"])
        #expect(moved.isWritable)
        #expect(try codes(plan([(4, .progress, "市交通局已办")])).isEmpty)
    }

    @Test func anObjectiveOfAnotherTargetIsTold() throws {
        let text = try OfficialFile(
            "序号\t责任目标内容\t完成情况\n1\t修建城市道路十公里\t已修\n2\t新建学校三所和幼儿园\t已建\n"
        )
        #expect(try codes(plan([(0, .objective, "新建学校三所和幼儿园")], of: text)) == ["moved-texts"])
        #expect(try codes(plan([(0, .objective, "修建城市道路百公里")], of: text)).isEmpty)
    }

    /// 是 and 否 say what the next row said by chance.
    @Test func fewTextsAreNoShift() throws {
        let official = try Self.official()
        let texts = (0..<20).map { official.table.string($0, .onSchedule) }
        let edits = (0..<19).map { target in
            (target: target, field: Field.onSchedule, text: texts[target + 1])
        }
        #expect(try codes(plan(edits), .error).isEmpty)
    }

    // MARK: What isn't known or wanted

    @Test func aFileWithoutBaseIsNotedWithTheCount() throws {
        let edits: [(Int, Field, String)] = [(1, .progress, "改"), (2, .progress, "改")]
        let plan = try plan(edits, keepsTexts: false)
        let note = try #require(plan.diagnostics.all.first { $0.code == .unknownBase })
        #expect(note.severity == .note)
        #expect(note.message.english.contains("2 cells"))
        #expect(note.line == 4)
        #expect(try !self.plan(edits).diagnostics.all.map(\.code).contains(.unknownBase))
        #expect(try self.plan([], keepsTexts: false).diagnostics.all.isEmpty)
    }

    @Test(arguments: [["progress"], ["完成情况"], ["progress", "deadline"]])
    func otherColumnsAreLeftOut(only: [String]) throws {
        let official = try Self.official()
        let table = try OfficialFile(official.input.bytes)
            .edited([(1, .progress, "改"), (2, .onSchedule, "否"), (3, .units, "")])
        var options = ApplyOptions()
        options.onlyFields = only
        let plan = ApplyPlan(
            official: official.table,
            sources: [CorrectionSource(file: "back.csv", .table(table, .spreadsheet))],
            options: options
        )
        #expect(plan.changes.map(\.column.key) == ["progress"])
        #expect(plan.leftAlone[.otherColumn] == 2)
        #expect(codes(plan, .note).contains("other-columns"))
        #expect(codes(plan).isEmpty)
        options.onlyFields = only + ["备忘"]
        let unknown = ApplyPlan(official: official.table, sources: [], options: options)
        #expect(codes(unknown, .error) == ["unknown-field"])
    }
}
