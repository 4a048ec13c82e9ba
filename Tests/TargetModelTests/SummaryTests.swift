import SourceText
import TargetModel
import TestSupport
import Testing

/// What tables come to.
@Suite struct SummaryTests {
    @Test("the sample: per leader, unit and deadline, in order of first appearance")
    func sample() throws {
        let table = try SampleTable.table()
        let summary = Summary(of: table)
        #expect(summary.counts.total == 60)
        #expect(summary.counts.onSchedule == 57)
        #expect(summary.counts.behind == 3)
        #expect(summary.counts.unstated == 0)
        #expect(summary.counts.rate == 0.95)
        #expect(serials(summary.counts.behindTargets, in: table) == ["161", "163", "171"])

        #expect(summary.leaders.map(\.name) == ["张鹏", "肖友华", "刘连栋"])
        #expect(summary.leaders.map(\.counts.total) == [6, 50, 4])
        #expect(summary.leaders.map(\.counts.behind) == [0, 3, 0])
        #expect(
            serials(summary.leaders[1].counts.behindTargets, in: table) == ["161", "163", "171"]
        )
        #expect(serials(summary.leaders[2].targets, in: table) == ["196", "197", "198", "199"])
        #expect(summary.leaders[0].deadlines.map(\.name) == ["年底", "11月底"])
        #expect(summary.leaders[0].deadlines.map(\.counts.total) == [4, 2])
        #expect(summary.leaders[0].units.map(\.name) == ["市文化和旅游局", "市民政局", "市残联"])
        #expect(summary.leaders[0].units.map(\.counts.total) == [2, 2, 2])

