internal import ArgumentParser
internal import Yilan

/// Which findings `check` reports, as it is told on the command line.
struct FindingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "Leave out findings of these codes, separated by commas.",
            zh: "不报告这些代码的问题，多个代码用逗号分隔。",
            value: "code"
        )
    )
    var ignore: [String] = []
    @Option(
        help: ArgumentHelp(
            en: "Report findings of these codes only, separated by commas.",
            zh: "只报告这些代码的问题，多个代码用逗号分隔。",
            value: "code"
        )
    )
    var only: [String] = []
    @Option(
        help: ArgumentHelp(
            en: "File with findings that are accepted; they are counted and not shown.",
            zh: "已认可问题的清单文件，其中的问题只计数、不列出。",
            value: "file"
        ),
        completion: .file()
    )
    var baseline: String?
    @Flag(
        help: ArgumentHelp(
            en: "Accept what is found now: write it to the file of --baseline.",
            zh: "认可当前发现的所有问题，写入 --baseline 指定的文件。"
        )
    )
    var updateBaseline = false

    /// Refuses what has no sense.
    func validate() throws {
        if updateBaseline, baseline == nil {
            throw ValidationError(
                Wording(
                    en: "--update-baseline needs --baseline FILE",
                    zh: "--update-baseline 须与 --baseline 文件 同时使用"
                ).spoken
            )
        }
    }

    /// What was chosen.
    var selection: FindingSelection {
        FindingSelection(
            ignore: ignore,
            only: only,
            baseline: baseline,
            updatesBaseline: updateBaseline
        )
    }
}
