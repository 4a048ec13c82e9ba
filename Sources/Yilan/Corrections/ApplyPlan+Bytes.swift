internal import SourceText
public import TargetFormats
internal import TargetModel

extension ApplyPlan {
    /// Returns the corrected official file: `file`, which `official` was read from with the layout
    /// kept, with nothing changed but the corrected cells.
    ///
    /// The result is read again and compared with the corrected table before it is returned.
    /// - Throws: `FormatError` where a text can't stand in the official layout, where the result
    ///   would not read as the corrected table, or where the plan may not be written.
    /// - Complexity: O(n) in the file.
    public func bytes(
        correcting file: InputFile,
        options: ReadingOptions = ReadingOptions()
    ) throws(FormatError) -> [UInt8] {
        var (plan, corrected) = (self, file)
        try plan.correct(&corrected, options: options)
        return corrected.bytes
    }

    /// Makes of the official file the corrected one, as `bytes` does.
    ///
    /// It takes no memory for a second file where nobody else has the bytes of this one, as whoever keeps
    /// the table that was read from it does, and where they have room for what is added. The plan's tables
    /// say the same afterwards; their texts stand in the corrected file.
    ///
    /// Where it is corrected so, another core may write a draft of it by `draft`, while it is read again. What
    /// is written is to be given up where this throws.
    /// - Throws: `FormatError` as `bytes`; then the file says what it said.
    /// - Complexity: O(n) in the file.
    public mutating func correct(
        _ file: inout InputFile,
        options: ReadingOptions = ReadingOptions(),
        draft: (@Sendable ([UInt8]) -> Void)? = nil
    ) throws(FormatError) {
        guard isWritable else {
            var findings = diagnostics
            if hasOpenConflicts {
                findings.report(Self.undecided.at(Place(file: file.name)))
            }
            throw FormatError(.data, findings)
        }
        if changesNothing { return }
        guard official.layout != nil else {
            throw FormatError(.data, Self.withoutLayout.at(Place(file: file.name)))
        }
        if try correctWhereItLies(&file, options, draft) { return }
        let bytes: [UInt8]
        do {
            bytes = try TSVWriter.bytes(of: corrected, options: WritingOptions())
        } catch {
            throw error.mapping(placed)
        }
        let corrected = InputFile(name: file.name, bytes: bytes)
        // The writer has read its text again; here the file's bytes are, with its encoding.
        if self.corrected.layout?.encoding.characterSet != .utf8 {
            try verify(corrected, options)
        }
        try checkEvidence(corrected, options)
        file.bytes = bytes
    }

    /// Corrects a file whose bytes are the source of the tables' texts, by edits of it.
    ///
    /// - Returns: Whether it was done; if not, the file has to be made anew.
    private mutating func correctWhereItLies(
        _ file: inout InputFile,
        _ options: ReadingOptions,
        _ draft: (@Sendable ([UInt8]) -> Void)?
    ) throws(FormatError) -> Bool {
        guard isOfficial(file), tables.share(), let edits = try edits() else { return false }
        // The bytes are edited where they lie, so nobody else may have them.
        file.bytes = []
        guard tables.make(consume edits) else {
            file.bytes = tables.corrected.text.source
            return false
        }
        FreedMemory.giveBack(after: tables.corrected.text.source.count)
        do {
            try verify(tables.corrected, writing: draft)
            file.bytes = tables.corrected.text.source
            try checkEvidence(file, options)
        } catch {
            file.bytes = []
            tables.undo()
            file.bytes = tables.corrected.text.source
            throw error
        }
        return true
    }

    /// Whether a file is the one that the official table was read from, in UTF-8 and in its layout.
    private func isOfficial(_ file: InputFile) -> Bool {
        let (official, corrected) = (tables.official, tables.corrected)
        return file.bytes.span.isIdentical(to: official.text.source.span)
            && official.layout?.encoding == .utf8 && official.layout == corrected.layout
    }

    private func edits() throws(FormatError) -> ByteEdits? {
        do {
            return try TSVWriter.edits(of: tables.corrected, replacing: tables.differing ?? [])
        } catch {
            throw error.mapping(placed)
        }
    }

