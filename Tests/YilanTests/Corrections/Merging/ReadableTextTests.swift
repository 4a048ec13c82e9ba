import TargetModel
import Testing

@testable import Yilan

/// Tables as `git diff` shows them.
@Suite struct ReadableTextTests {
    @Test func aLineForEachCellThatSaysSomething() throws {
        let file = try OfficialFile(OfficialFile.small.replacing("修路", with: "\"修\n路\""))
        #expect(
            String(decoding: ReadableText.bytes(of: file.table), as: UTF8.self)
                == #"""
                某市人民政府2023年度责任目标完成情况一览表
                序号 | 市政府领导 | 责任目标内容 | 是否完成 | 备注 | 序号 | 市政府领导 | 责任目标内容 | 是否完成 | 备注
                注：截至12月底。

                1 市政府领导: 张三
                1 责任目标内容: 修\n路
                1 是否完成: 是

                2 市政府领导: 张三
                2 责任目标内容: 建桥
                2 是否完成: 是

                3 市政府领导: 李四
                3 责任目标内容: 种树
                3 是否完成: 否
                3 备注: 缺资金

                4 市政府领导: 李四
                4 是否完成: 是

                """#
        )
    }

    @Test func withoutItsLayoutATableHasItsTitle() throws {
        var table = try OfficialFile.smallFile().table
        table.layout = nil
        let text = String(decoding: ReadableText.bytes(of: table), as: UTF8.self)
        #expect(text.hasPrefix("某市人民政府2023年度责任目标完成情况一览表\n\n1 市政府领导: 张三\n"))
    }
}
