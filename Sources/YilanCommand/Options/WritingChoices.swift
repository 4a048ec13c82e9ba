internal import Yilan

/// Where the output goes, and how it is written, as `WritingArguments` describes it to the parser.
struct WritingChoices {
    var output: String?
    var to: OutputFormatName?
    var outputEncoding: EncodingName?
    var headers = WritingOptions.Headers.labels
    var splitBy: SplitKey?
    var with: [Additions] = []

    /// What is listed beside the table: all that was asked for, at once or one by one.
    var additions: Additions { Additions(with) }

    /// What is to be made.
    ///
    /// - Throws: `CommandFailure` where the options don't go together.
    func plan() throws(CommandFailure) -> OutputPlan {
        let plan = try OutputPlan(
            destination: output.map(Destination.init) ?? .standardOutput,
            format: to?.format,
            split: splitBy
        )
        try additions.check(plan)
        try outputEncoding?.check(plan)
        return plan
    }

    /// The options for writers; workbooks are Chinese whatever the locale, so that the same
    /// command gives the same bytes everywhere.
    func options(language: Language?) -> WritingOptions {
        var options = WritingOptions()
        options.language = language ?? .chinese
        options.headers = headers
        options.encoding = outputEncoding?.encoding
        options.hasIndicators = additions.contains(.indicators)
        return options
    }
}
