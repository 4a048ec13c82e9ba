internal import Yilan

/// Writes tables in their formats.
struct TableOutput {
    /// How tables are written.
    var options: WritingOptions
    /// The folder for files that are needed on the way.
    var temporaryFolder: String
    /// Says how far writing is.
    var progress: ProgressLine

    /// Writes a table in a format and seals the file; it remains to be published.
    ///
    /// `name` is what the output is called to the user.
    /// - Throws: `CommandFailure` where the format can't hold the table or writing fails,
    ///   `ReaderHasGone` where nobody wants it any more.
    func write(
        _ table: TargetTable,
        as format: TargetFormat,
        to file: any OutputFile,
        named name: String
    ) throws {
        do {
            switch format.writer {
            case .stream(let writer):
                progress.show(Self.work)
                var buffer = OutputBuffer { try file.write($0) }
                try writer.write(table, options: options, to: &buffer)
                try buffer.finish()
            case .file(let writer):
                try write(table, with: writer, to: file, named: name)
            case nil:
                // `OutputPlan` says so in time, with what can be written instead.
                throw FormatError(.output, .unexplained)
            }
        } catch let error as FormatError {
            throw CommandFailure(error, output: name)
        }
        try file.seal()
    }

    private func write(
        _ table: TargetTable,
        with writer: any TargetFileWriter,
        to file: any OutputFile,
        named name: String
    ) throws {
        let output = PathOutput(file: file, name: name, temporaryFolder: temporaryFolder)
        try output.write { path, scratch in
            do throws(FormatError) {
                try writer.write(
                    table,
                    options: options,
                    toFileAt: path,
                    temporaryFolder: scratch,
                    progress: { progress.show(Self.work, $0) }
                )
            } catch {
                // Nobody knows the file by the path that it has until it is published.
                throw error.mapping { finding in
                    var finding = finding
                    if finding.file == path { finding.file = name }
                    return finding
                }
            }
        }
    }

    private static let work = Wording(en: "writing", zh: "正在写出")
}

extension CommandFailure {
    /// Says why a format could not be written; what concerns the disk is told of the output.
    init(_ error: FormatError, output name: String) {
        switch error.kind {
        case .data:
            self.init(.data, error.findings)
        case .output:
            let placed = error.mapping { finding in
                var finding = finding
                finding.file = name
                return finding
            }
            self.init(.inputOutput, placed.findings)
        }
    }
}
