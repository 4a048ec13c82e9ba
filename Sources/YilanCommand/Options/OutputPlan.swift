internal import ArgumentParser
internal import Glibc
internal import Yilan

/// By what the targets are split over several files.
enum SplitKey: String, Choice {
    /// A file for each leader.
    case leader

    /// Finds what a word means, in either language, as `summary --by` does.
    init?(argument: String) {
        guard SummaryGrouping(argument: argument) == .leader else { return nil }
        self = .leader
    }
}

/// What `convert` makes, by what the user said of the output.
enum OutputPlan {
    /// One document.
    case document(TargetFormat, Destination)
    /// A Frictionless Data Package of CSV files, in the folder of this path.
    case dataPackage(String)
    /// A document for each leader, in the folder of this path.
    case documentPerLeader(TargetFormat, String)

    /// Finds out what is wanted.
    ///
    /// Where nothing tells the format it is CSV, which everything reads.
    /// - Throws: `CommandFailure` where the options don't go together.
    init(
        destination: Destination,
        format: TargetFormat?,
        split: SplitKey?
    ) throws(CommandFailure) {
        switch destination {
        case .folder(let path):
            // Its name says that it is to be one file; where a folder is meant, a slash says so.
            if !FilePath.endsInSlash(path), TargetFormat.ofFile(named: path) != nil {
                throw .cannotCreate(path, SystemError(EISDIR))
            }
            let format =
                format
                ?? (split == nil ? .usual : TargetFormat.writable.first { $0.has(.workbook) })
                ?? .usual
            self = try Self.folder(path, format, split)
        case .standardOutput, .stream, .file:
            guard split == nil else { throw Self.splitNeedsFolder() }
            let format = if let format { format } else { try Self.format(for: destination) }
            if format.has(.workbook), destination.isTerminal {
                throw Self.workbookOnTerminal()
            }
            guard format.writer != nil else { throw Self.onlyRead(format) }
            self = .document(format, destination)
        }
    }

    /// The format that is written.
    var format: TargetFormat {
        switch self {
        case .document(let format, _), .documentPerLeader(let format, _): format
        case .dataPackage: .usual
        }
    }

    private static func format(for destination: Destination) throws(CommandFailure)
        -> TargetFormat
    {
        switch destination {
        case .standardOutput, .folder: .usual
        case .stream(let path): TargetFormat.ofFile(named: path) ?? .usual
        case .file(let path):
            try .expected(ofFile: path, among: TargetFormat.writable, option: "--to")
        }
    }

    private static func folder(
        _ path: String,
        _ format: TargetFormat,
        _ split: SplitKey?
    ) throws(CommandFailure) -> OutputPlan {
        if format.has(.packaged) {
            return .dataPackage(path)
        } else if format.has(.workbook), split == .leader {
            return .documentPerLeader(format, path)
        } else {
            let file = FilePath.join(path, "NAME." + format.usualExtension)
            throw CommandFailure(
                .usage,
                .folderOutput,
                Wording(
                    en: "a folder takes csv (a data package) or, with --split-by leader, xlsx",
                    zh: "输出到文件夹时，格式须为 csv（数据包），或 xlsx 加 --split-by leader"
                ),
                hint: Wording(
                    en: "for one \(format.name) file, name it: -o \(file)",
                    zh: "如果只要一个 \(format.name) 文件，请写出文件名：-o \(file)"
                ),
                file: path
            )
        }
    }

    private static func onlyRead(_ format: TargetFormat) -> CommandFailure {
        let names = TargetFormat.writable.map(\.name)
        return .usage(
            Wording(
                en: "\(format.name) is read, but not written",
                zh: "\(format.name) 只能读取，不能写出"
            ),
            hint: Wording(
                en: "write one of \(list: names, ", ")",
                zh: "可写出的格式：\(list: names, "、")"
            )
        )
    }

    private static func splitNeedsFolder() -> CommandFailure {
        .usage(
            Wording(
                en: "--split-by writes several files, so it needs a folder: -o FOLDER/",
                zh: "--split-by 会写出多个文件，须指定文件夹：-o 文件夹/"
            )
        )
    }

    private static func workbookOnTerminal() -> CommandFailure {
        .usage(
            Wording(
                en: "a workbook can't be shown on a terminal",
                zh: "工作簿不能显示在终端上"
            ),
            hint: Wording(
                en: "name a file for it: -o NAME.xlsx",
                zh: "请指定文件名：-o 名称.xlsx"
            )
        )
    }
}
