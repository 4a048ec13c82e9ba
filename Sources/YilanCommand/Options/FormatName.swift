internal import ArgumentParser
internal import Yilan

/// A format named on the command line.
struct FormatName: ExpressibleByArgument {
    /// The format.
    var format: TargetFormat

    /// Finds the format of a name; nil where there is none.
    init?(argument: String) {
        guard let format = TargetFormat.named(argument.lowercased()) else { return nil }
        self.format = format
    }

    /// Every name, for help and completion.
    static var allValueStrings: [String] { TargetFormat.all.map(\.name) }
}

/// A format named on the command line for what is written.
struct OutputFormatName: ExpressibleByArgument {
    /// The format; it may be one that is only read, which is told where the output is planned.
    var format: TargetFormat

    /// Finds the format of a name; nil where there is none.
    init?(argument: String) {
        guard let name = FormatName(argument: argument) else { return nil }
        format = name.format
    }

    /// The names of those that are written, for help and completion.
    static var allValueStrings: [String] { TargetFormat.writable.map(\.name) }
}

extension TargetFormat {
    /// Finds the format of a file by its extension.
    ///
    /// - Throws: `CommandFailure` that lists the extensions of `formats`, where the file has none that
    ///   is known.
    static func expected(
        ofFile name: String,
        among formats: [TargetFormat],
        option: String
    ) throws(CommandFailure) -> TargetFormat {
        if let format = ofFile(named: name) { return format }
        let known = formats.map { format in
            format.name + " (" + format.fileExtensions.map { "." + $0 }.joined(separator: " ") + ")"
        }
        .joined(separator: ", ")
        throw CommandFailure(
            .usage,
            .unknownFormat,
            Wording(
                en: "the name doesn't tell the format of the file",
                zh: "从文件名看不出是什么格式"
            ),
            hint: Wording(
                en: "name the format with \(option): \(known)",
                zh: "请用 \(option) 指明格式：\(known)"
            ),
            file: name
        )
    }
}
