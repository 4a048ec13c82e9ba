internal import ArgumentParser
internal import Yilan

/// Options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "Language of messages and of what yilan itself writes; messages follow the "
                + "locale where this isn't given, workbooks are Chinese.",
            zh: "提示信息及工作簿中固定文字的语言；不指定时，提示信息随系统语言，工作簿用中文。",
            value: "zh|en"
        )
    )
    var language: Language?

    @Option(
        help: ArgumentHelp(
            en: "How findings are printed on standard error: text, or one JSON object a line.",
            zh: "标准错误上的诊断信息用文字，还是每行一个 JSON 对象。",
            value: "text|json"
        )
    )
    var diagnostics: DiagnosticsFormat = .text

    @Flag(
        name: .shortAndLong,
        help: ArgumentHelp(en: "Show no progress and no receipt.", zh: "不显示进度和回执。")
    )
    var quiet = false
}
