import SourceText
import TargetModel
import TestSupport
import Testing

/// What is derived from the cells of a table.
@Suite struct DerivedValuesTests {
    @Test(
        "the name that a leader is counted under",
        arguments: [
            ("张鹏", "张鹏"), ("张 伦", "张伦"), ("张\u{3000}伦", "张伦"), ("张  伦", "张伦"), ("张\u{00A0}伦", "张伦"),
            ("张\u{200B}伦", "张伦"), ("\u{FEFF}张伦\u{200D}", "张伦"), ("张\n伦", "张伦"), ("肖友华", "肖友华"),
            ("肖\u{200B}友华", "肖友华"), ("𠮷 野", "𠮷野"),
            // Not a spread name of two characters.
            ("肖 友 华", "肖 友 华"), ("张鹏 刘连栋", "张鹏 刘连栋"), ("张鹏、刘连栋", "张鹏、刘连栋"), ("A B", "A B"),
            ("张、伦", "张、伦"), ("阿不都·热合曼", "阿不都·热合曼"), ("", ""), ("张", "张"), (" ", " "),
            ("e\u{0301}", "e\u{0301}"),
        ]
    )
    func leaderNames(text: String, name: String) {
        #expect(Array(DerivedValues.leaderName(text).utf8) == Array(name.utf8))
    }

    @Test("each kind of value, and again from memory")
    func values() {
        let table = TargetTable.make(
            columns: ["serial", "leader", "deadline", "onSchedule", "units"],
            rows: [
                ["1", "张鹏", "11月底", "是", "市残联"],
                ["2", "张鹏", "长期坚持", "基本完成", "市公安局 市大数据局"],
                ["3", "张鹏", "11月底", "否", "市残联"],
                ["4"],
            ],
            title: "菏泽市人民政府2024年度责任目标完成情况一览表"
        )
        var values = DerivedValues(table)
        for _ in 1...2 {
            #expect(values.deadline(of: 0).date?.iso == "2024-11-30")
            #expect(values.deadline(of: 1).kind == .ongoing)
            #expect(values.deadline(of: 2).date?.iso == "2024-11-30")
            #expect(values.deadline(of: 3).kind == .none)
            #expect((0..<4).map { values.onSchedule(of: $0) } == [true, nil, false, nil])
            #expect(values.units(of: 1) == ["市公安局", "市大数据局"])
            #expect(values.units(of: 3) == [])
        }
    }

    @Test(
        "units of other columns join those that lead",
        arguments: [
            (["牵头单位", "责任单位"], ["甲局", "乙局"]), (["责任单位", "牵头单位"], ["乙局", "甲局"]),
            (["责任单位", "配合单位"], ["甲局", "乙局"]), (["责任单位", "责任人"], ["甲局"]),
        ]
    )
    func joiningUnits(labels: [String], names: [String]) {
        let leads = labels.contains("牵头单位")
        let field = leads ? labels.firstIndex(of: "牵头单位") : 0
        var text = TextStore()
        let cells = TextRanges(["1", "甲局", "乙局"].map { text.add($0) })
        let table = TargetTable(
            documents: [Document()],
            columns: [Column(.serial, label: "序号")]
                + labels.indices.map { Column($0 == field ? .units : nil, label: labels[$0]) },
            text: text,
            cells: cells,
            origins: [Origin(line: 2)]
        )
        var values = DerivedValues(table)
        #expect(values.units(of: 0) == names)
    }

