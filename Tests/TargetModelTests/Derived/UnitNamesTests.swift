import TargetModel
import TestSupport
import Testing

/// The names of units in a text.
@Suite struct UnitNamesTests {
    /// A text and the names in it.
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var names: [String]

        init(_ text: String, _ names: [String]) {
            self.text = text
            self.names = names
        }

        var testDescription: String { text }
    }

    @Test(
        "every separator",
        arguments: [
            " ", "\u{3000}", "\u{00A0}", "\t", "\n", "\r\n", "\r", "、", ",", "，", ";", "；", "/",
            "／",
            "\u{2003}", ", ", "、\n", " 、 ", ";;", " / ",
        ]
    )
    func separators(separator: String) {
        let text = ["市公安局", "市大数据局", "定陶区人民政府"].joined(separator: separator)
        #expect(UnitNames.split(text) == ["市公安局", "市大数据局", "定陶区人民政府"])
        #expect(UnitNames.split(separator + text + separator).count == 3)
    }

    @Test(
        "numbers, signs and words between names are no part of them",
        arguments: [
            Case("1.市甲局2.市乙局", ["市甲局", "市乙局"]), Case("1、市甲局2、市乙局", ["市甲局", "市乙局"]),
            Case("①市甲局②市乙局", ["市甲局", "市乙局"]), Case("1.市甲局；2.市乙局 市丙局", ["市甲局", "市乙局", "市丙局"]),
            Case("1)市甲局2)市乙局", ["市甲局", "市乙局"]), Case("1. 市甲局\n2. 市乙局", ["市甲局", "市乙局"]),
            Case("省道328线指挥部、220国道办", ["省道328线指挥部", "220国道办"]), Case("2.市乙局", ["市乙局"]),
            Case("市发改委和市工信局", ["市发改委", "市工信局"]), Case("市住建局会同市财政局", ["市住建局", "市财政局"]),
            Case("市教育局、市民政局与各县区政府", ["市教育局", "市民政局", "各县区政府"]),
            Case("自治区财政厅、各盟、市、旗政府", ["自治区财政厅", "各盟、市、旗政府"]),
            Case("市文化和旅游局", ["市文化和旅游局"]), Case("市委和谐办", ["市委和谐办"]),
            Case("市人力资源和社会保障局", ["市人力资源和社会保障局"]), Case("市委和市政府相关工作", ["市委和市政府相关工作"]),
            Case("*市民政局,★市残联", ["市民政局", "市残联"]), Case("市应急局（主）、市消防支队（配）", ["市应急局", "市消防支队"]),
        ]
    )
    func listsAndJoints(item: Case) {
        #expect(UnitNames.split(item.text) == item.names)
    }

    @Test(
        "never inside brackets",
        arguments: [
            Case("各县(市、区)政府(管委会)", ["各县(市、区)政府(管委会)"]),
            Case("各县（市、区）政府（管委会）", ["各县（市、区）政府（管委会）"]),
            Case("各县(市、区）政府", ["各县(市、区）政府"]),
            Case("市住建局、各县(市、区)政府 市城管局", ["市住建局", "各县(市、区)政府", "市城管局"]),
            Case("甲(乙(丙、丁),戊)己、庚", ["甲(乙(丙、丁),戊)己", "庚"]),
            Case("甲[乙 丙]、【丁、戊】己", ["甲[乙 丙]", "【丁、戊】己"]),
            Case("甲〔2023、2024〕乙;丙", ["甲〔2023、2024〕乙", "丙"]),
            Case("甲（乙\n丙）\n丁", ["甲（乙\n丙）", "丁"]),
            Case("《甲、乙》丙、丁", ["《甲、乙》丙", "丁"]),
            Case("甲(乙[丙、丁)戊、己", ["甲(乙[丙、丁)戊", "己"]),
        ]
    )
    func brackets(item: Case) {
        #expect(UnitNames.split(item.text) == item.names)
    }

    @Test(
        "a bracket without its partner is a character like any other",
        arguments: [
            Case("各县(市、区政府 市财政局", ["各县(市", "区政府", "市财政局"]),
            Case("甲、区)政府 市财政局", ["甲", "区)政府", "市财政局"]),
            Case("甲)、乙(丙、丁)", ["甲)", "乙(丙、丁)"]),
            Case("(甲、乙(丙、丁)", ["(甲", "乙(丙、丁)"]),
            Case("甲(乙、丙]丁", ["甲(乙", "丙]丁"]),
            Case("((((", ["(((("]),
            Case("))、((", ["))", "(("]),
        ]
    )
    func unbalanced(item: Case) {
        #expect(UnitNames.split(item.text) == item.names)
    }

    @Test(
        "marks beside a name are no part of it",
        arguments: [
            Case("市交通运输局牵头", ["市交通运输局"]),
            Case("市甲局,市乙局按职责分工负责", ["市甲局", "市乙局"]),
            Case("市有关部门、各县区政府按职责分工负责", ["市有关部门", "各县区政府"]),
            Case("市甲局、市乙局等部门", ["市甲局", "市乙局"]),
            Case("市甲局（主办）市乙局（会办）", ["市甲局", "市乙局"]),
            Case("①市甲局②市乙局", ["市甲局", "市乙局"]),
            Case("1.市甲局;2.市乙局", ["市甲局", "市乙局"]),
            Case("—", []), Case("无", []),
            Case("市交通运输局牵头,市财政局、市民政局配合", ["市交通运输局", "市财政局", "市民政局"]),
            Case("牵头:市发改委", ["市发改委"]),
            Case("牵头：市发改委；配合：市财政局、市科技局", ["市发改委", "市财政局", "市科技局"]),
            Case("牵头单位:市发改委 配合单位:市财政局", ["市发改委", "市财政局"]),
            Case("市发改委(牵头)、市财政局(配合)", ["市发改委", "市财政局"]),
            Case("市发改委（牵头单位）", ["市发改委"]),
            Case("(牵头)市发改委 【配合】市财政局", ["市发改委", "市财政局"]),
            Case("市发改委 牵头", ["市发改委"]),
            Case("牵头: 市发改委", ["市发改委"]),
            Case("市发改委负责", ["市发改委"]),
            Case("市发改委牵头负责", ["市发改委"]),
            Case("市公安局等", ["市公安局"]),
            Case("市公安局、市民政局等", ["市公安局", "市民政局"]),
            Case("市公安局 等", ["市公安局"]),
            Case("市发改委等(牵头)", ["市发改委"]),
            Case("市发改委（牵头） 市发改委", ["市发改委"]),
            Case("责任单位:市审计局", ["市审计局"]),
            Case("牵头", []),
            Case("(牵头)", []),
            Case("等", []),
            Case("市\u{200B}财政局、市财政局", ["市财政局"]),
        ]
    )
    func marks(item: Case) {
        #expect(UnitNames.split(item.text) == item.names)
    }

    @Test(
        "otherwise a name is never rewritten",
        arguments: [
            "市政府配合办", "市交通运输局(市公路局)", "牵头办", "等待办", "市负责人协会", "菏泽鲁西新区管委会", "市发改委:",
            "市卫生健康委员会", "“双零”办", "市政府办(牵头督办科)", "市发改委配合组", "A+B公司",
            "市委政法委", "中国人民银行菏泽市分行", "e\u{0301}局", "市发改委·价格科", "𠮷林局", "责任单位", "市直各部门",
        ]
    )
    func keptAsItIs(name: String) {
        let names = UnitNames.split(name)
        #expect(names.count == 1)
        #expect(names.first.map { Array($0.utf8) } == Array(name.utf8))
    }

    @Test(
        "no empty names, and no name twice",
        arguments: [
            Case("", []), Case(" ", []), Case("、,;/", []), Case("\u{200B}", []),
            Case("\u{3000}\n", []),
            Case("甲、甲", ["甲"]), Case("甲 乙 甲", ["甲", "乙"]), Case("甲、\u{200B}、乙", ["甲", "乙"]),
            // Equal by Unicode's rules, yet not the same characters.
            Case("\u{00E9}局 e\u{0301}局", ["\u{00E9}局", "e\u{0301}局"]),
        ]
    )
    func noEmptyNames(item: Case) {
        #expect(
            UnitNames.split(item.text).map { Array($0.utf8) } == item.names.map { Array($0.utf8) }
        )
    }

    @Test("the sample names 85 units")
    func sample() throws {
        let names = try SampleTable.rows().map { UnitNames.split($0[6]) }
        #expect(names.reduce(0) { $0 + $1.count } == 85)
        #expect(names.allSatisfy { !$0.isEmpty })
        #expect(names[36] == ["市住房城乡建设局", "菏泽鲁西新区管委会"])
    }

    @Test(
        "a name that the end of a page cut",
        arguments: [
            ("县", "交通局", true), ("县交", "通局", true), ("市水利", "局", true), ("市发展和", "改革委", true),
            ("市发展", "和改革委", true), ("市住房和城乡", "建设局", true), ("各县(市、", "区)政府", true),
            ("市甲局、市农业", "农村局", true), ("市教育局", "市财政局", false), ("市教育局、", "市财政局", false),
            ("市委", "组织部", false), ("市城投", "市住建局", false), ("市公安局", "交警支队", false),
            ("各县(市、区)政府(管委会)", "国网供电公司", false),
        ]
    )
    func cutNames(text: String, piece: String, isCut: Bool) {
        #expect(UnitNames.isCut(text, before: piece) == isCut)
    }
}
