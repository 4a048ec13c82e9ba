internal import ArgumentParser
internal import Yilan

/// How much is read of an input that may have no end.
struct InputLimit: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "The most bytes that an input may have, such as 512M; at most 2G.",
            zh: "单个输入文件的最大字节数，例如 512M；最多 2G。",
            value: "size"
        )
    )
    var maxInputSize = Self.default

    /// As much as a table's text may have: what has more can't be read anyway.
    static let `default` = ByteCount(bytes: InputFile.longestText + 1)

    /// Refuses what no table can hold.
    func validate() throws {
        guard maxInputSize.bytes > Self.default.bytes else { return }
        throw ValidationError(
            Wording(
                en: "--max-input-size takes at most 2G",
                zh: "--max-input-size 最多为 2G"
            ).spoken
        )
    }
}
