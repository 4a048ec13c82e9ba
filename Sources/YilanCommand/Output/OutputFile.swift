internal import Yilan

/// Something that takes the bytes of one output.
///
/// An output is written, then sealed, then published; what is let go before that leaves nothing
/// behind. Several outputs that belong together are all sealed before the first is published.
protocol OutputFile: AnyObject {
    /// A path at which the bytes may be written by other means; nil where there is none.
    var temporaryPath: String? { get }

    /// Takes the next bytes.
    ///
    /// - Throws: `CommandFailure` where they can't be written, `ReaderHasGone` where nobody wants
    ///   them any more.
    func write(_ bytes: [UInt8]) throws

    /// Makes sure that everything written has arrived.
    ///
    /// - Throws: as `write`.
    func seal() throws

    /// Lets the output appear under its name.
    ///
    /// - Throws: `CommandFailure` where that is refused; then nothing has changed.
    func publish() throws
}

extension CommandFailure {
    /// Says that an output can't be created.
    static func cannotCreate(_ path: String, _ error: SystemError) -> CommandFailure {
        CommandFailure(
            .cannotCreate,
            .cannotCreateOutput,
            Wording(
                en: "the output can't be created: \(error.reason)",
                zh: "无法创建输出文件：\(error.reason)"
            ),
            file: path
        )
    }

    /// Says that an output can't be written to its end.
    static func cannotWrite(_ path: String, _ error: SystemError) -> CommandFailure {
        CommandFailure(
            .inputOutput,
            .outputFailed,
            Wording(
                en: "the output can't be written: \(error.reason)",
                zh: "无法写入输出文件：\(error.reason)"
            ),
            file: path
        )
    }
}
