public import SourceText
public import TargetFormats
public import TargetModel

/// Reads files, each in its format, into one table.
public struct TableReading: Sendable {
    /// One file and the format that it is in.
    public struct Input: Sendable {
        /// The file.
        public var file: InputFile
        /// Its format.
        public var format: TargetFormat

        /// Makes an input.
        public init(_ file: InputFile, as format: TargetFormat) {
            self.file = file
            self.format = format
        }
    }

    /// How the files are read.
    public var options: ReadingOptions

    /// Makes a reading with these options.
    public init(options: ReadingOptions = ReadingOptions()) {
        self.options = options
    }

    /// Reads all inputs and makes one table of them, in their order.
    ///
    /// Everything that is wrong in any of them is reported. The table may be looked at where an
    /// error was reported, but no output may be made from it. It is nil where an input can't be
    /// read at all.
    public func table(
        of inputs: [Input],
        reporting diagnostics: inout DiagnosticBag
    ) -> TargetTable? {
        let tables = tables(of: inputs, reporting: &diagnostics)
        let found = zip(inputs, tables).compactMap { input, table in
            table.map { NamedTable(name: input.file.name, table: $0) }
        }
        guard found.count == tables.count else { return nil }
        return TableMerging(found).table(reporting: &diagnostics)
    }

    /// Reads each input as a table of its own, in their order, on all cores; nil for those that can't
    /// be read at all.
    ///
    /// Everything that is wrong in any of them is reported.
    public func tables(
        of inputs: [Input],
        reporting diagnostics: inout DiagnosticBag
    ) -> [TargetTable?] {
        let read = Cores.map(inputs.count) { number in
            var findings = DiagnosticBag()
            return (table: table(of: inputs[number], reporting: &findings), findings: findings)
        }
        for input in read { diagnostics.report(contentsOf: input.findings) }
        return read.map(\.table)
    }

    /// Reads one input; nil where it can't be read at all.
    public func table(
        of input: Input,
        reporting diagnostics: inout DiagnosticBag
    ) -> TargetTable? {
        do {
            return try read(input, reporting: &diagnostics)
        } catch {
            diagnostics.report(contentsOf: error.findings)
            return nil
        }
    }

    /// Reads one input.
    ///
    /// - Throws: `FormatError` of kind `data` where it can't be read at all.
    func read(
        _ input: Input,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        var table = try input.format.reader.read(
            input.file,
            options: options,
            reporting: &diagnostics
        )
        FreedMemory.giveBack(after: input.file.bytes.count)
        table.inputName = input.file.name
        MergeMarkers.report(in: table, as: input.format, reporting: &diagnostics)
        if let year = options.year {
            table.setYear(year)
        }
        return table
    }
}
