internal import Yilan

/// How files are read, as `ReadingArguments` describes it to the parser.
struct ReadingChoices {
    var from: FormatName?
    var encoding: EncodingName?
    var blocks: Int?
    var column: [StatedMeaning] = []
    var year: Int?
    var maxEntrySize = usualEntrySize
    var maxInputSize = InputLimit.default

    static let usualEntrySize = ByteCount(bytes: 1 << 30)

    /// The options for readers; `keepsLayout` says whether the layout is wanted, too.
    func options(keepsLayout: Bool) -> ReadingOptions {
        var options = ReadingOptions()
        options.encoding = encoding?.encoding
        options.blocks = blocks
        options.year = year
        options.maximumEntrySize = maxEntrySize.bytes
        options.keepsLayout = keepsLayout
        for meaning in column {
            options.setMeaning(meaning.field, ofColumn: meaning.label)
        }
        return options
    }

    /// The format of an input.
    ///
    /// - Throws: `CommandFailure` where the file's name doesn't tell.
    func format(ofInput path: String) throws(CommandFailure) -> TargetFormat {
        if let from { return from.format }
        // What is piped in is the official table, unless its bytes tell another format.
        if path == "-" { return .tsv }
        if let format = TargetFormat.ofInput(named: path) { return format }
        return try .expected(ofFile: path, among: TargetFormat.all, option: "--from")
    }

    /// A file to be read in the format that its name told, or, where that tells little, in the one
    /// that its content tells.
    func input(_ file: InputFile, as format: TargetFormat) -> TableReading.Input {
        guard from == nil else { return TableReading.Input(file, as: format) }
        let found = format.resolved(for: file, options: options(keepsLayout: false))
        return TableReading.Input(file, as: found)
    }
}
