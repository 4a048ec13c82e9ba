import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Texts that stand twice where each target should have its own.
@Suite struct CopiedTextsTests {
    @Test(arguments: [
        (Field.objective, "开工建设单县至郓城段", "开工建设单县至郓城段", ["repeated-objective"]),
        (
            Field.progress, "已纳入《山东省综合立体交通网规划纲要(2023—2035年)》",
            "已纳入《山东省综合立体交通网规划纲要(2023—2035年)》", ["repeated-progress"]
        ),
        (Field.progress, "城镇新增就业3.26万人", "城镇新增就业3.26万人", ["repeated-progress"]),
        (Field.progress, "已完成", "已完成", []),
        (Field.progress, "覆盖率达到100%", "覆盖率达到100%", []),
        (Field.objective, "开工建设单县至郓城段", "开工建设单县至曹县段", []),
    ])
    func copies(field: Field, first: String, second: String, expected: [String]) {
        #expect(codesFound([(1, field, first), (2, field, second)]) == expected)
    }

    /// Rows under one serial share its objective.
    @Test func rowsOfOneSerialShareTheirObjective() {
        let objective = "开工建设单县至郓城段"
        let rows: [(Int, Field, String)] = [
            (1, .serial, "7/1"), (2, .serial, "7/2"), (1, .objective, objective),
            (2, .objective, objective),
        ]
        #expect(!codesFound(rows).contains("repeated-objective"))
    }

    /// Another government may well set itself the same; what it reports is its own.
    @Test(arguments: [
        ("曹县人民政府2023年责任目标完成情况一览表", ["repeated-progress"]),
        ("菏泽市人民政府2022年责任目标完成情况一览表", ["repeated-progress"]),
        (CellCase.title, ["repeated-objective", "repeated-progress"]),
    ])
    func listsOfSeveralFiles(title: String, expected: [String]) throws {
        let parts = [(CellCase.title, "1"), (title, "2")].map { title, serial in
            let row = [serial, "张鹏", "新改建农村公路1000公里", "年底", "新改建农村公路1016公里", "是", "财政局"]
            return NamedTable(
                name: "\(serial).tsv",
                table: TargetTable.make(
                    columns: Field.allCases.map(\.key),
                    rows: [row],
                    title: title
                )
            )
        }
        var findings = DiagnosticBag()
        let table = try #require(TableMerging(parts).table(reporting: &findings))
        #expect(Set(checked(table).map(\.code.rawValue)) == Set(expected))
    }

    @Test(arguments: [
        ("新改建农村公路1000公里", "新改建农村公路1000公里", ["progress-repeats-objective"]),
        ("新改建农村公路1000公里", "已新改建农村公路1000公里", []),
    ])
    func repetitions(objective: String, progress: String, expected: [String]) {
        #expect(codesFound([(2, .objective, objective), (2, .progress, progress)]) == expected)
    }
}
