internal import ArgumentParser
internal import Yilan

/// How much is read of an input that may have no end: the option `--max-input-size`.
///
/// It is no group of options by itself: each takes the parser as long as three options do.
enum InputLimit {
    /// What help says of the option.
    static var help: ArgumentHelp {
        ArgumentHelp(
            en: "The most bytes that an input may have, such as 512M; at most 2G.",
            zh: "单个输入文件的最大字节数，例如 512M；最多 2G。",
            value: "size"
        )
    }

    /// As much as a table's text may have: what has more can't be read anyway.
    static let `default` = ByteCount(bytes: InputFile.longestText + 1)

    /// Refuses what no table can hold.
    static func check(_ limit: ByteCount) throws {
        guard limit.bytes > Self.default.bytes else { return }
        throw ValidationError(
            Wording(
                en: "--max-input-size takes at most 2G",
                zh: "--max-input-size 最多为 2G"
            ).spoken
        )
    }
}
