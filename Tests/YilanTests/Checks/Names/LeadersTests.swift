import SourceText
import TargetModel
import TestSupport
import Testing
import Yilan

/// Leaders who are written in several ways, with a look-alike, or amid another's targets.
@Suite struct LeadersTests {
    @Test(arguments: [
        (["肖友华", "肖友华", "肖有华", "肖友华", "肖友华"], ["similar-leader"]),
        (["肖友华", "肖友华", "肖友", "肖友华", "肖友华"], ["similar-leader"]),
        (
            ["张鹏", "张鹏", "肖友华", "肖友华", "张鹏", "肖友华", "肖友华", "肖友华"],
            ["misplaced-leader"]
        ),
        (["张鹏", "张鹏", "刘连东", "刘连栋", "刘连栋", "刘连栋"], ["similar-leader"]),
        (["刘连栋", "刘连栋", "刘连栋", "刘连东"], []),
        (["刘连栋", "刘连栋", "刘连栋", "刘连栋", "刘连东"], ["similar-leader"]),
        (["张 鹏", "张鹏", "张鹏", "李明"], ["leader-variants"]),
        (["张鹏", "张鹏", "张鹏副市长", "李明"], ["leader-variants"]),
    ])
    func isFound(leaders: [String], expected: [String]) {
        #expect(codesFound(in: .leader, of: leaders) == expected)
    }

    @Test(arguments: [
        ["张鹏", "张鹏", "张朋", "张朋"], ["张鹏", "李明", "张鹏", "李明", "张鹏"],
        ["张鹏 李明", "张鹏", "李明"], ["市长", "市长", "张鹏"],
        // Two of them may well be two people.
        ["王建军", "王建军", "王建国", "王建国", "王建国"], ["王建军", "王建国", "王建国", "李明", "李明"],
    ])
    func staysSilent(leaders: [String]) {
        #expect(codesFound(in: .leader, of: leaders) == [])
    }
}