        #expect(summary.units.reduce(0) { $0 + $1.counts.total } == 85)
        #expect(summary.units.first?.name == "市文化和旅游局")
        #expect(summary.deadlines.map(\.name) == ["年底", "11月底", "9月底", "6月底", "长期坚持"])
        #expect(summary.deadlines.map(\.counts.total) == [55, 2, 1, 1, 1])
    }

    @Test("a name that is spread, and one with invisible characters, is one leader")
    func leadersBySpelling() {
        let table = TargetTable.make(
            columns: ["serial", "leader", "onSchedule"],
            rows: [
                ["1", "张 伦", "是"], ["2", "张伦", "否"], ["3", "张\u{3000}伦", ""],
                ["4", "张\u{200B}伦", "是"],
                ["5", "张鹏 刘连栋", "是"], ["6", "", "是"],
            ]
        )
        let summary = Summary(of: table)
        #expect(summary.leaders.map(\.name) == ["张伦", "张鹏", "刘连栋", ""])
        #expect(summary.leaders[0].targets == [0, 1, 2, 3])
        #expect(summary.leaders[0].counts.unstated == 1)
        #expect(summary.deadlines.isEmpty && summary.units.isEmpty)
        #expect(summary.leaders.allSatisfy { $0.deadlines.isEmpty && $0.units.isEmpty })
    }

    @Test("a target counts once for each of its units, those of joint columns included")
    func units() {
        let table = TargetTable.make(
            columns: ["serial", "leader", "onSchedule", "units", "配合单位"],
            rows: [
                ["1", "张鹏", "是", "市发改委", "市财政局、市科技局"],
                ["2", "张鹏", "否", "市发改委、市财政局", "市财政局"],
                ["3", "刘连栋", "是", "市财政局 市财政局", ""],
                ["4", "刘连栋", "是", "", ""],
            ]
        )
        let summary = Summary(of: table)
        #expect(summary.units.map(\.name) == ["市发改委", "市财政局", "市科技局"])
        #expect(summary.units.map(\.counts.total) == [2, 3, 1])
        #expect(summary.units.map(\.counts.behindTargets) == [[1], [1], []])
        #expect(summary.leaders[0].units.map(\.counts.total) == [2, 2, 1])
        #expect(summary.leaders[1].units.map(\.name) == ["市财政局"])
    }

    @Test("names that are equal only by Unicode's rules are counted apart")
    func canonicalEquivalence() {
        let table = TargetTable.make(
            columns: ["serial", "leader", "deadline", "units"],
            rows: [
                ["1", "\u{00E9}", "\u{00E9}", "\u{00E9}"],
                ["2", "e\u{0301}", "e\u{0301}", "e\u{0301}"],
            ]
        )
        let summary = Summary(of: table)
        #expect(summary.leaders.count == 2)
        #expect(summary.deadlines.count == 2)
        #expect(summary.units.count == 2)
    }

    @Test("no targets")
    func empty() {
        let summary = Summary(of: .make(rows: []))
        #expect(summary.counts == Counts())
        #expect(summary.counts.rate == nil)
        #expect(summary.leaders.isEmpty && summary.units.isEmpty && summary.deadlines.isEmpty)
    }

    @Test("the same counts as a naive reckoning", arguments: 1...20)
    func againstOracle(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = random.number(in: 0...300)
        let rows = (0..<count).map { Self.row($0, &random) }
        let columns = ["serial", "leader", "deadline", "onSchedule", "units", "配合单位"]
        let summary = Summary(of: .make(columns: columns, rows: rows))
        #expect(summary == Self.naive(rows), "seed \(seed)")
    }

    private static func row(_ number: Int, _ random: inout SplitMix64) -> [String] {
        var row = [String(number)]
        row.append(random.pick(["张鹏", "肖友华", "刘 栋", "刘栋", "", "领导\(number)"]))
        row.append(random.pick(["年底", "11月底", "", "\(number % 7)月"]))
        row.append(random.pick(["是", "否", "", "滞后", "基本完成", "√"]))
        row.append(random.pick(["甲局", "甲局 乙局", "", "丙局、甲局、丙局", "单位\(number % 50)"]))
        row.append(random.pick(["", "乙局", "丁局;甲局"]))
        return row
    }

    private static func naive(_ rows: [[String]]) -> Summary {
        var summary = Summary()
        func add(_ name: String, _ target: Int, _ value: Bool?, to groups: inout [GroupSummary]) {
            if !groups.contains(where: { $0.name == name }) {
                groups.append(GroupSummary(name: name))
            }
            for index in groups.indices where groups[index].name == name {
                groups[index].counts.add(target, value)
            }
        }
        for (target, row) in rows.enumerated() {
            let value = Status.value(of: row[3])
            let name = DerivedValues.leaderName(row[1])
            var units: [String] = []
            for unit in UnitNames.split(row[4]) + UnitNames.split(row[5])
            where !units.contains(unit) {
                units.append(unit)
            }
            summary.counts.add(target, value)
            var leader =
                summary.leaders.firstIndex { $0.name == name } ?? summary.leaders.count
            if leader == summary.leaders.count {
                summary.leaders.append(LeaderSummary(name: name))
                leader = summary.leaders.count - 1
            }
            summary.leaders[leader].counts.add(target, value)
            summary.leaders[leader].targets.append(target)
            add(row[2], target, value, to: &summary.deadlines)
            add(row[2], target, value, to: &summary.leaders[leader].deadlines)
            for unit in units {
                add(unit, target, value, to: &summary.units)
                add(unit, target, value, to: &summary.leaders[leader].units)
            }
        }
        return summary
    }

    private func serials(_ targets: [Int], in table: TargetTable) -> [String] {
        targets.map { table.string($0, .serial) }
    }

    /// Of several lists, one that has no column for the status has counts and no rate.
    @Test func aListThatStatesNothingHasNoRateBesideOthers() {
        var table = TargetTable.make(
            columns: ["serial", "leader", "onSchedule"],
            rows: [["1", "张三", ""], ["2", "张三", ""], ["3", "李四", "是"], ["4", "李四", ""]]
        )
        table.documents.append(table.documents[0])
        for target in 2...3 { table.origins[target].document = 1 }
        let summary = Summary(of: table)
        #expect(summary.leaders.map(\.counts.rate) == [nil, 0.5])
        #expect(summary.leaders.map(\.counts.unstated) == [2, 1])
        #expect(summary.counts.rate == 0.5)
        #expect(summary.counts.withoutStatus == 2)
        #expect(
            summary.sentence(serials: [], language: .chinese)
                == "共4项，其中2项所在的表未填报是否按计划完成，不计入完成率；其余2项中，按计划完成1项，占50.00%；"
                + "未注明是否按计划完成1项。"
        )
        #expect(
            summary.sentence(serials: [], language: .english)
                == "4 targets, 2 of them in lists that state no status and have no rate; of the other 2: "
                + "1 on schedule (50.00%); 1 not stated."
        )
    }

    /// A page whose header has no column for the status was never asked for it; a blank under one that
    /// has is not stated.
    @Test func aPageWithoutTheColumnHasNoRateBesideOthers() {
        var table = TargetTable.make(
            columns: ["serial", "leader", "onSchedule"],
            rows: [["1", "张三", ""], ["2", "张三", ""], ["3", "李四", "是"], ["4", "李四", ""]]
        )
        table.headerColumns = TargetTable.headerColumns([[[0, 1]], [[0, 1, 2]]])
        for target in 0...3 {
            table.origins[target] = Origin(line: target, page: target / 2 + 1, block: 1)
        }
        let lacking = LackingLists(table, .onSchedule)
        #expect((0...3).map(lacking.contains) == [true, true, false, false])
        #expect(lacking.firstTargets == [0])
        #expect(Summary(of: table).leaders.map(\.counts.rate) == [nil, 0.5])
        #expect(Summary(of: table.selecting([2, 0])).counts.rate == 1)
        table.headerColumns = []
        #expect(Summary(of: table).counts.rate == 0.25)
    }
}
