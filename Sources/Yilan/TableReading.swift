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
        table(ofInputs: inputs.map(\.file.bytes.count), reporting: &diagnostics) { inputs[$0] }
    }

    /// Reads inputs of which the sizes are likely to be these, in bytes, and makes one table of them, in
    /// their order, as if all were at hand.
    ///
    /// `input` is asked for each (from 0), by several cores, when it is read. Nil is one that can't be had,
    /// and then there is no table.
    ///
    /// Each text is put where it stands in the one table while it is in a near cache, and its memory then
    /// serves the next. With all files read first and all texts put together at last, converting 2,400 files
    /// takes 6 % more processor time, most of it the first touch of memory.
    public func table(
        ofInputs sizes: [Int],
        reporting diagnostics: inout DiagnosticBag,
        _ input: @Sendable (Int) -> Input?
    ) -> TargetTable? {
        guard sizes.count > 1 else {
            guard !sizes.isEmpty, let only = input(0) else { return nil }
            return table(of: consume only, reporting: &diagnostics)
        }
        let isTooMuch = sizes.reduce(0, +) > TextStore.limit
        let sizes = isTooMuch ? sizes.map { _ in 0 } : sizes
        let (joined, read) = Cores.join(sizes, by: pieceSize(of: sizes.count)) {
            number,
            start,
            put -> (part: TablePart?, findings: DiagnosticBag) in
            var findings = DiagnosticBag()
            // The input is the reader's alone.
            guard let input = input(number) else { return (nil, findings) }
            let name = input.file.name
            let table = self.table(of: consume input, reporting: &findings)
            let part = table.map { TablePart(NamedTable(name: name, table: $0), at: start, put) }
            return (part, findings)
        }
        for one in read { diagnostics.report(contentsOf: one.findings) }
        let parts = read.compactMap(\.part)
        guard parts.count == read.count else { return nil }
        return TableMerging(parts, joined: joined).table(reporting: &diagnostics)
    }

    /// Reads so many inputs, each as a table of its own, in their order, on all cores; nil for those that can't
    /// be had, or can't be read at all.
    ///
    /// `input` is asked for each (from 0) when it is read. Everything that is wrong in any of them is reported.
    public func tables(
        ofInputs count: Int,
        reporting diagnostics: inout DiagnosticBag,
        _ input: @Sendable (Int) -> Input?
    ) -> [TargetTable?] {
        let read = Cores.map(count) { number -> (table: TargetTable?, findings: DiagnosticBag) in
            var findings = DiagnosticBag()
            guard let input = input(number) else { return (nil, findings) }
            return (table(of: consume input, reporting: &findings), findings)
        }
        for one in read { diagnostics.report(contentsOf: one.findings) }
        return read.map(\.table)
    }

    /// How many of some inputs one core reads before it takes others.
    private func pieceSize(of count: Int) -> Int { count > 1 << 8 ? 8 : 1 }

    /// Reads one input; nil where it can't be read at all.
    public func table(
        of input: consuming Input,
        reporting diagnostics: inout DiagnosticBag
    ) -> TargetTable? {
        do {
            return try read(consume input, reporting: &diagnostics)
        } catch {
            diagnostics.report(contentsOf: error.findings)
            return nil
        }
    }

    /// Reads one input.
    ///
    /// - Throws: `FormatError` of kind `data` where it can't be read at all.
    func read(
        _ input: consuming Input,
        reporting diagnostics: inout DiagnosticBag
    ) throws(FormatError) -> TargetTable {
        let (format, file) = (input.format, input.file)
        let (name, size) = (file.name, file.bytes.count)
        _ = consume input
        var table = try format.reader.read(
            consume file,
            options: options,
            reporting: &diagnostics
        )
        FreedMemory.giveBack(after: size)
        table.inputName = name
        MergeMarkers.report(in: table, as: format, reporting: &diagnostics)
        if let year = options.year {
            table.setYear(year)
        }
        return table
    }
}
