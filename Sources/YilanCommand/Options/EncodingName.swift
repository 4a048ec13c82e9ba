internal import ArgumentParser
internal import Yilan

/// An encoding named on the command line.
struct EncodingName: ExpressibleByArgument {
    /// The encoding.
    var encoding: TextEncoding

    /// Finds the encoding of a name; nil where there is none.
    init?(argument: String) {
        guard let encoding = TextEncoding(named: argument) else { return nil }
        self.encoding = encoding
    }

    /// The names that help and completion offer; others, such as gbk, are understood.
    static let allValueStrings = ["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"]

    /// Makes sure that an output can be in the encoding.
    ///
    /// - Throws: `CommandFailure` that names the formats that can.
    func check(_ plan: OutputPlan) throws(CommandFailure) {
        guard !plan.format.has(.anyEncoding), encoding != .utf8 else { return }
        let names = TargetFormat.writable.filter { $0.has(.anyEncoding) }.map(\.name)
        throw .usage(
            Wording(
                en: "\(plan.format.name) is always written in UTF-8",
                zh: "\(plan.format.name) 格式一律用 UTF-8 编码写出"
            ),
            hint: Wording(
                en: "leave --output-encoding out, or write \(list: names, " or ")",
                zh: "请去掉 --output-encoding，或写成 \(list: names, " 或 ")"
            )
        )
    }
}
