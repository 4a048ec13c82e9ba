internal import Glibc
internal import SourceText
internal import TargetFormats
internal import TargetModel

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
        let scratch = try ScratchFolder(in: temporaryFolder)
        let whole = try file.temporaryPath == nil ? ScratchFolder(in: temporaryFolder) : nil
        let path = file.temporaryPath ?? whole?.path(of: "output") ?? ""
        try writer.write(
            table,
            options: options,
            toFileAt: path,
            temporaryFolder: scratch.path,
            progress: { progress.show(Self.work, $0) }
        )
        if whole != nil { try Self.copy(path, to: file, named: name) }
    }

    private static func copy(_ path: String, to file: any OutputFile, named name: String) throws {
        do {
            let source = try OpenFile(path, O_RDONLY)
            while case let piece = try source.read(upTo: 1 << 18), !piece.isEmpty {
                try file.write(piece)
            }
        } catch let error as SystemError {
            throw CommandFailure.cannotWrite(name, error)
        }
    }

    private static let work = Wording(en: "writing", zh: "正在写出")
}

/// An empty folder for files that are needed on the way; it goes with all that is in it.
final class ScratchFolder {
    /// The folder's path.
    let path: String

    /// Makes one in `folder`.
    ///
    /// - Throws: `CommandFailure` where that is refused.
    init(in folder: String) throws(CommandFailure) {
        do {
            path = try TemporaryFiles.makeFolder(in: folder)
        } catch {
            throw .cannotCreate(folder, error)
        }
    }

    deinit {
        let path = path
        TemporaryFiles.uninterrupted { $0.remove(path) }
    }

    /// The path of a file in the folder.
    func path(of name: String) -> String { FilePath.join(path, name) }
}

extension CommandFailure {
    /// Says why a format could not be written; what concerns the disk is told of the output.
    init(_ error: FormatError, output name: String) {
        var diagnostics = error.diagnostic.map { [$0] } ?? []
        switch error.kind {
        case .data:
            self.init(.data, diagnostics)
        case .output:
            for index in diagnostics.indices { diagnostics[index].file = name }
            self.init(.inputOutput, diagnostics)
        }
    }
}