    /// The finding at the correction that it is about, where that can be told.
    private func placed(_ finding: Diagnostic) -> Diagnostic {
        guard finding.line == nil else { return finding }
        let ofTarget = changes.filter { $0.serial == finding.serial }
        let change =
            ofTarget.first { $0.column.key == finding.field } ?? ofTarget.first
            ?? (changes.count == 1 ? changes.first : nil)
        return change?.places.first.map { finding.at($0) } ?? finding
    }

    /// - Throws: `FormatError` where the file that the texts of the corrected table stand in doesn't read as
    ///   the table.
    private func verify(
        _ corrected: TargetTable,
        writing draft: (@Sendable ([UInt8]) -> Void)?
    ) throws(FormatError) {
        let bytes = corrected.text.source
        // To write 34 MB into memory takes a tenth of applying one correction.
        let written = draft.map { draft in
            Ahead(isLong: bytes.count > 1 << 20) { draft(bytes) }
        }
        // Nobody else may have the bytes where they are to be put back.
        defer { written?.value }
        do {
            try TSVWriter.verify(corrected)
        } catch {
            throw error.mapping(placed)
        }
    }

    /// - Throws: `FormatError` where a file doesn't read as the corrected table.
    private func verify(_ file: InputFile, _ options: ReadingOptions) throws(FormatError) {
        var findings = DiagnosticBag()
        let again = try? TSVReader().read(file, options: options, reporting: &findings)
        guard let again, again == corrected else {
            throw FormatError(.data, Self.unreadable.at(Place(file: file.name)))
        }
    }

    /// A column that is read by what stands in it must be read so afterwards, too.
    ///
    /// - Throws: `FormatError` where corrections have changed that.
    private func checkEvidence(
        _ file: InputFile,
        _ options: ReadingOptions
    ) throws(FormatError) {
        let areGuessed = tables.columns.map { column in
            let match = FieldLabels.sureMatch(FieldLabels.normalize(column.label))
            return column.field != nil && match?.field != column.field
        }
        guard areGuessed.contains(true) else { return }
        let guessed = changes.first { areGuessed[$0.columnIndex] }
        guard let guessed else { return }
        var findings = DiagnosticBag()
        let again = try? TSVReader().read(file, options: options, reporting: &findings)
        guard again?.columns != corrected.columns else { return }
        throw FormatError(
            .data,
            Self.noLongerKnown(guessed.column).at(guessed.places.first ?? Place(file: file.name))
                .about(serial: guessed.serial, field: guessed.column.key)
        )
    }

    private static func noLongerKnown(_ column: Column) -> Diagnostic {
        let (label, meaning) = (column.label, column.field?.label ?? "")
        return Diagnostic(
            .error,
            .layoutNotReadable,
            Wording(
                en:
                    "after these corrections the column \(label) would no longer be read as \(meaning):"
                    + " only what stands in it says so",
                zh: "更正之后，“\(label)”一栏将不再读作“\(meaning)”：这一栏的含义只是由其中的内容看出来的"
            ),
            hint: Wording(
                en:
                    "if it is to stay so, say what the column means, here and whenever the table is read",
                zh: "如果仍应这样理解，请在此处和以后读取该表时都说明这一栏的含义"
            ),
            remedy: .columns([Wording(verbatim: "\(label)=\(column.key)")])
        )
    }

    private static let undecided = Diagnostic(
        .error,
        .correctionConflict,
        Wording(
            en: "corrections contradict each other, and nobody has decided",
            zh: "各处更正互相矛盾，尚未裁定"
        )
    )

    private static let withoutLayout = Diagnostic(
        .error,
        .notOfficial,
        Wording(
            en: "corrections go into a table in the official layout (TSV) only",
            zh: "更正只能写入官方版式的表格（TSV）"
        ),
        hint: Wording(en: "give the official file", zh: "请给出官方文件"),
        remedy: .official
    )

    private static let unreadable = Diagnostic(
        .error,
        .correctionCheckFailed,
        Wording(
            en: "the corrected file would not read as the corrected table; nothing was written",
            zh: "更正后的文件读回来与更正结果不一致，因此没有写出"
        ),
        hint: Wording(
            en: "this is a fault of yilan: please report it with both files",
            zh: "这是 yilan 的缺陷，请连同两个文件一起反馈"
        )
    )
}
