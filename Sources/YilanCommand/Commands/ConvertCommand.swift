internal import ArgumentParser
internal import Yilan

/// `yilan convert`: reads tables in one format and writes them in another.
struct ConvertCommand: Command {
    // It may be left out.
    static let name = "convert"

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            command: name,
            abstract: Wording(
                en: "Convert tables between formats.",
                zh: "在各种格式之间转换表格。"
            ),
            discussion: Wording(
                en: "Without -o, text goes to standard output, as csv unless --to says otherwise. "
                    + "With -o FOLDER/, csv becomes a data package, and xlsx with --split-by "
                    + "leader a workbook for each leader. Nothing is written where an input has "
                    + "an error.",
                zh: "不指定 -o 时，文本写到标准输出，默认为 csv。-o 文件夹/ 时，csv 写成数据包，"
                    + "xlsx 加 --split-by leader 则每位领导一个工作簿。输入有错误时不写出任何文件。"
            )
        )
    }

    @OptionGroup var input: InputOptions
    @OptionGroup var writing: WritingArguments
    @OptionGroup var common: CommonOptions

    static func job(_ arguments: PlainArguments) -> (any Job)? {
        Conversion(inputs: arguments.inputs, writing: WritingChoices(output: arguments.output))
    }

    /// What the options ask for.
    var conversion: Conversion {
        Conversion(
            inputs: input.inputs,
            reading: input.reading.choices,
            writing: writing.choices,
            language: common.language,
            isQuiet: common.quiet
        )
    }

    func run(in session: Session) throws -> ExitStatus { try conversion.run(in: session) }
}