    @Test("deadlines without a year are of their own document's year")
    func severalDocuments() {
        var table = TargetTable.make(
            columns: ["serial", "deadline"],
            rows: [["1", "年底"], ["2", "年底"], ["3", "年底"]],
            title: "市政府2023年责任目标"
        )
        table.documents.append(Document(year: 2024))
        table.documents.append(Document())
        table.origins = [Origin(document: 0), Origin(document: 1), Origin(document: 2)]
        var values = DerivedValues(table)
        #expect(
            (0..<3).map { values.deadline(of: $0).date?.iso } == ["2023-12-31", "2024-12-31", nil]
        )
        #expect(values.deadline(of: 2).kind == .unknown)
    }

    @Test("leading units stand before those of columns for joint units")
    func jointUnits() {
        let table = TargetTable.make(
            columns: ["序号", "配合单位", "牵头单位", "协办单位"],
            rows: [
                ["1", "市财政局、市发改委", "市发改委", "市财政局 市科技局"],
                ["2", "", "市发改委", ""],
                ["3", "市民政局", "", "市民政局"],
            ]
        )
        var values = DerivedValues(table)
        #expect(values.units(of: 0) == ["市发改委", "市财政局", "市科技局"])
        #expect(values.units(of: 1) == ["市发改委"])
        #expect(values.units(of: 2) == ["市民政局"])
    }

    @Test("a table without these columns")
    func missingColumns() {
        var values = DerivedValues(.make(columns: ["serial"], rows: [["1"]]))
        #expect(values.deadline(of: 0) == Deadline("", year: nil))
        #expect(values.onSchedule(of: 0) == nil)
        #expect(values.units(of: 0).isEmpty)
    }

    @Test("the sample: 57 yes, 3 no, every deadline understood")
    func sample() throws {
        let table = try SampleTable.table()
        var values = DerivedValues(table)
        let statuses = (0..<table.count).map { values.onSchedule(of: $0) }
        #expect(statuses.count { $0 == true } == 57)
        #expect(statuses.count { $0 == false } == 3)
        let dates = (0..<table.count).map {
            values.deadline(of: $0).date?.iso ?? values.deadline(of: $0).kind.rawValue
        }
        #expect(dates.count { $0 == "2023-12-31" } == 55)
        #expect(dates.count { $0 == "2023-11-30" } == 2)
        #expect(dates.count { $0 == "2023-09-30" } == 1)
        #expect(dates.count { $0 == "2023-06-30" } == 1)
        #expect(dates.count { $0 == "ongoing" } == 1)
    }

    /// What is read of all targets at once, share by share, is what each says; more targets than one
    /// core reads at a time.
    @Test func readAllAtOnce() {
        let leaders = ["张鹏", "刘连栋", ""]
        let dates = ["年底", "11月底", "6月底", "x"]
        let statuses = ["是", "否", "基本完成"]
        let units = ["市残联", "市民政局 市残联"]
        let rows = (0..<20_000).map { (row: Int) -> [String] in
            let status = statuses[row % 11 % 3]
            let leader = leaders[row % 7 % 3]
            return [String(row), leader, dates[row / 9000], status, units[row / 3 % 2]]
        }
        let table = TargetTable.make(
            columns: ["serial", "leader", "deadline", "onSchedule", "units"],
            rows: rows,
            title: "菏泽市人民政府2024年度责任目标完成情况一览表"
        )
        var (each, all) = (DerivedValues(table), DerivedValues(table))
        all.readAll()
        for target in 0..<table.count {
            #expect(all.deadline(of: target) == each.deadline(of: target))
            #expect(all.onSchedule(of: target) == each.onSchedule(of: target))
            #expect(all.units(of: target) == each.units(of: target))
        }
        for (column, values) in [(1, leaders), (2, dates)] {
            guard let texts = all.texts(ofColumn: column) else {
                Issue.record("no texts of column \(column)")
                continue
            }
            for occurrence in texts.all {
                let same = rows.indices.filter {
                    rows[$0][column] == table.text.string(occurrence.range)
                }
                #expect(same.first == occurrence.first)
                #expect(same.count == occurrence.count)
                #expect(
                    same.allSatisfy { texts.all[Int(texts.numbers[$0])].first == occurrence.first }
                )
            }
            #expect(texts.all.count <= values.count)
        }
    }
}
