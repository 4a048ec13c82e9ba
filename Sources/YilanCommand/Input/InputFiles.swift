internal import Yilan

/// The files of a command line that are read as one table.
struct InputFiles {
    /// The paths: as the user gave them, or of the files in a folder that was given.
    let paths: [String]
    /// The indexes (from 0) of those that nobody named, folder by folder: they were in it.
    let foundInFolders: [Range<Int>]
    let formats: [TargetFormat]
    let reading: ReadingChoices
    /// What to say of files that were passed over.
    let notes: DiagnosticBag
    /// Which files of the system they are, as far as they were looked at for it; nil where they weren't.
    private let identities: Set<FileIdentity>?
    /// How many bytes each is likely to have.
    private let sizes: [Int]
    /// The files, which no output may take the place of.
    var protected: ProtectedFiles { identities.map(ProtectedFiles.init) ?? ProtectedFiles(paths) }

    /// Finds the files that are to become one table, and the format of each; nothing is opened yet.
    ///
    /// A folder stands for the files in it; what is named twice is read once. `outputs` are never
    /// inputs, because they are in such a folder.
    /// - Throws: `CommandFailure` that names every file whose format can't be told, or that isn't
    ///   there, and every folder with nothing to read.
    init(
        _ given: [String],
        _ reading: ReadingChoices,
        outputs: [String?] = []
    ) throws(CommandFailure) {
        let found = try InputPaths(given, reading, outputs: outputs.compactMap(\.self))
        try self.init(
            each: found.paths,
            reading,
            foundInFolders: found.foundInFolders,
            notes: found.notes,
            identities: found.identities,
            sizes: found.sizes
        )
    }

    /// Finds the format of each file, each for itself; nothing is opened yet.
    ///
    /// - Throws: `CommandFailure` that names every file whose format can't be told, or that isn't
    ///   there.
    init(
        each paths: [String],
        _ reading: ReadingChoices,
        foundInFolders: [Range<Int>] = [],
        notes: DiagnosticBag = DiagnosticBag(),
        identities: Set<FileIdentity>? = nil,
        sizes: [Int]? = nil
    ) throws(CommandFailure) {
        self.paths = paths
        self.identities = identities
        self.sizes = sizes ?? paths.map { _ in 0 }
        self.foundInFolders = foundInFolders
        self.reading = reading
        self.notes = notes
        var formats: [TargetFormat] = []
        var failures: [CommandFailure] = []
        for path in paths {
            do {
                formats.append(try reading.format(ofInput: path))
            } catch {
                // A name that tells no format may be that of no file at all.
                failures.append(InputReading.absence(of: path) ?? error)
            }
        }
        if let first = failures.first {
            throw CommandFailure(first.status, failures.flatMap(\.diagnostics))
        }
        guard paths.count(where: { $0 == "-" }) < 2 else {
            throw Self.repeatedInput()
        }
        self.formats = formats
    }

    /// Whether one of the files is text in one encoding or another.
    var haveEncoding: Bool { formats.contains { $0.has(.text) } }

    /// Whether one of the files is in the official layout.
    var haveOfficialLayout: Bool { formats.contains { $0.has(.official) } }

    /// What was read.
    struct Content {
        /// The one table; nil where a file can't be read as a table at all.
        var table: TargetTable?
        /// When the file that was changed last was changed, in seconds since 1970.
        var modified: Int?
    }

    /// Reads the files.
    ///
    /// `adjust` may change what the options say. Everything that is wrong in the files is
    /// reported.
    /// - Throws: `CommandFailure` where a file isn't there or can't be read.
    func read(
        keepsLayout: Bool,
        progress: ProgressLine,
        reporting findings: inout DiagnosticBag,
        adjusting adjust: (inout ReadingOptions) -> Void = { _ in }
    ) throws(CommandFailure) -> Content {
        let files = FetchedFiles(paths, InputReading(reading.maxInputSize))
        // A file alone may be long in coming.
        if paths.count == 1 { try files.fetchAlone() }
        var options = reading.options(keepsLayout: keepsLayout)
        // Each file is fetched when it is read.
        options.ownsInput = true
        adjust(&options)
        progress.show(Wording(en: "reading", zh: "正在读取"))
        var found = notes
        let table = TableReading(options: options)
            .table(ofInputs: sizes, reporting: &found) { number in
                files.fetch(number).map { reading.input($0, as: formats[number]) }
            }
        let modified = try files.modified()
        findings.report(contentsOf: found)
        return Content(table: table, modified: modified)
    }

    /// Reads the files as tables of their own, in order; nil for what can't be read as one.
    ///
    /// `adjust` may change what the options say; `modified` is when the file that was changed last was
    /// changed, in seconds since 1970.
    /// - Throws: `CommandFailure` where a file isn't there or can't be read.
    func readEach(
        keepsLayout: Bool,
        reporting findings: inout DiagnosticBag,
        adjusting adjust: (inout ReadingOptions) -> Void = { _ in }
    ) throws(CommandFailure) -> (tables: [TargetTable?], modified: Int?) {
        let files = FetchedFiles(paths, InputReading(reading.maxInputSize))
        var options = reading.options(keepsLayout: keepsLayout)
        // Each file is fetched when it is read.
        options.ownsInput = true
        adjust(&options)
        var found = notes
        let tables = TableReading(options: options)
            .tables(ofInputs: paths.count, reporting: &found) { number in
                files.fetch(number).map { reading.input($0, as: formats[number]) }
            }
        let modified = try files.modified()
        findings.report(contentsOf: found)
        return (tables, modified)
    }
}
