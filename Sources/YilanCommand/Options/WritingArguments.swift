internal import ArgumentParser
internal import Yilan

/// Where the output goes, and how it is written.
struct WritingArguments: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "File or folder to write; - is standard output.",
            zh: "要写出的文件或文件夹；- 表示标准输出。",
            value: "output"
        ),
        completion: .file()
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            en: "Format of the output; otherwise the file's extension tells.",
            zh: "输出的格式；不指定时由扩展名决定。",
            value: "format"
        )
    )
    var to: OutputFormatName?

    @Option(
        help: ArgumentHelp(
            en: "Encoding of csv, and of tsv that is written.",
            zh: "写出的 csv 或 tsv 的编码。",
            value: "encoding"
        )
    )
    var outputEncoding: EncodingName?

    @Option(
        help: ArgumentHelp(
            en: "What the header of csv has: the labels of the source, or the keys of the json.",
            zh: "csv 表头用原表的栏目名称（labels），还是 json 的键名（keys）。",
            value: "labels|keys"
        )
    )
    var headers = WritingOptions.Headers.labels

    @Option(
        help: ArgumentHelp(
            en: "Write a file for each leader, into the folder that -o names.",
            zh: "每位领导写一个文件，放在 -o 指定的文件夹里；值也可写作“领导”。",
            value: "leader"
        )
    )
    var splitBy: SplitKey?

    @Option(
        help: ArgumentHelp(
            en:
                "List beside the table, in xlsx and json, what check finds and the figures that were "
                + "promised and reached; several are separated by commas.",
            zh: "在 xlsx 和 json 中另附核对结果（checks）、量化指标（indicators）；多项用逗号分隔。",
            value: "checks,indicators"
        )
    )
    var with: [Additions] = []

    /// What was chosen.
    var choices: WritingChoices {
        WritingChoices(
            output: output,
            to: to,
            outputEncoding: outputEncoding,
            headers: headers,
            splitBy: splitBy,
            with: with
        )
    }
}
