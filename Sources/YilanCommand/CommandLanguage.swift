internal import ArgumentParser
internal import Yilan

/// The language that the command line speaks.
///
/// Help is made while the command line is being declared, that is, before any option is parsed.
/// So the language is found first, by looking for `--language` among the arguments and then at
/// the locale, and holds for everything that is said in the run.
enum CommandLanguage {
    /// The language of this run.
    @TaskLocal static var current = Language.english

    /// The language that `--language` names, else the locale's.
    ///
    /// A wrong value is passed over here; parsing reports it.
    static func chosen(by arguments: [String], in environment: Environment) -> Language {
        RawArguments(arguments).value(of: "--language").flatMap(Language.init(rawValue:))
            ?? environment.language
    }
}

extension ArgumentHelp {
    /// Makes help that is shown in the language of this run.
    ///
    /// `value` is what stands for the option's value in usage lines. A command that is parsed alone
    /// gets no help (see `RootCommand.commandAlone(in:)`): making it was 2 % of the instructions of
    /// converting 60 targets.
    init(
        en english: @autoclosure () -> Phrase,
        zh chinese: @autoclosure () -> Phrase,
        value: String? = nil
    ) {
        guard !RootCommand.isPassedOver else {
            self.init(stringLiteral: "")
            return
        }
        let text = Wording(en: english(), zh: chinese())
        self.init(
            stringLiteral: text[CommandLanguage.current]
        )
        valueName = value.map { CommandLanguage.current == .chinese ? Self.chinese(of: $0) : $0 }
    }

    /// What stands in Chinese for an option's value; words that are typed as they stand stay.
    private static func chinese(of value: String) -> String {
        placeholders[value] ?? value
    }

    private static let placeholders = [
        "input": "输入文件", "output": "输出文件", "file": "文件", "format": "格式", "encoding": "编码",
        "number": "数目", "size": "大小", "label=field": "栏目名称=字段", "year": "年度", "code": "代码",
        "serial": "序号", "field,...": "栏目,...", "old.tsv": "旧表.tsv", "new.tsv": "新表.tsv",
        "official.tsv": "官方表格.tsv", "corrections": "更正文件", "report": "报告文件", "old": "旧表",
        "new": "新表", "subject": "内容", "base": "共同祖先", "ours": "本方文件", "theirs": "对方文件",
        "marker-size": "标记长度", "path": "路径",
    ]
}

extension Wording {
    /// The text in the language of this run.
    var spoken: String { self[CommandLanguage.current] }
}
