import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Leaders who are written in several ways, with a look-alike, or amid another's targets.
@Suite struct LeadersTests {
    /// The codes that a list of leaders has, one a target.
    private func codes(_ leaders: [String]) -> [String] {
        let rows = leaders.enumerated().map { number, leader in
            [
                "\(number + 1)", leader, "推进第\(number)项工作", "年底", "已办结\(number)件", "是", "市教育局",
            ]
        }
        return checked(
            TargetTable.make(
                columns: Field.allCases.map(\.key),
                rows: rows,
                title: CellCase.title
            )
        ).map(\.code.rawValue)
    }

    @Test(arguments: [
        (["肖友华", "肖友华", "肖有华", "肖友华", "肖友华"], ["similar-leader"]),
        (["肖友华", "肖友华", "肖友", "肖友华", "肖友华"], ["similar-leader"]),
        (
            ["张鹏", "张鹏", "肖友华", "肖友华", "张鹏", "肖友华", "肖友华", "肖友华"],
            ["misplaced-leader"]
        ),
        (["张 鹏", "张鹏", "张鹏", "李明"], ["leader-variants"]),
        (["张鹏", "张鹏", "张鹏副市长", "李明"], ["leader-variants"]),
    ])
    func isFound(leaders: [String], expected: [String]) {
        #expect(codes(leaders) == expected)
    }

    @Test(arguments: [
        ["张鹏", "张鹏", "张朋", "张朋"], ["张鹏", "李明", "张鹏", "李明", "张鹏"],
        ["张鹏 李明", "张鹏", "李明"], ["市长", "市长", "张鹏"],
    ])
    func staysSilent(leaders: [String]) {
        #expect(codes(leaders) == [])
    }
}
