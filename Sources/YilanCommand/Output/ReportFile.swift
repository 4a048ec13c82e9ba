internal import Glibc
internal import Yilan

/// The file that `apply` writes its list of changes to.
struct ReportFile {
    /// What the file is.
    private enum Kind {
        case list(ChangeFormat)
        case workbook
    }

    private let path: String
    private let kind: Kind

    /// Finds the kind of report by the file's extension; on standard output it is JSON.
    ///
    /// - Throws: `CommandFailure` that lists the extensions, where the file has none of them.
    init(at path: String) throws(CommandFailure) {
        self.path = path
        if path == "-" {
            // Whoever has it on standard output is a program: people are shown it anyway.
            kind = .list(.json)
            return
        }
        if Self.isWorkbook(named: path) {
            kind = .workbook
        } else if let format = ChangeFormat.ofFile(named: path) {
            kind = .list(format)
        } else {
            throw Self.unknownKind(path)
        }
    }

    /// Removes the report of an earlier run: whatever becomes of this one, nobody must take that for
    /// its own.
    ///
    /// - Throws: `CommandFailure` where it is no file, or may not be removed or replaced.
    func removeEarlier() throws(CommandFailure) {
        guard case .file(let path) = Destination(path) else { return }
        do {
            let file = try FilePath.followingLinks(path)
            guard try ReplacedFile(at: file) != nil else { return }
            guard unsafe unlink(FilePath.cString(file)) == 0 || errno == ENOENT else {
                throw SystemError.last
            }
        } catch let error as SystemError {
            throw .cannotCreate(path, error)
        } catch {
            throw .cannotCreate(path, SystemError(EIO))
        }
    }

    /// Whether a file's extension says that it is a workbook.
    static func isWorkbook(named path: String) -> Bool {
        TargetFormat.fileExtension(of: path) == "xlsx"
    }

    /// Writes a report; the file remains to be sealed and published.
    ///
    /// `options` says what a workbook looks like.
    /// - Throws: `CommandFailure` where the file can't be written or can't hold the report.
    func write(
        _ report: ChangeReport,
        options: WritingOptions,
        in session: Session
    ) throws -> any OutputFile {
        let destination = Destination(path)
        let file = try destination.open()
        switch kind {
        case .list(.json):
            try file.write(report.json(places: true))
        case .list(let format):
            try file.write(format.bytes(of: report, to: destination, in: session))
        case .workbook:
            let output = PathOutput(
                file: file,
                name: path,
                temporaryFolder: session.environment.temporaryFolder
            )
            do {
                try output.write { path, scratch in
                    try report.writeWorkbook(
                        toFileAt: path,
                        temporaryFolder: scratch,
                        created: options.created,
                        language: options.language
                    )
                }
            } catch let error as FormatError {
                throw CommandFailure(error, output: path)
            }
        }
        return file
    }

    /// The failure where the name of a report has an extension that no report has.
    static func unknownKind(_ path: String) -> CommandFailure {
        CommandFailure(
            .usage,
            .unknownFormat,
            Wording(
                en: "the name doesn't tell the format of the report",
                zh: "从文件名看不出报告是什么格式"
            ),
            hint: Wording(
                en: "reports are .md, .json, .csv, .xlsx or .txt",
                zh: "报告的扩展名应为 .md、.json、.csv、.xlsx 或 .txt"
            ),
            file: path
        )
    }
}
