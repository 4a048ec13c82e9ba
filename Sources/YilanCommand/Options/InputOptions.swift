internal import ArgumentParser
internal import Yilan

/// Which files are read, and how.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            en: "Files to read; several become one table. - is standard input.",
            zh: "要读取的文件；多个文件合成一张表。- 表示标准输入。",
            value: "input"
        ),
        completion: .file()
    )
    var given: [GivenPaths]

    @OptionGroup var reading: ReadingArguments

    /// The paths of the files.
    var inputs: [String] { given.paths }
}

/// How files are read.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "Format of the inputs; otherwise the file's extension tells, and standard input "
                + "is tsv.",
            zh: "输入文件的格式；不指定时由扩展名决定，标准输入按 tsv 读取。",
            value: "format"
        )
    )
    var from: FormatName?

    @Option(
        help: ArgumentHelp(
            en: "Encoding of the inputs where it should not be detected; utf-8 also leaves the "
                + "byte-order mark out of CSV that is written.",
            zh: "输入文件的编码，不指定时自动识别；utf-8 同时使写出的 CSV 不带 BOM。",
            value: "encoding"
        )
    )
    var encoding: EncodingName?

    @Option(
        help: ArgumentHelp(
            en: "How many blocks stand side by side: in the header of the inputs, and in an "
                + "official layout that is written anew.",
            zh: "并列的区块数：既用于识别输入文件的表头，也用于重新排版写出的官方版式。",
            value: "number"
        )
    )
    var blocks: Int?

    @Option(
        help: ArgumentHelp(
            en: "What a column means, where its label is unusual: 'LABEL=objective', or its number "
                + "where it has none: '5=objective'. Fields: \(list: StatedMeaning.fields, ", ").",
            zh: "栏目名称比较特殊时说明其含义，例如 '栏目名称=objective'；没有名称的栏目用第几栏表示：'5=objective'。可用字段："
                + "\(list: StatedMeaning.fields, "、")。",
            value: "label=field"
        )
    )
    var column: [StatedMeaning] = []

    @Option(
        help: ArgumentHelp(
            en: "The year of the targets, where the title names none or another one.",
            zh: "目标所属年份；标题没有写明或写的是别的年份时使用。",
            value: "year"
        )
    )
    var year: Int?

    @Option(
        help: ArgumentHelp(
            en: "The most that one entry of a workbook may unpack to, such as 512M or 2G.",
            zh: "工作簿中单个部件解压后的最大字节数，例如 512M、2G。",
            value: "size"
        )
    )
    var maxEntrySize = ReadingChoices.usualEntrySize
    @Option(help: InputLimit.help) var maxInputSize = InputLimit.default

    /// Refuses what no table has.
    func validate() throws {
        try InputLimit.check(maxInputSize)
        if let year, !(1900...2100).contains(year) {
            throw ValidationError(
                Wording(
                    en: "--year takes a year from 1900 to 2100",
                    zh: "--year 的值应为 1900 到 2100"
                ).spoken
            )
        }
        if let blocks, !(1...64).contains(blocks) {
            throw ValidationError(
                Wording(
                    en: "--blocks takes a number from 1 to 64",
                    zh: "--blocks 的值应为 1 到 64"
                ).spoken
            )
        }
    }

    /// What was chosen.
    var choices: ReadingChoices {
        ReadingChoices(
            from: from,
            encoding: encoding,
            blocks: blocks,
            column: column,
            year: year,
            maxEntrySize: maxEntrySize,
            maxInputSize: maxInputSize
        )
    }
}

extension StatedMeaning {
    /// The keys of the fields, for help.
    static var fields: [String] { Field.allCases.map(\.key) }
}
