import SourceText
import TestSupport
import Testing

@testable import YilanCommand

@Suite struct ParserMessageTests {
    /// What the parser really says, so that a release of it that says something else is noticed.
    @Test(arguments: [
        (["check"], "缺少 <输入文件> ..."),
        (["a", "--to"], "--to <格式> 缺少值"),
        (["a", "--outptu", "b"], "没有选项 --outptu，是不是 --output？"),
        (["a", "-x"], "没有选项 -x"),
        (["a", "--quiet=1"], "选项 --quiet 不带值，但给出了 1"),
        (["formats", "a"], "多余的参数 a"),
        (["formats", "a", "b"], "有 2 个多余的参数：a、b"),
        (["a", "--headers", "x"], "--headers <labels|keys> 的值不能是 x，应为 labels、keys 之一"),
        (["a", "--blocks", "x"], "--blocks <数目> 的值不能是 x"),
        (["apply", "a", "--to", "b", "--only", " ,"], "--only 没有写明任何栏目"),
    ])
    func isKnownInChinese(arguments: [String], chinese: String) throws {
        let folder = try WorkFolder()
        let run = try YilanProgram.run(arguments, in: folder, environment: ["LANG": "zh_CN"])
        #expect(run.status == 64)
        #expect(run.errorText.hasPrefix("yilan: 错误: \(chinese) [usage]\n"), "\(run.errorText)")
    }

    @Test func whatIsNotKnownIsShownAsItIs() {
        let wording = ParserMessage.wording(of: "Something new")
        #expect(wording.english == "something new")
        #expect(wording.chinese == "something new")
    }
}
