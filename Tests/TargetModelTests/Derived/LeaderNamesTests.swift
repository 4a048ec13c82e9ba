@testable import TargetModel
import Testing

/// The names of leaders in a text.
@Suite struct LeaderNamesTests {
    @Test(arguments: [
        ("市政协副主席 何平", ["何平"]), ("人大常委会副主任郑十", ["郑十"]), ("县人大主任:王二", ["王二"]),
        ("张县长", ["张县长"]), ("张县长、王二副县长", ["张县长", "王二"]), ("司马 光", ["司马光"]), ("欧 阳 修", ["欧阳", "修"]),
        ("张 伦 李四", ["张伦", "李四"]), ("待定", []), ("—", []), ("无", []), ("/", []), ("", []),
        ("副市长", ["副市长"]),
        ("副市长、市公安局局长王五", ["王五"]), ("公安局长王五", ["王五"]), ("副市长（挂职）张三", ["张三"]),
        ("副市长兼高新区管委会主任王五", ["王五"]), ("党工委副书记、管委会副主任张三", ["张三"]), ("张三 市公安局局长", ["张三"]),
        ("各位副市长", ["各位副市长"]), ("张三牵头，李四配合", ["张三", "李四"]),
        ("党委书记 赵刚", ["赵刚"]), ("镇长 钱进、副镇长孙立", ["钱进", "孙立"]), ("街道办事处主任李四", ["李四"]),
        ("市委常委、常务副市长张三", ["张三"]), ("市委副书记（分管）", ["市委副书记（分管）"]),
        ("赵 云副市长", ["赵云"]), ("市长王建国、刘 强 副市长", ["王建国", "刘强"]), ("张 海县长", ["张海"]),
        ("张三〔常务副市长〕", ["张三"]), ("李四［市委常委］", ["李四"]),
    ])
    func split(text: String, names: [String]) {
        #expect(LeaderNames.split(text) == names)
    }

    @Test(arguments: RowWords.nothing.sorted())
    func whatSaysNothingNamesNobodyAndNoUnit(word: String) {
        #expect(LeaderNames.split(word).isEmpty)
        #expect(UnitNames.split(word).isEmpty)
    }

    @Test(arguments: [
        ("张明 市长", true), ("市长 张明", false), ("欧阳 修远 县长", false), ("欧阳修远 县长", true), ("刘强副市长", true),
        ("刘 强 副县长", true), ("王海 县委书记", true),
        ("市长热线", false), ("第一书记", false), ("全面负责", false), ("市委书记", false), ("张明", false),
        ("各位副市长", false),
        ("市长 督办事项", false), ("一、张明 市长", false), ("市发改委 市长", false), ("张明 市长 李四 副市长", false),
    ])
    func aNameWithItsTitle(text: String, isOne: Bool) {
        #expect(LeaderNames.isTitledName(text) == isOne)
    }
}
