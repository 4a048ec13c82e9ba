public import SourceText
public import TargetFormats
public import TargetModel

extension TargetTable {
    /// Reads a file of any format.
    ///
    /// The format is `format`, else what the file's name ends in, else what the content is.
    /// Everything that is wrong in the file is reported, and the table has what could be read; where
    /// an error was reported, make no output from it.
    /// - Throws: `FormatError` of kind `data` where there is nothing to go on with, with the
    ///   findings that say why.
    /// - Complexity: O(n) in the bytes.
    public static func reading(
        _ file: InputFile,
        as format: TargetFormat? = nil,
        options: ReadingOptions = ReadingOptions(),
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let found =
            format ?? TargetFormat.ofInput(named: file.name)?.resolved(for: file, options: options)
            ?? TargetFormat.ofContent(of: file)
        guard let found else {
            throw FormatError(
                .data,
                Diagnostic(
                    .error,
                    .unknownFormat,
                    Wording(
                        en: "neither name nor content tells the format of the file",
                        zh: "从文件名和内容都看不出是什么格式"
                    ),
                    file: file.name
                )
            )
        }
        return try TableReading(options: options).read(
            TableReading.Input(file, as: found),
            reporting: &diagnostics
        )
    }

    /// Returns the table as a file of a format; equal tables and options give equal bytes.
    ///
    /// A workbook is made in a folder of its own that only this user may enter, below the system's
    /// folder for temporary files (`TMPDIR`), and gone again when this returns. Nothing else touches
    /// a file.
    /// - Throws: `FormatError` of kind `data` where the format can't hold the table or is only read,
    ///   of kind `output` where the temporary files can't be made.
    /// - Complexity: O(n) in the bytes of the table's text.
    public func bytes(
        as format: TargetFormat,
        options: WritingOptions = WritingOptions()
    ) throws(FormatError) -> [UInt8] {
        switch format.writer {
        case .stream(let writer):
            var buffer = OutputBuffer()
            do {
                try writer.write(self, options: options, to: &buffer)
            } catch let error as FormatError {
                throw error
            } catch {
                // A buffer in memory refuses nothing.
                throw FormatError(.output, .unexplained)
            }
            return buffer.bytes
        case .file(let writer):
            let folder = try PrivateFolder()
            try writer.write(
                self,
                options: options,
                toFileAt: folder.file,
                temporaryFolder: ScratchSpace(at: folder.scratch),
                progress: { _ in }
            )
            return try folder.contents()
        case nil:
            throw FormatError(
                .data,
                Diagnostic(
                    .error,
                    .unknownFormat,
                    Wording(
                        en: "\(format.name) is read, but not written",
                        zh: "\(format.name) 只能读取，不能写出"
                    )
                )
            )
        }
    }
}
